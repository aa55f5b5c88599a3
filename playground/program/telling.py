"""What document, session and look have to say, told in the window: what failed, what can be undone, what is on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from engine.choices import PAINTED_KINDS
from engine.errors import ExperimentError
from engine.snapshot import Failure
from playground.program.look import Look
from playground.program.recent_files import RecentFiles
from playground.restrictions import LockedError
from playground.state.document import Document
from playground.state.session import Session
from playground.ui.engine_words import say_engine
from playground.ui.main_window import MainWindow
from playground.ui.panels.class_words import words_of


class Telling(QObject):
    """Listens to all of them; `tell_all` says once how everything stands."""

    def __init__(
        self, window: MainWindow, document: Document, session: Session, look: Look, recent: RecentFiles
    ) -> None:
        super().__init__(window)
        self._window, self._document, self._look, self._recent = window, document, look, recent
        self._passing = False  # what the banner says is over when another run begins
        document.refused.connect(self._on_refused)
        document.kept_changed.connect(self._show_kept)
        document.undo_stack.indexChanged.connect(self._show_undo)
        session.state_changed.connect(window.show_running)
        session.failed.connect(self._on_failed)
        session.started.connect(self._on_started)
        recent.changed.connect(self._show_recent)
        window.top_bar.menu.opening.connect(self._show_recent)
        look.changed.connect(self._show_look)
        look.language_changed.connect(window.top_bar.set_language)
        look.motion_changed.connect(window.network.set_reduced_motion)

    def tell_all(self) -> None:
        """Say how everything stands; what comes later is told by itself."""
        self._window.show_experiment(self._document.experiment)
        self._window.network.set_reduced_motion(self._look.reduced_motion)
        for show in (self._show_undo, self._show_kept, self._show_recent, self._show_look):
            show()

    @Slot(object)
    def _on_refused(self, error: ExperimentError) -> None:
        self._passing = True
        if isinstance(error, LockedError):
            self._window.banner.show_message(
                "info",
                lambda: self.tr("Locked in class mode"),
                lambda: self.tr("“{setting}” is locked here, so nothing was changed.").format(
                    setting=words_of(error.path)
                ),
                passing=True,
            )
            return
        self._window.banner.show_message(
            "warning", lambda: self.tr("This is not possible"), lambda: say_engine(str(error))
        )

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        self._passing = True
        self._window.banner.show_message(
            "info" if self._is_empty() else "error",
            lambda: self._title_of(failure),
            lambda: say_engine(failure.message),
            action=self._what_to_do if self._window.hides_story() else "",
            on_action=self._window.open_story,
        )

    def _what_to_do(self) -> str:
        return self.tr("What to do")

    def _title_of(self, failure: Failure) -> str:
        if self._is_empty():
            return self.tr("Nothing to train on")
        return self.tr("Training diverged") if failure.kind == "diverged" else self.tr("Training stopped")

    def _is_empty(self) -> bool:
        data = self._document.experiment.data
        return data.kind in PAINTED_KINDS and not data.points

    @Slot(int)
    def _on_started(self, run: int) -> None:
        if self._passing:
            self._window.banner.dismiss()
            self._passing = False

    @Slot()
    def _show_undo(self) -> None:
        document, stack = self._document, self._document.undo_stack
        undo = document.step(stack.index() - 1) if stack.canUndo() else None
        redo = document.step(stack.index()) if stack.canRedo() else None
        self._window.show_undo(undo, redo)
        self._window.overlays.refresh_history()

    @Slot()
    def _show_kept(self) -> None:
        self._window.show_file(self._document.path, self._document.is_modified)

    @Slot()
    def _show_recent(self) -> None:
        paths = self._recent.paths()
        self._window.top_bar.menu.set_recent(paths)
        self._window.overlays.show_recent(paths)

    @Slot()
    def _show_look(self) -> None:
        look = self._look
        self._window.show_switches(
            theme_system=look.theme == "system",
            language_system=look.language == "system",
            reduced_motion=look.reduced_motion,
            projector=look.is_projecting,
            controls=not self._window.controls.isHidden(),
        )
