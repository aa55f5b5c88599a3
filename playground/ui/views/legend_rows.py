"""The entries of the surface's legend, and where each stands: in rows as wide as there is room."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from engine.snapshot import SetName
from engine.values import dataclass
from playground.ui import color_math, fonts
from playground.ui.theme import TARGET, themes
from playground.ui.views import surface_marks
from playground.ui.views.surface_lines import DASHES

MARK_ROOM, LINE_ROOM, BETWEEN = 14.0, 28.0, 12.0  # pixels: of a mark, of a line, between two entries
DASHED, RINGED = "dashes", "ring"  # forms that are no mark of a point


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A mark and what it means; without a form words alone. option: what a click on it switches, "" for nothing."""

    words: str
    color: QColor | None = None
    form: str = ""
    set_name: SetName = "train"
    option: str = ""
    on: bool = True

    @property
    def mark_room(self) -> float:
        """Pixels that its mark takes."""
        wide = {"": 0.0, DASHED: LINE_ROOM}.get(self.form, MARK_ROOM)
        return wide * themes().text_scale


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry with the words that fit, and its place in the legend."""

    entry: Entry
    words: str
    area: QRectF


def folded(entries: list[Entry], width: float) -> list[Placed]:
    """The entries in rows of a width; a word that is wider than a row is elided."""
    metrics = QFontMetricsF(fonts.caption(themes().text_scale))
    placed: list[Placed] = []
    x, y, high = 0.0, 0.0, 0.0
    for entry in entries:
        words = metrics.elidedText(entry.words, Qt.TextElideMode.ElideRight, max(20.0, width - entry.mark_room - 2))
        wide = metrics.horizontalAdvance(words) + entry.mark_room + 1
        if x > 0.0 and x + wide > width:
            x, y, high = 0.0, y + high, 0.0
        high = max(high, metrics.height() + 3, TARGET if entry.option else 0.0)
        placed.append(Placed(entry, words, QRectF(x, y, wide, high)))
        x += wide + BETWEEN
    heights = {one.area.top(): one.area.height() for one in placed}  # of each row the last one's, which is the largest
    for one in placed:
        one.area.setHeight(heights[one.area.top()])
    return placed


def height_of(placed: list[Placed]) -> float:
    """How high the rows are together; one row where there is nothing yet."""
    return max([QFontMetricsF(fonts.caption(themes().text_scale)).height() + 3, *(one.area.bottom() for one in placed)])


def draw_entry(painter: QPainter, entry: Entry, words: str, area: QRectF) -> None:
    """Draw one entry in its area; what is off is faint, and struck through as a second cue."""
    theme = themes().current
    middle = area.center().y()
    _draw_mark(painter, entry, QPointF(area.left(), middle))
    painter.setFont(fonts.caption(themes().text_scale))
    painter.setPen(theme.secondary)
    room = area.adjusted(entry.mark_room, 0, 1, 0)
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
    if not entry.on:
        painter.setPen(QPen(theme.secondary, 1.0))
        painter.drawLine(QPointF(room.left(), middle + 0.5), QPointF(area.right(), middle + 0.5))


def _draw_mark(painter: QPainter, entry: Entry, left: QPointF) -> None:
    theme, scale = themes().current, themes().text_scale
    if entry.form == DASHED:
        pen = QPen(theme.text, 1.75 * scale)
        pen.setDashPattern(DASHES)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(left, left + QPointF((LINE_ROOM - 6) * scale, 0.0))
    elif entry.form:
        middle, size = left + QPointF(6.5, 0.0) * scale, (surface_marks.SIZE + 1) * scale
        color = entry.color or theme.text
        if not entry.on:
            color = color_math.mix(theme.card, color, 0.4)
        if entry.form == RINGED:
            surface_marks.draw_ring(painter, theme, middle, size * 0.6)
        else:
            shape = surface_marks.outline(entry.form, middle, size)
            surface_marks.draw_mark(painter, theme, color, theme.card, entry.set_name, shape, size)
