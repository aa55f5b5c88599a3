"""Every fault is caught by the gradient check, only where it is, and is gone when its block ends."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace

import numpy as np
import pytest

from engine.errors import GradientCheckError
from engine.experiment import Data, Experiment, Layer, Penalty
from engine.faults import CHECKED, FAULTS
from engine.frozen_dropout import frozen_dropout
from engine.gradient_check import RIGHT, WRONG, check_gradients
from engine.losses import LOSSES
from engine.trainer import Trainer
from tests.engine.test_network import DATA_OF_TASK

BREAKABLE = Experiment(
    data=Data(kind="xor"),
    layers=(Layer(units=6, keep_prob=0.7), Layer(units=5)),
    penalty=Penalty(l1=0.5, l2=2.0),
    dtype="float64",
)


@contextmanager
def ready(experiment: Experiment = BREAKABLE) -> Iterator[Trainer]:
    """A trainer some way into its run, whose dropout is frozen."""
    trainer = Trainer(experiment)
    trainer.run(2)
    with frozen_dropout(trainer, CHECKED):
        yield trainer


def differences(trainer: Trainer) -> dict[tuple[int, str], float]:
    """What the check finds, by layer and parameter."""
    return {(row.layer, row.parameter): row.difference for row in check_gradients(trainer)}


@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.parametrize(("task", "loss"), LOSSES)
def test_it_is_caught_and_gone_afterwards(name: str, task: str, loss: str) -> None:
    with ready(replace(BREAKABLE, data=Data(kind=DATA_OF_TASK[task]), loss=loss)) as trainer:
        before = differences(trainer)
        with FAULTS[name].plant(trainer):
            planted = differences(trainer)
        after = differences(trainer)
    assert max(before.values()) < RIGHT
    assert max(planted.values()) > WRONG
    assert after == before


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("lost-share", {(layer, parameter) for layer in (1, 2, 3) for parameter in "Wb"}),
        ("tanh-of-z", {(layer, parameter) for layer in (1, 2) for parameter in "Wb"}),
        ("lost-mask", {(1, "W"), (1, "b")}),  # the mask stands behind the first hidden layer
        ("lost-penalty", {(1, "W"), (2, "W"), (3, "W")}),  # biases have no penalty
    ],
)
def test_the_check_points_at_what_is_broken(name: str, wrong: set[tuple[int, str]]) -> None:
    with ready() as trainer, FAULTS[name].plant(trainer):
        found = differences(trainer)
    assert {place for place, difference in found.items() if difference > WRONG} == wrong
    assert all(difference < RIGHT for place, difference in found.items() if place not in wrong)


@pytest.mark.parametrize("name", FAULTS)
def test_the_cost_stays_right(name: str) -> None:
    with ready() as trainer:
        x, y = trainer.split("train")
        right, _ = trainer.cost_and_gradient(x[:CHECKED], y[:CHECKED])
        with FAULTS[name].plant(trainer):
            assert trainer.cost_and_gradient(x[:CHECKED], y[:CHECKED])[0] == right


def test_the_lost_share_is_m_times_the_gradient_and_the_lost_penalty_the_one_without() -> None:
    with ready() as trainer:
        plain = Trainer(replace(BREAKABLE, penalty=Penalty(), layers=(Layer(units=6), Layer(units=5))))
        still = Trainer(replace(BREAKABLE, layers=plain.experiment.layers))
        plain.parameters = still.parameters = trainer.parameters
    x, y = plain.split("train")
    x, y = x[:CHECKED], y[:CHECKED]
    _, gradient = plain.cost_and_gradient(x, y)
    with FAULTS["lost-share"].plant(plain):
        np.testing.assert_allclose(plain.cost_and_gradient(x, y)[1], CHECKED * gradient, rtol=1e-12, atol=1e-15)
    with FAULTS["lost-penalty"].plant(still):
        np.testing.assert_allclose(still.cost_and_gradient(x, y)[1], gradient, rtol=1e-9, atol=1e-15)


def test_faults_can_be_planted_together_and_are_seen_in_slow_motion() -> None:
    with ready() as trainer:
        chain = trainer.network.training_pass(CHECKED)
        right = [call.formula for call in chain.program.calls]
        with ExitStack() as stack:
            for fault in FAULTS.values():
                stack.enter_context(fault.plant(trainer))
            formulas = [call.formula for call in chain.program.calls]
            assert min(differences(trainer).values()) > WRONG
        assert [call.formula for call in chain.program.calls] == right
        assert max(differences(trainer).values()) < RIGHT
    assert "dZ = (A − Y)/m" not in formulas
    assert formulas.count("g′ = Z²") == right.count("g′ = A²") == 1  # of both layers at once
    assert "dA := dA ∗ D" not in formulas
    assert formulas[-1] == "dW := dW − λ/m W"


@pytest.mark.parametrize("name", FAULTS)
def test_training_elsewhere_goes_on_to_the_same_bits(name: str) -> None:
    experiment = replace(BREAKABLE, batch_size=16)
    watched, alone = Trainer(experiment), Trainer(experiment)
    with FAULTS[name].plant(watched, CHECKED):
        watched.advance(10)
    alone.advance(10)
    assert watched.parameters.tobytes() == alone.parameters.tobytes()


@pytest.mark.parametrize("name", FAULTS)
def test_planted_for_the_batches_of_the_run_it_spoils_the_run_and_lifted_no_more(name: str) -> None:
    watched, alone = Trainer(BREAKABLE), Trainer(BREAKABLE)
    start = watched.checkpoint()
    with FAULTS[name].plant(watched, 10):
        watched.advance(10)
    alone.advance(10)
    assert not np.allclose(watched.parameters, alone.parameters, rtol=1e-3)
    watched.restore(start)
    with pytest.raises(ZeroDivisionError), FAULTS[name].plant(watched, 10):
        raise ZeroDivisionError
    watched.advance(10)
    assert watched.parameters.tobytes() == alone.parameters.tobytes()


@pytest.mark.parametrize("name", [name for name, row in FAULTS.items() if not row.needs(Experiment(layers=()))])
def test_where_there_is_nothing_to_break_it_is_refused(name: str) -> None:
    fault = FAULTS[name]
    trainer = Trainer(Experiment(layers=(Layer(activation="relu"),), dtype="float64"))
    with pytest.raises(GradientCheckError, match=rf"^fault {name}: .*needs {fault.needs_words}$"), fault.plant(trainer):
        raise AssertionError("planted")


def test_all_but_the_share_can_be_missing() -> None:
    assert [name for name, row in FAULTS.items() if row.needs(Experiment(layers=()))] == ["lost-share"]


def test_it_is_planted_where_the_check_looks() -> None:
    assert inspect.signature(check_gradients).parameters["samples"].default == CHECKED
