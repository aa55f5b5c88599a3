"""What differs in the earlier runs, as rows at the top of the column beside the plot: never over a curve."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from playground.ui import fonts
from playground.ui.theme import Theme
from playground.ui.views.curve_content import Content, value_text
from playground.ui.views.curve_ink import ghost_color

SAMPLE, GAP = 14.0, 5.0  # pixels at text scale 1: a sample of the line, and from there to the words
WIDEST = 116.0  # pixels at text scale 1 that the words may ask for; longer ones end in dots
LEAST_BESIDE = 3.0  # pixels between the last row and the rows of this run


def column_top(area: QRectF, content: Content, metrics: QFontMetricsF) -> float:
    """Where the rows of the column begin: in line with the top of the plot, or below the note."""
    return area.top() + ((len(content.marks) + 1) * metrics.height() if content.note else -metrics.height() / 2)


def height(area: QRectF, content: Content, scale: float) -> float:
    """Pixels of the column that earlier runs take: the last of them first, as far as this run's rows leave room."""
    metrics = QFontMetricsF(fonts.caption(scale))
    return _count(area, content, metrics) * _row(metrics) + (LEAST_BESIDE if content.ghosts else 0.0)


def words_width(content: Content, scale: float) -> float:
    """Pixels that the words ask for behind the samples."""
    metrics = QFontMetricsF(fonts.caption(scale))
    widths = (metrics.horizontalAdvance(_words(ghost.number, ghost.text)) for ghost in content.ghosts)
    return min(max(widths, default=0.0), WIDEST * scale)


def draw_legend(
    painter: QPainter, area: QRectF, column: QRectF, content: Content, theme: Theme, scale: float, at: float | None
) -> None:
    """Draw the rows into `column`; with an epoch `at`, each run's value there stands in the place of its words."""
    painter.setFont(fonts.caption(scale))
    metrics = QFontMetricsF(painter.font())
    top = column_top(area, content, metrics)
    for row, ghost in enumerate(content.ghosts[: _count(area, content, metrics)]):
        middle = top + (row + 0.5) * _row(metrics)
        painter.setPen(QPen(ghost_color(theme, ghost.number), 1.5))
        line = math.floor(middle) + 0.5
        painter.drawLine(QPointF(column.left(), line), QPointF(column.left() + SAMPLE * scale, line))
        text = ghost.text if at is None else value_text(content.write, ghost.value_at(at))
        before = (SAMPLE + GAP) * scale
        room = column.width() - before
        words = metrics.elidedText(_words(ghost.number, text), Qt.TextElideMode.ElideRight, room)
        painter.setPen(theme.secondary if at is None else theme.accent)
        base = middle + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(column.left() + before, base), words)


def _count(area: QRectF, content: Content, metrics: QFontMetricsF) -> int:
    """How many earlier runs find a row."""
    own = sum(line.last() >= 0 for line in content.lines)
    free = area.bottom() - column_top(area, content, metrics) - LEAST_BESIDE - own * _row(metrics)
    return min(len(content.ghosts), max(0, int(free / _row(metrics))))


def _row(metrics: QFontMetricsF) -> float:
    return metrics.height() - 1


def _words(number: int, text: str) -> str:
    return f"{number}  {text}"
