"""The exponentially weighted average that stands in front of a noisy curve.

v := βv + (1−β)θ, started at 0 and, with bias correction, divided by 1−βᵗ, so that the first values are not too small
(course notes 2.2.2). The recursion is written out as a sum over all values before, which NumPy does at once.
A value that is no number is passed over: the average of those before it stands in its place, and they weigh less later.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.averages import total_weight

Floats = NDArray[np.float64]
DEFAULT_BETA = 0.9  # of what single steps give
LARGEST_BETA = 0.999


def check_beta(beta: float) -> float:
    """`beta` as it is; ValueError unless it lies in 0 (no smoothing) to 0.999."""
    if not (isinstance(beta, int | float) and 0.0 <= beta <= LARGEST_BETA):
        raise ValueError(f"beta: {beta!r} is not allowed; allowed: a number from 0 (no smoothing) to {LARGEST_BETA:g}")
    return float(beta)


def smooth(values: Floats, beta: float, *, correction: bool = True) -> Floats:
    """The average of `values` (n,), as (n,); NaN until the first finite value."""
    if beta == 0.0 or not len(values):
        return values
    finite = np.isfinite(values)
    weights = (1.0 - beta) * beta ** np.arange(len(values))  # of the value so many steps ago
    total = np.convolve(np.where(finite, values, 0.0), weights)[: len(values)]
    if finite.all():
        return total / total_weight(np.arange(1, len(values) + 1), beta) if correction else total
    corrections = np.convolve(finite.astype(np.float64), weights)[: len(values)]  # what the finite ones weigh
    if not correction:
        return np.where(corrections > 0.0, total, np.nan)
    averages: Floats = np.divide(total, corrections, out=np.full(len(values), np.nan), where=corrections > 0.0)
    return averages
