"""The small switch of an axis: both words, linear and log, stand there, and the one in force stands out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from playground.ui.theme import CONTROL_HEIGHT, CONTROL_RADIUS, themes
from playground.ui.widgets.painting import fill_rounded, focus_ring, scaled, smooth_painter

PADDING = 5  # pixels at text scale 1 on either side of a word
INSET = 2  # pixels of the frame around them


class LogSwitch(QAbstractButton):
    """`toggled(bool)`, as of every checkable button: checked is logarithmic."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._retranslate()
        themes().changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        return QSize(round(sum(self._widths())) + 2 * INSET, scaled(CONTROL_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _words(self) -> tuple[str, str]:
        return self.tr("linear"), self.tr("log")

    def _widths(self) -> list[float]:
        metrics = self.fontMetrics()
        return [metrics.horizontalAdvance(word) + 2.0 * scaled(PADDING) for word in self._words()]

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, area = themes().current, smooth_painter(self), QRectF(self.rect())
        fill_rounded(painter, area, CONTROL_RADIUS, theme.field)
        left, bold = float(INSET), (not self.isChecked(), self.isChecked())
        for word, width, chosen in zip(self._words(), self._widths(), bold, strict=True):
            cell = QRectF(left, INSET, width, area.height() - 2 * INSET)
            if chosen:
                fill_rounded(
                    painter, cell.adjusted(0.5, 0.5, -0.5, -0.5), CONTROL_RADIUS - 1, theme.card, theme.secondary
                )
            lit = chosen or (self.underMouse() and self.isEnabled())
            painter.setPen(theme.text if lit else theme.secondary)
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, word)
            left += width
        if self.hasFocus():
            focus_ring(painter, area, CONTROL_RADIUS)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Logarithmic axis"))
        self.setToolTip(self.tr("Logarithmic axis: equal steps are equal ratios; zeros stand at its foot"))
        self._dress()

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
