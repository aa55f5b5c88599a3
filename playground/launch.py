"""From nothing to the open window, quickest first: what the last start painted is shown while the rest is imported.

Until that picture is on the screen only Qt is imported, and of Qt not even the namespace `Qt` with its thousand
constants; NumPy, the engine and the cards come while it can be looked at.
It is the window's own, taken at the same size, look and language before anything was done, so the cards take its place
without anything moving. A start that has none, such as the very first one, shows the cards without their content; one
that opens a file, which may turn out to be damaged, shows the window when it is whole.
"""

from __future__ import annotations

import gc
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from playground.plain_imports import plain_imports
from playground.program import launch_picture
from playground.program.application import make_application
from playground.program.garbage import GarbageCollection
from playground.program.launch_sheets import EmptyCards
from playground.program.window_place import WindowPlace
from playground.ui.main_window import MainWindow

if TYPE_CHECKING:
    from engine.experiment_text import Shared
    from playground.app import Playground
    from playground.program.termination import Termination

LONGEST = 300  # milliseconds that the picture is waited for: a minimised window is never painted
ROUNDS = 6  # of laying out; the last ones find nothing to do


def start() -> int:
    """What `playground` does when nothing follows; returns the exit status."""
    from playground.preflight import check_display

    problem = check_display()
    if problem is not None:
        print(f"playground: {problem}", file=sys.stderr)
        return 1
    return open_window()


def open_window(what: Path | Shared | None = None, *, fresh: bool = False) -> int:
    """Open the window on the last session, unless `fresh`, and on what is given; returns its exit status.

    What is given is a file (an experiment, a table or exported weights) or what a link holds.
    Raises ExperimentError, DataError, FileFormatError or OSError for a file that cannot be opened.
    """
    application = make_application()
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # until there is a session: Ctrl-C in the terminal ends the program
    launch = Launch(application)
    launch.begin(what, fresh=fresh)
    return application.exec()


def settle() -> None:
    """Let the layouts come to rest: each may ask those around it for another round."""
    for _ in range(ROUNDS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


class Launch(QObject):
    """The window, empty at first; `playground` once it is whole."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.garbage = GarbageCollection(self)
        self._what: Path | Shared | None = None
        self._fresh = False
        self._application = application
        self.window = MainWindow(empty=True)
        self.playground: Playground | None = None
        self.keeper: launch_picture.Keeper | None = None  # takes the picture for the next start
        self._place = WindowPlace(self.window)
        self.window.closing.connect(self._place.keep)
        self.termination: Termination | None = None  # not before there is something to keep

    def begin(self, what: Path | Shared | None = None, *, fresh: bool = False) -> None:
        """Show the picture, or the cards while they are empty, and go on when that is on the screen.

        A start that opens something shows the window when it is whole, since it may turn out that there will be none.
        """
        self._what, self._fresh = what, fresh
        announced = self._what is None and not self._fresh
        if not announced:
            self.finish()
            return
        picture = launch_picture.find(launch_picture.name_for(self.window))
        page = EmptyCards(launch_picture.scheme()) if picture is None else launch_picture.LaunchPage(picture)
        page.painted.connect(self._go_on)
        self.window.setCentralWidget(page)
        self.window.show()
        QTimer.singleShot(LONGEST, self, self.finish)

    @Slot()
    def _go_on(self) -> None:
        QTimer.singleShot(0, self, self.finish)  # when the picture has left for the screen

    @Slot()
    def finish(self) -> None:
        """Put the cards into the window, once. Raises what is wrong with a file that was given."""
        if self.playground is not None:
            return
        self.window.setUpdatesEnabled(False)
        try:
            with plain_imports():
                from playground.program.first_run import begin_training

                session = begin_training() if self._what is None else None
                from playground.app import begin

                self.playground = begin(self._application, self.window, self._what, session, fresh=self._fresh)
                self._listen()
        except BaseException:
            if self.window.isVisible():
                self._application.exit(1)  # a picture that answers nothing must not stay
            raise
        gc.freeze()  # nearly all that was made by now stays for good: it is not searched for garbage
        self.window.show()
        content = self.window.centralWidget()
        assert content is not None, "it has just been built"
        content.show()  # in a window that is open Qt would do it later, and everything would move then
        settle()
        self.window.setUpdatesEnabled(True)
        if self._what is None:
            self.keeper = launch_picture.Keeper(self.window, self.playground.is_untouched)

    def _listen(self) -> None:
        from playground.program.termination import Termination

        self.termination = Termination(self)
        self.termination.asked.connect(self._end)

    @Slot(int)
    def _end(self, number: int) -> None:
        """Keep everything and end: what the system wants ended is not asked about unsaved changes."""
        assert self.playground is not None, "nobody listens before"
        self._place.keep()
        self.playground.close()
        self._application.exit(128 + number)  # as a shell says it
