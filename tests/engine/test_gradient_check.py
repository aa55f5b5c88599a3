"""Every combination of activation, loss and kind of layer passes the gradient check; a planted fault does not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.activations import ACTIVATIONS
from engine.errors import GradientCheckError
from engine.experiment import Experiment, Layer, Penalty
from engine.faults import FAULTS
from engine.gradient_check import check_gradients, relative_difference
from engine.losses import LOSSES
from engine.optimizers import OPTIMIZERS
from engine.trainer import Trainer
from tests.engine.test_network import experiment_for


def frozen(trainer: Trainer, samples: int = 20) -> Trainer:
    """The trainer with one drawn mask per dropout, frozen."""
    for dropout in trainer.network.training_pass(samples).dropouts:
        if dropout is not None:
            dropout.draw()
            dropout.frozen = True
    return trainer


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize(("task", "loss"), LOSSES)
def test_gradient_is_right(task: str, loss: str, activation: str, optimizer: str) -> None:
    """Checked where training with that optimiser has led, not only at the start."""
    trainer = Trainer(experiment_for(task, loss, activation, (4, 3), penalty=Penalty(l2=0.5)))
    trainer.update(replace(trainer.experiment, optimizer=replace(trainer.experiment.optimizer, kind=optimizer)))
    trainer.run(1)
    rows = check_gradients(trainer)
    assert [(row.layer, row.parameter) for row in rows] == [(n, p) for n in (1, 2, 3) for p in ("W", "b")]
    assert max(row.difference for row in rows) < 1e-7
    assert {row.verdict for row in rows} == {"right"}


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize(("task", "loss"), LOSSES)
def test_gradient_is_right_under_batch_norm_and_frozen_dropout(task: str, loss: str, activation: str) -> None:
    layers = tuple(Layer(units=n, activation=activation, batch_norm=True, keep_prob=0.7) for n in (5, 4))
    trainer = Trainer(experiment_for(task, loss, activation, (), layers=layers, penalty=Penalty(l1=0.2, l2=0.5)))
    # A unit that ReLU and dropout leave with no signal has a gradient of rounding errors only; move off such points.
    trainer.parameters = trainer.parameters + np.random.default_rng(3).normal(0, 0.1, trainer.parameters.shape)
    rows = check_gradients(frozen(trainer))
    assert {row.parameter for row in rows} == {"W", "b", "gamma", "beta"}
    assert max(row.difference for row in rows) < 1e-7


def test_live_dropout_is_refused() -> None:
    trainer = Trainer(Experiment(layers=(Layer(keep_prob=0.5),), dtype="float64"))
    with pytest.raises(GradientCheckError, match=r"^keep_prob: .*freeze"):
        check_gradients(trainer)
    assert check_gradients(frozen(trainer))


@pytest.mark.parametrize("batch_norm", [False, True])
def test_single_precision_is_checked_by_a_twin_and_goes_on_as_if_nobody_had_looked(batch_norm: bool) -> None:
    layers = (Layer(units=4, batch_norm=batch_norm), Layer(units=2))
    experiment = Experiment(layers=layers, penalty=Penalty(l2=0.5))
    looked_at, left_alone = Trainer(experiment), Trainer(experiment)
    for trainer in (looked_at, left_alone):
        trainer.run(2)
    rows = check_gradients(looked_at)
    assert {row.verdict for row in rows} == {"right"}
    assert [(row.layer, row.parameter) for row in rows if row.layer == 3] == [(3, "W"), (3, "b")]
    for trainer in (looked_at, left_alone):
        trainer.run(2)
    np.testing.assert_array_equal(looked_at.parameters, left_alone.parameters)


@pytest.mark.parametrize("name", [name for name in FAULTS if name != "lost-mask"])
def test_a_fault_planted_in_single_precision_is_caught(name: str) -> None:
    trainer = Trainer(Experiment(penalty=Penalty(l2=20.0)))
    trainer.run(1)
    assert {row.verdict for row in check_gradients(trainer)} == {"right"}
    with FAULTS[name].plant(trainer):
        assert "wrong" in {row.verdict for row in check_gradients(trainer)}
    assert {row.verdict for row in check_gradients(trainer)} == {"right"}


def test_a_frozen_mask_in_single_precision_is_refused() -> None:
    trainer = frozen(Trainer(Experiment(layers=(Layer(keep_prob=0.5),))))
    with pytest.raises(GradientCheckError, match=r"^dtype: float32"):
        check_gradients(trainer)


def test_a_lost_share_is_caught() -> None:
    """dZ without its 1/m: every gradient is m times too large, a relative difference of (m−1)/(m+1)."""
    trainer = Trainer(Experiment(dtype="float64"))
    trainer.network.training_pass(20).output.share.fill(1.0)
    rows = check_gradients(trainer)
    assert {row.verdict for row in rows} == {"wrong"}
    assert rows[0].difference == pytest.approx(19 / 21, rel=1e-5)


def test_relative_difference() -> None:
    a = np.array([3.0, 4.0])
    assert relative_difference(a, a) == 0.0
    assert relative_difference(a, -a) == pytest.approx(1.0)
    assert relative_difference(np.zeros(2), np.zeros(2)) == 0.0
