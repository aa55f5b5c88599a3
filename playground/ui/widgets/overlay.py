"""A sheet of paper laid over the window: it stops nothing, and goes away by Escape or a click beside it.

A child of the window and no window of its own, so that Chinese can be typed into it everywhere, and what happens
behind it stays in sight.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from playground.ui import color_math
from playground.ui.theme import RADIUS, SPACING, themes
from playground.ui.widgets.painting import fill_rounded, smooth_painter

_MARGIN = 24  # between the sheet and the window's edges, at least


class Paper(QWidget):
    """The sheet itself: a card with an edge that is seen on cards."""

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = themes().current, smooth_painter(self)
        edge = color_math.mix(theme.line, theme.secondary, 0.5)
        fill_rounded(painter, QRectF(self.rect()), RADIUS, theme.card, edge)


class Overlay(QWidget):
    """Covers `window` while it is open, and paints nothing but its sheet; put content into `body`.

    `closed()` when it goes away, by whatever means. What had the keyboard before has it again then.
    """

    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.paper = Paper(self)
        self.body = QVBoxLayout(self.paper)
        self.body.setContentsMargins(SPACING, SPACING, SPACING, SPACING)
        self._before: QWidget | None = None
        self.hide()
        window.installEventFilter(self)

    def open(self) -> None:
        """Lay the sheet over the window."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self._cover()
        self.show()
        self.raise_()

    def leave(self) -> None:
        """Take it away, and give the keyboard back."""
        if self.isHidden():
            return
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._window.setFocus()
        self._before = None
        self.closed.emit()

    def wanted_size(self) -> QSize:
        """How large the sheet would like to be; it gets no more than the window has."""
        return self.paper.sizeHint()

    def room(self) -> QSize:
        """How large the sheet can be."""
        return self._window.size() - QSize(2 * _MARGIN, 2 * _MARGIN)

    def wanted_place(self, size: QSize) -> QPoint:
        """Where the sheet of this size would like its upper left corner: in the middle, a little high."""
        return QPoint((self.width() - size.width()) // 2, (self.height() - size.height()) // 3)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window and not self.isHidden():
            self._cover()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.paper.geometry().contains(event.position().toPoint()):
            self.leave()

    def _cover(self) -> None:
        self.setGeometry(self._window.rect())
        room = self.room()
        size = self.wanted_size().boundedTo(room)
        place = self.wanted_place(size)
        inside = QRect(QPoint(_MARGIN, _MARGIN), room)
        x = max(inside.left(), min(place.x(), inside.right() + 1 - size.width()))
        y = max(inside.top(), min(place.y(), inside.bottom() + 1 - size.height()))
        self.paper.setGeometry(QRect(QPoint(x, y), size))
