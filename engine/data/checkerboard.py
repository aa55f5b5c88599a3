"""A board of four by four fields, the two classes in turn.

x ~ U(−5, 5)². The label is read off at the point moved by U(−5, 5)·ν along each axis: 1 on the fields whose numbers
along both axes are both even or both odd. The pattern goes on beyond the board; the point itself stays.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.data.bayes import BayesError
from engine.data.dataset import Floats

HALF_WIDTH = 5.0
FIELD = 2.5


def sample_checkerboard(samples: int, noise: float, rng: np.random.Generator) -> tuple[Floats, NDArray[np.int64]]:
    """Points (m, 2) and labels (m,)."""
    draws = HALF_WIDTH * (2.0 * rng.random((samples, 4)) - 1.0)
    x = draws[:, :2]
    fields = np.floor((x + noise * draws[:, 2:]) / FIELD).astype(np.int64)
    return x, 1 - fields.sum(axis=1) % 2


def checkerboard_posterior(x: Floats, noise: float) -> Floats:
    """P(y = 1 | x) (m,) = a₁a₂ + (1 − a₁)(1 − a₂), with aᵢ the chance that coordinate i is read on an even field."""
    reach = HALF_WIDTH * noise
    if reach > 1e-9:
        even = (_even_length(x + reach) - _even_length(x - reach)) / (2.0 * reach)
    else:
        even = (np.floor(x / FIELD) % 2 == 0).astype(np.float64)
    return np.clip(even[:, 0] * even[:, 1] + (1.0 - even[:, 0]) * (1.0 - even[:, 1]), 0.0, 1.0)


def checkerboard_bayes_error(noise: float) -> BayesError:
    """½(1 − s²) with s = E|2a − 1| = 1 − 5ν/2.5: the two coordinates are independent."""
    sure = 1.0 - HALF_WIDTH * noise / FIELD
    return BayesError(value=0.5 * (1.0 - sure**2))


def _even_length(t: Floats) -> Floats:
    """How much of the way from 0 to t lies on even fields (negative to the left of 0)."""
    pairs = np.floor(t / (2.0 * FIELD))
    return pairs * FIELD + np.minimum(t - pairs * 2.0 * FIELD, FIELD)
