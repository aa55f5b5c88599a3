"""Exclusive or: the sign of x₁·x₂, as in TensorFlow Playground (``dataset.ts``, ``classifyXORData``).

Each coordinate is U(−5, 5), pushed 0.3 away from zero. The label is read off at the point moved by U(−5, 5)·ν along
each axis: 1 where the product of the coordinates there is not negative. The point itself stays.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.data.bayes import BayesError
from engine.data.dataset import Floats

HALF_WIDTH = 5.0
PADDING = 0.3


def sample_xor(samples: int, noise: float, rng: np.random.Generator) -> tuple[Floats, NDArray[np.int64]]:
    """Points (m, 2) and labels (m,), 1 where both coordinates have the same sign."""
    draws = HALF_WIDTH * (2.0 * rng.random((samples, 4)) - 1.0)
    x = draws[:, :2] + np.where(draws[:, :2] > 0.0, PADDING, -PADDING)
    place = x + noise * draws[:, 2:]
    return x, (place[:, 0] * place[:, 1] >= 0.0).astype(np.int64)


def xor_posterior(x: Floats, noise: float) -> Floats:
    """P(y = 1 | x) (m,) = a₁a₂ + (1 − a₁)(1 − a₂), with aᵢ the chance that coordinate i is read as positive."""
    reach = HALF_WIDTH * noise
    positive = np.clip(0.5 + 0.5 * x / reach, 0.0, 1.0) if reach > 1e-9 else (x >= 0.0).astype(np.float64)
    return positive[:, 0] * positive[:, 1] + (1.0 - positive[:, 0]) * (1.0 - positive[:, 1])


def xor_bayes_error(noise: float) -> BayesError:
    """½(1 − s²), with s = E[min(1, |x|/5ν)] for |x| ~ U(0.3, 5.3): the two coordinates are independent."""
    reach = HALF_WIDTH * noise
    far = PADDING + HALF_WIDTH
    sure = 1.0
    if reach > PADDING:
        sure = ((reach**2 - PADDING**2) / (2.0 * reach) + far - reach) / HALF_WIDTH
    return BayesError(value=0.5 * (1.0 - sure**2))
