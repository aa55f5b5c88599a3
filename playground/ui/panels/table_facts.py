"""What the panel says of a table of one's own: the file, the column to predict, the rows in use."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from engine.experiment import Data
from playground.ui import fonts
from playground.ui.theme import GAP, themes


class TableFacts(QWidget):
    """Three lines, elided in the middle where they are long; the whole text is in the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = Data()
        self._rows: int | None = None
        self._heads = tuple(QLabel(self) for _ in range(3))
        self._values = tuple(QLabel(self) for _ in range(3))
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(GAP)
        layout.setVerticalSpacing(4)
        layout.setColumnStretch(1, 1)
        for row, (head, value) in enumerate(zip(self._heads, self._values, strict=True)):
            head.setProperty("role", "secondary")
            value.setTextFormat(Qt.TextFormat.PlainText)
            value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            layout.addWidget(head, row, 0)
            layout.addWidget(value, row, 1)
        themes().changed.connect(self._say)

    def show_table(self, data: Data, rows: int | None) -> None:
        """Show where the data come from; `rows` is None until the table has been read."""
        self._data, self._rows = data, rows
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say()

    @Slot()
    def _say(self) -> None:
        path = self._data.path or ""
        for label, head in zip(self._heads, (self.tr("File"), self.tr("Target"), self.tr("Rows")), strict=True):
            label.setText(head)
        target = self._data.target or self.tr("the last column")
        rows = "–" if self._rows is None else str(self._rows)
        for label, text, whole in zip(self._values, (Path(path).name, target, rows), (path, target, rows), strict=True):
            room = QFontMetricsF(fonts.body(themes().text_scale))
            label.setText(room.elidedText(text, Qt.TextElideMode.ElideMiddle, max(60, label.width() - 2)))
            label.setToolTip(whole)
            label.setAccessibleName(whole)
