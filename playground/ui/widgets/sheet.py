"""A sheet that fills its place, and scrolls where the place is smaller than the sheet may become.

A plain scroll area would ask a layout that trades height for width how high it would like to be, and scroll for that.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Sheet(QScrollArea):
    """Holds `content`, which is as large as its place, but never smaller than `set_smallest` says."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = content
        self.setWidget(content)

    def set_smallest(self, width: int, height: int) -> None:
        """Let the content never be smaller, in pixels."""
        self._content.setMinimumSize(width, height)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room, least = self.maximumViewportSize(), self._content.minimumSize()
        if least.height() > room.height():  # or its scroll bar would make the other one necessary
            room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
        self._content.resize(room.expandedTo(least))
