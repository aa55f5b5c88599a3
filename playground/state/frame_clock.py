"""The frame clock: about sixty times a second it shows the newest snapshot and paints, with the training gate closed.

It ticks only while a run goes on; a run that stands still publishes its snapshot by a signal, and gets one frame for
each. When frames are dear it ticks more slowly, so that input and training keep a share of the time.
"""

from __future__ import annotations

from collections import deque
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot

from engine.snapshot import Snapshot
from playground.state.session import Session

INTERVAL = 16  # ms
IDLE_SHARE = 1.4  # the interval is at least this times a frame's usual cost
KEPT_COSTS = 4096


class FrameClock(QObject):
    """``frame(Snapshot)`` is emitted for each new snapshot; what listeners then ask to be painted is painted at once.

    costs: seconds of the last frames (listeners and painting), newest last.
    """

    frame = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.costs: deque[float] = deque(maxlen=KEPT_COSTS)
        self._session = session
        self._shown: Snapshot | None = None
        self._usual_cost = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(INTERVAL)
        self._timer.timeout.connect(self.tick)
        session.state_changed.connect(self._follow)
        session.published.connect(self.tick)

    @property
    def is_ticking(self) -> bool:
        """Whether frames come by themselves."""
        return self._timer.isActive()

    @Slot()
    def tick(self) -> None:
        """Show the newest snapshot, if it is another one than the last."""
        snapshot = self._session.latest()
        if snapshot is None or snapshot is self._shown:
            return
        self._shown = snapshot
        begun = perf_counter()
        self._session.gate.close()
        try:
            self.frame.emit(snapshot)
            paint_now()
        finally:
            self._session.gate.open()
        self._measured(perf_counter() - begun)

    @Slot(bool)
    def _follow(self, running: bool) -> None:
        if running:
            self._timer.start()
        else:
            self._timer.stop()

    def _measured(self, cost: float) -> None:
        self.costs.append(cost)
        self._usual_cost += 0.2 * (cost - self._usual_cost)
        interval = max(INTERVAL, round(self._usual_cost * 1000 * IDLE_SHARE))
        if interval != self._timer.interval():
            self._timer.setInterval(interval)


def paint_now() -> None:
    """Lay out and paint what has asked for it, instead of waiting for the event loop to come round to it."""
    for kind in (QEvent.Type.LayoutRequest, QEvent.Type.UpdateRequest):
        QCoreApplication.sendPostedEvents(None, kind.value)
