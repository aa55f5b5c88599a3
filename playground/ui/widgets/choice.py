"""A choice of one row among several: a label, and a list that drops down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from playground.ui.theme import GAP
from playground.ui.widgets.label import Label
from playground.ui.widgets.restart_mark import RestartMark
from playground.ui.widgets.spoken import explain
from playground.ui.widgets.wording import Text, say


class QuietCombo(QComboBox):
    """A combo box that leaves the wheel to what scrolls around it unless it has the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setItemDelegate(QStyledItemDelegate(self))  # the list of a plain combo box ignores the style sheet's rows
        self.setMinimumContentsLength(7)  # the row decides the width, not the longest text

    def paintEvent(self, event: QPaintEvent) -> None:
        """As Qt does it, but words without room end in an ellipsis, not in the middle of a letter."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        edit = QStyle.SubControl.SC_ComboBoxEditField
        field = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, edit, self)
        words = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, field.width())
        painter = QStylePainter(self)
        option.currentText = words
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Choice(QWidget):
    """`rows` are (key, text) in their order. `chosen(key)` is emitted when the user chooses; `set_key` says nothing.

    `mark` says, beside a small sign, that a change starts something again; "" for a choice without it.
    """

    chosen = Signal(str)

    def __init__(
        self,
        label: Text,
        rows: Sequence[tuple[str, Text]],
        *,
        key: str | None = None,
        tooltip: Text = "",
        mark: Text = "",
        stacked: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._tooltip, self._rows = label, tooltip, tuple(rows)
        self._label = Label(label, "body", "secondary", wraps=True, parent=self)
        self._combo = QuietCombo(self)
        self._label.setBuddy(self._combo)
        self._lay_out(stacked, mark)
        self.set_rows(self._rows)
        self._retranslate()
        if key is not None:
            self.set_key(key)
        self._combo.activated.connect(self._announce)

    def _lay_out(self, stacked: bool, mark: Text) -> None:
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        layout = QBoxLayout(direction, self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP // 2 if stacked else GAP)
        layout.addWidget(self._label, 5)
        if mark:
            layout.addWidget(RestartMark(mark, self))
        layout.addWidget(self._combo, 6)

    def key(self) -> str:
        """The key of the row that is shown; "" when there are no rows."""
        data = self._combo.currentData()
        return data if isinstance(data, str) else ""

    def set_key(self, key: str) -> None:
        """Show row `key`, without a signal. ValueError when no row has it."""
        keys = [row for row, _ in self._rows]
        if key not in keys:
            raise ValueError(f"{say(self._words)}: {key!r} is no choice; allowed are {', '.join(keys)}")
        self._combo.setCurrentIndex(keys.index(key))

    def set_rows(self, rows: Sequence[tuple[str, Text]]) -> None:
        """Change the rows, keeping the one that is shown if it is still there; no signal."""
        shown, self._rows = self.key(), tuple(rows)
        with QSignalBlocker(self._combo):
            self._combo.clear()
            for key, text in self._rows:
                self._combo.addItem(say(text), key)
            self._combo.setCurrentIndex(max(0, self._combo.findData(shown)) if self._rows else -1)

    def set_row_enabled(self, key: str, enabled: bool) -> None:
        """Make row `key` choosable or not."""
        item = self._combo.findData(key)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        self._combo.setItemData(item, flags.value if enabled else 0, Qt.ItemDataRole.UserRole - 1)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    @Slot(int)
    def _announce(self, _index: int) -> None:
        self.chosen.emit(self.key())

    def _retranslate(self) -> None:
        for index, (_, text) in enumerate(self._rows):
            self._combo.setItemText(index, say(text))
        self._label.setVisible(bool(say(self._words)))
        for widget in (self._label, self._combo):
            explain(widget, say(self._tooltip))
        self._combo.setAccessibleName(say(self._words))
