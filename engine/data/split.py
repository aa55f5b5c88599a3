"""Train, dev and test sets: disjoint, covering everything, each class in the same proportions."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import ExperimentError

Indices = NDArray[np.int64]


def split_indices(
    y: NDArray[Any], percents: Sequence[float], rng: np.random.Generator, stratified: bool = True
) -> tuple[Indices, Indices, Indices]:
    """Shuffled indices into y (m,) for train, dev and test, sizes by largest remainder; train is never empty.

    percents: three numbers that add up to 100, the first above 0. Stratified (class indices only; real-valued targets
    are split as one group): each class's number in each part is within 1 of its share.
    Raises ExperimentError ("split") for other percents.
    """
    _check(y, percents)
    sizes = _largest_remainder(len(y), percents)
    order = rng.permutation(len(y))
    if not stratified or not np.issubdtype(y.dtype, np.integer):
        train, dev, test = np.split(order, np.cumsum(sizes)[:2])
        return train, dev, test
    counts = np.bincount(y)
    counts = counts[counts > 0]
    by_class = order[np.argsort(y[order], kind="stable")]
    parts: tuple[list[Indices], ...] = ([], [], [])
    for members, row in zip(np.split(by_class, np.cumsum(counts)[:-1]), _table(counts, percents, sizes), strict=True):
        for part, piece in zip(parts, np.split(members, np.cumsum(row)[:2]), strict=True):
            part.append(piece)
    train, dev, test = (rng.permutation(np.concatenate(part)) for part in parts)
    return train, dev, test


def _check(y: NDArray[Any], percents: Sequence[float]) -> None:
    finite = len(percents) == 3 and all(math.isfinite(p) and 0.0 <= p <= 100.0 for p in percents)
    if not finite or percents[0] <= 0.0 or abs(sum(percents) - 100.0) > 1e-6:
        given = "/".join(f"{p:g}" for p in percents)
        raise ExperimentError(
            "split", given, "train/dev/test in percent that add up to 100, train above 0, e.g. 60/20/20"
        )
    if y.ndim != 1 or not len(y):
        raise ExperimentError("y", y.shape, "targets in one row, at least one")


def _expected(count: float, percents: Sequence[float]) -> list[float]:
    """count·p/100, with what is whole but for rounding made whole."""
    exact = (count * p / 100.0 for p in percents)
    return [float(round(e)) if abs(e - round(e)) < 1e-6 else e for e in exact]


def _largest_remainder(count: int, percents: Sequence[float]) -> list[int]:
    """Whole sizes that add up to count, each the floor or the ceiling of its share; an empty train set comes first."""
    expected = _expected(count, percents)
    sizes = [math.floor(e) for e in expected]
    rest = sorted(range(3), key=lambda part: (-(part == 0 and sizes[0] == 0), sizes[part] - expected[part], part))
    for part in rest[: count - sum(sizes)]:
        sizes[part] += 1
    return sizes


def _table(counts: NDArray[np.int64], percents: Sequence[float], sizes: Sequence[int]) -> list[list[int]]:
    """How many of each class (rows) go to each part; rows add up to counts, columns to sizes.

    Every class starts with its floors; what is left of a class goes, one each, to the parts that still need most, which
    always succeeds (Gale and Ryser's theorem on tables of 0 and 1 with given sums).
    """
    shares = [_expected(int(count), percents) for count in counts]
    table = [[math.floor(e) for e in row] for row in shares]
    needed = [sizes[part] - sum(row[part] for row in table) for part in range(3)]
    for count, row, share in zip(counts, table, shares, strict=True):
        neediest = sorted(range(3), key=lambda part: (-needed[part], row[part] - share[part], part))
        for part in neediest[: int(count) - sum(row)]:
            row[part] += 1
            needed[part] -= 1
    return table
