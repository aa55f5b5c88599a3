"""The board: the cards in their columns, and how large each of them is.

Left the controls, in the middle the network and below it what happens now, at the right the decision surface and the
curves. Without the curves, as a class may have it, what happens now lies below both pictures. Before a projector only
the three pictures stay, as large as they can be: the curves move below the network, and the surface has the right side
to itself.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from playground.ui.output_cards import CurvesCard, SurfaceCard
from playground.ui.panels.control_column import ControlColumn
from playground.ui.story_card import StoryCard
from playground.ui.theme import themes
from playground.ui.views.network_view import NetworkView
from playground.ui.widgets import Card, IconButton
from playground.ui.widgets.painting import scaled

MARGIN = 12
RIGHT_SHARE = 0.27  # of the board's width, for the right column
LONE_SHARE, PROJECTED_SHARE = 0.34, 0.42  # where the map stands alone there; and before a projector
RIGHT_WIDTHS = (330, 640)
SURFACE_WORDS, MAP_WORDS = 84, 60  # by how many pixels the surface's card is higher than wide; and a high one
SMALLEST = (808, 584)  # pixels at text scale 1 that all but the controls need; of a smaller window they scroll
PROJECTED = (900, 415)  # the same of what stays before a projector
LARGEST_PROJECTED = 2.0
CURVES_SHARE = 0.38  # of the board's height, before a projector
ABOVE = 76  # pixels at text scale 1 of the window that stand above the board
QWIDGETSIZE_MAX = 16_777_215  # Qt's own number for no limit


class Board(QWidget):
    """Makes the cards. `smallest_changed(width, height)`: below this, in pixels, they do not fit."""

    smallest_changed = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.controls = ControlColumn()
        self.network = NetworkView()
        self.story = StoryCard()
        self.surface = SurfaceCard()
        self.curves = CurvesCard()
        self.network_card = Card(lambda: self.tr("Network"))
        self.network_card.add(self.network, 1)
        self.network_card.set_corner(self.network.stepper)
        self.large_picture = IconButton(
            "expand", lambda: self.tr("A larger picture, instead of what happens now"), checkable=True
        )
        self.network_card.set_corner(self.large_picture)
        for name, card in (("card.story", self.story), ("card.surface", self.surface), ("card.curves", self.curves)):
            card.setObjectName(name)
        self.is_projected = self.is_large = False
        self._fitted = (0, 0)  # least heights of the right column's cards, when the cards had their sizes given
        self._beside_controls, self._middle, self._right = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._lay_out()
        themes().changed.connect(self.fit)

    def _lay_out(self) -> None:
        columns = QHBoxLayout(self)
        columns.setContentsMargins(MARGIN, 0, MARGIN, MARGIN)
        pictures = QHBoxLayout()
        for layout in (columns, self._beside_controls, pictures, self._middle, self._right):
            layout.setSpacing(MARGIN)
        columns.addWidget(self.controls)
        columns.addLayout(self._beside_controls, 1)
        self._beside_controls.addLayout(pictures, 1)
        pictures.addLayout(self._middle, 1)
        pictures.addLayout(self._right)
        self._middle.addWidget(self.network_card, 1)
        self._middle.addWidget(self.story)
        self._right.addWidget(self.surface)
        self._right.addWidget(self.curves, 1)
        self._right.addStretch()  # below a map that stands alone

    def smallest(self) -> tuple[int, int]:
        """The least room, in pixels, in which the cards need not scroll."""
        width, height = PROJECTED if self.is_projected else SMALLEST
        beside = 0 if self.controls.isHidden() else self.controls.width() + MARGIN
        needed = 0 if self.is_projected else sum(self._least_heights()) + 2 * MARGIN  # a long legend needs more
        needed += self._height_below()
        return scaled(width) + beside, max(scaled(height), needed)

    def scale_for(self, width: int, height: int) -> float:
        """The largest text, in steps of a tenth, at which the pictures alone still fit such a screen."""
        fitting = min(width / PROJECTED[0], height / (PROJECTED[1] + ABOVE))
        return max(1.0, min(LARGEST_PROJECTED, int(fitting * 10) / 10))

    def show_controls(self, on: bool) -> None:
        """Show the column of controls, or leave its room to the pictures."""
        self.controls.setVisible(on)
        self.fit()

    def show_large_picture(self, on: bool) -> None:
        """Give the network the room of what happens now as well, or give that its room back."""
        self.is_large = on
        self.large_picture.setChecked(on)
        self.story.setVisible(not on)
        self.fit()

    def show_projected(self, projected: bool) -> None:
        """Show the pictures alone and large, or everything."""
        if projected == self.is_projected:
            return
        self.is_projected = projected
        self.controls.setVisible(not projected)
        self.story.setVisible(not projected and not self.is_large)
        self.large_picture.setVisible(not projected)
        if projected:
            self._middle.insertWidget(1, self.curves)
        else:
            self._right.insertWidget(1, self.curves, 1)
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Give every card its size; after a change of what can be seen, since all else is noticed here."""
        self._fitted = self._least_heights()
        if self.is_projected or self.is_large:
            self.story.hide()  # class mode may have shown it
        self.story.fit_into(max(self.height() + scaled(ABOVE), scaled(SMALLEST[1] + ABOVE)))
        row = self._beside_controls if self._is_map_alone() else self._middle
        if row.indexOf(self.story) < 0:
            row.addWidget(self.story)
        self.smallest_changed.emit(*self.smallest())
        width, height = self.width(), self.height() - 2 * MARGIN
        if self.is_projected or self._is_map_alone():
            self._fit_map(width, height - self._height_below())
        else:
            self._fit_right(width, height)

    def _is_map_alone(self) -> bool:
        """Whether the curves are gone, as in class mode, and the map has the right column to itself."""
        return self.curves.isHidden() and not self.is_projected

    def _height_below(self) -> int:
        """Of what happens now with its gap, in pixels, where it lies below both pictures."""
        return self.story.height() + MARGIN if self._is_map_alone() and not self.story.isHidden() else 0

    def _fit_right(self, width: int, height: int) -> None:
        """A square map with its legend, but never at the cost of curves one can read."""
        across = _usual_width(width)
        map_least, curves_least = self._least_heights()
        wanted = min(across + scaled(SURFACE_WORDS), height - curves_least)
        self.surface.setFixedSize(across, max(map_least, wanted))
        self.curves.setFixedWidth(across)
        self.curves.setMinimumHeight(0)
        self.curves.setMaximumHeight(QWIDGETSIZE_MAX)

    def _fit_map(self, width: int, height: int) -> None:
        """The map has the right column to itself: as large a square as there is room for beside the network."""
        others = self.network_card.minimumSizeHint().width() + 3 * MARGIN
        others += 0 if self.controls.isHidden() else self.controls.width() + MARGIN
        share = PROJECTED_SHARE if self.is_projected else LONE_SHARE
        across = min(height + MARGIN - scaled(MAP_WORDS), round(width * share), width - others)
        across = max(across, scaled(RIGHT_WIDTHS[0]) if self.is_projected else _usual_width(width))
        room = height + MARGIN
        fills = self.is_projected or self._height_below() > 0
        self.surface.setFixedSize(across, room if fills else min(room, across + scaled(SURFACE_WORDS)))
        self.curves.setMinimumWidth(0)
        self.curves.setMaximumWidth(QWIDGETSIZE_MAX)
        self.curves.setFixedHeight(round(CURVES_SHARE * height))

    def _least_heights(self) -> tuple[int, int]:
        """Of surface and curves, in pixels: below them their parts would lie over each other; 0 for one not shown."""
        surface, curves = (
            0 if card.isHidden() else card.minimumSizeHint().height() for card in (self.surface, self.curves)
        )
        return surface, curves

    def event(self, event: QEvent) -> bool:
        asked = event.type() == QEvent.Type.LayoutRequest and not self.is_projected
        if asked and self._least_heights() != self._fitted:
            self.fit()  # a card has more to say than before, or less
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


def _usual_width(width: int) -> int:
    """Of the right column, in pixels, on a board of this width."""
    low, high = RIGHT_WIDTHS
    return max(scaled(low), min(scaled(high), round(width * RIGHT_SHARE)))
