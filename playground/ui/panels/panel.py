"""What the panels share: a folding card that shows an experiment and asks for edits; who grants them it never knows."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QWidget

from engine.edits import Edit
from engine.experiment import Data, Experiment
from engine.snapshot import RunData, Snapshot
from playground.ui.panels.field_slider import FieldSlider
from playground.ui.panels.section import Section
from playground.ui.widgets import Text


class Panel(Section):
    """`edit_requested(Edit)` says what the user wants; `edit_started`, `edit_finished` stand around a drag.

    The experiment comes back by `show_experiment`. An edit that was refused, or changed nothing, leaves the controls
    showing the experiment as it is.
    """

    edit_requested = Signal(object)
    edit_started = Signal()
    edit_finished = Signal()

    def __init__(self, title: Text, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._experiment: Experiment | None = None
        self._run_data: RunData | None = None
        self._run_source: Data | None = None

    def show_experiment(self, experiment: Experiment) -> None:
        """Show the experiment in every control; no signal."""
        self._experiment = experiment
        self._show(experiment)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take from a run what only it knows of its data; costs nothing until there is another run."""
        if snapshot.data is not self._run_data:
            self._run_data, self._run_source = snapshot.data, snapshot.experiment.data
            if self._experiment is not None:
                self._show(self._experiment)

    def run_data(self) -> RunData | None:
        """What a run has read of the experiment's data; None until one has."""
        fits = self._experiment is not None and self._experiment.data == self._run_source
        return self._run_data if fits else None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._experiment is not None:
            self._show(self._experiment)

    @abstractmethod
    def _show(self, experiment: Experiment) -> None:
        """Put the experiment's values into the controls."""

    def add_slider(self, slider: FieldSlider) -> FieldSlider:
        """Append a slider and pass on what it asks for."""
        self.add(slider)
        return self.bind(slider)

    def bind(self, slider: FieldSlider) -> FieldSlider:
        """Pass on what a slider asks for, wherever it stands."""
        slider.edit_requested.connect(self.request)
        slider.edit_started.connect(self.edit_started)
        slider.edit_finished.connect(self.edit_finished)
        return slider

    @Slot(object)
    def request(self, edit: Edit) -> None:
        """Ask for an edit; who grants it answers with `show_experiment` before this returns, or not at all."""
        before = self._experiment
        self.edit_requested.emit(edit)
        if before is not None and self._experiment is before:
            self._show(before)
