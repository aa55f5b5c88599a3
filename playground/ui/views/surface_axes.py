"""The axes around the map of the decision surface: ticks with round numbers, and what each axis is."""

from __future__ import annotations

import math

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap

from engine.plane import Window
from engine.snapshot import RunData
from playground.ui import color_math, fonts
from playground.ui.theme import Theme, themes
from playground.ui.views.surface_ticks import tick_words, ticks
from playground.ui.views.surface_words import axis_name

TICK = 4.0  # pixels of a tick
PIXELS_A_TICK = 45.0  # at least, from one to the next, at text scale 1
SHORT = 2  # letters that stand upright at the y axis


def line_color(theme: Theme) -> QColor:
    """The colour of frame and ticks."""
    return color_math.mix(theme.line, theme.secondary, 0.45)


def margins(data: RunData | None, window: Window | None = None, *, side: float = 0.0) -> QMarginsF:
    """Room around the map for ticks, numbers and names of a window (the whole plane), at the text scale in force.

    side: pixels that the map has at most; a large one has finer ticks, whose numbers are longer.
    """
    metrics = QFontMetricsF(fonts.caption(themes().text_scale))
    line = metrics.height()
    if data is None:
        return QMarginsF(line * 3, 8.0, 10.0, 2 * line + TICK + 4)
    low, high = (data.plane.low[1], data.plane.high[1]) if window is None else window[1]
    numbers = tick_words(ticks(low, high, max(6, _most_ticks(side))))
    widest = max((metrics.horizontalAdvance(words) for words in numbers), default=0.0)
    return QMarginsF(math.ceil(widest + TICK + 8 + line), 8.0, 12.0, math.ceil(2 * line + TICK + 6))


def _most_ticks(side: float) -> int:
    """How many steps there may be along a side of so many pixels."""
    return max(3, int(side / (PIXELS_A_TICK * max(1.0, themes().text_scale))))


def axes_layer(data: RunData, window: Window, area: QRectF, size: QSize, ratio: float) -> QPixmap:
    """The ground with ticks, numbers and names around the map's `area`, opaque."""
    layer = QPixmap(math.ceil(size.width() * ratio), math.ceil(size.height() * ratio))
    layer.setDevicePixelRatio(ratio)
    layer.fill(themes().current.card)
    with QPainter(layer) as painter:
        draw_axes(painter, data, window, area, size.width())
    return layer


def draw_axes(painter: QPainter, data: RunData, window: Window, area: QRectF, width: float) -> None:
    """Draw ticks, numbers and names around `area` of a picture that is so wide."""
    theme = themes().current
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(fonts.caption(themes().text_scale))
    metrics = QFontMetricsF(painter.font())
    most = _most_ticks(area.width())
    _draw_across(painter, axis_name(data, 0), window[0], area, metrics, theme, most, width)
    if data.plane.labels[1]:
        _draw_up(painter, axis_name(data, 1), window[1], area, metrics, theme, most)


def _draw_across(
    painter: QPainter,
    axis: str,
    ends: tuple[float, float],
    area: QRectF,
    metrics: QFontMetricsF,
    theme: Theme,
    most: int,
    width: float,
) -> None:
    low, high = ends
    values, line = ticks(low, high, most), metrics.height()
    for value, words in zip(values, tick_words(values), strict=True):
        x = area.left() + (value - low) / (high - low) * area.width()
        painter.setPen(QPen(line_color(theme), themes().text_scale))
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + TICK))
        painter.setPen(theme.secondary)
        wide = metrics.horizontalAdvance(words) + 2
        left = min(max(0.0, x - wide / 2), width - wide)
        painter.drawText(QRectF(left, area.bottom() + TICK + 1, wide, line), Qt.AlignmentFlag.AlignCenter, words)
    painter.setPen(theme.text)
    name = metrics.elidedText(axis, Qt.TextElideMode.ElideRight, area.width())
    below = QRectF(area.left(), area.bottom() + TICK + line + 2, area.width(), line)
    painter.drawText(below, Qt.AlignmentFlag.AlignCenter, name)


def _draw_up(
    painter: QPainter,
    axis: str,
    ends: tuple[float, float],
    area: QRectF,
    metrics: QFontMetricsF,
    theme: Theme,
    most: int,
) -> None:
    low, high = ends
    values, line, widest = ticks(low, high, most), metrics.height(), 0.0
    for value, words in zip(values, tick_words(values), strict=True):
        y = area.bottom() - (value - low) / (high - low) * area.height()
        painter.setPen(QPen(line_color(theme), themes().text_scale))
        painter.drawLine(QPointF(area.left() - TICK, y), QPointF(area.left(), y))
        painter.setPen(theme.secondary)
        room = QRectF(0.0, y - line / 2, area.left() - TICK - 3, line)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        widest = max(widest, metrics.horizontalAdvance(words))
    painter.setPen(theme.text)
    name = metrics.elidedText(axis, Qt.TextElideMode.ElideRight, area.height())
    middle = QPointF(area.left() - TICK - 6 - widest - line / 2, area.center().y())
    painter.save()
    painter.translate(middle)
    if len(name) > SHORT:
        painter.rotate(-90)
    room = QRectF(-area.height() / 2, -line / 2, area.height(), line)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, name)
    painter.restore()
