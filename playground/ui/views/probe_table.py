"""The probabilities of all classes beside the pointer: mark, name, bar and figure of each, the most probable first."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen

from engine.values import dataclass
from playground.ui import color_math, fonts
from playground.ui.theme import themes
from playground.ui.views import surface_marks
from playground.ui.views.pointer_label import PADDING_X, PADDING_Y, place_label

MARK, BAR, BETWEEN = 10.0, 44.0, 6.0  # pixels: of a mark, of the whole bar, between two columns
BAR_HEIGHT, LONGEST_NAME = 5.0, 120.0
PICTURE = 64.0  # pixels a side of a sample that is an image
Columns = tuple[float, float, float, float]


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


def draw_table(
    painter: QPainter,
    pointer: QPointF,
    heading: str,
    rows: list[ProbeRow],
    bounds: QRectF,
    *,
    lead: str = "",
    picture: QImage | None = None,
) -> None:
    """Draw what is known beside the pointer, inside of `bounds`: picture, lead, heading (one line or more) and rows.

    Of the rows there are as many as fit.
    """
    theme, scale = themes().current, themes().text_scale
    painter.setFont(fonts.caption(scale))
    metrics = QFontMetricsF(painter.font())
    line, heads = metrics.height() + 2, [*([lead] if lead else []), *heading.split("\n")]
    side = 0.0 if picture is None else PICTURE * scale
    above = len(heads) * line + (side + BETWEEN if picture is not None else 0.0)
    rows = rows[: max(1, int((bounds.height() - 4 - 2 * PADDING_Y - above) / line))]
    columns = _columns(rows, metrics, bounds.width() - 4 - 2 * PADDING_X)
    wide = max(side, sum(columns) + 3 * BETWEEN if rows else 0.0, *(metrics.horizontalAdvance(head) for head in heads))
    wide = min(wide + 1, bounds.width() - 4 - 2 * PADDING_X)
    area = place_label(pointer, wide + 2 * PADDING_X, above + len(rows) * line + 2 * PADDING_Y, bounds)
    painter.setPen(QPen(color_math.mix(theme.line, theme.secondary, 0.45), 1.0))
    painter.setBrush(theme.card)
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 6.0, 6.0)
    place = QRectF(area.left() + PADDING_X, area.top() + PADDING_Y, wide, line)
    if picture is not None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)  # its pixels are what is learned from
        painter.drawImage(QRectF(place.topLeft(), QSizeF(side, side)), picture)
        place.translate(0.0, side + BETWEEN)
    for head in heads:
        painter.setPen(theme.secondary if rows and head != lead else theme.text)
        shown = metrics.elidedText(head, Qt.TextElideMode.ElideMiddle, wide)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        place.translate(0.0, line)
    for row in rows:
        _draw_row(painter, row, place, columns)
        place.translate(0.0, line)


def _columns(rows: list[ProbeRow], metrics: QFontMetricsF, room: float) -> Columns:
    """How wide mark, name, bar and figure are; names give way where there is little room."""
    scale = themes().text_scale
    mark, bar = MARK * scale, BAR * scale
    figure = max((metrics.horizontalAdvance(share_words(row.share)) for row in rows), default=0.0) + 1
    name = min(LONGEST_NAME * scale, max((metrics.horizontalAdvance(row.name) for row in rows), default=0.0)) + 1
    return mark, max(10.0, min(name, room - mark - bar - figure - 3 * BETWEEN)), bar, figure


def _draw_row(painter: QPainter, row: ProbeRow, place: QRectF, columns: Columns) -> None:
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
