"""The edges between two neighbouring columns: their curves, how strongly each is drawn, which one the pointer is at.

Width and opacity say |w| and the colour says its sign, both in a few levels: the image is drawn anew only when an edge
changes its level. All curves share their x, so the one nearest to a point is found by one row of arithmetic. Where a
column stands in two lanes an edge of the far lane has a lead: a level piece that passes between tiles of the near one.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from playground.ui.views.network_layout import Column

Float = NDArray[np.float64]

LEVELS = 15  # of |w|, above none
REACH = 7.0  # pixels within which an edge is picked
DIMMED = 0.12  # share of its strength that an edge keeps while another unit is looked at

_T = np.linspace(0.0, 1.0, 257)
_EASE_X = 1.5 * _T * (1 - _T) ** 2 + 1.5 * _T**2 * (1 - _T) + _T**3  # Bezier with both controls half way
_EASE_Y = 3 * _T**2 - 2 * _T**3


def rise(share: Float) -> Float:
    """How far an edge has climbed (0 to 1) where it has come `share` (0 to 1) of its way in x."""
    return np.interp(share, _EASE_X, _EASE_Y)


def strength_levels(weights: NDArray[np.floating]) -> NDArray[np.intp]:
    """-LEVELS to LEVELS: |w| = 0.1 is 1, 0.5 is 4, 1 is 8, 2 is 13; even in the middle, it never runs out."""
    strength = np.rint(LEVELS * np.tanh(0.6 * weights))
    if np.isnan(strength.sum()):
        strength = np.nan_to_num(strength)
    return np.asarray(strength.astype(np.intp))


class EdgeBundle:
    """The edges from the shown units of `source` to those of `target`; E = targets x sources, target by target.

    source_places: places of the source column that feed the network; source_units, target_units: what the units are
    called in the weights (n[l], n[l-1]). pooled: one edge stands for all weights of a unit, by their root mean square.
    boldness: how many times as wide edges are as usual.
    """

    def __init__(
        self,
        source: Column,
        target: Column,
        source_places: NDArray[np.intp],
        source_units: NDArray[np.intp],
        *,
        pooled: bool = False,
        boldness: float = 1.0,
    ) -> None:
        self.source, self.target, self.pooled, self._boldness = source, target, pooled, boldness
        self.source_units = np.tile(source_units, len(target.rows))  # (E,)
        self.target_units = np.repeat(target.rows, len(source_units))  # (E,)
        leaves = np.array([source.place(row)[0] + source.tile for row in source_places], np.float64)  # (S,)
        arrives = np.array([target.place(row)[0] for row in range(len(target.rows))], np.float64)  # (T,)
        self.x = (float(max(leaves, default=source.right)), float(min(arrives)))  # of the curves
        self.reach = np.tile(leaves, len(arrives)), np.repeat(arrives, len(leaves))  # (E,) each, leads included
        self.y = self._ends(source_places)
        self.weights: Float = np.zeros(len(self.target_units))
        self.levels = np.zeros(len(self.weights), np.intp)
        self.stale = True
        self._emphasis: tuple[int, int] | None = None

    def _ends(self, places: NDArray[np.intp]) -> tuple[Float, Float]:
        """y of every edge's start and end: fanned out along the tiles, in the order of the units they come from."""
        source, target, targets, sources = self.source, self.target, len(self.target.rows), len(places)
        wide_out = 0.0 if self.pooled else min(source.tile * 0.3, 1.5 * targets)
        wide_in = min(target.tile * 0.66, 6.0 * sources)
        far = np.minimum([wide_out, wide_in], [max(2.0, column.passage - 2.0) for column in (source, target)])
        out = np.where(places % source.lanes < source.lanes - 1, far[0], wide_out)  # (S,): passes tiles of its column?
        into = np.where(np.arange(targets) % target.lanes > 0, far[1], wide_in)  # (T,)
        start = source.y[places] + out * _fan(targets)[:, None]  # (T, S)
        end = target.y[:, None] + into[:, None] * _fan(sources)  # (T, S)
        return start.ravel(), end.ravel()

    def set_weights(self, weights: NDArray[np.floating]) -> None:
        """Take the weights (n[l], n[l-1]) of the target's layer; the image goes stale if a level changes."""
        if self.pooled:
            self.weights = np.sqrt(np.mean(np.square(weights[self.target.rows], dtype=np.float64), axis=1))
        else:
            self.weights = np.asarray(weights[self.target_units, self.source_units], np.float64)
        levels = strength_levels(self.weights)
        self.stale = self.stale or not np.array_equal(levels, self.levels)
        self.levels = levels

    def emphasize(self, unit: tuple[int, int] | None) -> None:
        """Dim all edges but those of unit (layer, index); None: all as strong as they are."""
        mine = unit if unit is not None and unit[0] in (self.source.layer, self.target.layer) else None
        if unit is not None and mine is None:
            mine = (-1, -1)  # another column's unit: all of mine are dimmed
        self.stale = self.stale or mine != self._emphasis
        self._emphasis = mine

    @property
    def widest(self) -> float:
        """Pixels of the widest edge."""
        return min(max(self.target.tile * 0.11, 2.5), 5.0) * self._boldness

    def widths(self) -> Float:
        """Pixels (E,)."""
        thinnest = 0.75 * self._boldness
        return thinnest + (self.widest - thinnest) * np.abs(self.levels) / LEVELS

    def opacities(self) -> Float:
        """0 to 1 (E,); the weakest edges are fainter the more there are."""
        faint = min(0.3, 1.8 / math.sqrt(max(1, len(self.levels))))
        strong = faint + (0.95 - faint) * (np.abs(self.levels) / LEVELS) ** 0.8
        return strong * self._dimming()

    def _dimming(self) -> Float:
        if self._emphasis is None:
            return np.ones(len(self.levels))
        layer, unit = self._emphasis
        from_it = (self.source_units == unit) & (layer == self.source.layer)
        into_it = (self.target_units == unit) & (layer == self.target.layer)
        return np.where(from_it | into_it, 1.0, DIMMED)

    def nearest(self, x: float, y: float) -> int | None:
        """The edge that passes within reach of a point, the nearest and of equals the strongest; None if none does."""
        if self.x[1] <= self.x[0] or not len(self.weights):
            return None
        share, step = min(max((x - self.x[0]) / (self.x[1] - self.x[0]), 0.0), 1.0), 0.01
        around = rise(np.array([share, max(0.0, share - step), min(1.0, share + step)]))
        fall = self.y[1] - self.y[0]
        slope = fall * (around[2] - around[1]) / (2 * step * (self.x[1] - self.x[0]))
        distance = np.abs(self.y[0] + fall * around[0] - y) / np.sqrt(1.0 + slope * slope)
        distance[(x < np.minimum(self.reach[0], self.x[0])) | (x > np.maximum(self.reach[1], self.x[1]))] = np.inf
        best = int(np.argmin(distance - 0.02 * np.abs(self.levels)))
        return best if distance[best] <= REACH else None

    def path(self, edge: int) -> QPainterPath:
        """The curve of one edge."""
        start, end = self.y[0][edge], self.y[1][edge]
        middle = (self.x[0] + self.x[1]) / 2
        path = QPainterPath(QPointF(self.reach[0][edge], start))
        path.lineTo(self.x[0], start)
        path.cubicTo(middle, start, middle, end, self.x[1], end)
        path.lineTo(self.reach[1][edge], end)
        return path

    def edge_of(self, unit: int, source: int) -> int | None:
        """The edge between two units, by their indices in the weights; None when it is not shown or stands for many."""
        if self.pooled:
            return None
        found = np.flatnonzero((self.target_units == unit) & (self.source_units == source))
        return int(found[0]) if len(found) else None

    def point(self, edge: int, share: float) -> QPointF:
        """Where one edge is when it has come `share` (0 to 1) of its way in x."""
        climb = float(rise(np.array(share)))
        start, end = float(self.y[0][edge]), float(self.y[1][edge])
        return QPointF(self.x[0] + (self.x[1] - self.x[0]) * share, start + (end - start) * climb)

    def points(self, shares: Float, edges: NDArray[np.intp]) -> Float:
        """Points (e * k, 2) where some edges (e,) have come `shares` (k,) or (e, k) of their way."""
        x = self.x[0] + (self.x[1] - self.x[0]) * shares
        y = self.y[0][edges, None] + (self.y[1] - self.y[0])[edges, None] * rise(shares)
        return np.stack([np.broadcast_to(x, y.shape).ravel(), y.ravel()], axis=1)


def _fan(count: int) -> Float:
    """`count` offsets, evenly from -0.5 to 0.5, around 0."""
    return np.linspace(-0.5, 0.5, count) if count > 1 else np.zeros(count)
