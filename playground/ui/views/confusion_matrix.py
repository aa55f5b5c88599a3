"""The table of confusions: a row for each true class, a column for each predicted one, shaded by the row's share."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from playground.ui import fonts
from playground.ui.theme import CONTROL_RADIUS, Theme, themes
from playground.ui.views.cell_colors import cell_color
from playground.ui.views.confusion import Counts, cell, row_shares
from playground.ui.views.confusion_layout import DOT, EDGE, SIDE, TableLayout, lay_out
from playground.ui.views.confusion_words import sentence
from playground.ui.widgets.painting import focus_ring
from playground.ui.widgets.spoken import announce

SMALLEST_TEXT = 9  # pixels
Cell = tuple[int, int]


class ConfusionMatrix(QWidget):
    """`cell_pointed(str)`: the sentence about the cell that pointer or arrow keys are on, "" when they are on none."""

    cell_pointed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Counts = np.zeros((0, 0), np.int64)
        self._names: tuple[str, ...] = ()
        self._pointed: Cell | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes().changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        return QSize(268, 240)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 90 + 16 * len(self._names))

    def show_counts(self, counts: Counts, names: tuple[str, ...]) -> None:
        """Show `counts` (C, C), a row for each true class, under the classes' `names`."""
        if names == self._names and np.array_equal(counts, self._counts):
            return
        if names != self._names:
            self._pointed = None
            self._names = names
            self.updateGeometry()
        self._counts = counts
        self._announce()
        self.update()

    def counts(self) -> Counts:
        """What is shown."""
        return self._counts

    def table(self) -> TableLayout:
        """Where everything stands now."""
        metrics = QFontMetricsF(fonts.caption(themes().text_scale))
        names = max((metrics.horizontalAdvance(name) for name in self._names), default=0.0)
        return lay_out(
            self.width(),
            self.height(),
            classes=max(1, len(self._names)),
            names=names,
            line=metrics.height(),
            scale=themes().text_scale,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), themes().current
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._names:
            table = self.table()
            self._paint_names(painter, table, theme)
            self._paint_cells(painter, table, theme)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), CONTROL_RADIUS)
        painter.end()

    def _paint_names(self, painter: QPainter, table: TableLayout, theme: Theme) -> None:
        scale, side = themes().text_scale, SIDE * themes().text_scale
        painter.setFont(fonts.caption(scale))
        metrics = QFontMetricsF(painter.font())
        painter.setPen(theme.secondary)
        painter.drawText(table.title(), Qt.AlignmentFlag.AlignCenter, self.tr("predicted"))
        painter.save()
        painter.translate(0, table.cells.center().y())
        painter.rotate(-90)
        half = table.cells.height() / 2
        painter.drawText(QRectF(-half, EDGE, 2 * half, side), Qt.AlignmentFlag.AlignCenter, self.tr("true"))
        painter.restore()
        dot = DOT * scale
        for index, name in enumerate(self._names):
            painter.setPen(theme.text)
            place = table.row_name(index)
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, place.width() - dot)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
            above = table.column_name(index)
            shown_above = metrics.elidedText(name, Qt.TextElideMode.ElideRight, above.width())
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, shown_above)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.class_color(index))
            middle = place.right() - metrics.horizontalAdvance(shown) - dot / 2 - 1
            painter.drawEllipse(QPointF(middle, place.center().y()), 3.5 * scale, 3.5 * scale)

    def _paint_cells(self, painter: QPainter, table: TableLayout, theme: Theme) -> None:
        shares, many = row_shares(self._counts).tolist(), len(self._names) > 5
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not many)
        painter.setFont(self._number_font(table))
        for row, counts in enumerate(self._counts.tolist()):
            for column, count in enumerate(counts):
                area = table.cell(row, column)
                color = cell_color(theme, shares[row][column], row == column)
                if many:  # a quarter of the cost, and corners of small cells are not seen
                    painter.fillRect(area, color)
                else:
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(color)
                    painter.drawRoundedRect(area, 3, 3)
                painter.setPen(theme.text if count else theme.secondary)
                text = compact(count) if count or not many else "·"
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
        if self._pointed is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.text, 1.5))
            painter.drawRoundedRect(table.cell(*self._pointed), 3, 3)

    def _number_font(self, table: TableLayout) -> QFont:
        """Digits as large as the longest number allows."""
        font = fonts.number(themes().text_scale)
        longest = max((compact(count) for count in self._counts.ravel().tolist()), key=len, default="0")
        room = table.cell(0, 0)
        while font.pixelSize() > SMALLEST_TEXT:
            metrics = QFontMetricsF(font)
            if metrics.horizontalAdvance(longest) <= room.width() - 2 and metrics.ascent() <= room.height():
                break
            font.setPixelSize(font.pixelSize() - 1)
        return font

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self.table().at(event.position()) if self._names else None)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        moves = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
        if key in moves and self._names:
            row, column = self._pointed or (0, 0)
            down, across = moves[key] if self._pointed else (0, 0)
            last = len(self._names) - 1
            self._point_at((min(max(row + down, 0), last), min(max(column + across, 0), last)))
            announce(self, sentence(cell(self._counts, *(self._pointed or (0, 0))), self._names))
        elif key == Qt.Key.Key_Escape and self._pointed:
            self._point_at(None)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._hint(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def _hint(self, point: QPointF) -> str:
        """The full name of the class whose name is under `point`, which may be too long to be shown whole."""
        table = self.table()
        for index, name in enumerate(self._names):
            if table.row_name(index).contains(point) or table.column_name(index).contains(point):
                return name
        return ""

    def _point_at(self, place: Cell | None) -> None:
        if place != self._pointed:
            self._pointed = place
            self._announce()
            self.update()

    def _announce(self) -> None:
        if self._pointed is None:
            self.cell_pointed.emit("")
        else:
            self.cell_pointed.emit(sentence(cell(self._counts, *self._pointed), self._names))

    @Slot()
    def _dress(self) -> None:
        self.update()


def compact(count: int) -> str:
    """`count` in at most four characters: 950, 1.2k, 34k, 2M."""
    if count < 1000:
        return str(count)
    size, letter = (1000, "k") if count < 1_000_000 else (1_000_000, "M")
    return f"{count // (size // 10) / 10}{letter}" if count < 10 * size else f"{count // size}{letter}"
