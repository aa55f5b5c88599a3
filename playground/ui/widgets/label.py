"""Words in one of the window's few kinds of type, kept through changes of language, theme, text scale and parent.

A plain QLabel loses its font when its parent is given another parent under a style sheet; this one sets it again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

from playground.ui import fonts
from playground.ui.theme import themes
from playground.ui.widgets.wording import Text, say

Kind = Literal["body", "emphasis", "caption", "number", "title", "figure", "head"]
Tone = Literal["text", "secondary", "warning", "error"]

_FONTS: dict[str, Callable[[float], QFont]] = {
    "body": fonts.body,
    "emphasis": fonts.emphasis,
    "caption": fonts.caption,
    "number": fonts.number,
    "title": fonts.title,
    "figure": fonts.figure,
}


class Label(QLabel):
    """`text` in type of `kind` and colour `tone`; always plain text, so that a file's words cannot become markup."""

    def __init__(
        self,
        text: Text = "",
        kind: Kind = "body",
        tone: Tone = "text",
        *,
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._kind = text, kind
        self.setProperty("role", tone)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self._retranslate()
        themes().changed.connect(self._dress)

    def set_words(self, text: Text) -> None:
        """Show `text`."""
        self._words = text
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._dress()

    def _retranslate(self) -> None:
        self.setText(say(self._words))
        self._dress()

    def _dress(self) -> None:
        scale = themes().text_scale
        wanted = fonts.head(scale, self.text()) if self._kind == "head" else _FONTS[self._kind](scale)
        if self.font() != wanted:
            self.setFont(wanted)
