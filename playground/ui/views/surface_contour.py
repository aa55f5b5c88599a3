"""Where the decision changes: lines through the grid of the surface, as polygons in shares of the map.

Two classes: where the probability is one half. More classes: where another class becomes the most probable. Numbers:
lines of equal value at round steps.
"""

from __future__ import annotations

import numpy as np
from contourpy import LineType, contour_generator
from numpy.typing import NDArray
from PySide6.QtGui import QPolygonF

from engine.experiment import Task
from playground.ui.views.polygons import polygon
from playground.ui.views.surface_ticks import ticks

COARSE = 2  # every how many rows and columns are looked at with more than two classes
VALUE_LINES = 6  # at most, for regression


def decision_lines(surface: NDArray[np.float32], task: Task, value_range: tuple[float, float]) -> list[QPolygonF]:
    """Lines over a surface (g, g) or (C, g, g); x and y from 0 (left, top) to 1 (right, bottom)."""
    if task == "two-class":
        return _lines(surface, [0.5])
    if task == "regression":
        return _lines(surface, ticks(*value_range, VALUE_LINES))
    coarse = np.array(surface[:, ::COARSE, ::COARSE])  # (C, s, s), a copy
    best, first = coarse.argmax(axis=0), coarse.max(axis=0)
    shares = coarse.copy()
    np.put_along_axis(coarse, best[None], -np.inf, axis=0)
    second = coarse.max(axis=0)
    lines: list[QPolygonF] = []
    for place in np.unique(best)[:-1]:  # the last one's borders are those of the others
        lead = np.where(best == place, first - second, shares[place] - first)  # over the best of the others
        lines += _lines(lead, [0.0], (surface.shape[-1] - 1) / COARSE)
    return lines


def _lines(grid: NDArray[np.float32], levels: list[float], last: float | None = None) -> list[QPolygonF]:
    """Lines of `grid` at the levels; `last` is the index that stands for the far side of the map."""
    generator = contour_generator(z=grid, name="serial", line_type=LineType.Separate)
    scale = 1.0 / max(1e-9, grid.shape[-1] - 1 if last is None else last)
    return [polygon(np.asarray(line) * scale) for level in levels for line in generator.lines(level)]
