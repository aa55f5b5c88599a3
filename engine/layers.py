"""The parts of a layer: affine, batch norm, activation, dropout. Each says its forward and its backward in a few lines.

Every part owns the arrays it writes, made once for a batch of m samples; a parameter's gradient is a view into one flat
vector. ``forward(do)`` and ``backward(do)`` say the calls, in the notes' letters; ``engine.program`` runs them.
Shapes stand at the line's end: n units, n_prev of the layer before, m samples.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.activations import Activation
from engine.arrays import Array, constant, halves, product, rows_of, together
from engine.program import Do, Slot

BATCH_NORM_EPSILON = 1e-5
RUNNING_SHARE = 0.1  # of a batch in the running averages; the old average keeps 0.9


class Affine:
    """Z = W·A_prev + b (the notes, 1.2.2 and 1.3.1).

    The bias is W's last column and A_prev ends with a row of ones, so the same product gives b and its gradient.
    ``A_prev_T`` is A_prev transposed; the first layer gets both as slots that stand for the batch.
    """

    def __init__(self, W: Array, dW: Array, A_prev: Array | Slot, A_prev_T: Array | Slot, Z: Array, dZ: Array) -> None:
        self.W, self.dW = W, dW  # (n, n_prev + 1)
        self.A_prev, self.A_prev_T = A_prev, A_prev_T  # (n_prev + 1, m) and its transpose
        self.Z, self.dZ = Z, dZ  # (n, m)
        first = isinstance(A_prev, Slot)
        self.dA_prev = None if first else rows_of(W.shape[:-2], W.shape[-1], Z.shape[-1], W.dtype)  # (n_prev + 1, m)

    def forward(self, do: Do) -> None:
        """Z = W·A_prev + b."""
        do("Z = W·A_prev + b", product(self.W), self.A_prev, self.Z)

    def backward(self, do: Do) -> None:
        """dW = dZ·A_prevᵀ and db = Σ dZ (dZ carries 1/m); dA_prev = Wᵀ·dZ, whose last row belongs to the ones."""
        if self.dA_prev is not None and self.dZ.ndim > 2 and self.dZ.shape[-2] == 1:
            self._backward_of_one_unit(do, self.dA_prev)
            return
        do("dW, db = dZ·A_prevᵀ", product(self.dZ), self.A_prev_T, self.dW)
        if self.dA_prev is not None:
            do("dA_prev = Wᵀ·dZ", product(self.W.mT), self.dZ, self.dA_prev)

    def _backward_of_one_unit(self, do: Do, dA_prev: Array) -> None:
        """The same in lanes where W and dZ are one row: inner and outer products are quicker than those of matrices."""
        do("dW, db = dZ·A_prevᵀ", np.vecdot, self.dZ, self.A_prev, self.dW[..., 0, :])
        do("dA_prev = Wᵀ·dZ", np.multiply, *(together(one) for one in (self.W.mT, self.dZ, dA_prev)))


class Activate:
    """A = g(Z), element by element (the notes, 1.2.3 and 1.2.5)."""

    def __init__(self, rule: Activation, slope: float, Z: Array, dZ: Array, A: Array) -> None:
        self.rule, self.slope = rule, constant(slope, Z.dtype)
        self.Z, self.dZ, self.A = Z, dZ, A  # (n, m)
        self.dA = np.zeros_like(Z)  # (n, m); replaced by what the next part computes

    def forward(self, do: Do) -> None:
        """A = g(Z)."""
        self.rule.forward(do, together(self.Z), together(self.A), self.slope)

    def backward(self, do: Do) -> None:
        """dZ = dA ∗ g′(Z), with g′(Z) already where dZ is to stand."""
        dA, dZ = together(self.dA), together(self.dZ)
        do("dZ = dA ∗ g′", np.multiply, dA, dZ, dZ)


class Derivatives:
    """g′(Z) of hidden layers with the same g, before the gradient comes back to them: all at once.

    Their Z, A and dZ stand one behind the other, so that small layers share the cost of a call. Each layer's last row
    belongs to the ones of A; what is computed there is not read.
    """

    def __init__(self, rule: Activation, slope: float, Z: Array, A: Array, dZ: Array) -> None:
        self.rule, self.slope = rule, constant(slope, Z.dtype)
        self.Z, self.A, self.dZ = Z, A, dZ  # (Σ(n + 1), m)

    def backward(self, do: Do) -> None:
        """g′(Z), into the place of dZ."""
        self.rule.backward(do, self.Z, self.A, self.dZ, self.slope)


class Dropout:
    """Inverted dropout: A∗D with D = (u < keep)/keep, so that the mean of A is kept.

    The notes, 2.1.5; Srivastava et al. 2014. u are 16-bit words, so keep is a multiple of 1/65536; dividing by that
    multiple keeps the mean exactly.
    """

    def __init__(self, keep_prob: float, A: Array, A_out: Array, random: np.random.Generator) -> None:
        self.A, self.A_out = A, A_out  # (n, m): what comes in, and what the next layer sees
        self.D = np.ones_like(A)  # (n, m): 0 or 1/keep
        self.dA_out = np.zeros_like(A)  # (n, m); replaced by what the next part computes
        self.frozen = False
        threshold = max(1, round(keep_prob * 65536))
        self._scale = constant(65536 / threshold, A.dtype)
        self._last_kept = np.array(threshold - 1, np.uint16)
        self._words = -(-A.size // 4)  # 64-bit words that hold A.size 16-bit ones, and up to three more
        self._kept = np.empty(4 * self._words, np.bool_)
        self._kept_shaped = self._kept[: A.size].reshape(A.shape)
        self._random = random.bit_generator

    def draw(self) -> None:
        """A new mask D, unless the mask is frozen (as the gradient check needs it)."""
        if self.frozen:
            return
        words: NDArray[np.uint64] = self._random.random_raw(self._words)
        np.less_equal(words.view(np.uint16), self._last_kept, self._kept)
        np.copyto(self.D, self._kept_shaped)  # a copy, then a product: together faster than a product of mixed types
        np.multiply(self.D, self._scale, self.D)

    def forward(self, do: Do) -> None:
        """A_out = A ∗ D."""
        do("D = (u < keep)/keep", self.draw)
        do("A := A ∗ D", np.multiply, *(together(one) for one in (self.A, self.D, self.A_out)))

    def backward(self, do: Do) -> None:
        """dA = dA_out ∗ D, in place."""
        do("dA := dA ∗ D", np.multiply, *(together(one) for one in (self.dA_out, self.D, self.dA_out)))


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


class Output:
    """The last layer's activation and loss: A = ŷ, dZ = dJ/dZ including the share 1/m of a sample."""

    def __init__(self, Z: Array, dZ: Array, Y: Array | Slot) -> None:
        self.Z, self.dZ, self.Y = Z, dZ, Y  # (n, m)
        self.A = np.zeros_like(Z)  # (n, m)
        self.share = constant(1.0 / Z.shape[-1], Z.dtype)
