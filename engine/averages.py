"""Exponentially weighted averages: v := βv + (1−β)θ, with and without the correction 1/(1 − βᵗ) (the notes, 2.2.2).

The same average smooths the cost curves, carries momentum and RMSprop, and has its own page of temperatures. It
remembers about 1/(1−β) values: one of that age weighs βᵃᵍᵉ ≈ 1/e of the newest. Started at v = 0 it is too small at
first, by exactly the factor 1 − βᵗ that the correction divides by.

A value that is not finite is a gap: the result is NaN there, v and t stay, and the average goes on behind it as if
the gap were not there. So the curve of a set without samples is NaN throughout, and a single overflow spoils nothing.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.errors import ExperimentError

Float64 = NDArray[np.float64]


def exponential_average(series: ArrayLike, beta: float, *, correction: bool = True) -> Float64:
    """The average after each value of ``series`` (T,), or of every column of (T, k), in float64 and that shape.

    Raises ExperimentError unless 0 ≤ β < 1, and for a series of another shape.
    """
    _check_beta(beta)
    theta = np.asarray(series, np.float64)
    if theta.ndim not in (1, 2):
        raise ExperimentError("series", theta.shape, "values (T,), or columns of values (T, k)")
    if theta.ndim == 2:
        columns = [exponential_average(column, beta, correction=correction) for column in theta.T]
        return np.stack(columns, axis=1) if columns else theta.copy()
    present = np.isfinite(theta)
    v = _running_sum((1.0 - beta) * theta[present], beta)
    if correction:
        v /= total_weight(np.arange(1, v.size + 1), beta)
    result = np.full(theta.shape, np.nan)
    result[present] = v
    return result


def _running_sum(u: Float64, beta: float) -> Float64:
    """Σ_age βᵃᵍᵉ·u[t − age] for every t at once, in place.

    Each pass doubles how far back the sums reach (Hillis and Steele 1986), so T values take log₂ T whole-array calls.
    """
    reach, weight = 1, beta
    while reach < u.size and weight > 0.0:  # a weight that underflows has nothing left to add
        u[reach:] += weight * u[:-reach]
        reach, weight = 2 * reach, weight * weight
    return u


class ExponentialAverage:
    """The same average, one value at a time: for what is watched while it happens. It keeps v and t, nothing else."""

    def __init__(self, beta: float, *, correction: bool = True) -> None:
        _check_beta(beta)
        self.beta, self.correction = beta, correction
        self.count = 0  # t, finite values so far
        self._v = 0.0

    def add(self, value: float) -> float:
        """Take in one value and give the average after it; NaN, and nothing taken in, where it is not finite."""
        if not math.isfinite(value):
            return math.nan
        self._v = self.beta * self._v + (1.0 - self.beta) * value
        self.count += 1
        return self.value

    @property
    def value(self) -> float:
        """The average now; NaN before the first value."""
        if self.count == 0:
            return math.nan
        return self._v / float(total_weight(self.count, self.beta)) if self.correction else self._v


def binned_average(means: ArrayLike, counts: ArrayLike, beta: float, *, correction: bool = True) -> Float64:
    """The average at the end of each bin (n,), where a bin stands for ``counts`` values that are all its mean.

    For what is kept in stretches: v := βᵏv + (1−βᵏ)·mean is k steps of the recursion at once. With counts of 1 it is
    ``exponential_average``. A mean that is not finite is a gap, as there. Raises ExperimentError unless 0 ≤ β < 1.
    """
    _check_beta(beta)
    values, steps = np.asarray(means, np.float64), np.asarray(counts, np.float64)
    result, v, total = np.full(values.shape, np.nan), 0.0, 0.0
    for index, (value, kept) in enumerate(zip(values.tolist(), (beta**steps).tolist(), strict=True)):
        if math.isfinite(value):
            v = kept * v + (1.0 - kept) * value
            total = kept * total + (1.0 - kept)
            result[index] = v / total if correction and total > 0.0 else v
    return result


def weights_by_age(beta: float, ages: int) -> Float64:
    """(1−β)βᵃᵍᵉ (ages,): what the newest value, the one before, … weigh in the uncorrected average."""
    _check_beta(beta)
    return np.asarray((1.0 - beta) * beta ** np.arange(ages, dtype=np.float64))


def total_weight(count: ArrayLike, beta: float) -> Float64:
    """1 − βᵗ: what t ≥ 1 values weigh together, and so what the uncorrected average makes of a constant 1.

    By log1p and expm1, so that it keeps its digits where β is so near 1 that 1 − βᵗ is tiny.
    """
    _check_beta(beta)
    with np.errstate(divide="ignore"):  # β = 0: log 0 = −∞, and 1 − e^−∞ = 1
        return np.asarray(-np.expm1(np.asarray(count, np.float64) * np.log1p(beta - 1.0)))


def time_constant(beta: float) -> float:
    """1/(1−β): over how many values β averages, and after how many a sudden change is followed by 1 − 1/e of it."""
    _check_beta(beta)
    return 1.0 / (1.0 - beta)


def lag(beta: float) -> float:
    """β/(1−β): the mean age of what is averaged, and so how many values the average of a straight line is late."""
    _check_beta(beta)
    return beta / (1.0 - beta)


def _check_beta(beta: float) -> None:
    if not 0.0 <= beta < 1.0:
        raise ExperimentError("beta", beta, "a number of at least 0 and below 1")
