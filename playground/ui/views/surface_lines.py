"""The lines on the map: where the decision changes, how sure it is around there, and where the best one would change.

Lines of a snapshot are made with it and drawn with every frame; the best possible line is drawn once, into a layer.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF, QTransform

from engine.snapshot import RunData
from playground.ui import color_math, fonts
from playground.ui.numbers import format_number
from playground.ui.theme import Theme, themes
from playground.ui.views import surface_contour

DASHES = [5.0, 3.0]  # of the best possible line, in pen widths


class SurfaceLines:
    """The lines of one surface, in shares of its picture."""

    def __init__(self) -> None:
        self.decision: list[QPolygonF] = []
        self.margins: list[QPolygonF] = []
        self.levels: list[tuple[float, QPointF]] = []

    def clear(self) -> None:
        """No lines: a unit is looked at."""
        self.decision, self.margins, self.levels = [], [], []

    def follow(self, surface: NDArray[np.float32], data: RunData, margins: bool) -> None:
        """Take the lines of a surface (g, g) or (C, g, g)."""
        self.clear()
        self.decision = surface_contour.decision_lines(surface, data.task, data.value_range)
        if margins:
            self.margins = surface_contour.margin_lines(surface, data.task, data.value_range)
            if data.task == "regression":
                self.levels = surface_contour.level_places(surface, data.value_range)

    def draw(self, painter: QPainter, data: RunData, picture: QRectF) -> None:
        """Draw the lines; the picture of the surface lies in `picture`."""
        theme, numbers = themes().current, data.task == "regression"
        painter.setBrush(Qt.BrushStyle.NoBrush)
        stretch = _stretch(picture)
        if self.margins:
            painter.setPen(_pen(theme, 1.0, faint=True))
            for line in self.margins:
                painter.drawPolyline(stretch.map(line))
        painter.setPen(_pen(theme, 1.0 if numbers else 1.5, faint=numbers))
        for line in self.decision:
            painter.drawPolyline(stretch.map(line))

    def write(self, painter: QPainter, picture: QRectF) -> None:
        """Write the values on the lines of equal value, above the points."""
        for value, place in self.levels:
            _write(painter, themes().current, format_number(value, 2, trim=True), _stretch(picture).map(place))


def draw_best(painter: QPainter, data: RunData, picture: QRectF) -> None:
    """Draw the best possible line, dashed, where there is one; the plane of the data lies in `picture`."""
    if data.best is None or data.best.posterior is None:
        return
    pen = _pen(themes().current, 1.75, faint=False)
    pen.setDashPattern(DASHES)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    stretch = _stretch(picture)
    lines = surface_contour.decision_lines(data.best.posterior, data.task, data.value_range, coarse=1, once=True)
    for line in lines:
        painter.drawPolyline(stretch.map(line))


def _stretch(picture: QRectF) -> QTransform:
    return QTransform(picture.width(), 0, 0, picture.height(), picture.left(), picture.top())


def _pen(theme: Theme, width: float, *, faint: bool) -> QPen:
    """A line `width` pixels wide at the text scale 1: for the back row it grows with the words."""
    width *= themes().text_scale
    pen = QPen(color_math.mix(theme.secondary, theme.text, 0.25) if faint else theme.text, width)
    pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)  # with an opaque pen a third of the cost, and no eye sees it
    return pen


def _write(painter: QPainter, theme: Theme, words: str, place: QPointF) -> None:
    """A value on its line, on a bit of card that interrupts it."""
    painter.setFont(fonts.caption(themes().text_scale))
    metrics = QFontMetricsF(painter.font())
    room = QRectF(0, 0, metrics.horizontalAdvance(words) + 6, metrics.height())
    room.moveCenter(place)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.card)
    painter.drawRoundedRect(room, 3.0, 3.0)
    painter.setPen(theme.text)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
