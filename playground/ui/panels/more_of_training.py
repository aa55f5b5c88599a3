"""What is seldom changed of a run: where its randomness begins, how exact its numbers are, how long it goes on."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.edits import set_field
from engine.experiment import Experiment
from engine.fields import FIELDS
from playground.ui.panels import field_words
from playground.ui.panels.disclosure import Disclosure
from playground.ui.panels.field_slider import FieldSlider
from playground.ui.panels.seed_field import SeedField
from playground.ui.widgets import Choice

_WITH_EPSILON = ("rmsprop", "adam")  # the optimisers that divide by a square root


class MoreOfTraining(QWidget):
    """`edit_requested(Edit)` for seed and precision; `sliders` ask for themselves."""

    edit_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = Disclosure(lambda: self.tr("More"), self)
        self.seed = SeedField()
        self.sliders = {path: FieldSlider(path) for path in ("optimizer.epsilon", "epochs")}
        self.precision = Choice(
            lambda: field_words.label("dtype"),
            [(name, name) for name in FIELDS["dtype"].choices],
            tooltip=lambda: field_words.tooltip("dtype"),
            mark=field_words.restart_mark("dtype"),
        )
        self.precision.setObjectName("dtype")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        parts = (self.seed, self.sliders["optimizer.epsilon"], self.precision, self.sliders["epochs"])
        for part in parts:
            self.box.body.addWidget(part)
        self.seed.edit_requested.connect(self.edit_requested)
        self.precision.chosen.connect(self._choose)

    def show_experiment(self, experiment: Experiment) -> None:
        """Show the experiment's seed, precision, ε and epochs."""
        self.seed.show_seed(experiment.seed)
        self.precision.set_key(experiment.dtype)
        self.sliders["optimizer.epsilon"].show_value(experiment.optimizer.epsilon)
        self.sliders["optimizer.epsilon"].setVisible(experiment.optimizer.kind in _WITH_EPSILON)
        self.sliders["epochs"].show_value(experiment.epochs)
        self.box.set_summary(f"{field_words.label('seed')} {experiment.seed} · {experiment.dtype}")

    @Slot(str)
    def _choose(self, dtype: str) -> None:
        self.edit_requested.emit(set_field("dtype", dtype))
