"""The session is kept without being asked for: shortly after each change, when training rests, and at the end.

What is kept is the document, the view options, and the trained weights with all that the run hangs on; the next start
goes on from there (`kept_session` reads it). One window has a folder at a time: a second one has a folder of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLockFile, QObject, QTimer, Slot

from playground.program.background_writer import BackgroundWriter
from playground.program.kept_session import DOCUMENT, LOCK, RUN, KeptDocument, document_to_bytes
from playground.state.document import Document
from playground.state.session import Session

SOON = 400  # ms after a change; a drag is one change
WHILE_RUNNING = 20_000  # ms between two copies of the weights while it trains
MOST_WINDOWS = 9
LONGEST_END = 3.0  # seconds for the last files
_SHORT, _LONG = 0.2, 1.0  # seconds to wait for the run's state: now and then, and at the end


class Autosave(QObject):
    """Keeps one document and its session in a folder; ``view`` gives the options of the window, by name."""

    def __init__(self, folder: Path, document: Document, session: Session, view: Callable[[], dict[str, Any]]) -> None:
        super().__init__(document)
        self.writer = BackgroundWriter(self)
        self._folder, self._document, self._session, self._view = folder, document, session, view
        self._document_timer, self._run_timer = QTimer(self), QTimer(self)
        self._document_timer.setSingleShot(True)
        self._document_timer.setInterval(SOON)
        self._document_timer.timeout.connect(self.keep_all)
        self._run_timer.setInterval(WHILE_RUNNING)
        self._run_timer.timeout.connect(self.keep_run)
        document.kept_changed.connect(self.note)
        session.state_changed.connect(self._on_running)
        self.note()

    @Slot()
    def note(self) -> None:
        """Keep the document soon: something about it, or about the view, has changed."""
        self._document_timer.start()

    @Slot()
    def keep_all(self) -> None:
        """Keep the document now, and the weights of a run that rests, so that the two belong together."""
        self._keep_document()
        if not self._session.is_running:
            self.keep_run()

    def problem(self) -> str:
        """Keep the document now; why that cannot be done, or ""."""
        self._keep_document()
        return self.writer.problem(self._folder / DOCUMENT, _LONG)

    def _keep_document(self) -> None:
        self._document_timer.stop()
        kept = KeptDocument(
            experiment=self._document.experiment,
            path=self._document.path,
            modified=self._document.is_modified,
            restrictions=self._document.restrictions,
            view=self._view(),
            past=self._document.past(),
        )
        self.writer.write(self._folder / DOCUMENT, lambda: document_to_bytes(kept))

    @Slot()
    def keep_run(self) -> None:
        """Keep the trained weights now; not while their data are still being read, which nobody should wait for."""
        snapshot = self._session.latest()
        if snapshot is not None and snapshot.experiment == self._document.experiment:
            self._keep_state(_SHORT)

    def _keep_state(self, patience: float) -> None:
        from engine.export.checkpoint_file import KeptRun, run_to_bytes

        try:
            state = self._session.export_state(patience)
        except (TimeoutError, RuntimeError):
            return  # there is no run, and so nothing to lose
        run = KeptRun(experiment=state.experiment, checkpoint=state.checkpoint)
        self.writer.write(self._folder / RUN, lambda: run_to_bytes(run))

    @Slot(bool)
    def _on_running(self, running: bool) -> None:
        if running:
            self._run_timer.start()
        else:
            self._run_timer.stop()
            self.keep_run()

    def finish(self) -> None:
        """Keep everything a last time; for when the window is closed, before the session ends."""
        self._run_timer.stop()
        if not self._session.is_closed:
            self._keep_document()
            self._keep_state(_LONG)
        self.writer.finish(LONGEST_END)


class FolderTaken(Exception):  # noqa: N818 - nothing is wrong: another window of this program is open
    """Another program keeps its session in the folder."""


def first_free(folder: Path) -> tuple[Path, QLockFile]:
    """The folder itself, or where other windows have that, one of its own inside. Raises as `lock`."""
    for number in range(1, MOST_WINDOWS + 1):
        place = folder if number == 1 else folder / f"window-{number}"
        try:
            return place, lock(place)
        except FolderTaken:
            continue
    raise FolderTaken


def lock(folder: Path) -> QLockFile:
    """The folder for this program alone. Raises FolderTaken, or OSError where nothing can be written."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(folder / LOCK))
    lock.setStaleLockTime(0)  # one left by a program that was killed is seen by its number, not by its age
    if lock.tryLock(0):
        return lock
    if lock.error() == QLockFile.LockError.LockFailedError:
        raise FolderTaken
    raise PermissionError(f"{folder}: nothing can be written there")
