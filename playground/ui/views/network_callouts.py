"""Two quiet hints on the picture for whoever sees it first: what a plot is, what a line is.

They are there only before the first step, where there is room beside all plots and words, and until they are closed.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QPointF, QRectF, QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine.values import dataclass
from playground.ui import color_math
from playground.ui.theme import CONTROL_RADIUS, themes
from playground.ui.views.network_bundles import Bundles
from playground.ui.views.network_layout import Layout
from playground.ui.views.network_tiles import tile_rect
from playground.ui.widgets.icon_button import IconButton
from playground.ui.widgets.label import Label
from playground.ui.widgets.painting import fill_rounded, scaled, smooth_painter

Float = NDArray[np.float64]

NAMES = ("unit", "weights")
WIDTH = 228  # pixels of a hint at text scale 1
STEP = 6  # pixels of the squares in which room is looked for
MOST_TARGETS = 200  # points that are tried as what a hint speaks of
MOST_EDGES = 200  # with more of them there is no room, and much to look through
SPACE = 7.0  # pixels that stay free around a hint
FARTHEST = 90.0  # pixels from a hint to what it speaks of


@dataclass(frozen=True, slots=True)
class Place:
    """Where a hint stands, and the point it speaks of."""

    area: QRectF
    tip: QPointF


def find_place(size: QSizeF, bounds: QSizeF, obstacles: Float, points: Float, targets: Float) -> Place | None:
    """The place of `size` within `bounds` that is nearest to one of `targets` (t, 2); None if nowhere is room.

    It touches none of the `obstacles` (n, 4: left, top, right, bottom) and covers none of the `points` (k, 2).
    """
    taken = _taken(bounds, obstacles, points)
    height, width = (math.ceil((side + 2 * SPACE) / STEP) for side in (size.height(), size.width()))
    if not len(targets) or height >= taken.shape[0] or width >= taken.shape[1]:
        return None
    total = np.pad(taken.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))  # how much is taken above and at the left
    inside = total[height:, width:] - total[:-height, width:] - total[height:, :-width] + total[:-height, :-width]
    down, across = np.nonzero(inside == 0)
    if not len(down):
        return None
    some = targets[:: max(1, len(targets) // MOST_TARGETS)]  # (t, 2)
    left, top = (np.arange(count) * STEP + SPACE for count in inside.T.shape)
    beside = _outside(some[:, 0], left, size.width())[across]  # (P, t) pixels to a target, for each free place
    above = _outside(some[:, 1], top, size.height())[down]
    distance = np.square(beside) + np.square(above)
    place, target = np.unravel_index(int(np.argmin(distance)), distance.shape)
    if distance[place, target] > FARTHEST**2:
        return None
    x, y = some[target]
    area = QRectF(float(left[across[place]]), float(top[down[place]]), size.width(), size.height())
    return Place(area, QPointF(float(x), float(y)))


def _outside(at: Float, starts: Float, length: float) -> Float:
    """(n, t): how far each of (t,) numbers lies outside the stretch of `length` from each of (n,) starts."""
    return at - np.clip(at, starts[:, None], starts[:, None] + length)


def _taken(bounds: QSizeF, obstacles: Float, points: Float) -> NDArray[np.intp]:
    """Which squares of STEP pixels hold something: 1, or 0 (rows, columns)."""
    shape = max(1, int(bounds.height() // STEP)), max(1, int(bounds.width() // STEP))
    taken = np.zeros(shape, np.intp)
    for left, top, right, bottom in np.maximum(obstacles, 0.0):
        taken[int(top // STEP) : math.ceil(bottom / STEP), int(left // STEP) : math.ceil(right / STEP)] = 1
    column, row = (np.clip(points // STEP, 0, [shape[1] - 1, shape[0] - 1]).astype(np.intp)).T
    taken[row, column] = 1
    return taken


class Callout(QWidget):
    """One hint with its ×. closed(): it is not to be seen again."""

    closed = Signal()

    def __init__(self, words: Callable[[], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._label = Label(words, "caption", "secondary", wraps=True, parent=self)
        self.close_button = IconButton(
            "close", lambda: self.tr("Do not show this hint again"), size=12, color="secondary", parent=self
        )
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(9, 3, 3, 3)
        self._layout.setSpacing(2)
        self._layout.addWidget(self._label, 1)
        self._layout.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.close_button.clicked.connect(self.closed)
        self.setMouseTracking(True)
        self.hide()

    def wanted_size(self) -> QSize:
        """As wide as a hint is, as high as its words need."""
        self._label.set_words(self._words)  # of a new language it may not have heard yet
        width = scaled(WIDTH)
        return QSize(width, self._layout.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = themes().current
        with smooth_painter(self) as painter:
            fill_rounded(painter, QRectF(self.rect()), CONTROL_RADIUS, theme.field, theme.line)


class Callouts(QObject):
    """Both hints on a picture. dismissed(name): the user has closed one for good."""

    dismissed = Signal(str)

    def __init__(self, picture: QWidget) -> None:
        super().__init__(picture)
        self._picture = picture
        self.wanted: frozenset[str] = frozenset()
        self._fresh = False
        self._places: dict[str, Place] = {}
        self.items = {
            "unit": Callout(lambda: self.tr("This is the output of one unit. Hover to see it larger."), picture),
            "weights": Callout(
                lambda: self.tr("The thicker a line, the larger its weight. Click one to change it."),
                picture,
            ),
        }
        for name, item in self.items.items():
            item.setObjectName(f"callout {name}")
            item.closed.connect(self._dismiss)

    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key goes through, in order."""
        return tuple(item.close_button for item in self.items.values())

    def follow(self, *, fresh: bool) -> bool:
        """Whether nothing has been done yet (`fresh`): only then are hints shown. True if that has changed."""
        changed, self._fresh = fresh != self._fresh, fresh
        return changed

    def arrange(self, layout: Layout, bundles: Bundles, size: QSizeF) -> None:
        """Show what is wanted where there is room."""
        self._places = {}
        fresh = self._fresh and bundles.count <= MOST_EDGES
        walls, points = _obstacles(layout, size), bundles.points() if fresh else np.zeros((0, 2))
        targets = {"unit": _tiles_sides(layout), "weights": points}
        for name, item in self.items.items():
            place = None
            if fresh and name in self.wanted:
                place = find_place(QSizeF(item.wanted_size()), size, walls, points, targets[name])
            if place is not None:
                self._places[name] = place
                item.setGeometry(place.area.toRect())
                walls = np.concatenate([walls, [_sides(place.area)]])
            item.setVisible(place is not None)
        self._picture.update()

    def paint(self, painter: QPainter) -> None:
        """Draw the thin lines from the hints to what they speak of."""
        theme = themes().current
        color = color_math.mix(theme.line, theme.secondary, 0.7)
        for place in self._places.values():
            area, tip = place.area, place.tip
            start = QPointF(
                min(max(tip.x(), area.left() + 8.0), area.right() - 8.0),
                min(max(tip.y(), area.top() + 8.0), area.bottom() - 8.0),
            )
            painter.setPen(QPen(color, 1.25))
            painter.drawLine(start, tip)
            painter.setPen(QPen(theme.card, 1.0))
            painter.setBrush(color)
            painter.drawEllipse(tip, 3.0, 3.0)

    @Slot()
    def _dismiss(self) -> None:
        name = next(name for name, item in self.items.items() if item is self.sender())
        self.wanted -= {name}
        self._places.pop(name, None)
        self.items[name].hide()
        self._picture.update()
        self.dismissed.emit(name)


def _sides(area: QRectF) -> list[float]:
    return [area.left(), area.top(), area.right(), area.bottom()]


def _obstacles(layout: Layout, size: QSizeF) -> Float:
    """Tiles with their bias dots, the words beside inputs and outputs, and what is said of units left out."""
    walls = []
    for column in layout.columns:
        for place in range(len(column.rows)):
            sides = _sides(tile_rect(column, place).adjusted(-8.0, -4.0, 4.0, 8.0))
            if column.layer == 0:
                sides[0] = 0.0
            if column is layout.columns[-1]:
                sides[2] = size.width()
            walls.append(sides)
        if column.note_y is not None:
            walls.append(
                [column.x - layout.pitch / 2, column.note_y - 10, column.x + layout.pitch / 2, column.note_y + 10]
            )
    return np.array(walls, np.float64)


def _tiles_sides(layout: Layout) -> Float:
    """The middles of the four sides of every unit's tile."""
    middles = []
    for column in layout.columns[1:]:
        for place in range(len(column.rows)):
            area = tile_rect(column, place)
            x, y = area.center().x(), area.center().y()
            middles += [(area.left(), y), (area.right(), y), (x, area.top()), (x, area.bottom())]
    return np.array(middles, np.float64)
