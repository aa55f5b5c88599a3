"""The first rows of a table as they stand in the file, with what each column holds; the target's column stands out."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from engine.data.table import ColumnInfo, TableInfo
from playground.ui import color_math, fonts
from playground.ui.panels.table_words import kind_words
from playground.ui.theme import themes
from playground.ui.widgets.painting import scaled

Index = QModelIndex | QPersistentModelIndex
NARROW, WIDE = 72, 180  # pixels of a column at text scale 1, at least and at most
BESIDE = 20  # pixels around the words of a head
ROWS = 8
_ANY = 16_777_215  # Qt's largest height


class PreviewModel(QAbstractTableModel):
    """The preview of a TableInfo: cells as texts, names and kinds as heads."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._info: TableInfo | None = None
        self._target = ""

    def show_info(self, info: TableInfo | None) -> None:
        """Show `info`; None shows nothing."""
        self.beginResetModel()
        self._info = info
        self.endResetModel()

    def show_target(self, target: str) -> None:
        """Let the column called `target` stand out."""
        self.beginResetModel()
        self._target = target
        self.endResetModel()

    def names(self) -> list[str]:
        """The columns' names."""
        return [] if self._info is None else [column.name for column in self._info.columns]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if self._info is None or (parent is not None and parent.isValid()) else len(self._info.preview)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if self._info is None or (parent is not None and parent.isValid()) else len(self._info.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._info is None or not index.isValid():
            return None
        row, column = self._info.preview[index.row()], self._info.columns[index.column()]
        text = row[index.column()] if index.column() < len(row) else ""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        if role == Qt.ItemDataRole.BackgroundRole and column.name == self._target:
            theme = themes().current
            return color_math.mix(theme.card, theme.accent, 0.16)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._info is None or orientation != Qt.Orientation.Horizontal:
            return None
        column = self._info.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            mark = "◎ " if column.name == self._target else ""
            metrics = QFontMetrics(_head_font(column.name == self._target))
            room = scaled(WIDE) - BESIDE
            name = metrics.elidedText(f"{mark}{column.name}", Qt.TextElideMode.ElideRight, room)
            return f"{name}\n{kind_words(column)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tr("{0}: {1}. A click makes it the target.").format(column.name, kind_words(column))
        if role == Qt.ItemDataRole.FontRole:
            return _head_font(column.name == self._target)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        return None


def _side(column: ColumnInfo) -> int:
    """Numbers stand at the right, below each other, and their head above them."""
    side = Qt.AlignmentFlag.AlignRight if column.kind == "number" else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


def _head_font(target: bool) -> QFont:
    font = fonts.caption(themes().text_scale)
    font.setWeight(QFont.Weight.DemiBold if target else QFont.Weight.Medium)
    return font


class TablePreview(QTableView):
    """`target_chosen(str)` when the head of a column is clicked."""

    target_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = PreviewModel(self)
        self.setModel(self._rows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.sectionClicked.connect(self._choose)
        self._fit()
        themes().changed.connect(self._fit)

    def show_info(self, info: TableInfo | None) -> None:
        """Show the first rows of a table; None shows nothing."""
        self._rows.show_info(info)
        self._fit()

    def show_target(self, target: str) -> None:
        """Let the column called `target` stand out."""
        self._rows.show_target(target)
        self._fit()
        if target in self._rows.names():
            self.scrollTo(self._rows.index(0, self._rows.names().index(target)))

    @Slot(int)
    def _choose(self, section: int) -> None:
        self.target_chosen.emit(self._rows.names()[section])

    @Slot()
    def _fit(self) -> None:
        """Room for every head and every row of the preview."""
        row = scaled(26)
        self.verticalHeader().setDefaultSectionSize(row)
        head = self.horizontalHeader()
        head.setMinimumSectionSize(scaled(NARROW))
        head.setMaximumSectionSize(scaled(WIDE))
        head.setMinimumHeight(0)
        head.setMaximumHeight(_ANY)
        height = max(scaled(44), head.sizeHint().height())
        head.setFixedHeight(height)
        if self._rows.columnCount() <= 60:  # measuring every head of a very wide table is slow
            self.resizeColumnsToContents()
            for column in range(self._rows.columnCount()):
                self.setColumnWidth(column, self.columnWidth(column) + scaled(12))
        self.setMinimumHeight(height + 4 * row)
        self.setMaximumHeight(height + (ROWS + 1) * row)
