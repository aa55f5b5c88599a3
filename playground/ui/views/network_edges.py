"""The edges between two neighbouring columns: their curves, how strongly each is drawn, which one the pointer is at.

Width and opacity say |w| and the colour says its sign, both in a few levels: the image is drawn anew only when an edge
changes its level. All curves share their x, so the one nearest to a point is found by one row of arithmetic.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath

from playground.ui.views.color_map import WordImage, Words
from playground.ui.views.edge_raster import Raster, depth_of
from playground.ui.views.network_layout import Column

Float = NDArray[np.float64]

LEVELS = 15  # of |w|, above none
REACH = 7.0  # pixels within which an edge is picked
MARGIN = 4.0  # pixels above and below the outermost edges
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
    """

    def __init__(
        self,
        source: Column,
        target: Column,
        source_places: NDArray[np.intp],
        source_units: NDArray[np.intp],
        *,
        pooled: bool = False,
    ) -> None:
        self.source, self.target, self.pooled = source, target, pooled
        self.source_units = np.tile(source_units, len(target.rows))  # (E,)
        self.target_units = np.repeat(target.rows, len(source_units))  # (E,)
        self.x = (float(source.place(0)[0] + source.tile), float(target.place(0)[0]))
        self.y = self._ends(source_places)
        self.weights: Float = np.zeros(len(self.target_units))
        self.levels = np.zeros(len(self.weights), np.intp)
        self.stale = True
        self._emphasis: tuple[int, int] | None = None
        self._image: WordImage | None = None
        self._corner = QPointF()

    def _ends(self, places: NDArray[np.intp]) -> tuple[Float, Float]:
        """y of every edge's start and end: fanned out along the tiles, in the order of the units they come from."""
        targets, sources = len(self.target.rows), len(places)
        out = _fan(targets, min(self.source.tile * 0.3, 1.5 * targets))  # (T,)
        into = _fan(sources, min(self.target.tile * 0.66, 6.0 * sources))  # (S,)
        start = self.source.y[places][None, :] + (0.0 if self.pooled else 1.0) * out[:, None]  # (T, S)
        end = self.target.y[:, None] + into[None, :]  # (T, S)
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
        return min(max(self.target.tile * 0.11, 2.5), 5.0)

    def cost(self, ratio: float) -> float:
        """About how many microseconds it takes to render the image at `ratio` device pixels a pixel."""
        columns = (self.x[1] - self.x[0]) * ratio
        rows = (max(ends.max() for ends in self.y) - min(ends.min() for ends in self.y)) * ratio
        return float(0.2 * columns * len(self.weights) + 0.02 * columns * rows) if len(self.weights) else 0.0

    def widths(self) -> Float:
        """Pixels (E,)."""
        return 0.75 + (self.widest - 0.75) * np.abs(self.levels) / LEVELS

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

    def render(self, ratio: float, table: Words, raster: Raster) -> None:
        """Draw all edges into the image, at `ratio` device pixels a pixel."""
        self.stale = False
        if not len(self.weights):
            return
        left, right = math.floor(self.x[0] * ratio), math.ceil(self.x[1] * ratio)
        low = min(self.y[0].min(), self.y[1].min()) - self.widest - MARGIN
        high = max(self.y[0].max(), self.y[1].max()) + self.widest + MARGIN
        top, bottom = math.floor(low * ratio), math.ceil(high * ratio)
        size = (max(1, right - left), max(4, bottom - top))
        if self._image is None or self._image.words.shape != size[::-1]:
            self._image = WordImage(*size, transparent=True)
        self._image.image.setDevicePixelRatio(ratio)
        self._corner = QPointF(left / ratio, top / ratio)
        middle = (np.arange(size[0]) + 0.5) / size[0]
        step = 0.5 / size[0]
        climb = rise(middle)
        steep = (rise(middle + step) - rise(middle - step)) / (2 * step * size[0])
        fall = (self.y[1] - self.y[0])[:, None] * ratio
        y = (self.y[0] * ratio - top)[:, None] + fall * climb
        raster.paint(
            self._image.words,
            table,
            y=y,
            slope=fall * steep,
            width=self.widths() * ratio,
            depth=depth_of(self.opacities()),
            positive=self.levels >= 0,
        )

    def draw(self, painter: QPainter) -> None:
        """Draw the image as it was last rendered."""
        if self._image is not None:
            painter.drawImage(self._corner, self._image.image)

    def nearest(self, x: float, y: float) -> int | None:
        """The edge that passes within reach of a point, the nearest and of equals the strongest; None if none does."""
        if not self.x[0] <= x <= self.x[1] or self.x[1] <= self.x[0] or not len(self.weights):
            return None
        share, step = (x - self.x[0]) / (self.x[1] - self.x[0]), 0.01
        around = rise(np.array([share, max(0.0, share - step), min(1.0, share + step)]))
        fall = self.y[1] - self.y[0]
        slope = fall * (around[2] - around[1]) / (2 * step * (self.x[1] - self.x[0]))
        distance = np.abs(self.y[0] + fall * around[0] - y) / np.sqrt(1.0 + slope * slope)
        best = int(np.argmin(distance - 0.02 * np.abs(self.levels)))
        return best if distance[best] <= REACH else None

    def path(self, edge: int) -> QPainterPath:
        """The curve of one edge."""
        start, end = self.y[0][edge], self.y[1][edge]
        middle = (self.x[0] + self.x[1]) / 2
        path = QPainterPath(QPointF(self.x[0], start))
        path.cubicTo(middle, start, middle, end, self.x[1], end)
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

    def marching_points(self, phase: float, spacing: float = 16.0) -> Float:
        """Points (n, 2) that walk along the edges as `phase` (0 to 1) grows from one's place to that of the next."""
        count = max(1, round((self.x[1] - self.x[0]) / spacing))
        shift = (phase + 0.381966 * np.arange(len(self.weights))) % 1.0
        share = (np.arange(count) + shift[:, None]) / count  # (E, count)
        x = self.x[0] + (self.x[1] - self.x[0]) * share
        y = self.y[0][:, None] + (self.y[1] - self.y[0])[:, None] * rise(share)
        return np.stack([x.ravel(), y.ravel()], axis=1)


def _fan(count: int, spread: float) -> Float:
    """`count` offsets, evenly over `spread`, around 0."""
    return np.linspace(-spread / 2, spread / 2, count) if count > 1 else np.zeros(count)
