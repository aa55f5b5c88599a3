"""What a start shows that has no picture yet, such as the very first one: the bar and the cards, still empty.

They stand where the real ones will and in their colours, so that these come without anything moving. The measures and
colours are written down here once more, since what they come from imports NumPy; a test compares them.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

COLORS = {"light": ("#f4f6f8", "#ffffff", "#e2e6eb"), "dark": ("#14181f", "#1c222b", "#2b333f")}  # ground, card, line
BAR, TOP, EDGE, SPACE, RADIUS = 62, 76, 14, 12, 10
PANELS = ((78, 343), (433, 476))  # top and height of the first two, data and training; the window ends in the second
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


def drawing(width: int, height: int, theme: str) -> str:
    """The whole window as SVG; `theme` is "light" or "dark"."""
    ground, card, line = COLORS[theme]
    cards = {
        name: f'<rect x="{at.x() + 0.5}" y="{at.y() + 0.5}" width="{at.width() - 1}" height="{at.height() - 1}"'
        f' rx="{RADIUS}" fill="{card}" stroke="{line}"/>'
        for name, at in sheets(width, height).items()
    }
    parts = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">',
        f'<rect width="{width}" height="{height}" fill="{ground}"/>',
        cards.pop("data"),
        cards.pop("training"),
        f'<rect y="{height - EDGE}" width="{width}" height="{EDGE}" fill="{ground}"/>',  # the panels scroll
        *cards.values(),
        f'<rect width="{width}" height="{BAR}" fill="{line}"/>',
        f'<rect width="{width}" height="{BAR - 1}" fill="{card}"/></svg>',
    )
    return "".join(parts)


class EmptyCards(QWidget):
    """Fills the window with them. `painted()` after they were painted, each time."""

    painted = Signal()

    def __init__(self, theme: str) -> None:
        """`theme` is "light" or "dark"."""
        super().__init__()
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        from PySide6.QtSvg import QSvgRenderer  # not needed where there is a picture

        # By pens and brushes the namespace `Qt` would be loaded, which takes as long as all the rest.
        renderer = QSvgRenderer(QByteArray(drawing(self.width(), self.height(), self._theme).encode()))
        with QPainter(self) as painter:
            renderer.render(painter, QRectF(self.rect()))
        self.painted.emit()
