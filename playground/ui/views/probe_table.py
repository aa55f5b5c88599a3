"""The probabilities of all classes beside the pointer: mark, name, bar and figure of each, the most probable first."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from engine.values import dataclass
from playground.ui import color_math, fonts
from playground.ui.theme import themes
from playground.ui.views import surface_marks
from playground.ui.views.pointer_label import PADDING_X, PADDING_Y, place_label

MARK, BAR, BETWEEN = 10.0, 44.0, 6.0  # pixels: of a mark, of the whole bar, between two columns
BAR_HEIGHT, LONGEST_NAME = 5.0, 120.0


@dataclass(frozen=True, slots=True)
class ProbeRow:
    """One class: its name, its probability, and how its points look."""

    name: str
    share: float
    color: QColor
    form: str


def share_words(share: float) -> str:
    """A probability with two decimals; what is not 0 or 1 is never written as such."""
    if math.isnan(share):
        return "–"
    if 0.0 < share < 0.005:
        return "<0.01"
    return ">0.99" if 0.995 <= share < 1.0 else f"{share:.2f}"


def draw_table(painter: QPainter, pointer: QPointF, heading: str, rows: list[ProbeRow], bounds: QRectF) -> None:
    """Draw heading (one line or two) and rows beside the pointer, inside of `bounds`, with as many rows as fit."""
    theme, scale = themes().current, themes().text_scale
    painter.setFont(fonts.caption(scale))
    metrics = QFontMetricsF(painter.font())
    line, heads = metrics.height() + 2, heading.split("\n")
    rows = rows[: max(1, int((bounds.height() - 4 - 2 * PADDING_Y) / line) - len(heads))]
    mark, bar = MARK * scale, BAR * scale
    name = min(LONGEST_NAME * scale, max(metrics.horizontalAdvance(row.name) for row in rows)) + 1
    figure = max(metrics.horizontalAdvance(share_words(row.share)) for row in rows) + 1
    wide = max(mark + name + bar + figure + 3 * BETWEEN, *(metrics.horizontalAdvance(head) for head in heads))
    wide = min(wide, bounds.width() - 4 - 2 * PADDING_X)
    name = max(10.0, min(name, wide - mark - bar - figure - 3 * BETWEEN))
    area = place_label(pointer, wide + 2 * PADDING_X, (len(heads) + len(rows)) * line + 2 * PADDING_Y, bounds)
    painter.setPen(QPen(color_math.mix(theme.line, theme.secondary, 0.45), 1.0))
    painter.setBrush(theme.card)
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 6.0, 6.0)
    place = QRectF(area.left() + PADDING_X, area.top() + PADDING_Y, wide, line)
    painter.setPen(theme.secondary)
    for head in heads:
        shown = metrics.elidedText(head, Qt.TextElideMode.ElideMiddle, wide)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        place.translate(0.0, line)
    for row in rows:
        _draw_row(painter, row, place, (mark, name, bar, figure))
        place.translate(0.0, line)


def _draw_row(painter: QPainter, row: ProbeRow, place: QRectF, columns: tuple[float, float, float, float]) -> None:
    theme, metrics = themes().current, QFontMetricsF(painter.font())
    mark, name, bar, figure = columns
    middle = place.center().y()
    shape = surface_marks.outline(row.form, QPointF(place.left() + mark / 2, middle), mark * 0.75)
    painter.fillPath(shape, row.color)
    left = place.left() + mark + BETWEEN
    painter.setPen(theme.text)
    shown = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, name)
    upright = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(QRectF(left, place.top(), name, place.height()), Qt.AlignmentFlag.AlignLeft | upright, shown)
    left += name + BETWEEN
    track = QRectF(left, middle - BAR_HEIGHT / 2, bar, BAR_HEIGHT)
    painter.fillRect(track, theme.hover)
    share = 0.0 if math.isnan(row.share) else min(max(row.share, 0.0), 1.0)
    painter.fillRect(QRectF(left, track.top(), bar * share, BAR_HEIGHT), row.color)
    left += bar + BETWEEN
    words = QRectF(left, place.top(), figure, place.height())
    painter.drawText(words, Qt.AlignmentFlag.AlignRight | upright, share_words(row.share))
