"""What a hidden layer has beside units and activation: dropout, leaky slope, batch norm, initial weights of its own."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.choices import INITIALIZER_KINDS
from engine.edits import set_field
from engine.experiment import Layer
from playground.ui.panels import field_words
from playground.ui.panels.choice_words import INITIALIZER_TITLES
from playground.ui.panels.field_slider import FieldSlider
from playground.ui.theme import GAP
from playground.ui.widgets import Choice, Toggle

_NETWORKS = "network"  # the key of "as the network's"


class LayerDetails(QWidget):
    """The fields of the hidden layer at `index` (from 0). `edit_requested(Edit)`; `sliders` ask for themselves."""

    edit_requested = Signal(object)

    def __init__(self, index: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = index
        self.slope = FieldSlider(f"layers[{index}].slope")
        self.keep_prob = FieldSlider(f"layers[{index}].keep_prob")
        self.sliders = (self.slope, self.keep_prob)
        self.batch_norm = Toggle(
            lambda: field_words.label("layers[].batch_norm"),
            tooltip=lambda: field_words.tooltip("layers[].batch_norm"),
            restarts=bool(field_words.restart_mark("layers[].batch_norm")),
        )
        self.initializer = Choice(
            lambda: field_words.label("layers[].initializer"),
            [
                (_NETWORKS, lambda: self.tr("Network's")),
                *((kind, INITIALIZER_TITLES[kind]) for kind in INITIALIZER_KINDS),
            ],
            tooltip=lambda: field_words.tooltip("layers[].initializer"),
            mark=field_words.restart_mark("layers[].initializer"),
        )
        self.batch_norm.setObjectName(f"layers[{index}].batch_norm")
        self.initializer.setObjectName(f"layers[{index}].initializer")
        self.batch_norm.switched.connect(self._set_batch_norm)
        self.initializer.chosen.connect(self._set_initializer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP // 2, 0, GAP)
        layout.setSpacing(GAP // 2)
        parts: tuple[QWidget, ...] = (self.keep_prob, self.slope, self.batch_norm, self.initializer)
        for part in parts:
            layout.addWidget(part)

    def show_layer(self, layer: Layer) -> None:
        """Show the layer's settings, without a signal."""
        self.keep_prob.show_value(layer.keep_prob)
        self.slope.show_value(layer.slope)
        self.slope.setVisible(layer.activation == "leaky-relu")
        self.batch_norm.set_on(layer.batch_norm)
        self.initializer.set_key(layer.initializer or _NETWORKS)

    def _ask(self, name: str, value: object) -> None:
        self.edit_requested.emit(set_field(f"layers[{self._index}].{name}", value))

    @Slot(bool)
    def _set_batch_norm(self, on: bool) -> None:
        self._ask("batch_norm", on)

    @Slot(str)
    def _set_initializer(self, kind: str) -> None:
        self._ask("initializer", None if kind == _NETWORKS else kind)
