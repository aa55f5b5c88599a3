"""The cross-hair on the curves: a line at one epoch, a mark on each curve, and a box with the values there."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from playground.ui import color_math, fonts
from playground.ui.theme import Theme
from playground.ui.views.curve_content import Content
from playground.ui.views.set_style import set_color, set_pen, set_word

PADDING, SAMPLE, OFFSET = 8.0, 16.0, 10.0  # pixels: in the box, of a line's sample, between box and cross-hair


def draw_cursor(
    painter: QPainter, area: QRectF, content: Content, index: int, title: str, theme: Theme, scale: float
) -> None:
    """Draw the cross-hair at epoch number `index` of `content`; `title` heads the box; `scale` is the text scale."""
    x = area.left() + float(content.x.share(content.epochs[index : index + 1])[0]) * area.width()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(theme.secondary, 1))
    painter.drawLine(QPointF(math.floor(x) + 0.5, area.top()), QPointF(math.floor(x) + 0.5, area.bottom()))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    for line in content.lines:
        share = float(content.y.share(line.raw[index : index + 1])[0])
        if np.isfinite(share):
            painter.setPen(QPen(theme.card, 1.5))
            painter.setBrush(set_color(theme, line.name))
            painter.drawEllipse(QPointF(x, area.bottom() - share * area.height()), 4.0, 4.0)
    _draw_box(painter, area, x, content, index, title, theme, scale)


def _draw_box(
    painter: QPainter, area: QRectF, x: float, content: Content, index: int, title: str, theme: Theme, scale: float
) -> None:
    painter.setFont(fonts.caption(scale))
    metrics = QFontMetricsF(painter.font())
    rows = [(line.name, set_word(line.name), content.write(float(line.raw[index]))) for line in content.lines]
    words = max((metrics.horizontalAdvance(word) for _, word, _ in rows), default=0.0)
    values = max((metrics.horizontalAdvance(value) for _, _, value in rows), default=0.0)
    width = max(SAMPLE + words + 2 * PADDING + values, metrics.horizontalAdvance(title)) + 2 * PADDING
    height = metrics.lineSpacing() * (len(rows) + 1) + 2 * PADDING - 4
    left = x + OFFSET if x + OFFSET + width <= area.right() + 48 else x - OFFSET - width
    box = QRectF(max(0.0, left), area.top(), width, height)
    painter.setPen(QPen(color_math.mix(theme.line, theme.secondary, 0.4), 1))
    painter.setBrush(theme.card)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    inner = box.adjusted(PADDING, PADDING - 2, -PADDING, 0)
    painter.setPen(theme.secondary)
    painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, title)
    for place, (name, word, value) in enumerate(rows, start=1):
        row = QRectF(inner.left(), inner.top() + place * metrics.lineSpacing(), inner.width(), metrics.height())
        middle = row.center().y()
        painter.setPen(set_pen(theme, name, 2.0))
        painter.drawLine(QPointF(row.left(), middle), QPointF(row.left() + SAMPLE - 3, middle))
        painter.setPen(theme.text)
        painter.drawText(row.adjusted(SAMPLE + 4, 0, 0, 0), Qt.AlignmentFlag.AlignLeft, word)
        painter.drawText(row, Qt.AlignmentFlag.AlignRight, value)
