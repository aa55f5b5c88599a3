"""A set of points of one's own: the data set they are, and a split that no other point disturbs.

Which set a point belongs to hangs on the point itself and on the data seed, so that painting one more moves no other.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import DataSet, Floats
from engine.data.features import PLANE
from engine.data.split import Indices
from engine.errors import DataError
from engine.points import Point, count_classes

_STEP, _FIRST, _SECOND = (np.uint64(word) for word in (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB))
Words = NDArray[np.uint64]


def painted_set(points: Sequence[Point], *, values: bool = False) -> DataSet:
    """The points as a data set, of classes or of values. Raises DataError when there is none."""
    if not points:
        raise DataError("no points yet: paint some with a brush, or choose another data set")
    table = np.array(points, np.float64)  # (m, 3)
    if values:
        return DataSet(x=table[:, :2], y=table[:, 2], feature_names=PLANE, class_names=(), task="regression")
    classes = count_classes(points)
    present = np.unique(table[:, 2]).size
    return DataSet(
        x=table[:, :2],
        y=table[:, 2],
        feature_names=PLANE,
        class_names=tuple(class_name(index) for index in range(classes)),
        task="two-class" if classes == 2 else "classes",
        notes=("Only one class so far: paint points of another one.",) if present == 1 else (),
    )


def class_name(index: int) -> str:
    """What class `index` (from 0) is called: by the key that paints it."""
    return f"class {index + 1}"


def painted_parts(points: Floats, percents: Sequence[float], seed: int) -> tuple[Indices, Indices, Indices]:
    """Rows of the points (m, 3) for train, dev and test; the point with the lowest draw always trains."""
    draw = stable_draws(points, seed)
    train = draw < percents[0] / 100.0
    train |= draw == draw.min()
    dev = ~train & (draw < (percents[0] + percents[1]) / 100.0)
    rest = ~(train | dev)
    if not percents[2]:  # 100 percent may be a little less by rounding
        dev, rest = (dev | rest, rest & False) if percents[1] else (dev, rest)
    return np.flatnonzero(train), np.flatnonzero(dev), np.flatnonzero(rest)


def stable_draws(points: Floats, seed: int) -> Floats:
    """A number in [0, 1) for each row of points (m, n) that depends on nothing but the row and the seed.

    The bits of the numbers, mixed one after the other by the finaliser of SplitMix64 (Steele, Lea and Flood 2014).
    """
    state = _mixed(np.full(len(points), seed, np.uint64))
    for column in np.ascontiguousarray(points.T + 0.0, np.float64):  # −0 is 0
        state = _mixed(state ^ column.view(np.uint64))
    return (state >> np.uint64(11)).astype(np.float64) * 2.0**-53


def _mixed(words: Words) -> Words:
    words = words + _STEP
    words = (words ^ (words >> np.uint64(30))) * _FIRST
    words = (words ^ (words >> np.uint64(27))) * _SECOND
    return np.asarray(words ^ (words >> np.uint64(31)))
