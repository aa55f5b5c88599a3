"""Points of one's own in the plane, each with its class or its value: what may stand as ``data.points``."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from engine.errors import ExperimentError

Point = tuple[float, float, float]  # x1, x2, and a whole class from 0, or a value

MOST_POINTS = 2000
MOST_CLASSES = 9  # as many as there are keys from 1 to 9
FARTHEST = 100.0  # of a coordinate, and of a value, from 0
_PLACE = f"x1 and x2 from -{FARTHEST:g} to {FARTHEST:g}"
ALLOWED = f"{_PLACE} and a class from 0 to {MOST_CLASSES - 1}, e.g. [1.5, -2, 0]"
ALLOWED_VALUES = f"{_PLACE} and a value in the same range, e.g. [1.5, -2, 0.5]"


def check_points(points: object, *, values: bool = False) -> None:
    """Raise ExperimentError, naming the point, unless all are points with classes (or values) and not too many."""
    allowed = ALLOWED_VALUES if values else ALLOWED
    if not isinstance(points, tuple):
        raise ExperimentError("data.points", points, "a list of points [x1, x2, class or value]")
    if len(points) > MOST_POINTS:
        raise ExperimentError("data.points", f"{len(points)} points", f"at most {MOST_POINTS}")
    if _are_plain(points, values):
        return
    for index, point in enumerate(points):
        if not _is_point(point, values):
            raise ExperimentError(f"data.points[{index}]", point, allowed)


def count_classes(points: Sequence[Point]) -> int:
    """C: one more than the highest class, and never less than two."""
    return max(2, 1 + max((int(point[2]) for point in points), default=0))


def _are_plain(points: tuple[Any, ...], values: bool) -> bool:
    """Whether all are good points of plain numbers, seen in one go: every edit of a large set looks at all of it."""
    if not points or {*map(type, points)} != {tuple} or {*map(len, points)} != {3}:
        return not points
    across, up, labels = zip(*points, strict=True)
    numbers = across + up + (labels if values else ())
    if not {*map(type, numbers)} <= {float, int} or not all(map(math.isfinite, numbers)):
        return False
    near = -FARTHEST <= min(numbers) <= max(numbers) <= FARTHEST
    return near and (values or ({*map(type, labels)} == {int} and 0 <= min(labels) <= max(labels) < MOST_CLASSES))


def _is_point(point: object, values: bool) -> bool:
    if not isinstance(point, tuple) or len(point) != 3:
        return False
    across, up, label = point
    fits = _is_near(label) if values else type(label) is int and 0 <= label < MOST_CLASSES
    return fits and _is_near(across) and _is_near(up)


def _is_near(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return math.isfinite(value) and -FARTHEST <= value <= FARTHEST
