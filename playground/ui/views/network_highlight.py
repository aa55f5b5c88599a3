"""What is looked at stands out: a bold edge, a ring around a bias, a larger plot, a lens beside a small one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen

from playground.ui.theme import themes
from playground.ui.views import network_pointer
from playground.ui.views.network_bundles import Bundles
from playground.ui.views.network_layout import Column, Layout
from playground.ui.views.network_lens import Lens
from playground.ui.views.network_pointer import Hit
from playground.ui.views.network_tiles import UnitAtlas, tile_rect


class Highlight:
    """Draws what is looked at in a picture of `size` pixels; `atlases` are those of all columns but the inputs'."""

    def __init__(self, layout: Layout, bundles: Bundles, atlases: Sequence[UnitAtlas], size: QSizeF) -> None:
        self._layout, self._bundles, self._atlases, self._size = layout, bundles, atlases, size
        self._lenses = {atlas.column.layer: Lens(atlas, size) for atlas in atlases}

    def draw(self, painter: QPainter, hit: Hit) -> None:
        """Mark an edge, a bias or a unit."""
        column = self._column(hit)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(themes().current.accent, 2.0))
        if hit.kind == "unit":
            self._draw_unit(painter, column, hit.unit)
        elif hit.kind == "edge":
            self._draw_edge(painter, hit)
        elif hit.kind == "bias":
            radius = network_pointer.bias_radius(column) + 3.0
            center = network_pointer.bias_center(column, column.place_of(hit.unit))
            painter.drawEllipse(QPointF(*center), radius, radius)

    def room_for_words(self, hit: Hit) -> QRectF:
        """Where the words about it may stand: not on the plot that is shown large beside it."""
        column, lens = self._column(hit), self._lenses.get(hit.layer)
        if hit.kind == "unit" and lens is not None and lens.is_needed:
            area, height = lens.area(column.place_of(hit.unit)), self._size.height()
            if area.left() > column.x:
                return QRectF(0.0, 0.0, area.left() - 2.0, height)
            return QRectF(area.right() + 2.0, 0.0, self._size.width() - area.right() - 2.0, height)
        return QRectF(QPointF(), self._size)

    def _column(self, hit: Hit) -> Column:
        column = self._layout.column_of(hit.layer)
        assert column is not None  # only what is shown is ever looked at
        return column

    def _atlas(self, column: Column) -> UnitAtlas | None:
        return next((atlas for atlas in self._atlases if atlas.column is column), None)

    def _draw_edge(self, painter: QPainter, hit: Hit) -> None:
        """One edge in front of all, in the colour of its sign with a seam in the colour of text."""
        theme, bundle = themes().current, self._bundles.items[hit.bundle]
        width, path = float(bundle.widths()[hit.edge]), bundle.path(hit.edge)
        color = theme.positive if bundle.levels[hit.edge] >= 0 else theme.negative
        for pen_color, more in ((theme.text, 3.5), (theme.secondary if bundle.pooled else color, 1.0)):
            painter.setPen(QPen(pen_color, width + more, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawPath(path)

    def _draw_unit(self, painter: QPainter, column: Column, unit: int) -> None:
        place, atlas = column.place_of(unit), self._atlas(column)
        area = tile_rect(column, place)
        if atlas is not None:
            grow = max(3.0, min(area.width() * 0.14, 8.0))
            area = area.adjusted(-grow, -grow, grow, grow)
            atlas.draw(painter, place, area)
        painter.drawRoundedRect(area.adjusted(-1, -1, 1, 1), 4.0, 4.0)
        lens = self._lenses.get(column.layer)
        if lens is not None and lens.is_needed:
            lens.draw(painter, place)
