"""Batch norm: Z of each unit over the batch brought to mean 0 and variance 1, then to a learnt scale and mean."""

from __future__ import annotations

import numpy as np

from engine.arrays import Array, constant, halves, product
from engine.program import Do

BATCH_NORM_EPSILON = 1e-5
RUNNING_SHARE = 0.1  # of a batch in the running averages; the old average keeps 0.9


class BatchNorm:
    """Z̃ = γ ∗ (Z − μ)/√(σ² + ε) + β, per unit over the batch, before g (the notes, 2.3.2; Ioffe & Szegedy 2015).

    μ and σ² (divided by m) are the batch's while training and enter running averages that prediction uses.
    A batch of one sample has no variance: it is normalised by the running averages, taken as constants, and leaves
    them as they are; so the last, smaller batch of an epoch still teaches the layers before.
    ``parameters`` and ``gradients`` are γ, then β, (2n,). ``statistics`` and ``running`` are (mean, variance), (n,)
    each: the last batch's, which every batch size writes into the same place, and the running ones. ``before`` is Z
    and dZ, ``after`` is Z̃ and dZ̃, (n, m).
    """

    def __init__(
        self,
        parameters: Array,
        gradients: Array,
        statistics: tuple[Array, Array],
        running: tuple[Array, Array],
        before: tuple[Array, Array],
        after: tuple[Array, Array],
    ) -> None:
        self.gamma, self.beta = halves(parameters)  # (n,)
        self.gradients = gradients  # (2n,): dγ, then dβ
        self.dgamma, self.dbeta = halves(gradients)  # (n,)
        self.mu, self.variance = statistics  # (n,)
        self.running_mean, self.running_variance = running  # (n,)
        self.Z, self.dZ = before  # (n, m)
        self.Ztilde, self.dZtilde = after  # (n, m)
        n, m, dtype = self.Z.shape[:-1], self.Z.shape[-1], self.Z.dtype
        self.m = m
        self.centred = np.zeros_like(self.Z)  # Z − μ, (n, m)
        self.factor = np.zeros_like(self.Z)  # γ/√(σ² + ε), (n, m): used twice, and NumPy is slow at repeating a column
        self.root, self._row = np.zeros(n, dtype), np.zeros(n, dtype)  # √(σ² + ε) and γ/√(σ² + ε), (n,)
        self._shares = np.zeros_like(gradients)  # dγ/m, then dβ/m, (2n,)
        self._ones = np.ones(m, dtype)  # (m,)
        self._one_over_m = constant(1.0 / m, dtype)

    @property
    def Znorm(self) -> Array:
        """(Z − μ)/√(σ² + ε), (n, m), to look at: the calls below multiply by γ/√(σ² + ε) at once."""
        return np.asarray(self.centred / self.root[..., None])

    def forward(self, do: Do) -> None:
        """Z̃ = γ/√(σ² + ε) ∗ (Z − μ) + β."""
        if self.m > 1:
            do("μ = Σ Z/m", product(self.Z), np.full(self.m, self._one_over_m), self.mu)
        else:
            do("μ = running mean", np.copyto, self.mu, self.running_mean)
        do("μ", np.copyto, self.centred, self.mu[..., None])  # copying a column is the quickest way to repeat it
        do("Z − μ", np.subtract, self.Z, self.centred, self.centred)
        if self.m > 1:
            do("Σ (Z − μ)²", np.vecdot, self.centred, self.centred, self.variance)
            do("σ² = Σ (Z − μ)²/m", np.multiply, self.variance, self._one_over_m, self.variance)
        else:
            do("σ² = running variance", np.copyto, self.variance, self.running_variance)
        do("σ² + ε", np.add, self.variance, constant(BATCH_NORM_EPSILON, self.Z.dtype), self.root)
        do("√(σ² + ε)", np.sqrt, self.root, self.root)
        do("γ/√(σ² + ε)", np.divide, self.gamma, self.root, self._row)
        do("γ/√(σ² + ε)", np.copyto, self.factor, self._row[..., None])
        do("γ ∗ Znorm", np.multiply, self.centred, self.factor, self.Ztilde)
        do("Z̃ = γ ∗ Znorm + β", np.add, self.Ztilde, self.beta[..., None], self.Ztilde)

    def backward(self, do: Do) -> None:
        """dγ = Σ dZ̃∗Znorm, dβ = Σ dZ̃, dZ = γ/√(σ² + ε) ∗ (dZ̃ − Znorm ∗ dγ/m − dβ/m)."""
        do("dβ = Σ dZ̃", product(self.dZtilde), self._ones, self.dbeta)
        do("Σ dZ̃ ∗ (Z − μ)", np.vecdot, self.dZtilde, self.centred, self.dgamma)
        do("dγ = Σ dZ̃ ∗ Znorm", np.divide, self.dgamma, self.root, self.dgamma)
        if self.m > 1:
            self._through_statistics(do)
        else:
            do("dZ = dZ̃", np.copyto, self.dZ, self.dZtilde)
        do("dZ = γ/√(σ² + ε) ∗ (…)", np.multiply, self.dZ, self.factor, self.dZ)

    def _through_statistics(self, do: Do) -> None:
        dgamma_share, dbeta_share = halves(self._shares)
        do("dγ/m, dβ/m", np.multiply, self.gradients, self._one_over_m, self._shares)
        do("dγ/m/√(σ² + ε)", np.divide, dgamma_share, self.root, dgamma_share)
        do("dγ/m/√(σ² + ε)", np.copyto, self.dZ, dgamma_share[..., None])
        do("Znorm ∗ dγ/m", np.multiply, self.centred, self.dZ, self.dZ)
        do("dZ̃ − Znorm ∗ dγ/m", np.subtract, self.dZtilde, self.dZ, self.dZ)
        do("dZ̃ − Znorm ∗ dγ/m − dβ/m", np.subtract, self.dZ, dbeta_share[..., None], self.dZ)


class RunningAverages:
    """running := 0.9 running + 0.1 batch: means and variances of all layers with batch norm, in one product.

    ``averages`` (2, k) holds the running averages as they were before this batch, and the batch's own.
    """

    def __init__(self, averages: Array, running: Array) -> None:
        self.averages, self.running = averages, running[..., None, :]
        shares = np.array([[1.0 - RUNNING_SHARE, RUNNING_SHARE]], running.dtype)
        self.shares = np.broadcast_to(shares, (*running.shape[:-1], 1, 2)).copy()

    def forward(self, do: Do) -> None:
        """After the last layer, when every layer has written its μ and σ²."""
        do("running := 0.9 running + 0.1 batch", product(self.shares), self.averages, self.running)
