"""A small label beside the pointer, kept within the picture it belongs to."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from playground.ui import color_math, fonts
from playground.ui.theme import themes

PADDING_X, PADDING_Y = 8.0, 5.0  # pixels around the words
AWAY = QPointF(14.0, 16.0)  # from the pointer, so that neither covers the other


def label_rect(pointer: QPointF, words: str, bounds: QRectF) -> QRectF:
    """Where the label stands: right below the pointer, or on the side where there is room."""
    metrics, lines = QFontMetricsF(fonts.caption(themes().text_scale)), words.split("\n")
    width = max(metrics.horizontalAdvance(line) for line in lines) + 2 * PADDING_X + 1
    return place_label(pointer, width, metrics.height() * len(lines) + 2 * PADDING_Y, bounds)


def place_label(pointer: QPointF, width: float, height: float, bounds: QRectF) -> QRectF:
    """Where a label of this size stands."""
    left, top = pointer.x() + AWAY.x(), pointer.y() + AWAY.y()
    if left + width > bounds.right() - 2:
        left = pointer.x() - AWAY.x() - width
    if top + height > bounds.bottom() - 2:
        top = pointer.y() - AWAY.y() - height
    left = max(bounds.left() + 2, min(left, bounds.right() - 2 - width))
    return QRectF(left, max(bounds.top() + 2, top), width, height)


def draw_label(painter: QPainter, pointer: QPointF, words: str, bounds: QRectF) -> None:
    """Draw `words`, one or more lines, beside the pointer and inside of `bounds`."""
    theme = themes().current
    painter.setFont(fonts.caption(themes().text_scale))
    metrics, most = QFontMetricsF(painter.font()), bounds.width() - 2 * PADDING_X - 6
    shown = [metrics.elidedText(line, Qt.TextElideMode.ElideMiddle, most) for line in words.split("\n")]
    words = "\n".join(shown)
    area = label_rect(pointer, words, bounds)
    painter.setPen(QPen(color_math.mix(theme.line, theme.secondary, 0.45), 1.0))
    painter.setBrush(theme.card)
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 6.0, 6.0)
    painter.setPen(theme.text)
    inside = area.adjusted(PADDING_X, PADDING_Y, -PADDING_X + 1, -PADDING_Y)
    painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
