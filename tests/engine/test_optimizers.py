"""Every row of the optimiser table equals its formula, and converges on a bowl."""

from __future__ import annotations

import numpy as np
import pytest

from engine.experiment import Optimizer
from engine.optimizers import OPTIMIZERS, Coefficients
from engine.program import Program
from tests import reference

together = pytest.mark.parametrize("averaging", [(), (2,)], ids=["one by one", "g and g² together"])


def descend(kind: str, steps: int, averaging: tuple[int, ...] = (), **fields: float) -> np.ndarray:
    """θ on J = ½ Σ c θ² from (1, 1)."""
    optimizer = Optimizer(kind=kind, **fields)
    curvature, theta, G, work = np.array([1.0, 20.0]), np.ones(2), np.zeros((2, 2)), np.zeros((2, 2))
    state, c, program = np.zeros((len(OPTIMIZERS[kind].states), 2)), Coefficients(np.dtype(float), averaging), Program()
    if OPTIMIZERS[kind].corrects:
        program.do("t", c.next_step)
    OPTIMIZERS[kind].update(program.do, theta, G, state, work, c)
    step = program.function()
    for _ in range(steps):
        c.set(optimizer, optimizer.learning_rate)
        np.multiply(curvature, theta, G[0])
        step()
    return theta


@together
@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_a_hundred_steps_equal_the_formula(kind: str, averaging: tuple[int, ...]) -> None:
    optimizer = Optimizer(kind=kind, learning_rate=0.03, momentum=0.8, rho=0.95, beta1=0.85, beta2=0.99, epsilon=1e-6)
    theta, state = np.ones(2), {}
    for t in range(1, 101):
        theta = reference.step(optimizer, theta, np.array([1.0, 20.0]) * theta, state, t)
    ours = descend(
        kind, 100, averaging, learning_rate=0.03, momentum=0.8, rho=0.95, beta1=0.85, beta2=0.99, epsilon=1e-6
    )
    np.testing.assert_allclose(ours, theta, rtol=0, atol=1e-12)


@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_it_goes_down_a_bowl(kind: str) -> None:
    assert np.abs(descend(kind, 2000, learning_rate=0.01)).max() < 0.05


@pytest.mark.parametrize("size", [1e-4, 1.0, 1e4])
def test_adams_first_step_is_the_learning_rate_whatever_the_gradients_size(size: float) -> None:
    """Both corrections at work: without them the first step would be (1−β₁)/√(1−β₂) ≈ 3.2 times α."""
    theta = reference.step(Optimizer(kind="adam", learning_rate=0.1), np.zeros(1), np.array([size]), {}, 1)
    assert theta[0] == pytest.approx(-0.1, rel=1e-3)
    c, program = Coefficients(np.dtype(float)), Program()
    ours, G = np.zeros(1), np.array([[size], [0.0]])
    program.do("t", c.next_step)
    OPTIMIZERS["adam"].update(program.do, ours, G, np.zeros((2, 1)), np.zeros((2, 1)), c)
    c.set(Optimizer(kind="adam", learning_rate=0.1), 0.1)
    program.function()()
    assert ours[0] == pytest.approx(theta[0], rel=1e-12)
