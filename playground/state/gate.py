"""The gate: while the window draws a frame, the training thread waits, so that drawing has the interpreter to itself.

The window only sets a flag and never waits; the training thread looks at it between slices of about a millisecond.
"""

from __future__ import annotations

import threading

LONGEST_WAIT = 0.1  # seconds: a window that died while drawing does not stop the training thread for ever


class Gate:
    """Open at first. ``close`` and ``open`` belong to the window's thread, ``wait`` to the training thread."""

    def __init__(self) -> None:
        self._opened = threading.Event()
        self._opened.set()

    @property
    def is_open(self) -> bool:
        """Whether training may go on."""
        return self._opened.is_set()

    def close(self) -> None:
        """Ask the training thread to wait at its next look; returns at once."""
        self._opened.clear()

    def open(self) -> None:
        """Let the training thread go on; opening an open gate does nothing."""
        self._opened.set()

    def wait(self) -> bool:
        """Wait while the gate is closed; False if it had to be opened by force, because nobody did for too long."""
        if self._opened.is_set() or self._opened.wait(LONGEST_WAIT):
            return True
        self._opened.set()
        return False
