"""Whether a change of the window comes to rest: how often its widgets are laid out and resized because of it.

Layouts that answer each other for ever are seen by the rounds of events that they take: in the first one or two after a
change everything has found its place, and then none is laid out any more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

MOST = 24  # times that one widget may be laid out, or resized, for one change: twice what any needs
ROUNDS = 12  # of events after which nothing is laid out any more
_COUNTED = (QEvent.Type.LayoutRequest, QEvent.Type.Resize)


class Settling(QObject):
    """Counts, as a filter of all events of the application, by widget and kind of event.

    Far beyond the limit requests are swallowed, so that the test fails instead of hanging.
    """

    def __init__(self) -> None:
        super().__init__()
        self._counts: Counter[tuple[str, str]] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _COUNTED or not isinstance(watched, QWidget):
            return False
        key = f"{type(watched).__name__} {watched.objectName()} {id(watched):x}", kind.name
        self._counts[key] += 1
        return kind == QEvent.Type.LayoutRequest and self._counts[key] > 4 * MOST

    def total(self) -> int:
        """How many events there were."""
        return self._counts.total()

    def restless(self) -> list[str]:
        """The widgets that were laid out or resized too often, the most often first."""
        return [f"{who}: {count} × {kind}" for (who, kind), count in self._counts.most_common() if count > MOST]


@contextmanager
def settles(application: QApplication) -> Iterator[None]:
    """What is done inside, and all that it asks for, is over after a few rounds of events."""
    counting, rounds = Settling(), 0
    application.installEventFilter(counting)
    try:
        yield
        before = -1
        while counting.total() != before and rounds <= ROUNDS:
            before, rounds = counting.total(), rounds + 1
            application.processEvents()
    finally:
        application.removeEventFilter(counting)
    assert counting.restless() == []
    assert rounds <= ROUNDS, f"it is laid out for ever: {counting.total()} events"
