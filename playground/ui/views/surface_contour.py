"""Where the decision changes: lines through the grid of the surface, as polygons in shares of the map.

Two classes: where the probability is one half. More classes: where another class becomes the most probable. Numbers:
lines of equal value at round steps.
"""

from __future__ import annotations

import itertools
from functools import lru_cache

import numpy as np
from contourpy import FillType, LineType, SerialContourGenerator, ZInterp
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from engine.experiment import Task
from playground.ui.views.polygons import polygon
from playground.ui.views.surface_ticks import ticks

COARSE = 2  # every how many rows and columns are looked at with more than two classes
VALUE_LINES = 6  # at most, for regression
MARGIN = 0.75  # probability from which a decision counts as sure


def decision_lines(
    surface: NDArray[np.float32],
    task: Task,
    value_range: tuple[float, float],
    *,
    coarse: int = COARSE,
    once: bool = False,
) -> list[QPolygonF]:
    """Lines over a surface (g, g) or (C, g, g); x and y from 0 (left, top) to 1 (right, bottom).

    once: no border comes twice, from both of its classes, so that it can be dashed; where three meet a cell stays free.
    """
    if task == "two-class":
        return _lines(surface, [0.5])
    if task == "regression":
        return _lines(surface, ticks(*value_range, VALUE_LINES))
    rest = np.array(surface[:, ::coarse, ::coarse])  # (C, s, s), a copy
    best, first = rest.argmax(axis=0), rest.max(axis=0)
    shares = rest.copy()
    np.put_along_axis(rest, best[None], -np.inf, axis=0)
    second = rest.max(axis=0)
    lines: list[QPolygonF] = []
    for place in sorted(set(best.ravel().tolist()))[:-1]:  # the last one's borders are those of the others
        lead = np.where(best == place, first - second, shares[place] - first)  # over the best of the others
        if once:
            lead = np.where(best < place, np.float32(np.nan), lead)
        lines += _lines(lead, [0.0], (surface.shape[-1] - 1) / coarse)
    return lines


def margin_lines(surface: NDArray[np.float32], task: Task, value_range: tuple[float, float]) -> list[QPolygonF]:
    """Where the decision begins to be sure: p = MARGIN. Numbers: lines of equal value between the others."""
    if task == "two-class":
        return _lines(surface, [1.0 - MARGIN, MARGIN])
    if task == "classes":
        best = np.array(surface[:, ::COARSE, ::COARSE]).max(axis=0)
        return _lines(best, [MARGIN], (surface.shape[-1] - 1) / COARSE)
    levels = ticks(*value_range, VALUE_LINES)
    return _lines(surface, [(low + high) / 2 for low, high in itertools.pairwise(levels)])


def level_places(surface: NDArray[np.float32], value_range: tuple[float, float]) -> list[tuple[float, QPointF]]:
    """Where to write the value on each line of equal value: in the middle of its longest piece."""
    places = []
    for value in ticks(*value_range, VALUE_LINES):
        lines = _lines(surface, [value])
        if lines:
            longest = max(lines, key=lambda line: line.size())
            places.append((value, longest.at(longest.size() // 2)))
    return places


def _lines(grid: NDArray[np.float32], levels: list[float], last: float | None = None) -> list[QPolygonF]:
    """Lines of `grid` at the levels; `last` is the index that stands for the far side of the map.

    The generator is made by its class: the function that usually makes it takes most of the time of a small grid for
    looking at its arguments. What a diverged network has no numbers for is left out.
    """
    x, y = _places(*grid.shape)
    generator = SerialContourGenerator(
        x,
        y,
        grid.astype(np.float64),
        ~np.isfinite(grid),
        corner_mask=False,
        line_type=LineType.Separate,
        fill_type=FillType.OuterOffset,
        quad_as_tri=False,
        z_interp=ZInterp.Linear,
    )
    scale = 1.0 / max(1e-9, grid.shape[-1] - 1 if last is None else last)
    return [polygon(np.asarray(line) * scale) for level in levels for line in generator.lines(level)]


@lru_cache(maxsize=4)
def _places(rows: int, columns: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Column and row of every point of a grid, each (rows, columns)."""
    y, x = np.mgrid[0.0:rows, 0.0:columns]
    return x, y
