"""At most so often, and always the last: what changes with every frame but cannot be read so quickly."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot


class Pace(QObject):
    """`due(object)` passes on what `offer` is given: at once after a rest, else the newest when the rest is over."""

    due = Signal(object)

    def __init__(self, milliseconds: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rest = QTimer(self, singleShot=True, interval=milliseconds)
        self._rest.timeout.connect(self._pass_on)
        self._waiting: object = None

    def offer(self, value: object, *, at_once: bool = False) -> None:
        """Pass on `value` (not None), now if the rest is over or `at_once` is asked for."""
        self._waiting = value
        if at_once or not self._rest.isActive():
            self._pass_on()

    @Slot()
    def _pass_on(self) -> None:
        value, self._waiting = self._waiting, None
        if value is not None:
            self._rest.start()
            self.due.emit(value)
