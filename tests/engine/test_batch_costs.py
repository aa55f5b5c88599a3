"""The recorded costs are those of the batches, in stretches that lose neither their mean nor their extremes."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.batch_costs import MOST, BatchCosts
from engine.experiment import Data, Experiment, Layer, Penalty
from engine.trainer import Trainer

SMALL = Experiment(data=Data(samples=60), layers=(Layer(units=3),), batch_size=7)  # 5 batches an epoch


def recorded(experiment: Experiment, slices: list[int]) -> tuple[BatchCosts, Trainer]:
    trainer, costs = Trainer(experiment), BatchCosts()
    costs.begin(trainer.position)
    trainer.observe = costs.watch
    for steps in slices:
        trainer.advance(steps)
        costs.settle(trainer.position)
    return costs, trainer


def costs_by_hand(experiment: Experiment, steps: int) -> list[float]:
    """J without penalty of each batch before its step."""
    trainer, plain = Trainer(experiment), []
    for _ in range(steps):
        batches = trainer._batches
        start = batches.position
        rows = batches.order[start : start + batches.size]
        x, y = trainer.split("train")
        trainer._penalties = trainer._penalties  # the penalty is in the cost by hand, and is taken off again
        cost, _ = trainer.cost_and_gradient(x[rows], y[rows])
        plain.append(cost - trainer._penalties.value())
        trainer.advance(1)
    return plain


@pytest.mark.parametrize("changes", [{}, {"penalty": Penalty(l2=3.0)}, {"loss": "squared-error"}], ids=str)
def test_they_are_the_costs_before_each_step(changes: dict[str, Any]) -> None:
    experiment = replace(SMALL, **changes, dtype="float64")
    costs, trainer = recorded(experiment, [1, 4, 7, 5])
    curve = costs.curve()
    np.testing.assert_allclose(curve.mean, costs_by_hand(experiment, 17), rtol=1e-12)
    np.testing.assert_array_equal(curve.low, curve.high)
    assert (curve.since, curve.epochs[-1]) == (0.0, trainer.position)
    assert curve.epochs[0] == pytest.approx(1 / 5, abs=0.05)
    assert (np.diff(curve.epochs) > 0).all()


def test_recording_changes_no_bit_of_the_run() -> None:
    _, trainer = recorded(replace(SMALL, layers=(Layer(units=3, keep_prob=0.8, batch_norm=True),)), [20, 1, 30])
    plain = Trainer(trainer.experiment)
    plain.advance(51)
    np.testing.assert_array_equal(trainer.parameters, plain.parameters)


def test_a_long_record_is_thinned_and_keeps_mean_and_extremes() -> None:
    one = np.random.default_rng(0).exponential(size=5000)
    costs = BatchCosts()
    costs.begin(0.0)
    for start in range(0, len(one), 37):
        costs._costs.extend(one[start : start + 37].tolist())
        costs.settle((start + 37) / 10)
        assert len(costs.curve().mean) <= MOST
    curve = costs.curve()
    assert len(curve.mean) > MOST / 2
    assert set(curve.count[:-1].tolist()) == {32.0}
    assert curve.count.sum() == 5000
    ends = np.append(np.arange(32, 5000, 32), 5000)
    pieces = np.split(one, ends[:-1])
    np.testing.assert_allclose(curve.mean, [piece.mean() for piece in pieces])
    np.testing.assert_array_equal(curve.low, [piece.min() for piece in pieces])
    np.testing.assert_array_equal(curve.high, [piece.max() for piece in pieces])


def test_a_run_that_was_put_back_begins_a_new_record() -> None:
    costs, trainer = recorded(SMALL, [12])
    trainer.restore(Trainer(SMALL).checkpoint())
    trainer.advance(3)
    costs.settle(trainer.position)
    trainer.advance(2)
    costs.settle(trainer.position)
    assert costs.curve().count.sum() == 2
    assert costs.curve().since == pytest.approx(0.6, abs=0.2)


def test_before_a_step_there_is_nothing() -> None:
    costs, _ = recorded(SMALL, [])
    curve = costs.curve()
    assert len(curve.epochs) == len(curve.mean) == len(curve.count) == 0
    assert not curve.mean.flags.writeable
