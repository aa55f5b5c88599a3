"""What goes wrong in the training thread arrives as data; the session stays usable and the last weights stay."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from engine.data.prepare import Prepared
from engine.edits import choose_data, set_field
from engine.experiment import Data, Experiment, Layer, Optimizer
from engine.snapshot import Failure, Snapshot
from engine.trainer import Trainer
from playground.state import gate as gate_module
from playground.state import worker as worker_module
from playground.state.session import Session
from playground.state.snapshots import Photographer
from tests.playground.state.conftest import SMALL

Shown = Callable[[Callable[[Snapshot], bool]], Snapshot]

EXPLODING = replace(
    SMALL,
    data=Data(kind="reg-plane", samples=60),
    layers=(Layer(units=4, activation="relu"), Layer(units=4, activation="relu")),
    optimizer=Optimizer(learning_rate=1000.0),
)


@pytest.fixture
def failures(session: Session) -> list[Failure]:
    failures: list[Failure] = []
    session.failed.connect(failures.append)
    return failures


def test_divergence_stops_with_its_place_and_cause(session: Session, shown: Shown, qtbot: QtBot) -> None:
    session.submit(EXPLODING)
    with qtbot.waitSignal(session.failed) as caught:
        session.play()
    (failure,) = caught.args
    snapshot = shown(lambda snapshot: snapshot.failure is not None)
    assert snapshot.failure == failure
    assert failure.kind == "diverged"
    assert failure.step == snapshot.step + 1
    assert 1 <= failure.layer <= 3
    for words in (f"step {failure.step}", f"layer {failure.layer}", "likely cause: "):
        assert words in failure.message
    assert not snapshot.running
    assert not session.is_running
    assert np.isfinite(snapshot.parameters).all()
    assert np.abs(snapshot.parameters).max() > 0


def test_after_divergence_a_smaller_rate_trains_on(session: Session, shown: Shown, qtbot: QtBot) -> None:
    session.submit(EXPLODING)
    with qtbot.waitSignal(session.failed):
        session.play()
    diverged = shown(lambda snapshot: snapshot.failure is not None)
    session.submit(set_field("optimizer.learning_rate", 1e-30).change(EXPLODING))
    assert shown(lambda snapshot: snapshot.failure is None).run == diverged.run
    session.reset()
    assert shown(lambda snapshot: snapshot.step == 0).failure is None
    assert_trains(session, shown)


def assert_trains(session: Session, shown: Shown) -> None:
    session.step_batch()
    shown(lambda snapshot: snapshot.step >= 1 and snapshot.failure is None)


@pytest.mark.parametrize("playing", [False, True])
def test_data_that_cannot_be_read_are_told(
    session: Session, shown: Shown, qtbot: QtBot, failures: list[Failure], playing: bool, tmp_path: Path
) -> None:
    session.submit(SMALL)
    if playing:
        session.play()
        shown(lambda snapshot: snapshot.step > 0)
    missing = choose_data("csv", path=str(tmp_path / "missing.csv")).change(SMALL)
    with qtbot.waitSignal(session.failed):
        session.submit(missing)
    assert (failures[0].kind, failures[0].step, failures[0].layer) == ("failed", 0, 0)
    assert "missing.csv" in failures[0].message
    assert "\n" not in failures[0].message
    qtbot.waitUntil(lambda: not session.is_running)
    assert session.latest() is None  # nothing of the run before
    with qtbot.waitSignal(session.failed):
        session.play()  # there is nothing to play: told again
    qtbot.waitUntil(lambda: not session.is_running)
    session.submit(set_field("epochs", 7).change(missing))  # even a change without effect tries again
    qtbot.waitUntil(lambda: len(failures) == 3)
    (tmp_path / "missing.csv").write_text("a,b,y\n" + "".join(f"{n},{n % 3},{n % 2}\n" for n in range(30)))
    session.reset()
    assert_trains(session, shown)


def test_a_loss_that_does_not_fit_the_data_is_told_and_can_be_taken_back(
    session: Session, shown: Shown, qtbot: QtBot, failures: list[Failure]
) -> None:
    good = replace(SMALL, data=Data(kind="reg-plane", samples=60))
    session.submit(good)
    session.step_batch()
    trained = shown(lambda snapshot: snapshot.step == 1)
    with qtbot.waitSignal(session.failed):
        session.submit(set_field("loss", "cross-entropy").change(good))
    assert failures[0].message.startswith("loss: 'cross-entropy' is not allowed")
    seen = shown(lambda snapshot: snapshot.failure is not None)
    np.testing.assert_array_equal(seen.parameters, trained.parameters)  # the last weights are still shown
    with qtbot.waitSignal(session.failed):
        session.play()
    session.submit(good)
    assert shown(lambda snapshot: snapshot.failure is None).run > trained.run
    assert_trains(session, shown)


class BrokenTrainer(Trainer):
    """Raises in its third step, as a defect of the engine would."""

    def advance(self, steps: int) -> int:
        if self.steps + steps >= 3:
            raise ZeroDivisionError
        return super().advance(steps)


def test_a_defect_in_the_engine_is_told_as_a_failure(
    session: Session, shown: Shown, qtbot: QtBot, failures: list[Failure], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker_module, "Trainer", BrokenTrainer)
    session.submit(SMALL)
    session.step_batch()
    with qtbot.waitSignal(session.failed):
        session.play()
    assert failures == [Failure(kind="failed", step=failures[0].step, layer=0, message="ZeroDivisionError")]
    shown(lambda snapshot: snapshot.failure == failures[0])
    monkeypatch.setattr(worker_module, "Trainer", Trainer)
    session.submit(set_field("penalty.l2", 0.1).change(SMALL))  # a live edit, but the run is broken: a new one
    snapshot = shown(lambda snapshot: snapshot.failure is None)
    assert snapshot.step == 0
    assert_trains(session, shown)


def test_a_snapshot_that_cannot_be_taken_is_told_once(
    session: Session, shown: Shown, qtbot: QtBot, failures: list[Failure], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Photographer, *arguments: object) -> Snapshot:
        raise MemoryError("no memory for a picture")

    with monkeypatch.context() as patch, qtbot.waitSignal(session.failed):
        patch.setattr(Photographer, "take", fail)
        session.submit(SMALL)
        session.play()
    session.pause()
    assert session.export_state().checkpoint.step >= 0  # it goes on answering
    assert [failure.message for failure in failures] == ["no memory for a picture"]
    session.submit(set_field("penalty.l2", 0.1).change(SMALL))
    assert_trains(session, shown)


def test_a_long_epoch_step_is_seen_on_its_way(session: Session, shown: Shown) -> None:
    session.submit(replace(SMALL, data=Data(samples=100_000), batch_size=1))
    session.step_epoch()
    first = shown(lambda snapshot: snapshot.step > 0)
    second = shown(lambda snapshot: snapshot.step > first.step)
    assert second.epoch == 0
    session.pause()
    stopped = session.export_state().checkpoint.step
    assert stopped >= second.step
    assert shown(lambda snapshot: snapshot.step == stopped).epoch == 0


def test_everything_happens_in_the_training_thread(
    session: Session, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []

    class Watched(Trainer):
        def __init__(self, experiment: Experiment, prepared: Prepared | None = None) -> None:
            threads.append(threading.get_ident())
            super().__init__(experiment, prepared)

        def advance(self, steps: int) -> int:
            threads.append(threading.get_ident())
            return super().advance(steps)

    monkeypatch.setattr(worker_module, "Trainer", Watched)
    session.submit(SMALL)
    session.step_epoch()
    shown(lambda snapshot: snapshot.epoch == 1)
    assert len(set(threads)) == 1
    assert threading.get_ident() not in threads
    assert session._worker.thread() is not QThread.currentThread()


def test_training_waits_while_the_gate_is_closed(
    session: Session, shown: Shown, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrived, wait = threading.Event(), session.gate.wait

    def watched() -> bool:
        arrived.set()
        return wait()

    monkeypatch.setattr(gate_module, "LONGEST_WAIT", 60.0)
    monkeypatch.setattr(session.gate, "wait", watched)
    session.submit(SMALL)
    shown(lambda snapshot: True)
    session.gate.close()
    session.play()
    arrived.wait()
    assert session._worker._trainer is not None
    assert session._worker._trainer.steps == 0
    session.gate.open()
    shown(lambda snapshot: snapshot.step > 0)


def test_no_snapshot_is_made_unless_somebody_looks(
    session: Session, shown: Shown, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.submit(SMALL)
    session.play()
    first = shown(lambda snapshot: snapshot.step > 0)
    qtbot.waitUntil(lambda: session._worker.latest is not first)  # the one that look asked for
    unseen = session._worker.latest
    assert unseen is not None
    steps = session.export_state().checkpoint.step
    qtbot.waitUntil(lambda: session.export_state().checkpoint.step > steps + 1000)
    assert session._worker.latest is unseen
    session.pause()  # an event that changes what is seen: one more, asked for or not
    qtbot.waitUntil(lambda: session._worker.latest is not unseen)


def test_published_is_told_for_runs_that_stand_still_only(session: Session, shown: Shown, qtbot: QtBot) -> None:
    published: list[bool] = []
    session.published.connect(lambda: published.append(session.is_running))
    with qtbot.waitSignal(session.published):
        session.submit(SMALL)
    with qtbot.waitSignal(session.published):
        session.step_batch()
    session.play()
    shown(lambda snapshot: snapshot.running and snapshot.step > 100)
    before = len(published)
    shown(lambda snapshot: snapshot.step > 1000)
    assert len(published) == before
    with qtbot.waitSignal(session.published):
        session.pause()
