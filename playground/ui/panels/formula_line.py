"""A formula in one or two quiet lines, wrapped where a new statement begins."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QWidget

from playground.ui import fonts
from playground.ui.theme import themes


class FormulaLine(QLabel):
    """Text of the engine's tables as it stands there; it needs no translation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "secondary")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setWordWrap(True)
        themes().changed.connect(self._dress)
        self._dress()

    def show_formula(self, formula: str) -> None:
        """Show a formula; statements are separated by a semicolon, each on a line of its own."""
        text = formula.replace("; ", "\n")
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(formula)

    @Slot()
    def _dress(self) -> None:
        self.setFont(fonts.caption(themes().text_scale))
