"""Parity: n inputs of 0 and 1; the class is whether the ones among them are odd in number.

The 2ⁿ rows come in an order drawn once; with more samples they come again in that order, with fewer only some do.
Noise flips a class with probability ν.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from engine.data.bayes import BayesError
from engine.data.dataset import Floats

INPUTS = 8
COPIES, FEWEST, MOST = 4, 256, 4096  # of the rows, and of the samples there are unless their number is said

Sampler = Callable[[int, float, np.random.Generator], tuple[Floats, NDArray[np.int64]]]


def parity_sampler(inputs: int) -> Sampler:
    """The generator of parity with so many inputs."""

    def sample(samples: int, noise: float, rng: np.random.Generator) -> tuple[Floats, NDArray[np.int64]]:
        """Inputs (m, n) of 0 and 1, and labels (m,), 1 for odd."""
        codes = np.resize(rng.permutation(2**inputs), samples)
        flipped = rng.random(samples) < noise
        x = codes[:, None] >> np.arange(inputs - 1, -1, -1) & 1
        return x.astype(np.float64), (x.sum(axis=1) + flipped) % 2

    return sample


def parity_samples(inputs: int) -> int:
    """Every row four times, so that those held back are known from training too; at least 256, at most 4096."""
    return min(max(COPIES << inputs, FEWEST), MOST)


def parity_posterior(x: Floats, noise: float) -> Floats:
    """P(y = 1 | x) (m,) = 1 − ν for an odd number of ones, ν for an even one; inputs count as 0 or 1."""
    odd = (x > 0.5).sum(axis=1) % 2 == 1
    return np.where(odd, 1.0 - noise, noise)


def parity_bayes_error(noise: float) -> BayesError:
    """ν: as many classes are flipped."""
    return BayesError(value=noise)
