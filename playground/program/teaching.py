"""What the lessons ask for: their experiments go into the document, their claims are run beside the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from engine.edits import replace_experiment
from engine.experiment import Experiment
from playground.program.claim_check import ClaimCheck
from playground.state.document import Document
from playground.ui.main_window import MainWindow


class Teaching(QObject):
    """Connects the lessons of a window with a document."""

    def __init__(self, window: MainWindow, document: Document) -> None:
        super().__init__(window)
        self._window, self._document = window, document
        self.check = ClaimCheck(self)
        window.experiment_requested.connect(self._open)
        window.check_requested.connect(self.check.run)
        self.check.finished.connect(self._show_figures)
        self.check.failed.connect(self._show_problem)

    def close(self) -> None:
        """End a check that is running."""
        self.check.close()

    @Slot(object, str)
    def _open(self, experiment: Experiment, lesson: str) -> None:
        self._document.apply(replace_experiment(experiment, f"Lesson {lesson}"))

    @Slot(object)
    def _show_figures(self, figures: object) -> None:
        if self._window.story.lesson is not None:
            self._window.story.lesson.show_figures(figures)  # type: ignore[arg-type]  # a signal carries objects

    @Slot(str)
    def _show_problem(self, problem: str) -> None:
        if self._window.story.lesson is not None:
            self._window.story.lesson.show_problem(problem)
