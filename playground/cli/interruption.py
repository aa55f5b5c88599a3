"""Ctrl-C as a wish: training stops between two steps, so that what was trained can still be written."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Interruption:
    """``asked`` turns true at the first Ctrl-C; a second one ends the program at once."""

    def __init__(self) -> None:
        self.asked = False

    def ask(self, signal_number: int, frame: FrameType | None) -> None:
        """What the signal calls."""
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True


@contextmanager
def heard() -> Iterator[Interruption]:
    """Listen for Ctrl-C in this block; outside the main thread, where signals cannot be heard, nothing changes."""
    interruption = Interruption()
    if threading.current_thread() is not threading.main_thread():
        yield interruption
        return
    before = signal.signal(signal.SIGINT, interruption.ask)
    try:
        yield interruption
    finally:
        signal.signal(signal.SIGINT, before)
