"""The parts of a layer: affine, activation, dropout (batch norm has its own file), each its forward and backward.

Every part owns the arrays it writes, made once for a batch of m samples; a parameter's gradient is a view into one flat
vector. ``forward(do)`` and ``backward(do)`` say the calls, in the notes' letters; ``engine.program`` runs them.
Shapes stand at the line's end: n units, n_prev of the layer before, m samples.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.activations import Activation
from engine.arrays import Array, constant, product, rows_of, together
from engine.program import Do, Slot


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


class Output:
    """The last layer's activation and loss: A = ŷ, dZ = dJ/dZ including the share 1/m of a sample."""

    def __init__(self, Z: Array, dZ: Array, Y: Array | Slot) -> None:
        self.Z, self.dZ, self.Y = Z, dZ, Y  # (n, m)
        self.A = np.zeros_like(Z)  # (n, m)
        self.share = constant(1.0 / Z.shape[-1], Z.dtype)
