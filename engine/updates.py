"""What is done with a gradient: penalties are added to it, and the optimiser turns it into a step."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from engine.experiment import Optimizer, Penalty
from engine.network import Network
from engine.optimizers import OPTIMIZERS, Coefficients
from engine.program import Program


class Penalties:
    """J += λ₁/2m Σ|w| + λ₂/2m Σw² over weights only; m is the number of training samples (the notes, 2.1.4).

    m is the training set's size for every batch size, so that moving the batch slider does not change λ's meaning and
    the mean of the batches' gradients is the gradient of the whole.
    """

    def __init__(self, network: Network, penalty: Penalty, samples: int) -> None:
        self._network, self._penalty, self._samples = network, penalty, samples
        self.add_gradient: Callable[[], None] | None = self._make() if penalty.l1 or penalty.l2 else None

    def value(self) -> float:
        """The penalty in the cost, now."""
        if self.add_gradient is None:
            return 0.0
        w = self._network.parameters[self._mask].astype(np.float64)
        with np.errstate(all="ignore"):
            total = self._penalty.l1 * np.abs(w).sum() + self._penalty.l2 * np.square(w).sum()
        return float(total) / (2 * self._samples)

    def _make(self) -> Callable[[], None]:
        theta, g = self._network.parameters, self._network.gradient
        self._mask = self._network.layout.weight_mask()
        work, program = np.zeros_like(theta), Program()
        if self._penalty.l2:
            decay = (self._mask * (self._penalty.l2 / self._samples)).astype(theta.dtype)
            program.do("λ/m W", np.multiply, theta, decay, work)
            program.do("dW := dW + λ/m W", np.add, g, work, g)
        if self._penalty.l1:
            pull = (self._mask * (self._penalty.l1 / (2 * self._samples))).astype(theta.dtype)
            program.do("sign(W)", np.sign, theta, work)
            program.do("λ₁/2m sign(W)", np.multiply, work, pull, work)
            program.do("dW := dW + λ₁/2m sign(W)", np.add, g, work, g)
        return program.function()


class Updates:
    """The optimiser at work on one network: its state vectors, its coefficients, its step as one function."""

    def __init__(self, network: Network, optimizer: Optimizer) -> None:
        rule = OPTIMIZERS[optimizer.kind]
        self.kind = optimizer.kind
        self.coefficients = Coefficients(network.dtype)
        self.states = tuple(np.zeros_like(network.parameters) for _ in rule.states)
        program = Program()
        program.do("t := t + 1", self.coefficients.next_step)
        work = np.zeros_like(network.parameters)
        rule.update(program.do, network.parameters, network.gradient, self.states, work, self.coefficients)
        self.program = program
        self.next = program.function()

    def set_rate(self, optimizer: Optimizer, learning_rate: float) -> None:
        """Coefficients and learning rate in force from the next step on."""
        self.coefficients.set(optimizer, learning_rate)
