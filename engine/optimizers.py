"""How a gradient becomes a step: one row per optimiser, each a few calls on whole vectors (the notes, 2.2.3 to 2.2.5).

θ, g and every state vector are flat (P,), so a step of Adam is a few calls whatever the network's depth. ``update``
says the calls; ``Coefficients`` holds the numbers they read, which may change while training runs. G is g with room for
its square beside it, (2, P), and the state likewise (s, P): in small networks Adam averages both in the same calls.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from engine.arrays import Array
from engine.experiment import Optimizer
from engine.program import Do
from engine.values import dataclass


class Coefficients:
    """The numbers an update reads, as arrays that are refilled in place.

    alpha: the learning rate in force. betas, one_minus_betas: for averaging g, and g². epsilon. For Adam ``alpha`` and
    ``epsilon`` carry both bias corrections of step t, which is exact:
    v̂/(√Ŝ + ε) = (√(1−β₂ᵗ)/(1−β₁ᵗ)) · v/(√S + ε√(1−β₂ᵗ)).

    A number that NumPy has to repeat along one axis makes a call dearer, so there are two ways: no axes at all, or as
    many numbers as there are to multiply. ``averaging`` is the shape of betas for one vector: (), or θ's, so that g and
    g² are averaged together. ``rates`` is the shape of alpha and epsilon: () for one model, θ's (K, P) for K lanes.
    """

    def __init__(self, dtype: np.dtype[Any], averaging: tuple[int, ...] = (), rates: tuple[int, ...] = ()) -> None:
        self.alpha, self.epsilon = np.zeros(rates, dtype), np.zeros(rates, dtype)
        self.betas, self.one_minus_betas = np.zeros((2, *averaging), dtype), np.zeros((2, *averaging), dtype)
        self.beta, self.second = self.betas[0, ...], self.betas[1, ...]
        self.one_minus_beta, self.one_minus_second = self.one_minus_betas[0, ...], self.one_minus_betas[1, ...]
        self.steps = 0  # t: Adam's updates since its state was zero
        self._taken: tuple[Any, Any] | None = None  # what was taken over last
        self._rate: float | Array = 0.0
        self._epsilon: float | Array = 0.0
        self._beta1: float | Array = 0.0
        self._beta2: float | Array = 0.0

    def set(self, optimizer: Optimizer, learning_rate: float) -> None:
        """Take over an experiment's coefficients and the learning rate in force."""
        if self._taken != (optimizer, learning_rate):
            self._taken = optimizer, learning_rate
            self._take(optimizer.kind, learning_rate, *(getattr(optimizer, name) for name in _NUMBERS))

    def set_lanes(self, optimizers: Sequence[Optimizer], learning_rates: Sequence[float]) -> None:
        """Take over what each lane's experiment says; all lanes use the same kind of optimiser."""
        if self._taken != (optimizers, learning_rates):
            self._taken = optimizers, learning_rates
            numbers = (_column([getattr(one, name) for one in optimizers]) for name in _NUMBERS)
            self._take(optimizers[0].kind, _column(learning_rates), *numbers)

    def _take(self, kind: str, rate: Any, epsilon: Any, beta1: Any, beta2: Any, momentum: Any, rho: Any) -> None:
        self._rate, self._epsilon, self._beta1, self._beta2 = rate, epsilon, beta1, beta2
        first, second = (beta1, beta2) if kind == "adam" else (momentum, rho)
        self.beta[...], self.one_minus_beta[...] = first, 1.0 - first
        self.second[...], self.one_minus_second[...] = second, 1.0 - second
        self.alpha[...], self.epsilon[...] = rate, epsilon

    def next_step(self) -> None:
        """Count a step of Adam and fold its bias corrections into alpha and epsilon."""
        self.steps += 1
        second = (1.0 - self._beta2**self.steps) ** 0.5
        self.alpha[()] = self._rate * second / (1.0 - self._beta1**self.steps)
        self.epsilon[()] = self._epsilon * second


_NUMBERS = ("epsilon", "beta1", "beta2", "momentum", "rho")


def _column(values: Sequence[float]) -> Array:
    return np.array(values, np.float64)[:, None]


@dataclass(frozen=True, slots=True, kw_only=True)
class OptimizerRule:
    """One row: which state vectors it keeps, and its calls: update(do, θ, G, state, work, coefficients).

    θ (P,); G (2, P): g, and room for g²; state (s, P); work (2, P). corrects: whether ``Coefficients.next_step`` comes
    before every update, for the averages' start at zero.
    """

    name: str
    title: str
    formula: str
    when: str
    states: tuple[str, ...]
    update: Callable[[Do, Array, Array, Array, Array, Coefficients], None]
    corrects: bool = False


def _descend(do: Do, theta: Array, G: Array, state: Array, work: Array, c: Coefficients) -> None:
    step = work[0]
    do("α g", np.multiply, G[0], c.alpha, step)
    do("θ := θ − α g", np.subtract, theta, step, theta)


def _momentum(do: Do, theta: Array, G: Array, state: Array, work: Array, c: Coefficients) -> None:
    v, step = state[0], work[0]
    _average(do, G[0], v, step, c)
    do("α v", np.multiply, v, c.alpha, step)
    do("θ := θ − α v", np.subtract, theta, step, theta)


def _rmsprop(do: Do, theta: Array, G: Array, state: Array, work: Array, c: Coefficients) -> None:
    g, S = G[0], state[0]
    _average_square(do, g, S, work[0], c)
    _divide_by_root(do, theta, g, S, work[0], c)


def _adam(do: Do, theta: Array, G: Array, state: Array, work: Array, c: Coefficients) -> None:
    (g, square), (v, S) = G, state
    if c.betas.shape == state.shape:
        do("g²", np.square, g, square)
        do("(1 − β) ∗ [g, g²]", np.multiply, G, c.one_minus_betas, work)
        do("β ∗ [v, S]", np.multiply, state, c.betas, state)
        do("[v, S] := β ∗ [v, S] + (1 − β) ∗ [g, g²]", np.add, state, work, state)
    else:
        _average(do, g, v, work[0], c)
        _average_square(do, g, S, work[0], c)
    _divide_by_root(do, theta, v, S, work[0], c)


def _average(do: Do, g: Array, v: Array, work: Array, c: Coefficients) -> None:
    do("β v", np.multiply, v, c.beta, v)
    do("(1 − β) g", np.multiply, g, c.one_minus_beta, work)
    do("v := β v + (1 − β) g", np.add, v, work, v)


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
            corrects=True,
        ),
    )
}
