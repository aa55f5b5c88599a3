"""A small quiet sign beside a control: a change here starts the training again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QLabel, QWidget

from playground.ui import icons
from playground.ui.theme import themes
from playground.ui.widgets.painting import scaled
from playground.ui.widgets.wording import Text, say

_SIZE = 12


class RestartMark(QLabel):
    """The sign, with `words` as its tooltip; it takes neither keyboard nor clicks."""

    def __init__(self, words: Text, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        themes().changed.connect(self._dress)
        self._dress()
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setToolTip(say(self._words))
        self.setAccessibleName(say(self._words))

    @Slot()
    def _dress(self) -> None:
        size = scaled(_SIZE)
        self.setFixedWidth(size + 2)
        self.setPixmap(icons.pixmap("reset", themes().current.secondary, size, self.devicePixelRatioF()))
