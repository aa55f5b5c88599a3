"""Thick lines at the price of thin ones.

Qt's raster engine strokes an anti-aliased line of more than one pixel by filling its outline, which for a noisy curve
was measured to take a hundred times as long as a cosmetic line of one pixel. So on the screen a line is drawn as
several of those, a fraction of a pixel apart; in files, once, as what it is.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from playground.ui.theme import Theme
from playground.ui.views.curve_ink import Ink


def stroke(painter: QPainter, ink: Ink, theme: Theme, pieces: Sequence[QPolygonF], *, exact: bool) -> None:
    """Draw `pieces` as `ink` says; `exact` with one stroke each, as a file wants it."""
    if exact:
        painter.setPen(ink.pen(theme))
        for piece in pieces:
            painter.drawPolyline(piece)
        return
    trace(painter, ink.color(theme), pieces, ink.width, ink.dashes)


def trace(
    painter: QPainter, color: QColor, pieces: Sequence[QPolygonF], width: float = 1.0, dashes: Sequence[float] = ()
) -> None:
    """Draw `pieces` cheaply, `width` pixels thick; dashes are in widths."""
    ratio = painter.device().devicePixelRatioF()
    painter.setPen(_hair(color, [dash * width * ratio for dash in dashes]))
    for dx, dy in offsets(width * ratio):
        painter.translate(dx / ratio, dy / ratio)
        for piece in pieces:
            painter.drawPolyline(piece)
        painter.translate(-dx / ratio, -dy / ratio)


def _hair(color: QColor, dashes: Sequence[float]) -> QPen:
    """The pen that is cheap: one device pixel wide whatever the scale; `dashes` in device pixels."""
    pen = QPen(color, 1.0)
    pen.setCosmetic(True)
    if dashes:
        pen.setDashPattern(list(dashes))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def offsets(width: float) -> list[tuple[float, float]]:
    """By how much to shift lines of one device pixel, up and down and to the sides, to look `width` pixels thick."""
    reach = (width - 1.0) / 2
    if reach <= 0.05:
        return [(0.0, 0.0)]
    count = math.ceil(2 * reach) + 1
    steps = [-reach + 2 * reach * index / (count - 1) for index in range(count)]
    return [*((0.0, step) for step in steps), *((step, 0.0) for step in steps)]
