"""What differs in the earlier runs, as a few words in whichever corner of the plot is the emptiest."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from playground.ui import fonts
from playground.ui.theme import Theme
from playground.ui.views.curve_content import Content, Floats
from playground.ui.views.curve_ends import value_text
from playground.ui.views.curve_ink import ghost_color

SAMPLE, EDGE = 20.0, 4.0  # pixels: a line's sample with its gap, and around the words
MOST_WIDTH, MOST_HEIGHT = 0.9, 0.5  # of the plot
VALUE = "  0.000000"  # room for a value behind the words, while there is a cross-hair
CORNERS = (1.0, 0.0), (1.0, 1.0), (0.3, 0.0), (0.0, 1.0), (1.0, 0.5)  # shares of the free room at its left and above


def corner_for(area: QRectF, content: Content, scale: float) -> int:
    """The index of the corner where the legend covers the least; 0, top right, where nothing is covered anywhere."""
    things = np.concatenate([*_points(area, content), np.empty((0, 2))])
    covered = [_covered(place(area, content, scale, corner), things) for corner in range(len(CORNERS))]
    return int(np.argmin(covered))


def _points(area: QRectF, content: Content) -> Iterator[Floats]:
    """Where the curves are drawn, in pixels (n, 2)."""
    pairs = [(line.x, line.front) for line in content.lines] + [(ghost.x, ghost.values) for ghost in content.ghosts]
    for x, y in pairs:
        across = area.left() + content.x.share(x) * area.width()
        yield np.stack([across, area.bottom() - content.y.share(y) * area.height()], axis=1)


def _covered(box: QRectF, points: Floats) -> int:
    grown = box.adjusted(-EDGE, -EDGE, EDGE, EDGE)
    x, y = points[:, 0], points[:, 1]
    return int(((x > grown.left()) & (x < grown.right()) & (y > grown.top()) & (y < grown.bottom())).sum())


def place(area: QRectF, content: Content, scale: float, corner: int) -> QRectF:
    """The legend's box in corner number `corner`, below the words about marks and of the note."""
    metrics = QFontMetricsF(fonts.caption(scale))
    size = _size(area, content, metrics)
    above = (len(content.marks) + bool(content.note)) * metrics.height()
    room = area.adjusted(EDGE, 2 + min(above, area.height() - size.height()), -EDGE, -EDGE)
    left, top = CORNERS[corner]
    free = QSizeF(max(0.0, room.width() - size.width()), max(0.0, room.height() - size.height()))
    return QRectF(QPointF(room.left() + left * free.width(), room.top() + top * free.height()), size)


def _size(area: QRectF, content: Content, metrics: QFontMetricsF) -> QSizeF:
    words = [metrics.horizontalAdvance(_words(ghost.number, ghost.text) + VALUE) for ghost in content.ghosts]
    width = min(max(words, default=0.0) + SAMPLE, MOST_WIDTH * area.width())
    rows = min(len(content.ghosts), max(1, int(MOST_HEIGHT * area.height() / metrics.height())))
    return QSizeF(width, rows * metrics.height())


def _words(number: int, text: str) -> str:
    return f"{number}  {text}"


def draw_legend(
    painter: QPainter, box: QRectF, content: Content, theme: Theme, scale: float, at: float | None = None
) -> None:
    """Draw it into `box`; with an epoch `at`, each run's value there stands behind its words."""
    painter.setFont(fonts.caption(scale))
    metrics = QFontMetricsF(painter.font())
    for row, ghost in enumerate(content.ghosts[: round(box.height() / metrics.height())]):
        top = box.top() + row * metrics.height()
        middle = math.floor(top + metrics.height() / 2) + 0.5
        painter.setPen(QPen(ghost_color(theme, ghost.number), 1.5))
        painter.drawLine(QPointF(box.left(), middle), QPointF(box.left() + SAMPLE - 6, middle))
        value = "" if at is None else f"  {value_text(content.write, ghost.value_at(at))}"
        room = max(box.width() - SAMPLE + 1 - metrics.horizontalAdvance(value), (box.width() - SAMPLE) / 2)
        words = metrics.elidedText(_words(ghost.number, ghost.text), Qt.TextElideMode.ElideRight, room)
        base = QPointF(box.left() + SAMPLE, top + metrics.ascent())
        painter.setPen(theme.secondary)
        painter.drawText(base, words)
        painter.setPen(theme.accent)
        painter.drawText(base + QPointF(metrics.horizontalAdvance(words), 0), value)
