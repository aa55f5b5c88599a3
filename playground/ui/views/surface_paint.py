"""Pieces of the surface's picture that need nothing but values: map, layer of marks, frame."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap

from engine.plane import Window
from engine.snapshot import RunData, SetName
from playground.ui.theme import themes
from playground.ui.views import surface_axes, surface_lines, surface_marks, surface_points, surface_window
from playground.ui.views.pointer_label import draw_label


def draw_map(painter: QPainter, image: QImage, picture: QRectF, area: QRectF, *, smooth: bool) -> None:
    """Draw the part of `image`, which lies in `picture`, that is seen through `area`."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
    cells = image.width() - 1.0  # the values stand in the middles of the pixels, the outermost on the plane's edge
    if picture == area:
        painter.drawImage(area, image, QRectF(0.5, 0.5, cells, cells))
        return
    painter.fillRect(area, themes().current.card)
    seen = picture.intersected(area)
    if seen.isEmpty():
        return
    across, down = cells / picture.width(), cells / picture.height()
    left, top = (seen.left() - picture.left()) * across, (seen.top() - picture.top()) * down
    painter.drawImage(seen, image, QRectF(0.5 + left, 0.5 + top, seen.width() * across, seen.height() * down))


def marks_layer(data: RunData, sets: Sequence[SetName], window: Window, side: float, ratio: float) -> QPixmap:
    """The best possible line and the points of the sets on a transparent square of `side` pixels."""
    layer = surface_marks.clear_pixmap(side, ratio)
    with QPainter(layer) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = surface_window.rect_of(surface_window.whole(data.plane), window, QRectF(0, 0, side, side))
        surface_lines.draw_best(painter, data, whole)
        surface_points.draw_points(painter, data, sets, themes().current, window, side, ratio)
    return layer


def trace_marks(painter: QPainter, data: RunData, sets: Sequence[SetName], window: Window, area: QRectF) -> None:
    """The same as lines and fills in `area`, for drawings that are enlarged."""
    painter.save()
    painter.translate(area.topLeft())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = area.width()
    whole = surface_window.rect_of(surface_window.whole(data.plane), window, QRectF(0, 0, side, side))
    surface_lines.draw_best(painter, data, whole)
    surface_points.trace_points(painter, data, sets, themes().current, window, side)
    painter.restore()


def draw_tool(painter: QPainter, at: QPointF, color: QColor | None, reach: float, area: QRectF) -> None:
    """Draw how far a tool reaches around the pointer, in the colour that it paints, within the map."""
    theme = themes().current
    painter.setClipRect(area)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(theme.card, 3.0), QPen(color or theme.text, 1.5)):
        painter.setPen(pen)
        painter.drawEllipse(at, reach, reach)
    painter.setClipping(False)


def draw_frame(painter: QPainter, area: QRectF, *, strong: bool, unit: str | None) -> None:
    """Draw the map's frame, in the accent where it has the keyboard or shows one unit, whose name stands in it then."""
    theme = themes().current
    painter.setBrush(Qt.BrushStyle.NoBrush)
    looked_at = strong or unit is not None
    width = (2.0 if looked_at else 1.0) * themes().text_scale
    painter.setPen(QPen(theme.accent if looked_at else surface_axes.line_color(theme), width))
    painter.drawRect(area)
    if unit is not None:
        draw_label(painter, area.topLeft() - QPointF(6.0, 8.0), unit, area.adjusted(2, 2, -2, -2))
