"""What a view asks for is measured, nothing else is, and neither changes the run."""

from collections.abc import Callable

import numpy as np
import pytest

from engine.batch_costs import MOST_NOTED
from engine.snapshot import Snapshot
from engine.trainer import Trainer
from playground.state.recorder import NORMS_EVERY, Recorder, Recording
from playground.state.scene import Scene
from playground.state.session import Session
from playground.state.snapshots import Photographer
from playground.state.view import View
from tests.playground.state.conftest import SMALL

Shown = Callable[[Callable[[Snapshot], bool]], Snapshot]


def photographed(trainer: Trainer) -> Snapshot:
    return Photographer(1, Scene(trainer.prepared, View(surface_size=8, unit_size=4))).take(trainer, False, 0.0, None)


def test_unasked_nothing_is_measured() -> None:
    trainer, recorder = Trainer(SMALL), Recorder()
    assert recorder.advance(trainer, 10, 0.0) == 10
    assert trainer.observe is None
    snapshot = recorder.add_to(photographed(trainer), trainer, standing=True)
    assert (snapshot.batch_costs, snapshot.layer_norms) == (None, None)


def test_costs_are_recorded_from_when_they_are_asked_for_until_they_are_not() -> None:
    trainer, recorder = Trainer(SMALL), Recorder()
    recorder.advance(trainer, 10, 0.0)
    recorder.ask(Recording(batch_costs=True))
    recorder.advance(trainer, 7, 1.0)
    snapshot = recorder.add_to(photographed(trainer), trainer, standing=True)
    assert snapshot.batch_costs is not None
    assert (snapshot.batch_costs.since, snapshot.batch_costs.count.sum()) == (2.0, 7)
    recorder.ask(Recording())
    assert trainer.observe is None
    recorder.advance(trainer, 10, 2.0)
    recorder.ask(Recording(batch_costs=True))
    recorder.advance(trainer, 1, 3.0)
    snapshot = recorder.add_to(photographed(trainer), trainer, standing=True)
    assert snapshot.batch_costs is not None
    assert snapshot.batch_costs.count.sum() == 1


def test_costs_that_nobody_asks_for_do_not_pile_up() -> None:
    trainer, recorder = Trainer(SMALL), Recorder()
    recorder.ask(Recording(batch_costs=True))
    for _ in range(MOST_NOTED // 500 + 1):
        recorder.advance(trainer, 500, 0.0)
    assert len(recorder._costs._costs) < MOST_NOTED
    snapshot = recorder.add_to(photographed(trainer), trainer, standing=True)
    assert snapshot.batch_costs is not None
    assert snapshot.batch_costs.count.sum() == trainer.steps > MOST_NOTED


def test_norms_are_measured_a_few_times_a_second_and_at_every_single_step() -> None:
    trainer, recorder = Trainer(SMALL), Recorder()
    recorder.ask(Recording(layer_norms=True))
    for slice_number in range(100):
        assert recorder.advance(trainer, 3, slice_number * NORMS_EVERY / 10) == 3
    assert len(recorder._norms.curves().epochs) == 10
    for _ in range(4):
        assert recorder.advance(trainer, 1, 0.0, alone=True) == 1
    assert len(recorder._norms.curves().epochs) == 14
    assert trainer.steps == 304


def test_a_run_that_stands_is_probed_once_at_each_place() -> None:
    trainer, recorder = Trainer(SMALL), Recorder()
    recorder.ask(Recording(layer_norms=True))
    moving = recorder.add_to(photographed(trainer), trainer, standing=False)
    assert moving.layer_norms is not None
    assert len(moving.layer_norms.epochs) == 0
    for _ in range(3):
        snapshot = recorder.add_to(photographed(trainer), trainer, standing=True)
    assert snapshot.layer_norms is not None
    assert snapshot.layer_norms.epochs.tolist() == [0.0]
    assert (snapshot.layer_norms.gradient > 0).all()
    recorder._next_norms = 1e9
    recorder.advance(trainer, 10, 0.0)
    snapshot = recorder.add_to(photographed(trainer), trainer, standing=True)
    assert snapshot.layer_norms is not None
    assert snapshot.layer_norms.epochs.tolist() == [0.0, 2.0]


def test_another_trainer_begins_new_records() -> None:
    recorder = Recorder()
    recorder.ask(Recording(batch_costs=True, layer_norms=True))
    for steps in (9, 2):
        trainer = Trainer(SMALL)
        recorder.advance(trainer, steps, 0.0)
        snapshot = recorder.add_to(photographed(trainer), trainer, standing=True)
        assert snapshot.batch_costs is not None
        assert snapshot.batch_costs.count.sum() == steps


@pytest.mark.parametrize("asked", [Recording(), Recording(batch_costs=True, layer_norms=True)])
def test_a_session_records_what_is_asked_and_trains_the_same_bits(
    session: Session, shown: Shown, asked: Recording
) -> None:
    session.record(asked)
    session.submit(SMALL)
    for _ in range(4):
        session.step_epoch()
    snapshot = shown(lambda one: one.epoch == 4 and not one.running)
    plain = Trainer(SMALL)
    plain.run(4)
    np.testing.assert_array_equal(snapshot.parameters, plain.parameters)
    assert (snapshot.batch_costs is not None) == asked.batch_costs
    assert (snapshot.layer_norms is not None) == asked.layer_norms
    if snapshot.batch_costs is not None and snapshot.layer_norms is not None:
        assert snapshot.batch_costs.count.sum() == snapshot.step
        assert len(snapshot.layer_norms.epochs) >= 1
