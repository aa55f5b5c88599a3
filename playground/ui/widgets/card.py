"""A card: a rounded sheet on the ground with a small head, a corner for one control, and room for content."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from playground.ui.theme import CONTROL_HEIGHT, GAP, RADIUS, SPACING, themes
from playground.ui.widgets.label import Label
from playground.ui.widgets.painting import fill_rounded, scaled, smooth_painter
from playground.ui.widgets.wording import Text, say


class Card(QWidget):
    """A titled sheet. Put content into `body`, or call `add`; `set_corner` puts a control beside the head."""

    def __init__(self, title: Text = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._head = Label("", "head", "secondary", parent=self)
        self._top = QHBoxLayout()
        self._top.setSpacing(GAP)
        self._top.addWidget(self._head, 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP + 4)
        sheet = QVBoxLayout(self)
        sheet.setContentsMargins(SPACING, GAP + 2, SPACING, SPACING)
        sheet.setSpacing(GAP)
        sheet.addLayout(self._top)
        sheet.addLayout(self.body, 1)
        self._retranslate()
        self._dress()
        themes().changed.connect(self._dress)

    def set_title(self, title: Text) -> None:
        """Change the head."""
        self._title = title
        self._retranslate()

    def title(self) -> str:
        """The head as it is shown, before capitals."""
        return self._head.text()

    def set_corner(self, widget: QWidget) -> None:
        """Put `widget` at the right of the head, beside those that are there."""
        self._top.addWidget(widget)

    def add(self, content: QWidget | QLayout, stretch: int = 0) -> None:
        """Append `content` to the body."""
        if isinstance(content, QWidget):
            self.body.addWidget(content, stretch)
        else:
            self.body.addLayout(content, stretch)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = themes().current
        fill_rounded(smooth_painter(self), QRectF(self.rect()), RADIUS, theme.card, theme.line)

    def _retranslate(self) -> None:
        self._head.set_words(self._title)
        self._head.setVisible(bool(say(self._title)))
        self.setAccessibleName(say(self._title))

    @Slot()
    def _dress(self) -> None:
        self._head.setFixedHeight(scaled(CONTROL_HEIGHT))  # heads in line; a label's hint keeps an old minimum
        self.update()
