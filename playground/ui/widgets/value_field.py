"""A small field for one number: Enter or leaving it commits, Esc brings the last good value back."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from playground.ui import fonts
from playground.ui.theme import themes
from playground.ui.widgets.painting import scaled


class ValueField(QLineEdit):
    """Right-aligned digits, as wide as `widest`. `entered(text)` when the user has changed the text and commits it."""

    entered = Signal(str)
    reverted = Signal()
    stepped = Signal(int)  # arrow up and down

    def __init__(self, widest: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widest = widest
        self.setProperty("role", "number")
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMaxLength(40)
        self.editingFinished.connect(self._commit)
        self._dress()
        themes().changed.connect(self._dress)

    def show_text(self, text: str) -> None:
        """Show `text` unless the user is typing."""
        if not (self.hasFocus() and self.isModified()):
            self.setText(text)

    def set_invalid(self, invalid: bool) -> None:
        """Mark the text as one that cannot be used."""
        if bool(self.property("invalid")) != invalid:
            self.setProperty("invalid", invalid)
            self.style().unpolish(self)
            self.style().polish(self)
            self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {int(Qt.Key.Key_Up): 1, int(Qt.Key.Key_Down): -1}.get(event.key())
        if event.key() == Qt.Key.Key_Escape and (self.isModified() or self.property("invalid")):
            self.setModified(False)
            self.reverted.emit()
        elif steps is not None:
            self._commit()
            self.stepped.emit(steps)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._dress()  # a new parent takes the font away

    @Slot()
    def _commit(self) -> None:
        if self.isModified():
            self.setModified(False)
            self.entered.emit(self.text())

    @Slot()
    def _dress(self) -> None:
        scale = themes().text_scale
        font = fonts.number(scale)
        if self.font() != font:
            self.setFont(font)
        wide = QFontMetricsF(font).horizontalAdvance(self._widest)
        self.setFixedWidth(max(scaled(52), math.ceil(wide) + scaled(20)))
