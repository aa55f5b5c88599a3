"""What a new window begins with, training thread included: begun before the cards are imported, which take longer."""

from __future__ import annotations

from PySide6.QtCore import QDeadlineTimer, QThread

from engine.presets import preset
from playground.state.session import Session

LONGEST_WAIT = 200  # milliseconds: a large table comes later
FIRST = "circle"  # the preset that a new window, and a new document, begins with


def begin_training() -> Session:
    """A session with the first experiment and, as a rule, its first snapshot."""
    session = Session()
    session.submit(preset(FIRST))
    wait_for_snapshot(session)  # two threads in turns would take as long for both
    return session


def wait_for_snapshot(session: Session) -> None:
    """Leave the interpreter to the training thread until there is something to show, or for a while."""
    patience = QDeadlineTimer(LONGEST_WAIT)
    while session.latest() is None and not patience.hasExpired():
        QThread.msleep(1)
