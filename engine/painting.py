"""Edits that paint: points are added, erased and moved, each a pure function from one experiment to the next.

Painting on a generated set begins with a copy of its points, which from then on are the user's own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from engine.choices import PAINTED, PAINTED_KINDS, PAINTED_VALUES, PLANE_KINDS, POINT_KINDS
from engine.data.dataset import DataSet
from engine.data.prepare import load_data
from engine.edits import Edit, choose_data
from engine.experiment import Experiment
from engine.points import FARTHEST, MOST_POINTS, Point

VALUE_KINDS = tuple(kind for kind in PLANE_KINDS if kind.startswith("reg-"))
MERGE_KEY = "points"  # one stroke is one entry of the undo list
DIGITS = 3  # after the point, of a coordinate


def can_be_painted(experiment: Experiment) -> bool:
    """Whether the data are points in the plane."""
    return experiment.data.kind in POINT_KINDS


def painted_kind(experiment: Experiment) -> str:
    """The kind of set that painting on the experiment's data makes: values for values, else classes."""
    kind = experiment.data.kind
    return PAINTED_VALUES if kind == PAINTED_VALUES or kind in VALUE_KINDS else PAINTED


def own_points(experiment: Experiment) -> tuple[Point, ...]:
    """The points to go on painting with: one's own, a copy of a generated set's, or none.

    Of a generated set larger than may be painted the first points are taken.
    """
    if experiment.data.kind in PAINTED_KINDS:
        return experiment.data.points
    return _copied(load_data(experiment.data)) if can_be_painted(experiment) else ()


def add_points(points: Sequence[Point]) -> Edit:
    """Put points in; what lies beyond the plane that may be painted is brought to its edge."""
    new = tuple(tidy(point) for point in points)
    return _edit("Paint points", lambda old: (*old, *new))


def erase_points(x1: float, x2: float, radius: float) -> Edit:
    """Take out the points within `radius` of a place."""

    def left(old: tuple[Point, ...]) -> tuple[Point, ...]:
        return tuple(one for one in old if (one[0] - x1) ** 2 + (one[1] - x2) ** 2 > radius**2)

    return _edit("Erase points", left)


def clear_points() -> Edit:
    """Take all points out."""
    return replace(_edit("Remove all points", lambda _: ()), merge_key=None)


def move_point(old: Point, new: Point) -> Edit:
    """Put a point elsewhere; nothing happens when it is gone."""

    def moved(points: tuple[Point, ...]) -> tuple[Point, ...]:
        if old not in points:
            return points
        place = points.index(old)
        return (*points[:place], tidy(new), *points[place + 1 :])

    return _edit("Move point", moved)


def start_painting(kind: str | None = None) -> Edit:
    """Choose points of one's own as the data, of a kind or of the one that fits: a copy of those at hand, or none."""
    return replace(_edit("Data set", lambda points: points, kind), merge_key=None)


def _edit(label: str, change: Callable[[tuple[Point, ...]], tuple[Point, ...]], kind: str | None = None) -> Edit:
    def changed(experiment: Experiment) -> Experiment:
        fitting = painted_kind(experiment)
        points = change(own_points(experiment) if kind in (None, fitting) else ())
        own = choose_data(kind or fitting).change(experiment)  # what fits points in the plane is kept
        return replace(own, data=replace(own.data, points=points))

    return Edit(label=label, change=changed, merge_key=MERGE_KEY)


def _copied(dataset: DataSet) -> tuple[Point, ...]:
    rows = zip(dataset.x[:MOST_POINTS].tolist(), dataset.y[:MOST_POINTS].tolist(), strict=True)
    return tuple(tidy((x1, x2, label)) for (x1, x2), label in rows)


def tidy(point: Point) -> Point:
    """A point with short numbers that may be painted; whether its class may be is left to the check."""
    x1, x2 = (round(min(max(float(value), -FARTHEST), FARTHEST), DIGITS) + 0.0 for value in point[:2])
    label = point[2]
    return x1, x2, round(label, DIGITS) if isinstance(label, float) else label
