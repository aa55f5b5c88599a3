"""One hidden layer in the list: units and activation in a line, dropout, batch norm and the rest when it is opened."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from engine.edits import Edit, remove_layer, set_field
from engine.experiment import Layer
from engine.fields import INITIALIZER_KINDS
from playground.ui.icons import follow_theme
from playground.ui.panels import field_words
from playground.ui.panels.activation_combo import ActivationCombo
from playground.ui.panels.choice_words import INITIALIZER_TITLES
from playground.ui.panels.field_slider import FieldSlider
from playground.ui.panels.unit_count import UnitCount
from playground.ui.theme import GAP, TARGET, themes
from playground.ui.widgets import Choice, IconButton, Toggle
from playground.ui.widgets.painting import scaled

_BUTTON = 24  # width of the buttons in the line, narrower than elsewhere
_NETWORKS = "network"  # the key of "as the network's"


class LayerRow(QWidget):
    """The hidden layer at `index` (from 0). `edit_requested(Edit)`; `sliders` ask for themselves."""

    edit_requested = Signal(object)

    def __init__(self, index: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = index
        self.open_button = QToolButton(self)
        self.open_button.setCheckable(True)
        self.open_button.setProperty("role", "quiet")
        self.open_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._number = QLabel(str(index + 1), self)
        self._number.setProperty("role", "secondary")
        self.units = UnitCount(self)
        self.activation = ActivationCombo(self._name, self)
        self.remove = IconButton("close", self._removal, size=14, color="secondary", parent=self)
        self._make_details(index)
        self._lay_out()
        self._connect()
        self._retranslate()
        themes().changed.connect(self._dress)
        self._dress()

    def _make_details(self, index: int) -> None:
        self.slope = FieldSlider(f"layers[{index}].slope")
        self.keep_prob = FieldSlider(f"layers[{index}].keep_prob")
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
        self.sliders = (self.slope, self.keep_prob)
        self.units.setObjectName(f"layers[{index}].units")
        self.activation.setObjectName(f"layers[{index}].activation")
        self.batch_norm.setObjectName(f"layers[{index}].batch_norm")
        self.initializer.setObjectName(f"layers[{index}].initializer")

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(3)
        for widget in (self.open_button, self._number, self.units):
            line.addWidget(widget)
        line.addWidget(self.activation, 1)
        line.addWidget(self.remove)
        self._details = QWidget(self)
        details = QVBoxLayout(self._details)
        details.setContentsMargins(GAP, GAP // 2, 0, GAP)
        details.setSpacing(GAP // 2)
        parts: tuple[QWidget, ...] = (self.keep_prob, self.slope, self.batch_norm, self.initializer)
        for part in parts:
            details.addWidget(part)
        self._details.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(line)
        layout.addWidget(self._details)

    def _connect(self) -> None:
        self.open_button.toggled.connect(self._open)
        self.units.count_edited.connect(self._set_units)
        self.activation.chosen.connect(self._set_activation)
        self.batch_norm.switched.connect(self._set_batch_norm)
        self.initializer.chosen.connect(self._set_initializer)
        self.remove.clicked.connect(self._remove)

    def show_layer(self, layer: Layer) -> None:
        """Show the layer's settings, without a signal."""
        self.units.show_count(layer.units)
        self.activation.set_key(layer.activation)
        self.keep_prob.show_value(layer.keep_prob)
        self.slope.show_value(layer.slope)
        self.slope.setVisible(layer.activation == "leaky-relu")
        self.batch_norm.set_on(layer.batch_norm)
        self.initializer.set_key(layer.initializer or _NETWORKS)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        name = self._name()
        follow_theme(self.open_button, "chevron-down" if self.open_button.isChecked() else "chevron-right", size=14)
        self.open_button.setToolTip(self.tr("Dropout, batch norm and more of this layer"))
        self.open_button.setAccessibleName(f"{name}: {self.open_button.toolTip()}")
        self.setAccessibleName(name)
        self._number.setToolTip(name)
        self.units.setToolTip(field_words.tooltip("layers[].units"))
        self.units.setAccessibleName(f"{name}: {field_words.label('layers[].units')}")

    def _name(self) -> str:
        return self.tr("Layer %1").replace("%1", str(self._index + 1))

    def _removal(self) -> str:
        return self.tr("Remove layer %1").replace("%1", str(self._index + 1))

    def _ask(self, name: str, value: object) -> None:
        edit: Edit = set_field(f"layers[{self._index}].{name}", value)
        self.edit_requested.emit(edit)

    @Slot()
    def _dress(self) -> None:
        for button in (self.open_button, self.remove):
            button.setFixedWidth(max(TARGET, scaled(_BUTTON)))
        self.units.setFixedHeight(self.activation.sizeHint().height())

    @Slot(bool)
    def _open(self, opened: bool) -> None:
        self._details.setVisible(opened)
        follow_theme(self.open_button, "chevron-down" if opened else "chevron-right", size=14)

    @Slot(int)
    def _set_units(self, units: int) -> None:
        self._ask("units", units)

    @Slot(str)
    def _set_activation(self, kind: str) -> None:
        self._ask("activation", kind)

    @Slot(bool)
    def _set_batch_norm(self, on: bool) -> None:
        self._ask("batch_norm", on)

    @Slot(str)
    def _set_initializer(self, kind: str) -> None:
        self._ask("initializer", None if kind == _NETWORKS else kind)

    @Slot()
    def _remove(self) -> None:
        self.edit_requested.emit(remove_layer(self._index))
