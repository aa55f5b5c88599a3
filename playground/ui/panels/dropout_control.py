"""Dropout of all hidden layers at once, where the other means against variance are; each layer has its own below."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.edits import Edit, set_field
from engine.experiment import Experiment, Layer
from playground.ui.numbers import format_number
from playground.ui.panels.disclosure import Disclosure
from playground.ui.panels.field_slider import FieldSlider
from playground.ui.widgets import Label


class DropoutControl(QWidget):
    """`slider` asks for edits of every hidden layer. Without a hidden layer there is nothing to drop."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layers: tuple[Layer, ...] = ()
        self.box = Disclosure(lambda: self.tr("Dropout"), self)
        self.slider = FieldSlider("layers[].keep_prob", make_edit=self._keep_in_all)
        self.slider.installEventFilter(self)
        self._about = Label(
            lambda: self.tr("For all hidden layers; each has its own under “Network”."),
            "caption",
            "secondary",
            wraps=True,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        for part in (self.slider, self._about):
            self.box.body.addWidget(part)

    def show_experiment(self, experiment: Experiment) -> None:
        """Show the smallest keep_prob; the line says all of them where they differ."""
        self._layers = experiment.layers
        kept = [layer.keep_prob for layer in experiment.layers]
        self.slider.show_value(min(kept, default=1.0))
        self.setVisible(bool(kept) and not self.slider.isHidden())
        shown = kept[:1] if len(set(kept)) == 1 else kept
        words = self.tr("keep %1").replace("%1", " · ".join(format_number(one, 3, trim=True) for one in shown))
        self.box.set_summary(self.tr("off") if all(one == 1.0 for one in kept) else words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HideToParent, QEvent.Type.ShowToParent):  # class mode hides the field
            self.setVisible(bool(self._layers) and not self.slider.isHidden())
        return super().eventFilter(watched, event)

    def _keep_in_all(self, keep: float, merge_key: str | None) -> Edit:
        layers = tuple(replace(layer, keep_prob=keep) for layer in self._layers)
        return set_field("layers", layers, label="Dropout", merge_key=merge_key)
