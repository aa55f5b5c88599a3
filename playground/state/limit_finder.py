"""Finding out, beside everything else, from which λ on the weights collapse: when somebody wants to know it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal, Slot

from engine.collapse import Limits, collapse_limits, part_that_matters
from engine.errors import DataError, ExperimentError
from engine.experiment import Experiment, Penalty

REST = 700  # milliseconds without a change, so that a drag asks once


class LimitFinder(QObject):
    """`found(Limits)` in the window's thread for the newest experiment; empty at once when the old ones hold no more.

    They are wanted while there is a penalty, and from `want` on until the experiment is another one. What is being
    measured when it is not wanted any more ends early.
    """

    found = Signal(object)
    _told = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest = 0
        self._part: Experiment | None = None
        self._asked = False  # for the newest experiment
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._ask)
        self._told.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def look_at(self, experiment: Experiment) -> None:
        """Follow an experiment; returns at once. A change that does not move the limits leaves them as they are."""
        part = part_that_matters(experiment)
        if part != self._part:
            self._part, self._asked = part, False
            self._newest += 1
            self._rest.stop()
            self.found.emit(Limits())
        if experiment.penalty != Penalty():
            self.want()

    @Slot()
    def want(self) -> None:
        """Somebody looks at a penalty: find the limits of the experiment, once it rests."""
        if not self._asked and self._part is not None:
            self._rest.start()

    def close(self) -> None:
        """Begin nothing any more, and come back when nothing is being measured."""
        self._rest.stop()
        self._newest += 1
        self._asked = True
        self._pool.clear()
        self._pool.waitForDone()

    @Slot()
    def _ask(self) -> None:
        assert self._part is not None, "there is something to rest from"
        self._asked = True
        self._pool.start(partial(self._work, self._newest, self._part))

    def _work(self, number: int, experiment: Experiment) -> None:
        """In the pool's thread: nothing here touches a widget."""
        try:
            limits = collapse_limits(experiment, lambda: number == self._newest)
        except (DataError, ExperimentError, OSError, MemoryError):
            return  # the session says what is wrong with the experiment
        self._told.emit(number, limits)

    @Slot(int, object)
    def _pass_on(self, number: int, limits: Limits) -> None:
        if number == self._newest:
            self.found.emit(limits)
