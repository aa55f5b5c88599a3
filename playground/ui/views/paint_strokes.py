"""From the way of a hand over the map to edits: dabs of a brush, erasing, taking a point along.

Places are on the plane; lengths come in pixels with the plane's units of one pixel, so that a brush is as large as it
looks however near the map is looked at.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random

from engine.edits import Edit
from engine.experiment import Experiment
from engine.painting import add_points, erase_points, move_point, own_points, tidy
from engine.points import MOST_CLASSES, MOST_POINTS, Point
from engine.values import dataclass

CLASSES = tuple(range(MOST_CLASSES))
VALUES = (-1.0, -0.5, 0.0, 0.5, 1.0)  # that can be painted
GRASP = 14.0  # pixels within which a point is taken along
Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Brush:
    """A size: points of one dab within `radius` pixels, the next dab `spacing` pixels on."""

    points: int
    radius: float
    spacing: float


BRUSHES = (Brush(1, 8.0, 10.0), Brush(3, 16.0, 15.0), Brush(7, 30.0, 26.0))


class Stroke:
    """One press of the button. `edit` gives what to do at each place, None where there is nothing to do.

    tool: "erase", "move", or a place among the labels (classes, or values) as "0" and so on.
    """

    def __init__(self, tool: str, brush: Brush, pixel: float, labels: Sequence[float] = CLASSES) -> None:
        self._tool, self._brush, self._pixel, self._labels = tool, brush, pixel, labels
        self._last: Place | None = None
        self._held: Point | None = None

    def edit(self, experiment: Experiment, place: Place) -> Edit | None:
        """What the hand does to the experiment's points at a place."""
        if self._tool == "erase":
            return erase_points(*place, self._brush.radius * self._pixel)
        if self._tool == "move":
            return self._move(experiment, place)
        if self._last is not None and math.dist(self._last, place) < self._brush.spacing * self._pixel:
            return None
        self._last = place
        return self._dab(experiment, place)

    def _dab(self, experiment: Experiment, place: Place) -> Edit | None:
        there = own_points(experiment)
        count, label = min(self._brush.points, MOST_POINTS - len(there)), self._labels[int(self._tool)]
        if count <= 0:
            return None
        if self._brush.points == 1:
            return add_points([(*place, label)])
        random = Random(len(there))  # scattered, and the same for the same way of the hand
        return add_points([(*self._scattered(random, place), label) for _ in range(count)])

    def _scattered(self, random: Random, place: Place) -> Place:
        """A place within the brush, every one equally likely."""
        reach = self._brush.radius * self._pixel * math.sqrt(random.random())
        angle = 2.0 * math.pi * random.random()
        return place[0] + reach * math.cos(angle), place[1] + reach * math.sin(angle)

    def _move(self, experiment: Experiment, place: Place) -> Edit | None:
        if self._last is None:
            self._last = place
            self._held = nearest(own_points(experiment), place, GRASP * self._pixel)
            return None
        if self._held is None:
            return None
        old, self._held = self._held, tidy((*place, self._held[2]))
        return move_point(old, self._held)


def nearest(points: tuple[Point, ...], place: Place, reach: float) -> Point | None:
    """The point next to a place, unless it is beyond reach; of several that lie there the one painted last."""
    best, least = None, reach
    for point in points:
        distance = math.dist(point[:2], place)
        if distance <= least:
            best, least = point, distance
    return best
