"""A session that is closed after the test, with its thread ended, and small experiments that train in no time."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.experiment import Data, Experiment, Layer, Optimizer
from engine.snapshot import Snapshot
from engine.trainer import Trainer
from playground.state.session import Session

SMALL = Experiment(data=Data(kind="circle", samples=60), layers=(Layer(units=3),), batch_size=7)  # 5 batches an epoch

RICH = replace(
    SMALL,
    layers=(Layer(units=5, activation="relu", batch_norm=True), Layer(units=4, keep_prob=0.8)),
    optimizer=Optimizer(kind="adam", learning_rate=0.01),
)

Shown = Callable[[Callable[[Snapshot], bool]], Snapshot]


def assert_equal_runs(trainer: Trainer, other: Trainer) -> None:
    """The same weights, history and place in the run, to the last bit."""
    np.testing.assert_array_equal(trainer.parameters, other.parameters)
    np.testing.assert_array_equal(trainer.history.table, other.history.table)
    assert (trainer.steps, trainer.epoch, trainer.batch_in_epoch) == (other.steps, other.epoch, other.batch_in_epoch)


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
