"""Files written beside the window: flushing to a slow disk takes time that a frame does not have.

One thread, one file after the other, the newest content only. It is a daemon: a disk that hangs does not keep the
program from ending.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from engine.files import write_whole

Content = Callable[[], bytes]


class BackgroundWriter(QObject):
    """`failed(path, reason)` when a file could not be written, as a line; later ones are tried again."""

    failed = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[Path, Content | None] = {}
        self._changed = threading.Condition()
        self._problems: dict[Path, str] = {}
        self._busy = self._ended = False
        self._thread: threading.Thread | None = None

    def write(self, path: Path, content: Content) -> None:
        """Have what `content` gives written soon; it is called in the other thread and must touch nothing shared."""
        self._put(path, content)

    def remove(self, path: Path) -> None:
        """Have a file removed soon."""
        self._put(path, None)

    def problem(self, path: Path, seconds: float) -> str:
        """Wait, but not longer, until all is written; what went wrong with this file the last time, or ""."""
        with self._changed:
            self._changed.wait_for(lambda: not self._waiting and not self._busy, seconds)
            return self._problems.get(path, "")

    def finish(self, seconds: float) -> bool:
        """End, when everything is written or the time is over; whether it is. May be repeated."""
        with self._changed:
            done = self._changed.wait_for(lambda: not self._waiting and not self._busy, seconds)
            self._ended = True
            self._changed.notify_all()
        return done

    def _put(self, path: Path, content: Content | None) -> None:
        with self._changed:
            if self._ended:
                return
            self._waiting[path] = content
            self._changed.notify_all()
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="autosave", daemon=True)
                self._thread.start()

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting or self._ended)
                if not self._waiting:
                    return
                path = next(iter(self._waiting))
                content, self._busy = self._waiting.pop(path), True
            problem = _do(path, content)
            with self._changed:
                self._busy = False
                self._problems[path] = problem
                ended = self._ended
                self._changed.notify_all()
            if problem and not ended:
                self.failed.emit(path, problem)


def _do(path: Path, content: Content | None) -> str:
    """Write or remove; "" or what went wrong."""
    try:
        if content is None:
            path.unlink(missing_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, content())
    except (OSError, ValueError, MemoryError) as error:
        return " ".join(str(error).split()) or type(error).__name__
    return ""
