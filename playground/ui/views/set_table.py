"""A small table of figures: a row for each measure, a column for each set. It paints itself, without layouts."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.snapshot import SETS, SetName
from playground.ui import fonts
from playground.ui.theme import themes
from playground.ui.views.set_style import set_pen, set_word

ROW = 25.0  # pixels at text scale 1
SAMPLE = 14.0  # pixels: of the set's line beside its name


class SetTable(QWidget):
    """Rows of (words, texts of the sets); a set without a text is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, dict[SetName, str]], ...] = ()
        self._sets: tuple[SetName, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes().changed.connect(self._dress)

    def show_rows(self, rows: tuple[tuple[str, dict[SetName, str]], ...]) -> None:
        """Show `rows`; nothing is drawn when they are the same."""
        if rows == self._rows:
            return
        if len(rows) != len(self._rows):
            self._rows = rows
            self.updateGeometry()
        self._rows = rows
        self._sets = tuple(name for name in SETS if any(name in texts for _, texts in rows))
        self.update()

    def description(self) -> str:
        """The figures in words: "cost: train 0.0578, test 0.0978. …"."""
        parts = []
        for words, texts in self._rows:
            figures = ", ".join(f"{set_word(name)} {text}" for name, text in texts.items())
            parts.append(f"{words}: {figures}")
        return ". ".join(parts)

    def sizeHint(self) -> QSize:
        scale = themes().text_scale
        return QSize(round(260 * scale), math.ceil(ROW * scale * (len(self._rows) + 1)))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(220 * themes().text_scale), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, scale = QPainter(self), themes().current, themes().text_scale
        caption, number = fonts.caption(scale), fonts.number(scale)
        words = max((QFontMetricsF(caption).horizontalAdvance(row) for row, _ in self._rows), default=0.0) + 8
        step, height = (self.width() - words) / max(1, len(self._sets)), ROW * scale
        ends = {name: words + (index + 1) * step for index, name in enumerate(self._sets)}
        self._paint_head(painter, ends, height)
        for index, (text, figures) in enumerate(self._rows, start=1):
            top = index * height
            painter.setPen(QPen(theme.line, 1))
            painter.drawLine(QPointF(0, round(top) + 0.5), QPointF(self.width(), round(top) + 0.5))
            painter.setFont(caption)
            painter.setPen(theme.secondary)
            painter.drawText(QRectF(0, top, words, height), Qt.AlignmentFlag.AlignVCenter, text)
            painter.setFont(number)
            painter.setPen(theme.text)
            for name, figure in figures.items():
                place = QRectF(ends[name] - step, top, step - 1, height)
                painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, figure)
        painter.end()

    def _paint_head(self, painter: QPainter, ends: dict[SetName, float], height: float) -> None:
        theme = themes().current
        painter.setFont(fonts.caption(themes().text_scale))
        metrics = QFontMetricsF(painter.font())
        for name, end in ends.items():
            word = set_word(name)
            left = end - metrics.horizontalAdvance(word) - 1
            painter.setPen(theme.secondary)
            painter.drawText(QRectF(left, 0, end - left, height), Qt.AlignmentFlag.AlignVCenter, word)
            painter.setPen(set_pen(theme, name, 2.25))
            painter.drawLine(QPointF(left - SAMPLE - 5, height / 2), QPointF(left - 5, height / 2))

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
