"""The quiet part of a plot: grid, ticks and their texts, to be drawn into a picture that is kept while it stays."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPixmap

from engine.values import dataclass
from playground.ui import color_math, fonts
from playground.ui.theme import Theme
from playground.ui.views.curve_scale import Scale, Tick

GAP = 6.0  # pixels between an axis and its texts
EDGE = 5.0  # pixels that stay free all around, for the ring of what has the keyboard
MINOR_STROKE = 4.0
STRIP_GAP = 8.0  # pixels between the curves and the strip below them
EMPTY = Scale(0.0, 1.0)  # of both axes before there is anything to show


@dataclass(frozen=True, slots=True)
class Axes:
    """What the picture of the axes depends on; two that are equal look alike."""

    width: float
    height: float
    right_margin: float
    x: Scale
    y: Scale
    x_title: str
    theme: Theme
    text_scale: float
    strip: float = 0.0  # pixels between the curves and the axis of epochs, for a curve of its own

    def area(self) -> QRectF:
        """Where the curves are drawn, in the widget's pixels."""
        metrics = QFontMetricsF(fonts.caption(self.text_scale))
        left = max((metrics.horizontalAdvance(tick.text) for tick in self.y_ticks()), default=0.0) + GAP + EDGE
        right = max(left + 10, self.width - self.right_margin - EDGE)
        top, bottom = metrics.height() / 2 + EDGE, self.height - metrics.height() - GAP - EDGE - self.strip
        return QRectF(QPointF(math.ceil(left), top), QPointF(right, max(top + 10, bottom)))

    def strip_area(self) -> QRectF:
        """Where the strip's curve is drawn; empty without a strip."""
        area = self.area()
        top = area.bottom() + min(STRIP_GAP, self.strip)
        return QRectF(QPointF(area.left(), top), QPointF(area.right(), area.bottom() + self.strip))

    def y_ticks(self) -> list[Tick]:
        """Ticks of the vertical axis, as many as can be read."""
        return self.y.ticks(max(2, int(self.height / (40 * self.text_scale))))

    def x_ticks(self) -> list[Tick]:
        """Ticks of the horizontal axis, as many as can be read; an epoch is a whole one."""
        most = max(2, int((self.width - self.right_margin) / (52 * self.text_scale)))
        return [tick for tick in self.x.ticks(most) if tick.value == round(tick.value)]


def blank(axes: Axes, ratio: float) -> QPixmap:
    """An empty picture of the size of `axes` for a device pixel `ratio`, on the ground of a card."""
    size = QSizeF(axes.width, axes.height) * ratio
    picture = QPixmap(max(1, math.ceil(size.width())), max(1, math.ceil(size.height())))
    picture.setDevicePixelRatio(ratio)
    picture.fill(axes.theme.card)
    return picture


def draw(painter: QPainter, axes: Axes, area: QRectF) -> None:
    """Draw `axes` around `area`."""
    painter.setFont(fonts.caption(axes.text_scale))
    _draw_rows(painter, axes, area)
    _draw_columns(painter, axes, area)
    for foot in {area.bottom(), area.bottom() + axes.strip}:
        painter.setPen(_strong(axes.theme))
        painter.drawLine(QPointF(area.left(), foot + 0.5), QPointF(area.right(), foot + 0.5))


def _draw_rows(painter: QPainter, axes: Axes, area: QRectF) -> None:
    metrics = QFontMetricsF(painter.font())
    ticks = axes.y_ticks()
    grid = QPen(axes.theme.line, 1)
    faint = QPen(color_math.mix(axes.theme.card, axes.theme.line, 0.55), 1)
    for tick, share in zip(ticks, _shares(axes.y, ticks), strict=True):
        y = math.floor(area.bottom() - share * area.height()) + 0.5
        painter.setPen(faint if tick.minor else grid)
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        if tick.text:
            painter.setPen(axes.theme.secondary)
            box = QRectF(0, y - metrics.height() / 2, area.left() - GAP, metrics.height() + 1)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tick.text)


def _draw_columns(painter: QPainter, axes: Axes, area: QRectF) -> None:
    metrics = QFontMetricsF(painter.font())
    ticks = axes.x_ticks()
    foot = area.bottom() + axes.strip
    top = foot + GAP - 1
    free = axes.width - metrics.horizontalAdvance(axes.x_title) - GAP - EDGE  # where the title begins
    for tick, share in zip(ticks, _shares(axes.x, ticks), strict=True):
        x = math.floor(area.left() + share * area.width()) + 0.5
        painter.setPen(_strong(axes.theme))
        painter.drawLine(QPointF(x, foot), QPointF(x, foot + MINOR_STROKE))
        painter.setPen(axes.theme.secondary)
        half = metrics.horizontalAdvance(tick.text) / 2
        if x + half < free:
            painter.drawText(QRectF(x - half - 2, top, 2 * half + 4, metrics.height() + 1), tick.text)
    end = QRectF(0, top, axes.width - EDGE, metrics.height() + 1)
    painter.drawText(end, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, axes.x_title)


def _strong(theme: Theme) -> QPen:
    return QPen(color_math.mix(theme.line, theme.secondary, 0.5), 1)


def _shares(scale: Scale, ticks: list[Tick]) -> list[float]:
    shares: list[float] = scale.share(np.array([tick.value for tick in ticks], dtype=np.float64)).tolist()
    return shares
