"""What most likely broke a run: each cause is named where it is the one, and at its own limit."""

from dataclasses import replace

import numpy as np
import pytest

from engine.divergence import LARGE_INPUT, likely_cause
from engine.experiment import Experiment, Penalty

RATE, SAMPLES = 0.5, 10
x = np.full((SAMPLES, 2), 1.0)


def with_l2(share: float) -> Experiment:
    """An experiment whose αλ/m is `share`."""
    return Experiment(penalty=Penalty(l2=share * SAMPLES / RATE))


def test_the_first_step_blames_the_initial_weights() -> None:
    assert likely_cause(with_l2(5.0), RATE, x, 1).startswith("the initial weights")


@pytest.mark.parametrize(
    ("share", "blamed"), [(1.9, "the learning rate"), (2.1, "weight decay overshoots: αλ/m = 2.1")]
)
def test_weight_decay_is_blamed_from_its_limit_on(share: float, blamed: str) -> None:
    assert likely_cause(with_l2(share), RATE, x, 2).startswith(blamed)


@pytest.mark.parametrize(
    ("size", "normalize", "blamed"),
    [
        (LARGE_INPUT * 1.01, False, "the inputs reach 101"),
        (-LARGE_INPUT * 1.01, False, "the inputs reach 101"),
        (LARGE_INPUT * 0.99, False, "the learning rate"),
        (LARGE_INPUT * 1.01, True, "the learning rate α = 0.5 is too large here; try 0.05"),
    ],
)
def test_large_inputs_are_blamed_when_nothing_normalises_them(size: float, normalize: bool, blamed: str) -> None:
    experiment = replace(Experiment(), normalize=normalize)
    assert likely_cause(experiment, RATE, x * size, 2).startswith(blamed)
