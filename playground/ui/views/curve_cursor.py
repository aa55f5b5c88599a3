"""The cross-hair on the curves: a line at one epoch with a mark on each curve; the words at the lines' ends say the
values there, so that nothing covers the curves."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from playground.ui import fonts
from playground.ui.numbers import format_number
from playground.ui.theme import Theme
from playground.ui.views.curve_content import Content, value_text
from playground.ui.views.curve_drawing import point
from playground.ui.views.curve_ends import RATE_WORD
from playground.ui.views.curve_ink import ghost_color

PADDING = 5.0  # pixels around the words at the cross-hair's foot


def values_at(content: Content, epoch: float) -> list[tuple[str, str]]:
    """Every curve's name and value at `epoch`, the learning rate's and the earlier runs' too; a dash where none is."""
    values = [(line.word, value_text(content.write, line.value_at(epoch))) for line in content.lines]
    if content.rate is not None:
        values.append((RATE_WORD, value_text(format_number, content.rate.value_at(epoch))))
    values += [(f"{one.number} {one.text}", value_text(content.write, one.value_at(epoch))) for one in content.ghosts]
    return values


def draw_cursor(painter: QPainter, area: QRectF, foot: float, content: Content, epoch: float, theme: Theme) -> None:
    """Draw the cross-hair at `epoch` down to `foot`, and a mark on each curve."""
    x = point(area, content, epoch, 0.0).x()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(theme.secondary, 1))
    painter.drawLine(QPointF(math.floor(x) + 0.5, area.top()), QPointF(math.floor(x) + 0.5, foot))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    marks = [(ghost.value_at(epoch), ghost_color(theme, ghost.number), 3.0) for ghost in content.ghosts]
    marks += [(line.value_at(epoch), line.ink.color(theme), 4.0) for line in reversed(content.lines)]
    for value, color, radius in marks:
        if math.isfinite(value):
            painter.setPen(QPen(theme.card, 1.5))
            painter.setBrush(color)
            painter.drawEllipse(point(area, content, epoch, value), radius, radius)


def draw_title(painter: QPainter, area: QRectF, foot: float, x: float, title: str, theme: Theme, scale: float) -> None:
    """The epoch in words on the axis, below the cross-hair at `x`."""
    painter.setFont(fonts.caption(scale))
    metrics = QFontMetricsF(painter.font())
    width = metrics.horizontalAdvance(title) + 2 * PADDING
    left = min(max(area.left() - PADDING, x - width / 2), max(area.left(), area.right() - width / 2))
    box = QRectF(left, foot + 3, width, metrics.height() + 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.hover)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(theme.text)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, title)
