"""Where the parts of a table of confusions stand: arithmetic on its size and on how long its names are."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF

from engine.values import dataclass

TALLEST, WIDEST = 60.0, 96.0  # pixels of a cell at text scale 1
SIDE, DOT = 16.0, 12.0  # pixels at text scale 1: the word along the left side, and a class's dot
EDGE = 4.0  # pixels that stay free all around, for the ring of what has the keyboard


@dataclass(frozen=True, slots=True)
class TableLayout:
    """`cells` is the square of all cells; `names` the width of the names at its left; `line` a line's height."""

    cells: QRectF
    names: float
    line: float
    classes: int

    @property
    def step(self) -> tuple[float, float]:
        """Width and height of one cell, its gap included."""
        return self.cells.width() / self.classes, self.cells.height() / self.classes

    def cell(self, row: int, column: int) -> QRectF:
        """The cell itself, without the gap around."""
        width, height = self.step
        gap = 1.0 if self.classes > 5 else 1.5
        corner = QPointF(self.cells.left() + column * width + gap, self.cells.top() + row * height + gap)
        return QRectF(corner.x(), corner.y(), width - 2 * gap, height - 2 * gap)

    def at(self, point: QPointF) -> tuple[int, int] | None:
        """Row and column of the cell under `point`; None beside the cells."""
        width, height = self.step
        row = math.floor((point.y() - self.cells.top()) / height)
        column = math.floor((point.x() - self.cells.left()) / width)
        inside = 0 <= row < self.classes and 0 <= column < self.classes
        return (row, column) if inside else None

    def row_name(self, row: int) -> QRectF:
        """Where the name of a true class stands."""
        height = self.step[1]
        left = self.cells.left() - self.names
        return QRectF(left, self.cells.top() + row * height, self.names - 6, height)

    def column_name(self, column: int) -> QRectF:
        """Where the name of a predicted class stands."""
        width = self.step[0]
        top = self.cells.top() - self.line - 2
        return QRectF(self.cells.left() + column * width, top, width, self.line)

    def title(self) -> QRectF:
        """Where the word for the columns stands."""
        return QRectF(self.cells.left(), self.cells.top() - 2 * self.line - 2, self.cells.width(), self.line)


def lay_out(width: float, height: float, *, classes: int, names: float, line: float, scale: float) -> TableLayout:
    """The lay-out in `width` × `height` pixels. names: the longest name's width; line: the height of a line."""
    wanted = names + DOT * scale + 8
    room = min(wanted, width * 0.34)
    left = EDGE + SIDE * scale + room
    top = EDGE + 2 * line + 2
    across = min(width - left - EDGE, WIDEST * scale * classes)
    down = min(height - top - EDGE, TALLEST * scale * classes, across * 1.1)
    cells = QRectF(left, top, max(across, classes), max(down, classes))
    return TableLayout(cells, room, line, classes)
