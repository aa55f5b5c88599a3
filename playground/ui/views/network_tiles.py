"""The small plots of units: all responses of a layer in one image, drawn tile by tile, with frames and bias dots."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from playground.ui import color_math
from playground.ui.theme import Theme
from playground.ui.views.color_map import WordImage, Words, to_bytes
from playground.ui.views.network_layout import Column

CORNER = 3.0  # radius of a tile's corners
BELL = (15, 11)  # pixels of the mark of batch norm
LEAST_FOR_BELL = 28  # pixels of a tile that has room for it
LOCK = 14  # pixels of the mark of what is frozen


class UnitAtlas:
    """The responses of the shown units of one column, below one another in one image.

    crisp: its pixels are to be seen as such, as those of weights over an image.
    """

    crisp = False

    def __init__(self, column: Column) -> None:
        self.column = column
        self.areas = [tile_rect(column, place) for place in range(len(column.rows))]
        self._image: WordImage | None = None
        self._side = self._across = 0

    def load(self, units: NDArray[np.float32], low: float, high: float, tables: Words) -> None:
        """Colour the shown ones of `units` (n, h, w) by a table (256,), or each by its own of (n, 256)."""
        shown = units if len(units) == len(self.column.rows) else units[self.column.rows]
        self._side, self._across = shown.shape[-2:]
        height = max(1, shown.shape[0] * self._side)
        if self._image is None or self._image.words.shape != (height, self._across):
            self._image = WordImage(self._across, height)
        entries = to_bytes(shown, low, high)
        if tables.ndim == 1:
            self._image.fill(entries, tables)
        else:
            first = (256 * self.column.rows)[:, None, None]
            self._image.fill(entries + first, tables.ravel())

    def draw(self, painter: QPainter, place: int, target: QRectF) -> None:
        """Draw the unit at `place` of the column."""
        if self._image is not None:
            source = QRectF(0.0, place * self._side, self._across, self._side)
            if self.crisp:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
            painter.drawImage(target, self._image.image, source)
            if self.crisp:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)


def tile_rect(column: Column, place: int) -> QRectF:
    """The tile at `place` of a column."""
    left, top, side = column.place(place)
    return QRectF(left, top, side, side)


class TileDecor:
    """Pixmaps that are the same for many tiles: the frame with its round corners, and a dot for each level of bias."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        self._theme, self._ratio = theme, ratio
        self._lock: QPixmap | None = None
        self._bell: QPixmap | None = None
        self._veils: dict[int, QPixmap] = {}
        self._frames: dict[int, QPixmap] = {}
        self._dots: dict[tuple[int, int], QPixmap] = {}

    def draw_frame(self, painter: QPainter, area: QRectF) -> None:
        """Draw the frame of a tile, its corners cut by the card's colour."""
        side = round(area.width())
        frame = self._frames.get(side)
        if frame is None:
            frame = self._frames[side] = self._frame(side)
        painter.drawPixmap(QPointF(area.x() - 1, area.y() - 1), frame)

    def draw_dot(self, painter: QPainter, center: QPointF, radius: int, level: int, levels: int) -> None:
        """Draw a bias of `level` (-levels to levels): colour is its sign, strength its size."""
        dot = self._dots.get((radius, level))
        if dot is None:
            dot = self._dots[radius, level] = self._dot(radius, level / levels)
        painter.drawPixmap(QPointF(center.x() - radius - 2, center.y() - radius - 2), dot)

    def draw_struck(self, painter: QPainter, area: QRectF) -> None:
        """Strike a tile out: its unit was dropped."""
        side = round(area.width())
        veil = self._veils.get(side)
        if veil is None:
            veil = self._veils[side] = self._veil(side)
        painter.drawPixmap(area.topLeft(), veil)

    def draw_bell(self, painter: QPainter, area: QRectF) -> None:
        """Draw the mark of batch norm on the upper right corner of a tile: a bell curve."""
        if self._bell is None:
            self._bell = self._bell_curve()
        painter.drawPixmap(QPointF(area.right() - BELL[0] + 4.0, area.top() - 4.0), self._bell)

    def _veil(self, side: int) -> QPixmap:
        pixmap = self._blank(side)
        with _smooth(pixmap) as painter:
            fill = QColor(self._theme.card)
            fill.setAlphaF(0.74)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawRoundedRect(QRectF(0, 0, side, side), CORNER, CORNER)
            painter.setPen(
                QPen(self._theme.text, max(1.25, side * 0.045), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            )
            edge = side * 0.22
            painter.drawLine(QPointF(edge, side - edge), QPointF(side - edge, edge))
            painter.drawLine(QPointF(edge, edge), QPointF(side - edge, side - edge))
        return pixmap

    def _bell_curve(self) -> QPixmap:
        width, height = BELL
        pixmap = self._blank(width, height)
        with _smooth(pixmap) as painter:
            painter.setPen(QPen(color_math.mix(self._theme.line, self._theme.secondary, 0.6), 1.0))
            painter.setBrush(self._theme.card)
            painter.drawRoundedRect(QRectF(0.5, 0.5, width - 1, height - 1), 3.0, 3.0)
            curve = QPainterPath(QPointF(2.5, height - 3.0))
            middle = width / 2
            curve.cubicTo(middle - 2.5, height - 3.0, middle - 2.0, 2.5, middle, 2.5)
            curve.cubicTo(middle + 2.0, 2.5, middle + 2.5, height - 3.0, width - 2.5, height - 3.0)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.text, 1.25))
            painter.drawPath(curve)
        return pixmap

    def draw_lock(self, painter: QPainter, center: QPointF) -> None:
        """Draw the mark of what is frozen around a point."""
        if self._lock is None:
            self._lock = self._padlock()
        painter.drawPixmap(QPointF(center.x() - LOCK / 2, center.y() - LOCK / 2), self._lock)

    def _padlock(self) -> QPixmap:
        pixmap = self._blank(LOCK)
        with _smooth(pixmap) as painter:
            painter.setPen(QPen(self._theme.text, 1.25))
            painter.setBrush(self._theme.card)
            painter.drawRoundedRect(QRectF(1, 1, LOCK - 2, LOCK - 2), 4.0, 4.0)
            middle = LOCK / 2
            painter.drawArc(QRectF(middle - 2.25, 3.25, 4.5, 5.5), 0, 180 * 16)
            painter.setBrush(self._theme.text)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(middle - 3.5, middle - 0.5, 7.0, 4.75), 1.0, 1.0)
        return pixmap

    def _frame(self, side: int) -> QPixmap:
        pixmap = self._blank(side + 2)
        with _smooth(pixmap) as painter:
            outer, corner = QRectF(1, 1, side, side), CORNER + 1.5
            painter.setPen(QPen(self._theme.card, 3.0))  # over the square corners of the image
            painter.drawRoundedRect(outer.adjusted(-1, -1, 1, 1), corner, corner)
            edge = color_math.mix(self._theme.line, self._theme.secondary, 0.45)
            painter.setPen(QPen(edge, 1.25))
            painter.drawRoundedRect(outer.adjusted(0.25, 0.25, -0.25, -0.25), CORNER, CORNER)
        return pixmap

    def _dot(self, radius: int, strength: float) -> QPixmap:
        theme = self._theme
        pixmap = self._blank(2 * radius + 4)
        with _smooth(pixmap) as painter:
            color = theme.positive if strength >= 0 else theme.negative
            painter.setPen(QPen(theme.card, 1.5))
            painter.setBrush(color_math.mix(theme.card, color, 0.3 + 0.7 * abs(strength)))
            painter.drawEllipse(QPointF(radius + 2, radius + 2), radius + 0.75, radius + 0.75)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color, 1.0))
            painter.drawEllipse(QPointF(radius + 2, radius + 2), radius - 0.5, radius - 0.5)
        return pixmap

    def _blank(self, width: int, height: int = 0) -> QPixmap:
        sides = [round(side * self._ratio + 0.499) for side in (width, height or width)]
        pixmap = QPixmap(*sides)
        pixmap.setDevicePixelRatio(self._ratio)
        pixmap.fill(QColor(0, 0, 0, 0))
        return pixmap


def _smooth(pixmap: QPixmap) -> QPainter:
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter
