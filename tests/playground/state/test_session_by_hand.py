"""What is done by hand while it trains: weights are set and frozen, points painted."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.edits import freeze, release, set_field
from engine.errors import ExperimentError
from engine.experiment import Data, Experiment
from engine.painting import add_points, erase_points
from engine.snapshot import SETS
from engine.trainer import Trainer
from playground.state.session import Session
from tests.playground.state.conftest import RICH, SMALL, Shown, assert_equal_runs


def test_a_weight_is_set_between_two_steps(session: Session) -> None:
    """Where it stands in the mail, it acts: the run is the headless one with the same hand in it."""
    session.submit(RICH)
    session.step_batch()
    session.set_weight(2, 3, 4, -1.5)
    session.set_weight(1, 2, None, 0.75)
    session.step_batch()
    headless = Trainer(RICH)
    headless.advance(1)
    headless.set_weight(2, 3, 4, -1.5)
    headless.set_weight(1, 2, None, 0.75)
    headless.advance(1)
    assert_equal_runs(session.trainer_copy(), headless)


def test_a_typed_value_is_kept_through_snapshots_and_live_edits_of_a_run_that_has_not_begun(
    session: Session, shown: Shown
) -> None:
    session.submit(SMALL)
    shown(lambda snapshot: True)
    session.set_weight(1, 1, 1, 0.25)
    snapshot = shown(lambda snapshot: snapshot.layers[0].weights[0, 0] == 0.25)
    assert (snapshot.step, snapshot.running) == (0, False)
    session.submit(set_field("optimizer.learning_rate", 0.5).change(SMALL))
    again = shown(lambda snapshot: snapshot.experiment.optimizer.learning_rate == 0.5)
    assert again.layers[0].weights[0, 0] == 0.25
    assert again.run == snapshot.run
    session.reset()
    fresh = shown(lambda snapshot: snapshot.run > again.run)
    np.testing.assert_array_equal(fresh.parameters, Trainer(SMALL).parameters)


def test_a_weight_can_be_set_and_frozen_while_it_runs(session: Session, shown: Shown) -> None:
    session.submit(SMALL)
    session.play()
    shown(lambda snapshot: snapshot.step > 20)
    session.set_weight(1, 1, 1, 3.0)
    frozen = freeze(1, 1, 1, 3.0).change(SMALL)
    session.submit(frozen)
    first = shown(lambda snapshot: snapshot.experiment == frozen and snapshot.running)
    later = shown(lambda snapshot: snapshot.step > first.step + 50)
    assert first.layers[0].weights[0, 0] == later.layers[0].weights[0, 0] == 3.0
    assert first.run == later.run
    session.submit(release(1, 1, 1).change(frozen))
    freed = shown(lambda snapshot: snapshot.experiment == SMALL and snapshot.layers[0].weights[0, 0] != 3.0)
    assert abs(freed.layers[0].weights[0, 0] - 3.0) < 1.0


def test_a_weight_that_is_gone_or_frozen_stays_and_training_goes_on(session: Session, shown: Shown) -> None:
    session.submit(freeze(1, 1, 1, 0.5).change(SMALL))
    session.set_weight(1, 1, 1, 2.0)
    session.set_weight(9, 1, 1, 2.0)
    session.step_batch()
    snapshot = shown(lambda snapshot: snapshot.step == 1)
    assert snapshot.failure is None
    assert snapshot.layers[0].weights[0, 0] == 0.5
    with pytest.raises(ExperimentError, match=r"^value: nan"):
        session.set_weight(1, 1, 1, float("nan"))


def test_points_painted_while_it_trains_are_trained_on(session: Session, shown: Shown) -> None:
    session.submit(SMALL)
    session.play()
    first = shown(lambda snapshot: snapshot.running and snapshot.epoch > 3)
    painted = add_points([(4.0, 4.0, 1)] * 5).change(SMALL)
    session.submit(painted)
    second = shown(lambda snapshot: snapshot.experiment == painted)
    assert (second.run, second.running) == (first.run, True)
    assert second.step >= first.step
    assert sum(len(second.data.labels[name]) for name in SETS) == 65
    session.submit(add_points([(0.0, 0.0, 2)]).change(painted))
    third = shown(lambda snapshot: snapshot.run != first.run)
    assert third.data.class_names == ("class 1", "class 2", "class 3")
    assert third.surface.ndim == 3


def test_painting_before_the_first_step_is_the_painted_experiment_to_the_last_bit(
    session: Session, shown: Shown
) -> None:
    session.submit(SMALL)
    shown(lambda snapshot: True)
    painted = add_points([(4.0, 4.0, 1)]).change(SMALL)
    session.submit(painted)
    session.step_epoch()
    shown(lambda snapshot: snapshot.epoch == 1)
    alone = Trainer(painted)
    alone.run(1)
    np.testing.assert_array_equal(session.trainer_copy().parameters, alone.parameters)


def test_an_empty_set_is_told_and_the_next_point_trains_again(session: Session, shown: Shown, qtbot: QtBot) -> None:
    painted = Experiment(data=Data(kind="painted", points=((0.0, 0.0, 0), (1.0, 1.0, 1))))
    session.submit(painted)
    shown(lambda snapshot: snapshot.experiment == painted)
    with qtbot.waitSignal(session.failed) as told:
        session.submit(erase_points(0, 0, 9).change(painted))
    assert told.args[0].message.startswith("no points yet")
    again = add_points([(2.0, 2.0, 0)]).change(painted)
    session.submit(again)
    session.step_epoch()
    assert shown(lambda snapshot: snapshot.experiment == again and snapshot.epoch == 1).failure is None
