"""What the marks on the decision surface mean: one entry for each class and for each set, in as many rows as needed."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.snapshot import RunData, SetName
from engine.values import dataclass
from playground.ui import fonts
from playground.ui.engine_words import class_names
from playground.ui.theme import themes
from playground.ui.views import surface_marks, surface_points, surface_words
from playground.ui.views.set_style import set_word
from playground.ui.views.surface_lines import DASHES
from playground.ui.widgets.painting import smooth_painter

MARK_ROOM, LINE_ROOM, BETWEEN = 14.0, 28.0, 12.0  # pixels: of a mark, of a line, between two entries


@dataclass(frozen=True, slots=True)
class Entry:
    """A mark and what it means; form "" for words alone, "dashes" for the best possible line."""

    words: str
    color: QColor | None = None
    form: str = ""
    set_name: SetName = "train"


Row = list[tuple[Entry, str]]  # each with its words as they fit


class SurfaceLegend(QWidget):
    """Shows the entries for data and sets; as high as its rows need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: RunData | None = None
        self._sets: tuple[SetName, ...] = ()
        self._rows: list[Row] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes().changed.connect(self._dress)

    @property
    def rows(self) -> list[list[str]]:
        """The words as they are shown, row by row."""
        return [[words for _, words in row] for row in self._rows]

    def show_data(self, data: RunData, sets: tuple[SetName, ...]) -> None:
        """Explain the marks of these sets of the data."""
        self._data, self._sets = data, sets
        self._dress()

    def sizeHint(self) -> QSize:
        return QSize(200, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._dress()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with smooth_painter(self) as painter:
            _draw(painter, self._rows)

    def trace(self, painter: QPainter, width: float) -> None:
        """Draw the legend as wide as `width` from the painter's origin."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw(painter, self._folded(width))

    def height_at(self, width: float) -> float:
        """How high it is when it is so wide."""
        return _line() * max(1, len(self._folded(width))) + 2

    def _entries(self, data: RunData) -> tuple[list[Entry], list[Entry]]:
        """Those of the classes, and those of the sets."""
        theme, classes = themes().current, len(data.class_names)
        marks = []
        for index, name in enumerate(class_names(data)):
            _, color = surface_points.point_color(theme, data, float(index))
            marks.append(Entry(name, color, surface_marks.form("train", index, classes)))
        sets = []
        for name in self._sets:
            form = "circle" if classes > 2 else surface_marks.form(name, 0, classes)
            sets.append(Entry(set_word(name), theme.secondary, form, name))
        counts = surface_words.counts_words(data, self._sets)
        best = surface_words.best_words(data)
        more = [*([Entry(best, form="dashes")] if best else []), *([Entry(counts)] if counts else [])]
        return marks, [*sets, *more]

    def _height(self) -> int:
        return math.ceil(_line() * max(1, len(self._rows)) + 2)

    def _folded(self, width: float) -> list[Row]:
        """The entries in rows of a width; a word that is wider than a row is elided."""
        metrics = QFontMetricsF(fonts.caption(themes().text_scale))
        rows: list[Row] = []
        if self._data is None:
            return rows
        marks, sets = self._entries(self._data)
        room = 0.0
        for entry in (*marks, *sets):
            mark = LINE_ROOM if entry.form == "dashes" else MARK_ROOM if entry.color is not None else 0.0
            words = metrics.elidedText(entry.words, Qt.TextElideMode.ElideRight, max(20.0, width - mark - 2))
            wide = metrics.horizontalAdvance(words) + mark + BETWEEN + 1
            if room < wide - BETWEEN:
                rows.append([])
                room = float(width)
            rows[-1].append((entry, words))
            room -= wide
        return rows

    @Slot()
    def _dress(self) -> None:
        self._rows = self._folded(self.width())
        if self._data is not None:
            words = ", ".join(entry.words for entries in self._entries(self._data) for entry in entries)
            self.setAccessibleName(self.tr("Legend"))
            self.setAccessibleDescription(words)
        if self.height() != self._height():
            self.setFixedHeight(self._height())
        self.update()


def _line() -> float:
    return QFontMetricsF(fonts.caption(themes().text_scale)).height() + 3


def _draw(painter: QPainter, rows: list[Row]) -> None:
    painter.setFont(fonts.caption(themes().text_scale))
    middle = QFontMetricsF(painter.font()).height() / 2 + 1
    for row in rows:
        x = 0.0
        for entry, words in row:
            x += _draw_entry(painter, entry, words, x, middle) + BETWEEN
        middle += _line()


def _draw_entry(painter: QPainter, entry: Entry, words: str, x: float, middle: float) -> float:
    """Draw one entry, and tell how wide it is."""
    theme, metrics = themes().current, QFontMetricsF(painter.font())
    mark = 0.0
    if entry.form == "dashes":
        pen = QPen(theme.text, 1.75)
        pen.setDashPattern(DASHES)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, middle), QPointF(x + LINE_ROOM - 6, middle))
        mark = LINE_ROOM
    elif entry.color is not None:
        shape = surface_marks.outline(entry.form, QPointF(x + 6.5, middle), surface_marks.SIZE + 1)
        surface_marks.draw_mark(painter, theme, entry.color, theme.card, entry.set_name, shape)
        mark = MARK_ROOM
    painter.setPen(theme.secondary)
    wide = metrics.horizontalAdvance(words) + 1
    room = QRectF(x + mark, middle - metrics.height() / 2, wide, metrics.height())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
    return mark + wide
