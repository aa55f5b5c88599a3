"""What a start shows that has no picture yet, such as the very first one: the bar and the cards, still empty.

They stand where the real ones will and in their colours, so that these come without anything moving. The measures and
colours are written down here once more, since what they come from imports NumPy; a test compares them.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

COLORS = {"light": ("#f4f6f8", "#ffffff", "#e2e6eb"), "dark": ("#14181f", "#1c222b", "#2b333f")}  # ground, card, line
BAR, TOP, EDGE, SPACE, RADIUS = 62, 76, 14, 12, 10
PANELS = ((78, 385), (475, 480))  # top and height of the first two, data and training; the window ends in the second
PANEL_LEFT, PANEL_WIDTH, MIDDLE = 16, 284, 326
RIGHT_SHARE, NARROWEST, WIDEST = 0.27, 330, 640
LEGEND = 84  # by how much the surface's card is higher than wide
HIGH = 800  # pixels of a window whose story has all the room it wants
STORY, LOW_STORY, CURVES = 240, 222, 222


def sheets(width: int, height: int) -> dict[str, QRectF]:
    """Where the cards stand in a window of that size, at text scale 1."""
    across = max(NARROWEST, min(WIDEST, round((width - 2) * RIGHT_SHARE)))
    right, bottom = width - EDGE - across, height - EDGE
    story = STORY if height >= HIGH else LOW_STORY
    surface = min(across + LEGEND, bottom - TOP - SPACE - CURVES)
    below = TOP + surface + SPACE
    middle = right - SPACE - MIDDLE
    return {
        "data": QRectF(PANEL_LEFT, PANELS[0][0], PANEL_WIDTH, PANELS[0][1]),
        "training": QRectF(PANEL_LEFT, PANELS[1][0], PANEL_WIDTH, PANELS[1][1]),
        "network": QRectF(MIDDLE, TOP, middle, bottom - SPACE - story - TOP),
        "story": QRectF(MIDDLE, bottom - story, middle, story),
        "surface": QRectF(right, TOP, across, surface),
        "curves": QRectF(right, below, across, bottom - below),
    }


class EmptyCards(QWidget):
    """Fills the window with them. `painted()` after they were painted, each time."""

    painted = Signal()

    def __init__(self, theme: str) -> None:
        """`theme` is "light" or "dark"."""
        super().__init__()
        self._ground, self._card, self._line = (QColor(name) for name in COLORS[theme])

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._ground)
            painter.fillRect(QRectF(0, 0, self.width(), BAR), self._card)
            painter.fillRect(QRectF(0, BAR - 1, self.width(), 1), self._line)
            painter.setClipRect(QRectF(0, BAR, self.width(), self.height() - BAR - EDGE))  # the panels scroll
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(self._card)
            painter.setPen(QPen(self._line, 1.0))
            for sheet in sheets(self.width(), self.height()).values():
                painter.drawRoundedRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        self.painted.emit()
