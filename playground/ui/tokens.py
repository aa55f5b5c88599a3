"""What the look is made of: the named colours of the light and the dark theme, and the measures of the grid."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from engine.values import dataclass
from playground.ui import color_math

ThemeName = Literal["light", "dark"]

# Measures in device-independent pixels at text scale 1.
SPACING = 16  # the grid: between cards, and from a card's edge to its content
GAP = 8  # between neighbours that belong together
RADIUS = 10  # corners of cards
CONTROL_RADIUS = 6  # corners of buttons and fields
CONTROL_HEIGHT = 30  # buttons and fields
TARGET = 24  # nothing that can be clicked is smaller than this
FOCUS_RING = 2  # width of the ring around what has the keyboard
TEXT_SCALES = (0.75, 3.0)  # smallest and largest text scale

SURFACE_STRENGTH = 0.65  # of the full colour beneath points, so that the points stay in front


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The named colours of one theme; text, secondary, warning and error read well on ground, card, field and hover."""

    name: ThemeName
    ground: QColor
    card: QColor
    line: QColor
    text: QColor
    secondary: QColor
    accent: QColor
    accent_text: QColor
    negative: QColor
    positive: QColor
    warning: QColor
    error: QColor
    field: QColor
    hover: QColor
    class_colors: tuple[QColor, ...]

    def diverging_table(self) -> NDArray[np.uint32]:
        """0xffRRGGBB words (256,): 0 is the negative end, 127 and 128 the card, 255 the positive end."""
        return color_math.diverging(self.negative, self.card, self.positive)

    def surface_table(self) -> NDArray[np.uint32]:
        """As `diverging_table`, at `SURFACE_STRENGTH`: for the decision surface beneath points."""
        return color_math.diverging(self.negative, self.card, self.positive, SURFACE_STRENGTH)

    def class_color(self, index: int) -> QColor:
        """The colour of class `index` (0 and up); past the last one they repeat, and the shape tells them apart."""
        if index < 0:
            raise ValueError(f"index: {index} is not a class; allowed are 0 and above")
        return self.class_colors[index % len(self.class_colors)]

    def class_tables(self, classes: int) -> NDArray[np.uint32]:
        """Words (classes, 256) from the card to each class's colour at `SURFACE_STRENGTH`, by confidence."""
        if classes < 1:
            raise ValueError(f"classes: {classes} is too few; allowed are 1 and above")
        ends = [self.class_color(index) for index in range(classes)]
        return color_math.from_middle(self.card, ends, SURFACE_STRENGTH)


# Class colours: the first two are the ends of the diverging map; the other eight were found by a search that made the
# smallest Oklab distance of any two as large as it could, to full sight, protanopia, deuteranopia and tritanopia alike.
def _colors(*names: str) -> tuple[QColor, ...]:
    return tuple(QColor(name) for name in names)


LIGHT = Theme(
    name="light",
    ground=QColor("#f4f6f8"),
    card=QColor("#ffffff"),
    line=QColor("#e2e6eb"),
    text=QColor("#1f2933"),
    secondary=QColor("#5b6773"),
    accent=QColor("#1a6ba3"),
    accent_text=QColor("#ffffff"),
    negative=QColor("#f59322"),
    positive=QColor("#0877bd"),
    warning=QColor("#8a5300"),
    error=QColor("#b3261e"),
    field=QColor("#f1f4f7"),
    hover=QColor("#e6ebf0"),
    class_colors=_colors(
        "#f59322", "#0877bd", "#2cc7a0", "#c41476", "#9d7600", "#3b0089", "#b19dff", "#62003b", "#2714d8", "#624e14"
    ),
)

DARK = Theme(
    name="dark",
    ground=QColor("#14181f"),
    card=QColor("#1c222b"),
    line=QColor("#2b333f"),
    text=QColor("#e6eaf0"),
    secondary=QColor("#9aa7b6"),
    accent=QColor("#4aa3df"),
    accent_text=QColor("#0d1219"),
    negative=QColor("#ffa740"),
    positive=QColor("#4aa3df"),
    warning=QColor("#f2b84b"),
    error=QColor("#ff8a80"),
    field=QColor("#252d38"),
    hover=QColor("#2f3947"),
    class_colors=_colors(
        "#ffa740", "#4aa3df", "#89ffeb", "#c43b62", "#ffeb76", "#b100ff", "#b1c4ff", "#ff629d", "#7662b1", "#b18900"
    ),
)
