"""The data points on the map, as one layer that is drawn once for a set of data, a size and a choice of sets."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPixmap

from engine.plane import Window
from engine.snapshot import RunData, SetName
from playground.ui.theme import Theme
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


def draw_points(
    painter: QPainter, data: RunData, sets: Sequence[SetName], theme: Theme, window: Window, side: float, ratio: float
) -> None:
    """Draw the points of the sets on a map of `side` pixels whose corner is the painter's origin."""
    marks: dict[tuple[str, int], QPixmap] = {}
    ring, classes = surface_marks.ring_color(theme, data.task), len(data.class_names)
    for name, x, y, label in shown_points(data, sets, window, side):
        level, color = point_color(theme, data, label)
        key = (name, level)
        if key not in marks:
            kind = surface_marks.form(name, level, classes)
            marks[key] = surface_marks.mark(theme, color, ring, name, kind, ratio)
        painter.drawPixmap(QPointF(x - surface_marks.SIDE / 2, y - surface_marks.SIDE / 2), marks[key])


def trace_points(
    painter: QPainter, data: RunData, sets: Sequence[SetName], theme: Theme, window: Window, side: float
) -> None:
    """The same as lines and fills, for drawings that are enlarged."""
    ring, classes = surface_marks.ring_color(theme, data.task), len(data.class_names)
    for name, x, y, label in shown_points(data, sets, window, side):
        level, color = point_color(theme, data, label)
        shape = surface_marks.outline(surface_marks.form(name, level, classes), QPointF(x, y), surface_marks.SIZE)
        surface_marks.draw_mark(painter, theme, color, ring, name, shape)


def shown_points(
    data: RunData, sets: Sequence[SetName], window: Window, side: float
) -> Iterator[tuple[SetName, float, float, float]]:
    """Set, place in pixels and label of each point that is drawn; those beyond the map's edge are left out."""
    for name, rows in chosen_rows(data, sets).items():
        places = on_map(window, data.points[name][rows], side)
        near = (np.abs(places - side / 2) < side / 2 + surface_marks.SIDE).all(axis=1)
        for (x, y), label in zip(places[near].tolist(), data.labels[name][rows][near].tolist(), strict=True):
            yield name, x, y, label


def on_map(window: Window, points: NDArray[np.floating], side: float) -> NDArray[np.float64]:
    """Points (m, 2) of the plane as pixels (m, 2) from the upper left corner of a map of `side` pixels."""
    low, high = np.array(window).T
    share = (points - low) / np.maximum(high - low, 1e-12)
    return np.stack([share[:, 0] * side, (1.0 - share[:, 1]) * side], axis=1)


def point_counts(data: RunData, sets: Sequence[SetName]) -> tuple[int, int]:
    """How many points are drawn, and how many there are."""
    drawn = sum(len(rows) for rows in chosen_rows(data, sets).values())
    return drawn, sum(len(data.labels[name]) for name in sets)
