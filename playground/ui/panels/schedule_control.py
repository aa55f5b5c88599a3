"""The learning-rate schedule: which decay, its formula, and only those of its parameters that the formula has."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.edits import set_field
from engine.experiment import Schedule
from engine.schedule import DECAYS
from playground.ui.panels import field_words
from playground.ui.panels.choice_words import SCHEDULE_TITLES
from playground.ui.panels.field_slider import FieldSlider
from playground.ui.panels.formula_line import FormulaLine
from playground.ui.theme import GAP
from playground.ui.widgets import Choice

# the parameters in each formula; warm-up goes with every decay but the constant one, to keep that one line
PARAMETERS: Mapping[str, tuple[str, ...]] = {
    "constant": (),
    "inverse-time": ("schedule.decay", "schedule.warmup"),
    "exponential": ("schedule.decay", "schedule.warmup"),
    "step": ("schedule.decay", "schedule.period", "schedule.warmup"),
    "cosine": ("schedule.period", "schedule.warmup"),
}
_FACTORS = ("exponential", "step")  # their decay is a factor, at most 1


class ScheduleControl(QWidget):
    """`edit_requested(Edit)` when another decay is chosen; `sliders` ask for themselves."""

    edit_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = Choice(
            lambda: field_words.label("schedule.kind"),
            [(kind, SCHEDULE_TITLES[kind]) for kind in DECAYS],
            tooltip=lambda: field_words.tooltip("schedule.kind"),
            mark=field_words.restart_mark("schedule.kind"),
        )
        self.choice.setObjectName("schedule.kind")
        self.formula = FormulaLine()
        self.sliders = {path: FieldSlider(path) for path in ("schedule.decay", "schedule.period", "schedule.warmup")}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP // 2)
        for widget in (self.choice, self.formula, *self.sliders.values()):
            layout.addWidget(widget)
        self.choice.chosen.connect(self._choose)

    def show_schedule(self, schedule: Schedule) -> None:
        """Show the decay and its parameters."""
        used = set(PARAMETERS[schedule.kind])
        if schedule.warmup:
            used.add("schedule.warmup")  # in force, so it is shown
        self.choice.set_key(schedule.kind)
        self.formula.show_formula(DECAYS[schedule.kind].formula)
        self.formula.setVisible(schedule.kind != "constant")
        self.sliders["schedule.decay"].set_maximum(1.0 if schedule.kind in _FACTORS else 10.0)
        for path, slider in self.sliders.items():
            slider.show_value(getattr(schedule, path.rpartition(".")[2]))
            slider.setVisible(path in used)

    @Slot(str)
    def _choose(self, kind: str) -> None:
        self.edit_requested.emit(set_field("schedule.kind", kind))
