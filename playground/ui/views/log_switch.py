"""The small button that makes an axis logarithmic."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from playground.ui.theme import CONTROL_HEIGHT, CONTROL_RADIUS, themes
from playground.ui.widgets.painting import fill_rounded, focus_ring, scaled, smooth_painter


class LogSwitch(QAbstractButton):
    """`toggled(bool)`, as of every checkable button; on, it stands out as a chosen segment does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._retranslate()
        themes().changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + scaled(14), scaled(CONTROL_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, area = themes().current, smooth_painter(self), QRectF(self.rect())
        if self.isChecked():
            fill_rounded(painter, area.adjusted(2, 2, -2, -2), CONTROL_RADIUS - 1, theme.field, theme.accent)
        elif self.underMouse() and self.isEnabled():
            fill_rounded(painter, area, CONTROL_RADIUS, theme.hover)
        faint = theme.secondary if self.isEnabled() else theme.line
        painter.setPen(theme.accent if self.isChecked() and self.isEnabled() else faint)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            focus_ring(painter, area, CONTROL_RADIUS)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setText(self.tr("log"))
        self.setAccessibleName(self.tr("Logarithmic axis"))
        self.setToolTip(self.tr("Logarithmic axis: equal steps are equal ratios; zeros stand at its foot"))
        self._dress()

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
