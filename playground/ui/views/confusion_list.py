"""The most frequent confusions as a list, where the classes are too many for a table."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui import fonts
from playground.ui.theme import themes
from playground.ui.views.cell_colors import cell_color
from playground.ui.views.confusion import Confusion, Counts, top_confusions
from playground.ui.views.figure_text import percent

MOST = 40
ROW = 24.0  # pixels at text scale 1


class ConfusionList(QWidget):
    """Rows "true → predicted", the frequent ones first, each with a bar of its share; as many as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Counts = np.zeros((0, 0), np.int64)
        self._rows: list[Confusion] = []
        self._names: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes().changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        return QSize(268, 240)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 96)

    def show_counts(self, counts: Counts, names: tuple[str, ...]) -> None:
        """Show the most frequent confusions in `counts` (C, C) under the classes' `names`."""
        if names != self._names or not np.array_equal(counts, self._counts):
            self._counts, self._names = counts, names
            self._rows = top_confusions(counts, MOST)
            self.update()

    def rows(self) -> list[Confusion]:
        """What is shown, the frequent ones first."""
        return self._rows

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, scale = QPainter(self), themes().current, themes().text_scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(fonts.number(scale))
        metrics, height = QFontMetricsF(painter.font()), ROW * scale
        if not self._rows:
            painter.setPen(theme.secondary)
            words = self.tr("No sample was confused with another class.")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
        for index, row in enumerate(self._rows[: max(1, int(self.height() / height))]):
            area = QRectF(0, index * height, self.width(), height - 3)
            share = row.count / max(1, row.total)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.field)
            painter.drawRoundedRect(area, 4, 4)
            painter.setBrush(cell_color(theme, share, False))
            painter.drawRoundedRect(
                QRectF(area.left(), area.top(), max(8.0, area.width() * share), area.height()), 4, 4
            )
            painter.setPen(theme.text)
            figures = self.tr("{0} of {1} · {2}").format(row.count, row.total, percent(share))
            inner = area.adjusted(8, 0, -8, 0)
            painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, figures)
            words = f"{self._names[row.true]} → {self._names[row.predicted]}"
            room = inner.width() - metrics.horizontalAdvance(figures) - 8
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, room)
            painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()

    @Slot()
    def _dress(self) -> None:
        self.update()
