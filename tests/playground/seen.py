"""Waiting for what a session shows: the newest snapshot, as the window pulls it."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from engine.snapshot import Snapshot
from playground.state.session import Session

Seen = Callable[[Callable[[Snapshot], bool]], Snapshot]


def waiting_for(session: Session, qtbot: QtBot) -> Seen:
    """What waits for a snapshot that fulfils a condition, and gives it."""

    def wait_for(condition: Callable[[Snapshot], bool]) -> Snapshot:
        found: list[Snapshot] = []

        def look_for() -> bool:
            snapshot = session.latest()
            if snapshot is not None and condition(snapshot):
                found.append(snapshot)
            return bool(found)

        qtbot.waitUntil(look_for, timeout=30_000)
        return found[0]

    return wait_for
