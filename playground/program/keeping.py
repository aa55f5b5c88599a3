"""The session from one start to the next: what was kept comes back, and what is done from now on is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Slot

from playground.program import launch_picture
from playground.program.autosave import Autosave, FolderTaken, first_free
from playground.program.file_words import say_problem
from playground.program.kept_session import KeptSession, put_aside, read_session, sweep
from playground.state.document import Document
from playground.state.session import Session
from playground.ui.engine_words import say_engine
from playground.ui.main_window import MainWindow


class Keeping(QObject):
    """Does nothing until `begin`; `finish` keeps everything a last time."""

    def __init__(self, window: MainWindow, document: Document, session: Session) -> None:
        super().__init__(window)
        self._window, self._document, self._session = window, document, session
        self.autosave: Autosave | None = None
        self._lock: QLockFile | None = None
        self._begun = self._let_go = False
        self._reason = ""  # why nothing is kept

    def begin(self, folder: Path, *, fresh: bool = False) -> None:
        """Go on with the session that a folder holds, and keep this one there from now on.

        `fresh`: begin without it; it is put aside. A second window has a folder and a session of its own. Where the
        disk does not take it, the window says so and keeps nothing.
        """
        self._begun = True
        try:
            place, self._lock = first_free(folder)
        except FolderTaken:
            self._say_not_kept(self.tr("Too many windows of this program are open."))
            return
        except OSError as error:
            self._say_not_kept(say_problem(error))
            return
        sweep(place)
        if fresh:
            put_aside(place, "before")
        else:
            self._go_on_with(read_session(place))
        self.autosave = Autosave(place, self._document, self._session, self._window.view_options)
        self.autosave.writer.failed.connect(self._on_failed)
        self._window.view_changed.connect(self.autosave.note)
        if place != folder:
            self._say_second()

    def may_close(self) -> bool:
        """Whether nothing is lost when the window closes now; else the window asks, and stays until it is answered."""
        if self._let_go or not self._begun or not self._document.is_modified:
            return True
        reason = self._reason if self.autosave is None else self.autosave.problem()
        if not reason:
            return True
        self._window.banner.show_message(
            "warning",
            lambda: self.tr("There are unsaved changes, and the session cannot be kept"),
            reason,
            action=lambda: self.tr("Close without saving"),
            on_action=self._close_all_the_same,
        )
        return False

    def _close_all_the_same(self) -> None:
        self._let_go = True
        self._window.close()

    def finish(self) -> None:
        """Keep the session, and the picture that the next start shows; may be repeated."""
        if self.autosave is not None and not self._session.is_closed:
            self._session.pause()
            self.autosave.finish()
            self._keep_picture()
        if self._lock is not None:
            self._lock.unlock()

    def _go_on_with(self, kept: KeptSession) -> None:
        document = kept.document
        if document is not None:
            self._document.start(document.experiment, document.path, document.restrictions, modified=document.modified)
            self._document.take_past(document.past)
            self._window.set_view_options(document.view)
        if kept.run is not None:
            self._session.resume(kept.run.experiment, kept.run.checkpoint)
            self._session.submit(self._document.experiment)  # what was changed while it trained
        if kept.broken:
            told = "; ".join(f"{path}: {say_engine(reason)}" for path, reason in kept.broken)
            title = self.tr("The last session cannot be read; what is broken was put aside")
            self._window.banner.show_message("warning", title, told)

    def _say_not_kept(self, reason: str) -> None:
        self._reason = reason
        title = lambda: self.tr("This window is not kept for the next start")  # noqa: E731 - said in two languages
        self._window.banner.show_message("warning", title, reason)

    def _say_second(self) -> None:
        self._window.banner.show_message(
            "info",
            lambda: self.tr("A second window"),
            lambda: self.tr("It is kept apart from the first, and comes back when two are open again."),
            passing=True,
        )

    def _keep_picture(self) -> None:
        self._window.banner.dismiss()
        if self._window.isVisible() and not self._window.isMinimized():
            launch_picture.keep(launch_picture.name_for(self._window), self._window.grab())

    @Slot(object, str)
    def _on_failed(self, path: Path, reason: str) -> None:
        title = self.tr("The session cannot be kept for the next start")
        self._window.banner.show_message("warning", title, f"{path}: {say_engine(reason)}")
