"""What is done with a gradient: penalties are added to it, and the optimiser turns it into a step."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from engine.arrays import Array
from engine.experiment import Optimizer, Penalty
from engine.network import Network
from engine.optimizers import OPTIMIZERS, Coefficients, OptimizerRule
from engine.program import Program

TOGETHER = 1500  # parameters: below, Adam averages g and g² in the same calls; above, it would read too much
TINY_EVERY = 10  # epochs between two looks for numbers that are too small
BLOCK = 32768  # parameters: an update takes a larger network piece by piece, each of which stays in the cache


class Penalties:
    """J += λ₁/2m Σ|w| + λ₂/2m Σw² over weights only; m is the number of training samples (the notes, 2.1.4).

    m is the training set's size for every batch size, so that moving the batch slider does not change λ's meaning and
    the mean of the batches' gradients is the gradient of the whole.
    """

    def __init__(self, network: Network, penalty: Penalty, samples: int, lanes: Sequence[Penalty] = ()) -> None:
        self._network, self._penalties, self._samples = network, lanes or (penalty,), samples
        l1, l2 = ([getattr(one, name) for one in self._penalties] for name in ("l1", "l2"))
        self._l1, self._l2 = (np.array(one).reshape(*network.lanes, 1) for one in (l1, l2))  # (1,), or (K, 1)
        self.add_gradient: Callable[[], None] | None = self._make() if any(l1) or any(l2) else None

    def value(self, lane: tuple[int, ...] = ()) -> float:
        """The penalty in the cost (of one lane), now."""
        if self.add_gradient is None:
            return 0.0
        penalty = self._penalties[lane[0] if lane else 0]
        total, w = 0.0, self._w
        with np.errstate(all="ignore"):
            np.multiply(self._network.parameters[lane], self._mask, w)
            if penalty.l2:
                total += penalty.l2 * float(w.dot(w))
            if penalty.l1:
                total += penalty.l1 * float(np.abs(w).sum())
        return total / (2 * self._samples)

    def _make(self) -> Callable[[], None]:
        theta, g = self._network.parameters, self._network.gradient
        self._mask = self._network.layout.weight_mask().astype(np.float64)
        self._w = np.zeros_like(self._mask)  # the weights, and zeros in place of the rest
        work, program = np.zeros_like(theta), Program()
        if self._l2.any():
            decay = (self._mask * (self._l2 / self._samples)).astype(theta.dtype)
            program.do("λ/m W", np.multiply, theta, decay, work)
            program.do("dW := dW + λ/m W", np.add, g, work, g)
        if self._l1.any():
            pull = (self._mask * (self._l1 / (2 * self._samples))).astype(theta.dtype)
            program.do("sign(W)", np.sign, theta, work)
            program.do("λ₁/2m sign(W)", np.multiply, work, pull, work)
            program.do("dW := dW + λ₁/2m sign(W)", np.add, g, work, g)
        return program.function()


class Updates:
    """The optimiser at work on one network: its state vectors, its coefficients, its step as one function."""

    def __init__(self, network: Network, optimizer: Optimizer) -> None:
        rule, theta = OPTIMIZERS[optimizer.kind], network.parameters
        self.kind = optimizer.kind
        together = theta.shape if network.lanes or theta.size < TOGETHER else ()
        self.coefficients = c = Coefficients(network.dtype, together, theta.shape if network.lanes else ())
        state = np.zeros((len(rule.states), *theta.shape), network.dtype)  # (s, P)
        self.states = tuple(state)
        self._vectors, self._tiny = (theta, state), 1e8 * float(np.finfo(network.dtype).tiny)  # 1e-30 in float32
        self.program = program = Program()
        if rule.corrects:
            program.do("t := t + 1", c.next_step)
        if theta.ndim > 1 or theta.size <= BLOCK:
            rule.update(program.do, theta, network.gradients, state, np.zeros_like(network.gradients), c)
        else:
            self._update_by_blocks(network, rule, state)
        self.next = program.function()

    def _update_by_blocks(self, network: Network, rule: OptimizerRule, state: Array) -> None:
        work = np.zeros((2, BLOCK), network.dtype)
        for start in range(0, network.parameters.size, BLOCK):
            block = slice(start, start + BLOCK)
            theta, G = network.parameters[block], network.gradients[:, block]
            rule.update(self.program.do, theta, G, state[:, block], work[:, : theta.size], self.coefficients)

    def drop_tiny(self) -> None:
        """Set to 0 what no result can show any more: numbers 1e8 times the smallest that a processor handles well.

        A penalty, or an average without new gradients, shrinks a number for ever. Below 1e-38 every product with it
        takes a hundred times as long: after some ten thousand steps weights from empty pixels made a network five
        times as slow.
        """
        for vector in self._vectors:
            vector[np.abs(vector) < self._tiny] = 0.0

    def set_rate(self, optimizer: Optimizer, learning_rate: float) -> None:
        """Coefficients and learning rate in force from the next step on."""
        self.coefficients.set(optimizer, learning_rate)

    def set_rates(self, optimizers: Sequence[Optimizer], learning_rates: Sequence[float]) -> None:
        """The same for each lane."""
        self.coefficients.set_lanes(optimizers, learning_rates)
