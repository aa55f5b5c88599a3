"""A run that is watched ends when patience does, with its best weights, and can be resumed to the last bit."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.early_stopping import Watch
from engine.errors import ExperimentError
from engine.experiment import Data, EarlyStopping, Experiment, Layer, Optimizer, Penalty, Split
from engine.lanes import Lanes
from engine.trainer import Trainer


def overfitting(patience: int = 15, **changes: object) -> Experiment:
    """Forty noisy points and a wide network: the dev cost falls, and then rises for ever."""
    experiment = Experiment(
        data=Data(kind="moons", samples=100, noise=30),
        split=Split(train=40, dev=40, test=20),
        layers=(Layer(units=30, activation="relu"), Layer(units=30, activation="relu", batch_norm=True)),
        optimizer=Optimizer(kind="adam", learning_rate=0.02),
        early_stopping=EarlyStopping(patience=patience),
    )
    return replace(experiment, **changes)


def test_the_dev_cost_is_not_above_that_of_the_last_epoch() -> None:
    for seed in range(5):
        stopped, on = Trainer(overfitting(seed=seed)), Trainer(overfitting(0, seed=seed))
        stopped.run(400)
        on.run(400)
        assert stopped.stopped
        assert not on.stopped
        assert stopped.epoch < on.epoch == 400
        assert stopped.evaluate().cost["dev"] < on.evaluate().cost["dev"]


def test_it_ends_when_patience_does_with_the_best_weights() -> None:
    trainer, plain = Trainer(overfitting(15)), Trainer(overfitting(0))
    trainer.run(400)
    costs = trainer.history.cost["dev"]
    assert trainer.best_epoch == int(np.argmin(costs[1:])) + 1
    assert trainer.epoch == trainer.best_epoch + 15
    assert trainer.evaluate().cost["dev"] == pytest.approx(costs.min(), rel=1e-6)
    plain.run(trainer.best_epoch)
    np.testing.assert_array_equal(trainer.parameters, plain.parameters)
    np.testing.assert_array_equal(trainer.network.running, plain.network.running)


def test_a_stopped_run_makes_no_step_until_it_is_told_to_go_on() -> None:
    trainer = Trainer(overfitting(5))
    trainer.run(400)
    steps, epoch = trainer.steps, trainer.epoch
    assert trainer.advance(10) == 0
    assert trainer.steps == steps
    trainer.go_on()
    trainer.run(400)
    assert trainer.epoch >= epoch + 5
    assert trainer.stopped


@given(cut=st.integers(1, 300))
def test_a_resumed_run_is_the_uninterrupted_one(cut: int) -> None:
    through, first, second = (Trainer(overfitting(5)) for _ in range(3))
    through.run(200)
    first.advance(cut)
    second.restore(first.checkpoint())
    second.run(200)
    np.testing.assert_array_equal(second.parameters, through.parameters)
    assert (second.epoch, second.steps, second.stopped, second.best_epoch) == (
        through.epoch,
        through.steps,
        through.stopped,
        through.best_epoch,
    )


def test_without_patience_nothing_is_changed() -> None:
    plain, watched = Trainer(overfitting(0)), Trainer(overfitting(100_000))
    plain.run(20)
    watched.run(20)
    np.testing.assert_array_equal(plain.parameters, watched.parameters)
    assert plain.best_epoch is None


def test_a_fall_smaller_than_the_step_does_not_count() -> None:
    watch, weights = Watch(), np.zeros(2)
    rule = EarlyStopping(patience=2, min_delta=0.1)
    for epoch, cost in enumerate((1.0, 0.95, 0.85, 0.80), start=1):
        weights[:] = epoch
        assert not watch.see(rule, epoch, cost, [weights])
    assert watch.see(rule, 5, 0.76, [weights])
    np.testing.assert_array_equal(weights, 3.0)


def test_a_cost_that_is_no_number_is_never_better() -> None:
    watch = Watch()
    assert not watch.see(EarlyStopping(patience=1), 1, float("nan"), [])
    assert watch.state.best is None


@pytest.mark.parametrize(
    "change",
    [
        {"early_stopping": EarlyStopping(patience=50)},
        {"layers": (Layer(units=31, activation="relu"),)},
        {"penalty": Penalty(l2=1.0)},
        {"optimizer": Optimizer(kind="gd", learning_rate=0.02)},
    ],
)
def test_what_changes_the_cost_begins_the_watch_anew(change: dict[str, object]) -> None:
    trainer = Trainer(overfitting(5))
    trainer.run(400)
    trainer.update(replace(trainer.experiment, **change))
    assert not trainer.stopped
    assert trainer.best_epoch is None
    assert trainer.advance(5) == 5


def test_without_a_dev_set_there_is_nothing_to_watch() -> None:
    experiment = overfitting(5, split=Split(train=50, dev=0, test=50))
    with pytest.raises(ExperimentError, match=r"early_stopping\.patience.*dev set is empty"):
        Trainer(experiment)
    trainer = Trainer(replace(experiment, early_stopping=EarlyStopping()))
    with pytest.raises(ExperimentError, match=r"early_stopping\.patience"):
        trainer.update(experiment)


def test_lanes_go_on_together() -> None:
    with pytest.raises(ExperimentError, match="0 in lanes"):
        Lanes([overfitting(5)])


def test_told_to_go_on_it_has_the_whole_patience_again() -> None:
    watch, rule = Watch(), EarlyStopping(patience=3)
    ends = [watch.see(rule, epoch, 1.0, []) for epoch in range(1, 5)]
    assert ends == [False, False, False, True]
    watch.go_on(4)
    assert [watch.see(rule, epoch, 1.0, []) for epoch in range(5, 8)] == [False, False, True]
