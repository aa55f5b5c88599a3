"""Python's collector of cyclic garbage, on the window's thread alone.

Left to itself it runs in whichever thread happens to make the next object. In the training thread it would take Qt's
objects apart while the window's thread uses them, which Qt does not allow: the one may wait for the other for ever. And
within a paint event it could take away the very widget that is painted. A timer between two events does neither.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

EVERY = 500  # milliseconds


class GarbageCollection(QObject):
    """Takes over from the automatic collector until `stop`; collects what that would have, when it would have."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.collect)
        gc.disable()
        self._timer.start()

    @Slot()
    def collect(self) -> int:
        """Collect the generations that are full; returns the oldest one collected, −1 for none."""
        oldest = -1
        for generation, limit in enumerate(gc.get_threshold()):
            if not limit or gc.get_count()[generation] <= limit:
                break
            gc.collect(generation)
            oldest = generation
        return oldest

    def stop(self) -> None:
        """Give the collector back to Python."""
        self._timer.stop()
        gc.enable()
