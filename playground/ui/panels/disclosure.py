"""A line that says a setting in short and opens to the controls for it: what is seldom changed takes one line."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from playground.ui import icons
from playground.ui.theme import CONTROL_RADIUS, GAP, TARGET, themes
from playground.ui.widgets import Text, say
from playground.ui.widgets.painting import fill_rounded, focus_ring, scaled, smooth_painter

_CHEVRON = 14


class DisclosureLine(QAbstractButton):
    """The line: a label at the left, its summary at the right, and a chevron that points down when open."""

    def __init__(self, label: Text, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label, self._summary = label, ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._retranslate()
        themes().changed.connect(self._dress)

    def set_summary(self, summary: str) -> None:
        """Show `summary` at the right; it is elided when there is no room."""
        if summary != self._summary:
            self._summary = summary
            self._retranslate()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = scaled(_CHEVRON) + GAP + metrics.horizontalAdvance(self.text() + self._summary) + 2 * GAP
        return QSize(width, max(TARGET, math.ceil(metrics.height()) + GAP))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(80), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, area = themes().current, smooth_painter(self), QRectF(self.rect())
        if self.underMouse():
            fill_rounded(painter, area, CONTROL_RADIUS, theme.hover)
        size = scaled(_CHEVRON)
        name = "chevron-down" if self.isChecked() else "chevron-right"
        picture = icons.pixmap(name, theme.secondary, size, self.devicePixelRatioF())
        painter.drawPixmap(QRect(2, (self.height() - size) // 2, size, size), picture)
        label = self.rect().adjusted(size + GAP, 0, -4, 0)
        painter.setPen(theme.secondary)
        painter.drawText(label, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        room = label.adjusted(self.fontMetrics().horizontalAdvance(self.text()) + GAP, 0, 0, 0)
        painter.setPen(theme.text)
        summary = self.fontMetrics().elidedText(self._summary, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, summary)
        if self.hasFocus():
            focus_ring(painter, area, CONTROL_RADIUS)

    def _retranslate(self) -> None:
        self.setText(say(self._label))
        self.setAccessibleName(f"{self.text()}: {self._summary}" if self._summary else self.text())
        self.setToolTip(self.accessibleName())
        self._dress()

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()


class Disclosure(QWidget):
    """A `DisclosureLine` over `body`. `opened(bool)` when it opens or closes."""

    opened = Signal(bool)

    def __init__(self, label: Text, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = DisclosureLine(label, self)
        self._room = QWidget(self)
        self._room.setObjectName("room")
        self.body = QVBoxLayout(self._room)
        self.body.setContentsMargins(GAP, GAP // 2, 0, GAP // 2)
        self.body.setSpacing(GAP)
        self._room.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.line)
        layout.addWidget(self._room)
        self.line.toggled.connect(self._open)

    def set_summary(self, summary: str) -> None:
        """What the line says of the settings inside."""
        self.line.set_summary(summary)

    def is_open(self) -> bool:
        """Whether the controls inside are shown."""
        return self.line.isChecked()

    def set_open(self, opened: bool) -> None:
        """Show the controls inside, or not."""
        self.line.setChecked(opened)

    @Slot(bool)
    def _open(self, opened: bool) -> None:
        self._room.setVisible(opened)
        self.opened.emit(opened)
