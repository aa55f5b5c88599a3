"""A session that is closed after the test, with its thread ended, and small experiments that train in no time."""

import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from engine.experiment import Data, Experiment, Layer
from engine.snapshot import Snapshot
from playground.state.session import Session

SMALL = Experiment(data=Data(kind="circle", samples=60), layers=(Layer(units=3),), batch_size=7)  # 5 batches an epoch


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    before = own_threads()
    session = Session()
    session.set_view(surface_size=16, unit_size=8)
    yield session
    assert session.close()
    assert own_threads() == before


def own_threads() -> set[str]:
    """The threads that Python has started and not ended; Qt's are looked after elsewhere."""
    alien = threading._DummyThread  # how Python sees a thread of somebody else, also for a while after its end
    return {repr(one) for one in threading.enumerate() if not isinstance(one, alien)}


@pytest.fixture
def shown(session: Session, qtbot: QtBot) -> Callable[[Callable[[Snapshot], bool]], Snapshot]:
    """Wait for a snapshot that fulfils a condition, and return it."""

    def wait_for(condition: Callable[[Snapshot], bool]) -> Snapshot:
        found: list[Snapshot] = []

        def look() -> bool:
            snapshot = session.latest()
            if snapshot is not None and condition(snapshot):
                found.append(snapshot)
            return bool(found)

        qtbot.waitUntil(look, timeout=20_000)
        return found[0]

    return wait_for
