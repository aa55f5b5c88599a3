"""Points of one's own in the plane, each with its class: what may stand in an experiment as ``data.points``."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from engine.errors import ExperimentError

Point = tuple[float, float, int]  # x1, x2, class from 0

MOST_POINTS = 2000
MOST_CLASSES = 9  # as many as there are keys from 1 to 9
FARTHEST = 100.0  # of a coordinate from 0
ALLOWED = f"x1 and x2 from -{FARTHEST:g} to {FARTHEST:g} and a class from 0 to {MOST_CLASSES - 1}, e.g. [1.5, -2, 0]"


def check_points(points: object) -> None:
    """Raise ExperimentError, naming the point, unless all are points as above and not too many."""
    if not isinstance(points, tuple):
        raise ExperimentError("data.points", points, "a list of points [x1, x2, class]")
    if len(points) > MOST_POINTS:
        raise ExperimentError("data.points", f"{len(points)} points", f"at most {MOST_POINTS}")
    if _are_plain(points):
        return
    for index, point in enumerate(points):
        if not _is_point(point):
            raise ExperimentError(f"data.points[{index}]", point, ALLOWED)


def count_classes(points: Sequence[Point]) -> int:
    """C: one more than the highest class, and never less than two."""
    return max(2, 1 + max((point[2] for point in points), default=0))


def _are_plain(points: tuple[Any, ...]) -> bool:
    """Whether all are good points of plain numbers, seen in one go: every edit of a large set looks at all of it."""
    if not points or {*map(type, points)} != {tuple} or {*map(len, points)} != {3}:
        return not points
    across, up, labels = zip(*points, strict=True)
    numbers = across + up
    if not {*map(type, numbers)} <= {float, int} or {*map(type, labels)} != {int}:
        return False
    near = all(map(math.isfinite, numbers)) and -FARTHEST <= min(numbers) <= max(numbers) <= FARTHEST
    return near and 0 <= min(labels) <= max(labels) < MOST_CLASSES


def _is_point(point: object) -> bool:
    if not isinstance(point, tuple) or len(point) != 3:
        return False
    across, up, label = point
    whole = type(label) is int and 0 <= label < MOST_CLASSES
    return whole and _is_coordinate(across) and _is_coordinate(up)


def _is_coordinate(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return math.isfinite(value) and -FARTHEST <= value <= FARTHEST
