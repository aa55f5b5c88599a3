"""How a gradient becomes a step: one row per optimiser, each a few calls on whole vectors (the notes, 2.2.3 to 2.2.5).

θ, g and every state vector are flat (P,), so a step of Adam is twelve calls whatever the network's depth. ``update``
says the calls; ``Coefficients`` holds the numbers they read, which may change while training runs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.arrays import Array
from engine.experiment import Optimizer
from engine.program import Do


class Coefficients:
    """The numbers an update reads, as arrays without axes that are refilled in place.

    Of K lanes they are as large as θ, (K, P): a column that NumPy has to repeat would make every call dearer.

    alpha: the learning rate in force. beta, one_minus_beta, second, one_minus_second: averaging of g and of g².
    epsilon. For Adam ``alpha`` and ``epsilon`` carry both bias corrections of step t, which is exact:
    v̂/(√Ŝ + ε) = (√(1−β₂ᵗ)/(1−β₁ᵗ)) · v/(√S + ε√(1−β₂ᵗ)).
    """

    __slots__ = (
        "_adam",
        "_beta1",
        "_beta2",
        "_epsilon",
        "_rate",
        "alpha",
        "beta",
        "epsilon",
        "one_minus_beta",
        "one_minus_second",
        "second",
        "steps",
    )

    def __init__(self, dtype: np.dtype[Any], shape: tuple[int, ...] = ()) -> None:
        self.alpha, self.epsilon, self.beta, self.one_minus_beta, self.second, self.one_minus_second = (
            np.zeros(shape, dtype) for _ in range(6)
        )
        self.steps = 0  # t: updates since the optimiser's state was zero
        self._adam = False
        self._rate: float | Array = 0.0
        self._epsilon: float | Array = 0.0
        self._beta1: float | Array = 0.0
        self._beta2: float | Array = 0.0

    def set(self, optimizer: Optimizer, learning_rate: float) -> None:
        """Take over an experiment's coefficients and the learning rate in force."""
        self._adam = optimizer.kind == "adam"
        self._rate, self._epsilon = learning_rate, optimizer.epsilon
        self._beta1, self._beta2 = optimizer.beta1, optimizer.beta2
        first = optimizer.beta1 if self._adam else optimizer.momentum
        second = optimizer.beta2 if self._adam else optimizer.rho
        self.beta[()], self.one_minus_beta[()] = first, 1.0 - first
        self.second[()], self.one_minus_second[()] = second, 1.0 - second
        self.alpha[()], self.epsilon[()] = learning_rate, optimizer.epsilon

    def set_lanes(self, optimizers: Sequence[Optimizer], learning_rates: Sequence[float]) -> None:
        """Take over what each lane's experiment says; all lanes use the same kind of optimiser."""
        self._adam = optimizers[0].kind == "adam"
        names = ("epsilon", "beta1", "beta2", "momentum", "rho")
        epsilon, beta1, beta2, momentum, rho = (_column([getattr(one, name) for one in optimizers]) for name in names)
        self._rate, self._epsilon, self._beta1, self._beta2 = _column(learning_rates), epsilon, beta1, beta2
        first, second = (beta1, beta2) if self._adam else (momentum, rho)
        self.beta[...], self.one_minus_beta[...] = first, 1.0 - first
        self.second[...], self.one_minus_second[...] = second, 1.0 - second
        self.alpha[...], self.epsilon[...] = self._rate, epsilon

    def next_step(self) -> None:
        """Count a step and, for Adam, fold its bias corrections into alpha and epsilon."""
        self.steps += 1
        if self._adam:
            second = (1.0 - self._beta2**self.steps) ** 0.5
            self.alpha[...] = self._rate * second / (1.0 - self._beta1**self.steps)
            self.epsilon[...] = self._epsilon * second


def _column(values: Sequence[float]) -> Array:
    return np.array(values, np.float64)[:, None]


@dataclass(frozen=True, slots=True, kw_only=True)
class OptimizerRule:
    """One row: how many state vectors it keeps, and its calls: update(do, θ, g, state, work, coefficients)."""

    name: str
    title: str
    formula: str
    when: str
    states: tuple[str, ...]
    update: Callable[[Do, Array, Array, Sequence[Array], Array, Coefficients], None]


def _descend(do: Do, theta: Array, g: Array, state: Sequence[Array], work: Array, c: Coefficients) -> None:
    do("α g", np.multiply, g, c.alpha, work)
    do("θ := θ − α g", np.subtract, theta, work, theta)


def _momentum(do: Do, theta: Array, g: Array, state: Sequence[Array], work: Array, c: Coefficients) -> None:
    (v,) = state
    do("β v", np.multiply, v, c.beta, v)
    do("(1 − β) g", np.multiply, g, c.one_minus_beta, work)
    do("v := β v + (1 − β) g", np.add, v, work, v)
    do("α v", np.multiply, v, c.alpha, work)
    do("θ := θ − α v", np.subtract, theta, work, theta)


def _average_square(do: Do, g: Array, S: Array, work: Array, c: Coefficients) -> None:
    do("g²", np.square, g, work)
    do("(1 − β₂) g²", np.multiply, work, c.one_minus_second, work)
    do("β₂ S", np.multiply, S, c.second, S)
    do("S := β₂ S + (1 − β₂) g²", np.add, S, work, S)


def _divide_by_root(do: Do, theta: Array, v: Array, S: Array, work: Array, c: Coefficients) -> None:
    do("√S", np.sqrt, S, work)
    do("√S + ε", np.add, work, c.epsilon, work)
    do("v / (√S + ε)", np.divide, v, work, work)
    do("α v / (√S + ε)", np.multiply, work, c.alpha, work)
    do("θ := θ − α v / (√S + ε)", np.subtract, theta, work, theta)


def _rmsprop(do: Do, theta: Array, g: Array, state: Sequence[Array], work: Array, c: Coefficients) -> None:
    (S,) = state
    _average_square(do, g, S, work, c)
    _divide_by_root(do, theta, g, S, work, c)


def _adam(do: Do, theta: Array, g: Array, state: Sequence[Array], work: Array, c: Coefficients) -> None:
    v, S = state
    do("β₁ v", np.multiply, v, c.beta, v)
    do("(1 − β₁) g", np.multiply, g, c.one_minus_beta, work)
    do("v := β₁ v + (1 − β₁) g", np.add, v, work, v)
    _average_square(do, g, S, work, c)
    _divide_by_root(do, theta, v, S, work, c)


OPTIMIZERS: Mapping[str, OptimizerRule] = {
    row.name: row
    for row in (
        OptimizerRule(
            name="gd",
            title="Gradient descent",
            formula="W := W − α dW",
            when="to understand; robust with a well chosen α",
            states=(),
            update=_descend,
        ),
        OptimizerRule(
            name="momentum",
            title="Momentum",
            formula="v := βv + (1−β)dW; W := W − αv",
            when="ravines: averages the zigzag away",
            states=("v",),
            update=_momentum,
        ),
        OptimizerRule(
            name="rmsprop",
            title="RMSprop",
            formula="S := βS + (1−β)dW²; W := W − α dW/(√S + ε)",
            when="gradients of very different size",
            states=("S",),
            update=_rmsprop,
        ),
        OptimizerRule(
            name="adam",
            title="Adam",
            formula="v̂ = v/(1−β₁ᵗ), Ŝ = S/(1−β₂ᵗ); W := W − α v̂/(√Ŝ + ε)",
            when="a good first choice for almost everything",
            states=("v", "S"),
            update=_adam,
        ),
    )
}
