"""What a new window begins with, training thread included: begun before the cards are imported, which take longer."""

from __future__ import annotations

from engine.presets import preset
from playground.state.session import Session

FIRST = "circle"  # the preset that a new window, and a new document, begins with


def begin_training() -> Session:
    """A session with the first experiment: its data are prepared while the window is built."""
    session = Session()
    session.submit(preset(FIRST))
    return session
