"""The end that comes from outside: a system that shuts down, a terminal that is closed, Ctrl-C in it.

Python hears a signal only between two of its own instructions, and an idle window runs none. A byte in a socket that Qt
listens to wakes it: `signal.set_wakeup_fd` writes one, on Windows too, where only sockets can be waited for.
"""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # no system has all of them
_MOST = 64  # signals heard at once


class Termination(QObject):
    """`asked(number of the signal)` between two events; who asks a second time ends the program at once.

    To be made on the main thread.
    """

    asked = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heard, self._written = socket.socketpair()
        for end in (self._heard, self._written):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        self._fd_before = signal.set_wakeup_fd(self._written.fileno(), warn_on_full_buffer=False)
        numbers = [getattr(signal, name) for name in NAMES if hasattr(signal, name)]
        self._before = {
            number: signal.signal(number, _end_the_next_time)
            for number in numbers
            if signal.getsignal(number) is not signal.SIG_IGN  # as nohup wants it
        }

    @Slot()
    def _hear(self) -> None:
        for number in self._heard.recv(_MOST):
            if number in self._before:
                self.asked.emit(number)

    def stop(self) -> None:
        """Leave the signals to whoever had them before; may be repeated."""
        if self._heard.fileno() < 0:
            return
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._fd_before)
        self._notifier.setEnabled(False)
        for end in (self._heard, self._written):
            end.close()


def _end_the_next_time(number: int, frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_DFL)
