"""The data points on the map, as one layer that is drawn once for a set of data, a size and a choice of sets."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPixmap

from engine.plane import Window
from engine.snapshot import RunData, SetName
from engine.values import dataclass
from playground.ui.theme import Theme, themes
from playground.ui.views import surface_marks

MOST_POINTS = 2000  # that are drawn; more only hide each other
VALUE_LEVELS = 15  # of colour, for regression


def chosen_rows(data: RunData, sets: Sequence[SetName]) -> dict[SetName, NDArray[np.intp]]:
    """Which points of each set are drawn: all, or a share of each that is the same every time, in order."""
    total = sum(len(data.labels[name]) for name in sets)
    share = min(1.0, MOST_POINTS / total) if total else 1.0
    rows: dict[SetName, NDArray[np.intp]] = {}
    for name in sets:
        count = len(data.labels[name])
        picked = np.random.default_rng(0).permutation(count)[: math.ceil(count * share)]
        rows[name] = np.sort(picked)
    return rows


def point_color(theme: Theme, data: RunData, label: float) -> tuple[int, QColor]:
    """The class or the level of colour of a label, and the colour."""
    if data.task == "classes":
        return int(label), theme.class_color(int(label))
    if data.task == "two-class":
        return int(label), theme.positive if label >= 0.5 else theme.negative
    low, high = data.value_range
    share = min(max((label - low) / (high - low), 0.0), 1.0) if high > low else 0.5
    level = round(share * (VALUE_LEVELS - 1))
    entry = round(level / (VALUE_LEVELS - 1) * 255)
    return level, QColor.fromRgb(int(theme.diverging_table()[entry]))


RowsOnMap = tuple[NDArray[np.intp], NDArray[np.float64]]  # rows (k,), places (k, 2)


@dataclass(frozen=True, slots=True)
class Shown:
    """A point on the map: its set, its row there, its place in pixels, its label."""

    name: SetName
    row: int
    x: float
    y: float
    label: float


def draw_points(
    painter: QPainter, data: RunData, sets: Sequence[SetName], theme: Theme, window: Window, side: float, ratio: float
) -> None:
    """Draw the points of the sets on a map of `side` pixels whose corner is the painter's origin."""
    marks: dict[tuple[str, int], QPixmap] = {}
    ring, classes = surface_marks.ring_color(theme, data.task), len(data.class_names)
    points, size = sized_points(data, sets, window, side)
    half = surface_marks.side_of(size) / 2
    for point in points:
        level, color = point_color(theme, data, point.label)
        key = (point.name, level)
        if key not in marks:
            kind = surface_marks.form(point.name, level, classes)
            marks[key] = surface_marks.mark(theme, color, ring, point.name, kind, ratio, size)
        painter.drawPixmap(QPointF(point.x - half, point.y - half), marks[key])


def trace_points(
    painter: QPainter, data: RunData, sets: Sequence[SetName], theme: Theme, window: Window, side: float
) -> None:
    """The same as lines and fills, for drawings that are enlarged."""
    ring, classes = surface_marks.ring_color(theme, data.task), len(data.class_names)
    points, size = sized_points(data, sets, window, side)
    for point in points:
        level, color = point_color(theme, data, point.label)
        kind = surface_marks.form(point.name, level, classes)
        shape = surface_marks.outline(kind, QPointF(point.x, point.y), size)
        surface_marks.draw_mark(painter, theme, color, ring, point.name, shape, size)


def sized_points(data: RunData, sets: Sequence[SetName], window: Window, side: float) -> tuple[list[Shown], float]:
    """The points that are drawn, and the size of their marks in pixels."""
    points = [
        Shown(name, row, x, y, label)
        for name, (rows, places) in rows_on_map(data, sets, window, side).items()
        for row, (x, y), label in zip(rows.tolist(), places.tolist(), data.labels[name][rows].tolist(), strict=True)
    ]
    return points, surface_marks.size_of(len(points), side, themes().text_scale)


def rows_on_map(data: RunData, sets: Sequence[SetName], window: Window, side: float) -> dict[SetName, RowsOnMap]:
    """The rows of each set that are drawn, and their places in pixels; those beyond the map's edge are left out."""
    edge = surface_marks.side_of(surface_marks.SIZE * themes().text_scale)
    there: dict[SetName, RowsOnMap] = {}
    for name, rows in chosen_rows(data, sets).items():
        places = on_map(window, data.points[name][rows], side)
        near = (np.abs(places - side / 2) < side / 2 + edge).all(axis=1)
        there[name] = rows[near], places[near]
    return there


def nearest_point(
    data: RunData, sets: Sequence[SetName], window: Window, side: float, at: tuple[float, float]
) -> Shown | None:
    """The point whose mark lies under a place of the map in pixels; of several the nearest."""
    points, size = sized_points(data, sets, window, side)
    distances = [(math.dist(at, (point.x, point.y)), index) for index, point in enumerate(points)]
    least, index = min(distances, default=(math.inf, 0))
    return points[index] if least <= 0.5 * size + 1.5 else None


def on_map(window: Window, points: NDArray[np.floating], side: float) -> NDArray[np.float64]:
    """Points (m, 2) of the plane as pixels (m, 2) from the upper left corner of a map of `side` pixels."""
    low, high = np.array(window).T
    share = (points - low) / np.maximum(high - low, 1e-12)
    return np.stack([share[:, 0] * side, (1.0 - share[:, 1]) * side], axis=1)


def point_counts(data: RunData, sets: Sequence[SetName]) -> tuple[int, int]:
    """How many points are drawn, and how many there are."""
    drawn = sum(len(rows) for rows in chosen_rows(data, sets).values())
    return drawn, sum(len(data.labels[name]) for name in sets)
