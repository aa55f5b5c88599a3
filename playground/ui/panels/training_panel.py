"""The panel of the training: optimiser, learning rate, batch size, penalties, decay of α, and the rest."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from operator import attrgetter

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from engine.collapse import Limits
from engine.decay_limit import decay_warning
from engine.edits import set_field
from engine.experiment import Experiment
from engine.optimizers import OPTIMIZERS
from engine.snapshot import Snapshot
from playground.ui.numbers import format_number
from playground.ui.panels import data_facts, field_words
from playground.ui.panels.augmentation_control import AugmentationControl
from playground.ui.panels.choice_words import OPTIMIZER_TITLES, OPTIMIZER_USES
from playground.ui.panels.decay_notice import DecayNotice
from playground.ui.panels.dropout_control import DropoutControl
from playground.ui.panels.early_stopping_control import EarlyStoppingControl
from playground.ui.panels.field_slider import FieldSlider
from playground.ui.panels.formula_line import FormulaLine
from playground.ui.panels.more_of_training import MoreOfTraining
from playground.ui.panels.panel import Panel
from playground.ui.panels.schedule_control import ScheduleControl
from playground.ui.panels.slider_rows import SLIDERS
from playground.ui.panels.tab_stops import tab_stops
from playground.ui.widgets import Segmented

# the coefficients in each optimiser's formula
COEFFICIENTS: Mapping[str, tuple[str, ...]] = {
    "gd": (),
    "momentum": ("optimizer.momentum",),
    "rmsprop": ("optimizer.rho",),
    "adam": ("optimizer.beta1", "optimizer.beta2"),
}
_ALWAYS = ("optimizer.learning_rate", "batch_size", "penalty.l2", "penalty.l1")
_PENALTIES = ("penalty.l1", "penalty.l2")
_FEWEST = 2  # a slider needs two ends, even for a set of one training sample


class TrainingPanel(Panel):
    """Learning rate, penalties and batch size act while they are dragged.

    `limits_wanted()` when pointer or keyboard come to a penalty: whoever can find its limits, do.
    """

    limits_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lambda: self.tr("Training"), parent)
        self.optimizer = Segmented(
            [(kind, OPTIMIZER_TITLES[kind], OPTIMIZER_USES[kind]) for kind in OPTIMIZERS],
            name=lambda: field_words.label("optimizer.kind"),
        )
        self.formula = FormulaLine()
        coefficients = [path for paths in COEFFICIENTS.values() for path in paths]
        self.sliders = {path: FieldSlider(path) for path in (*_ALWAYS, *coefficients)}
        self.decay_notice = DecayNotice()
        self.schedule = ScheduleControl()
        self.dropout = DropoutControl()
        self.early_stopping = EarlyStoppingControl()
        self.augmentation = AugmentationControl()
        self.more = MoreOfTraining()
        self.seed = self.more.seed
        self.optimizer.setObjectName("optimizer.kind")
        for name in ("schedule", "early_stopping", "augmentation"):
            getattr(self, name).setObjectName(name)
        self._lay_out()
        self.optimizer.chosen.connect(self._choose)
        for path in _PENALTIES:
            for part in (self.sliders[path], *tab_stops(self.sliders[path])):
                part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            self.limits_wanted.emit()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self.add(self.optimizer)
        self.add(self.formula)
        for slider in self.sliders.values():
            self.add_slider(slider)
        self.add(self.decay_notice)
        self.decay_notice.edit_requested.connect(self.request)
        for part in (self.schedule, self.early_stopping, self.augmentation, self.more):
            for slider in part.sliders.values():
                self.bind(slider)
        self.bind(self.dropout.slider)
        for control in (self.schedule, self.dropout, self.early_stopping, self.augmentation, self.more):
            self.add(control)
        for asking in (self.schedule, self.more):
            asking.edit_requested.connect(self.request)

    def _show(self, experiment: Experiment) -> None:
        optimizer = experiment.optimizer
        self.optimizer.set_key(optimizer.kind)
        self.formula.show_formula(OPTIMIZERS[optimizer.kind].formula)
        samples = self._training_samples(experiment)
        self.decay_notice.show_warning(decay_warning(experiment, samples))
        self.sliders["batch_size"].set_maximum(max(_FEWEST, samples))
        for path, slider in self.sliders.items():
            slider.show_value(attrgetter(path)(experiment))
            slider.setVisible(path in _ALWAYS or path in COEFFICIENTS[optimizer.kind])
        self.schedule.show_schedule(experiment.schedule)
        self.dropout.show_experiment(experiment)
        self.early_stopping.show_experiment(experiment)
        self.augmentation.show_experiment(experiment, self.run_data())
        self.more.show_experiment(experiment)
        rate = self.sliders["optimizer.learning_rate"].slider.text_of(optimizer.learning_rate)
        self.set_summary(f"{OPTIMIZER_TITLES[optimizer.kind]()} · α = {rate}")

    def show_limits(self, limits: Limits) -> None:
        """Mark on the penalties' sliders from where on the weights collapse."""
        for path, limit in (("penalty.l1", limits.l1), ("penalty.l2", limits.l2)):
            self.sliders[path].warn_from(limit, partial(self._collapse_words, limit))

    def _collapse_words(self, limit: float | None) -> str:
        if limit is None:
            return ""
        words = self.tr("Above about %1 the penalty shrinks all weights to zero on these data.")
        return words.replace("%1", format_number(limit, 2, trim=True))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Also show what augmentation does."""
        super().show_snapshot(snapshot)
        self.augmentation.show_snapshot(snapshot)

    def _training_samples(self, experiment: Experiment) -> int:
        """m, or the slider's own end while a table has not been read."""
        known, run = data_facts.training_samples(experiment), self.run_data()
        if known is None and run is not None:
            known = len(run.points["train"])
        return int(SLIDERS["batch_size"].maximum) if known is None else known

    @Slot(str)
    def _choose(self, kind: str) -> None:
        self.request(set_field("optimizer.kind", kind))
