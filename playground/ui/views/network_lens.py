"""The lens beside what is looked at: a unit's plot shown large, or all units of a layer whose tiles are tiny."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen

from playground.ui.theme import themes
from playground.ui.views.network_tiles import UnitAtlas

LARGE, LARGE_IMAGE = 112.0, 144.0  # pixels of a plot that is shown large, and of weights over an image
SMALL, TINY = 36, 18  # pixels of a tile whose plot is hard to read, and of one that only its whole layer explains
CELL, APART = 48.0, 4.0  # pixels of a plot among all of its layer, and between two of them
AWAY = 20.0  # pixels from the tiles to the lens


class Lens:
    """What stands beside the tiles of `atlas` in a picture of `size` pixels when one of its units is looked at."""

    def __init__(self, atlas: UnitAtlas, size: QSizeF) -> None:
        self._atlas, self._size = atlas, size
        column = atlas.column
        self._whole_layer = column.tile < TINY and len(column.rows) > 1 and not atlas.crisp
        self._across = math.ceil(math.sqrt(len(column.rows))) if self._whole_layer else 1

    @property
    def is_needed(self) -> bool:
        """Whether the tiles are hard to read."""
        return self._atlas.crisp or self._atlas.column.tile < SMALL

    def area(self, place: int) -> QRectF:
        """Where it stands for the unit at a place of the column: at the side with room."""
        column = self._atlas.column
        down = math.ceil(len(column.rows) / self._across) if self._whole_layer else 1
        side = self._cell(down)
        margin = APART if self._whole_layer else 0.0
        width, height = (count * (side + margin) + margin for count in (self._across, down))
        middle = float(column.y.mean()) if self._whole_layer else float(column.y[place])
        top = min(max(2.0, middle - height / 2), self._size.height() - height - 2.0)
        left = column.right + AWAY
        if left + width > self._size.width() - 2.0:
            left = column.left - AWAY - width
        return QRectF(round(left), round(top), width, height)

    def draw(self, painter: QPainter, place: int) -> None:
        """Draw it, with the frame of what is looked at around the unit at a place."""
        theme, area = themes().current, self.area(place)
        if not self._whole_layer:
            self._atlas.draw(painter, place, area)
            self._ring(painter, area)
            return
        painter.setPen(QPen(theme.secondary, 1.0))
        painter.setBrush(theme.card)
        painter.drawRoundedRect(area, 6.0, 6.0)
        side = (area.width() - APART) / self._across - APART
        for one in range(len(self._atlas.column.rows)):
            left = area.left() + APART + one % self._across * (side + APART)
            cell = QRectF(left, area.top() + APART + one // self._across * (side + APART), side, side)
            self._atlas.draw(painter, one, cell)
            if one == place:
                self._ring(painter, cell)

    def _cell(self, down: int) -> float:
        room = self._size.height() - 4.0
        if self._whole_layer:
            return min(CELL, math.floor((room - APART) / down - APART))
        return min(LARGE_IMAGE if self._atlas.crisp else LARGE, room)

    @staticmethod
    def _ring(painter: QPainter, area: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(themes().current.accent, 2.0))
        painter.drawRoundedRect(area, 4.0, 4.0)
