"""A figure to be read from afar: a caption and a large number whose place never moves while it runs.

It paints itself, so that a new number costs one repaint of its own area and no layout.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui import fonts
from playground.ui.theme import TARGET, themes
from playground.ui.widgets.wording import Text, say

_NONE = "–"


class Figure(QWidget):
    """A caption over a value; `widest` is the longest text that the value may become, and sets the width."""

    def __init__(
        self,
        caption: Text,
        value: str = "",
        *,
        widest: str = "0.0000",
        tooltip: Text = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._caption, self._tooltip = caption, tooltip
        self._value, self._widest = value or _NONE, widest
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._retranslate()
        themes().changed.connect(self._dress)

    def value(self) -> str:
        """The value as it is shown."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show `value`, a text already formatted; nothing is drawn when it is the same."""
        shown = value or _NONE
        if shown == self._value:
            return
        self._value = shown
        self.setAccessibleName(f"{say(self._caption)} {shown}")
        if self._value_width(shown) > self.width():  # longer than promised: grow rather than clip
            self._widest = shown
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = max(self._caption_metrics.horizontalAdvance(say(self._caption)), self._value_width(self._widest))
        height = self._caption_height + self._value_metrics.height()
        return QSize(math.ceil(width) + 2, max(TARGET, math.ceil(height)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = themes().current, QPainter(self)
        painter.setFont(self._caption_font)
        painter.setPen(theme.secondary)
        top = self._caption_height
        painter.drawText(QRect(0, 0, self.width(), top), Qt.AlignmentFlag.AlignLeft, say(self._caption))
        painter.setFont(self._value_font)
        painter.setPen(theme.text)
        place = QRect(0, top, self.width(), self.height() - top)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._value)

    def _value_width(self, text: str) -> float:
        return self._value_metrics.horizontalAdvance(text)

    def _retranslate(self) -> None:
        self.setAccessibleName(f"{say(self._caption)} {self._value}")
        self.setToolTip(say(self._tooltip))
        self._dress()

    @Slot()
    def _dress(self) -> None:
        """Make fonts and measures once, not for every number that is shown."""
        scale = themes().text_scale
        self._caption_font, self._value_font = fonts.caption(scale), fonts.figure(scale)
        self._caption_metrics, self._value_metrics = QFontMetricsF(self._caption_font), QFontMetricsF(self._value_font)
        self._caption_height = math.ceil(self._caption_metrics.height())
        self.updateGeometry()
        self.update()
