"""A card that can be folded up to its head; folded, the head says the most important setting in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QLayout, QVBoxLayout, QWidget

from playground.ui import fonts
from playground.ui.theme import GAP, themes
from playground.ui.widgets import Card, IconButton, Text, say

MARGIN = 12  # narrower than a card's own, because the column is narrow


class Section(Card):
    """A card with `content` that folds away. `folded(bool)` is emitted when it does or comes back."""

    folded = Signal(bool)

    def __init__(self, title: Text, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._folded = False
        self._summary: Text = ""
        self._summary_label = QLabel(self)
        self._summary_label.setProperty("role", "secondary")
        self._summary_label.hide()
        self._fold_button = IconButton("chevron-down", self._fold_words, size=16, color="secondary", parent=self)
        self._content = QWidget(self)
        self._content.setObjectName("room")
        self.content = QVBoxLayout(self._content)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(GAP - 2)
        self._set_margins()
        self.set_corner(self._summary_label)
        self.set_corner(self._fold_button)
        super().add(self._content)
        self._fold_button.clicked.connect(self._toggle)
        themes().changed.connect(self._dress_summary)
        self._dress_summary()

    def add(self, content: QWidget | QLayout, stretch: int = 0) -> None:
        """Append `content` to what folds away."""
        if isinstance(content, QWidget):
            self.content.addWidget(content, stretch)
        else:
            self.content.addLayout(content, stretch)

    def set_summary(self, summary: Text) -> None:
        """What the head says while the rest is folded away."""
        self._summary = summary
        self._summary_label.setText(say(summary))

    def is_folded(self) -> bool:
        """Whether only the head is shown."""
        return self._folded

    def set_folded(self, folded: bool) -> None:
        """Fold the content away, or show it."""
        if folded == self._folded:
            return
        self._folded = folded
        self._content.setVisible(not folded)
        self._summary_label.setVisible(folded)
        self._set_margins()
        self._fold_button.show_icon("chevron-right" if folded else "chevron-down", self._fold_words)
        self.folded.emit(folded)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(self._is_head(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self._is_head(event):
            self._toggle()

    def _is_head(self, event: QMouseEvent) -> bool:
        """Whether the left button is used on the head, all of which folds."""
        below = self._fold_button.geometry().bottom() + GAP // 2
        return event.button() == Qt.MouseButton.LeftButton and 0 <= event.position().y() < below

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._summary_label.setText(say(self._summary))

    def _set_margins(self) -> None:
        sheet = self.layout()
        assert sheet is not None, "a card lays itself out"
        sheet.setContentsMargins(MARGIN, GAP // 2, MARGIN, GAP // 2 if self._folded else MARGIN)
        sheet.setSpacing(0 if self._folded else GAP // 2)

    def _fold_words(self) -> str:
        words = self.tr("Show “%1”") if self._folded else self.tr("Fold “%1” away")
        return words.replace("%1", self.title())

    @Slot()
    def _toggle(self) -> None:
        self.set_folded(not self._folded)

    @Slot()
    def _dress_summary(self) -> None:
        self._summary_label.setFont(fonts.caption(themes().text_scale))
