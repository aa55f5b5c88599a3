"""Where the marks of frozen weights stand: on an edge a little beyond its middle, on a bias over its dot."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from engine.frozen import Place
from playground.ui.views.network_bundles import Bundles
from playground.ui.views.network_layout import Layout
from playground.ui.views.network_pointer import bias_center
from playground.ui.views.network_tiles import TileDecor

SHARE = 0.62  # of an edge's way: at half of it many edges cross


class Locks:
    """Found anew when what is frozen, or the picture, has changed; drawn with every frame."""

    def __init__(self) -> None:
        self._edges: list[QPointF] = []
        self._biases: list[QPointF] = []

    def arrange(self, frozen: Iterable[Place], layout: Layout, bundles: Bundles) -> None:
        """Find the marks of all that is frozen and shown."""
        self._edges, self._biases = [], []
        for layer, unit, source in frozen:
            column = layout.column_of(layer)
            if source is None and column is not None and unit - 1 in column.rows:
                self._biases.append(QPointF(*bias_center(column, column.place_of(unit - 1))))
            elif source is not None:
                found = bundles.edge_of(layer, unit - 1, source - 1)
                if found is not None:
                    self._edges.append(bundles.items[found[0]].point(found[1], SHARE))

    def draw_on_edges(self, painter: QPainter, decor: TileDecor) -> None:
        """Draw the marks that belong to the ground."""
        for point in self._edges:
            decor.draw_lock(painter, point)

    def draw_on_biases(self, painter: QPainter, decor: TileDecor) -> None:
        """Draw the marks that stand over the dots."""
        for point in self._biases:
            decor.draw_lock(painter, point)
