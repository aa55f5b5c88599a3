"""The legend of the diverging map: one strip from −1 to +1, the same colours as data, weights and activations."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui import fonts
from playground.ui.theme import GAP, themes
from playground.ui.widgets.painting import scaled, smooth_painter
from playground.ui.widgets.wording import Text, say

_STRIP_WIDTH, _STRIP_HEIGHT = 140, 8


class ColorScale(QWidget):
    """A strip of the diverging map between its two ends' numbers; `soft` is the map used beneath points."""

    def __init__(
        self,
        low: str = "−1",
        high: str = "+1",
        *,
        soft: bool = False,
        name: Text | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._low, self._high, self._soft, self._name = low, high, soft, name
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._retranslate()
        self._dress()
        themes().changed.connect(self._dress)

    def set_range(self, low: str, high: str) -> None:
        """Change the texts at the two ends."""
        self._low, self._high = low, high
        self._retranslate()
        self._dress()

    def sizeHint(self) -> QSize:
        left, right = self._end_widths()
        height = QFontMetricsF(fonts.caption(themes().text_scale)).height()
        return QSize(math.ceil(left + right) + 2 * GAP + scaled(_STRIP_WIDTH), math.ceil(height) + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() - QSize(scaled(_STRIP_WIDTH) // 2, 0)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with smooth_painter(self) as painter:
            self._draw(painter, QRectF(self.rect()))

    def trace(self, painter: QPainter, width: float) -> None:
        """Draw the scale as wide as `width` from the painter's origin."""
        self._draw(painter, QRectF(0.0, 0.0, width, self.sizeHint().height()))

    def _draw(self, painter: QPainter, area: QRectF) -> None:
        theme = themes().current
        painter.setFont(fonts.caption(themes().text_scale))
        painter.setPen(theme.secondary)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._low)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._high)
        left, right = self._end_widths()
        height = scaled(_STRIP_HEIGHT)
        strip = QRectF(left + GAP, (area.height() - height) / 2, area.width() - left - right - 2 * GAP, height)
        painter.drawImage(strip, self._strip)
        painter.setPen(theme.line)
        painter.drawRect(strip)

    def _end_widths(self) -> tuple[float, float]:
        metrics = QFontMetricsF(fonts.caption(themes().text_scale))
        return metrics.horizontalAdvance(self._low), metrics.horizontalAdvance(self._high)

    def _retranslate(self) -> None:
        name = self.tr("Colour scale") if self._name is None else say(self._name)
        self.setAccessibleName(f"{name} {self._low} … {self._high}")
        self.setToolTip(self.tr("One scale for data, weights and activations; its middle has the colour of the card."))

    @Slot()
    def _dress(self) -> None:
        theme = themes().current
        table = np.ascontiguousarray(theme.surface_table() if self._soft else theme.diverging_table())
        self._strip = QImage(table.tobytes(), 256, 1, 1024, QImage.Format.Format_RGB32).copy()
        self.updateGeometry()
        self.update()
