"""A list of found things: words at the left, what they are at the right; the keyboard may stay elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from playground.ui import fonts
from playground.ui.theme import CONTROL_RADIUS, GAP, themes
from playground.ui.widgets.painting import fill_rounded, scaled

KEY, HINT, FAINT, MARKED = (Qt.ItemDataRole.UserRole + number for number in range(1, 5))
ROW = 30  # pixels at text scale 1
_DOT = 6
Index = QModelIndex | QPersistentModelIndex


class _RowPainter(QStyledItemDelegate):
    """Paints one row in the theme's colours."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(scaled(200), scaled(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, area = themes().current, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            fill_rounded(painter, QRectF(area), CONTROL_RADIUS, theme.hover)
        inside = area.adjusted(GAP + 2, 0, -GAP - 2, 0)
        if index.data(MARKED):
            dot = QRectF(inside.left(), inside.center().y() - _DOT / 2 + 1, _DOT, _DOT)
            fill_rounded(painter, dot, _DOT / 2, theme.accent)
        if index.data(MARKED) is not None:
            inside.setLeft(inside.left() + _DOT + GAP)
        hint = str(index.data(HINT) or "")
        painter.setFont(fonts.caption(themes().text_scale))
        painter.setPen(theme.secondary)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, hint)
        inside.setRight(inside.right() - painter.fontMetrics().horizontalAdvance(hint) - 2 * GAP)
        painter.setFont(fonts.body(themes().text_scale))
        painter.setPen(theme.secondary if index.data(FAINT) else theme.text)
        words = painter.fontMetrics().elidedText(
            str(index.data(Qt.ItemDataRole.DisplayRole)), Qt.TextElideMode.ElideRight, inside.width()
        )
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()


class FoundList(QListWidget):
    """Rows with a key; `itemClicked` and `itemActivated` are the list's own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_RowPainter(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setStyleSheet("QListWidget { border: none; background: transparent; }")
        themes().changed.connect(self._dress)

    def add_row(self, key: str, words: str, hint: str = "", *, faint: bool = False, marked: bool | None = None) -> None:
        """Append a row; with `marked` given, there is room for a dot before the words."""
        item = QListWidgetItem(words)
        item.setData(KEY, key)
        item.setData(HINT, hint)
        item.setData(FAINT, faint)
        item.setData(MARKED, marked)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}, {hint}" if hint else words)
        self.addItem(item)

    def current_key(self) -> str:
        """The key of the row that stands out; "" for none."""
        item = self.currentItem()
        return "" if item is None else str(item.data(KEY))

    def step(self, rows: int) -> None:
        """Let another row stand out, so many further."""
        if self.count():
            self.setCurrentRow(max(0, min(self.count() - 1, self.currentRow() + rows)))

    @Slot()
    def _dress(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
