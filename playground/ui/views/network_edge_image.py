"""The picture of a bundle of edges: curves between two columns, and level leads; drawn anew when stale."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from playground.ui.views.color_map import WordImage, Words
from playground.ui.views.edge_raster import Raster, depth_of
from playground.ui.views.network_edges import EdgeBundle, rise

MARGIN = 4.0  # pixels above and below the outermost edges


class EdgeImage:
    """All edges of `bundle` as they were last rendered."""

    def __init__(self, bundle: EdgeBundle) -> None:
        self._bundle = bundle
        self._heights = self._from_top_to_bottom()
        self._image: WordImage | None = None
        self._corner = QPointF()

    def _from_top_to_bottom(self) -> tuple[float, float]:
        """The highest and the lowest end of all edges: what stands still is looked for once."""
        ends = np.concatenate(self._bundle.y)
        return (float(ends.min()), float(ends.max())) if len(ends) else (0.0, 0.0)

    def cost(self, ratio: float) -> float:
        """About how many microseconds it takes to render at `ratio` device pixels a pixel."""
        bundle, count = self._bundle, len(self._bundle.weights)
        if not count:
            return 0.0
        columns = (bundle.x[1] - bundle.x[0]) * ratio
        rows = (self._heights[1] - self._heights[0]) * ratio
        return float(0.2 * columns * count + 0.02 * columns * rows)

    def render(self, ratio: float, table: Words, raster: Raster) -> None:
        """Draw all edges into the image, at `ratio` device pixels a pixel."""
        bundle = self._bundle
        bundle.stale = False
        if not len(bundle.weights):
            return
        low, high = self._heights[0] - bundle.widest - MARGIN, self._heights[1] + bundle.widest + MARGIN
        top, bottom = math.floor(low * ratio), math.ceil(high * ratio)
        far = bundle.reach[0].min(), bundle.reach[1].max()
        sides = [math.floor(far[0] * ratio), *(round(x * ratio) for x in bundle.x), math.ceil(far[1] * ratio)]
        size = max(1, sides[-1] - sides[0]), max(4, bottom - top)
        if self._image is None or self._image.words.shape != size[::-1]:
            self._image = WordImage(*size, transparent=True)
        self._image.image.setDevicePixelRatio(ratio)
        self._corner = QPointF(sides[0] / ratio, top / ratio)
        parts = bundle.reach[0] < bundle.x[0], np.ones(len(bundle.weights), np.bool_), bundle.reach[1] > bundle.x[1]
        for (left, right), edges, at in zip(pairwise(sides), parts, (0.0, None, 1.0), strict=True):
            if right > left:
                words = self._image.words[:, left - sides[0] : right - sides[0]]
                self._paint(words, table, raster, edges, at, ratio, top)

    def _paint(
        self,
        words: Words,
        table: Words,
        raster: Raster,
        edges: np.ndarray,
        at: float | None,
        ratio: float,
        top: int,
    ) -> None:
        """Draw some edges between their ends, or as level leads where they have come `at` (0 or 1) of their way."""
        bundle, count = self._bundle, words.shape[1]
        middle, half = (np.arange(count) + 0.5) / count, 0.5 / count
        climb = rise(middle) if at is None else np.full(count, at)
        steep = (rise(middle + half) - rise(middle - half)) if at is None else np.zeros(count)
        start = bundle.y[0][edges] * ratio - top
        fall = (bundle.y[1] - bundle.y[0])[edges, None] * ratio
        raster.paint(
            words,
            table,
            y=start[:, None] + fall * climb,
            slope=fall * steep,
            width=bundle.widths()[edges] * ratio,
            depth=depth_of(bundle.opacities()[edges]),
            positive=bundle.levels[edges] >= 0,
        )

    def draw(self, painter: QPainter) -> None:
        """Draw the image as it was last rendered."""
        if self._image is not None:
            painter.drawImage(self._corner, self._image.image)
