"""A sheet of controls that opens at a button and closes with a click beside it or with Escape. Nothing waits for it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.ui.theme import GAP, themes
from playground.ui.widgets.painting import scaled

WIDTH = 300  # pixels at text scale 1


class Popover(QWidget):
    """Put controls into `body`; `open_at` a button. `closed()` when it has gone."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)  # the click that closes it opens nothing
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(GAP + 4, GAP, GAP + 4, GAP + 2)
        self.body.setSpacing(GAP)
        themes().changed.connect(self.fit)

    def open_at(self, button: QWidget) -> None:
        """Open below `button`, its right edge in line; above it where there is more room; never off the screen."""
        self.fit()
        place = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 2))
        room = button.screen().availableGeometry()
        if place.y() + self.height() > room.bottom():
            place.setY(button.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2)
        left = min(max(place.x(), room.left()), max(room.left(), room.right() - self.width()))
        top = min(max(place.y(), room.top()), max(room.top(), room.bottom() - self.height()))
        self.move(left, top)
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        if button.window().focusWidget() is button:  # opened by key: the first control has the keyboard at once
            self.focusNextChild()

    @Slot()
    def fit(self) -> None:
        """Take the size that the controls need now."""
        width = max(scaled(WIDTH), self.body.minimumSize().width())
        for _ in range(2):  # at their width, rows that wrap know their height
            self.setMinimumHeight(0)
            flows = self.body.hasHeightForWidth()
            self.resize(width, self.body.heightForWidth(width) if flows else self.body.minimumSize().height())
            self.body.activate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), themes().current
        painter.fillRect(self.rect(), theme.card)
        painter.setPen(theme.secondary)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()
