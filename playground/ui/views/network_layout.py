"""Where everything stands in the picture of the network: pure geometry, from the sizes of layers to places.

Tiles grow with the room there is. One size serves all hidden layers, so that they look alike, but a short layer is not
small because a long one is; inputs and outputs have their own, or seven features would keep four units small. Where
tiles below one another would be small, a layer stands in two lanes, staggered: what leads to a tile in the far lane
passes between two of the near one. What does not fit is a page away: a column shows some of its units, and a note below
says which.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.values import dataclass
from playground.ui.views import network_spacing
from playground.ui.views.network_spacing import LANE_GAP, LARGEST_END, Spacing

NARROWEST_PITCH = 48  # pixels from column to column
NOTHING: Mapping[int, int] = {}


@dataclass(frozen=True, slots=True)
class Column:
    """One layer as it is drawn: layer 0 holds the inputs, the last one the outputs.

    rows (k,): indices of the units that are shown. y (k,): middles of their tiles. tile: side of the tiles in pixels,
    whole. lanes: 1, or 2 when every other tile stands further right. size: units of the layer; note_y: where it is said
    which of them are shown, None if all are.
    """

    layer: int
    x: float
    tile: int
    rows: NDArray[np.intp]
    y: NDArray[np.float64]
    size: int
    lanes: int = 1
    note_y: float | None = None

    @property
    def left(self) -> float:
        """The leftmost side of the tiles."""
        return self.x - Spacing(self.tile, 0.0, self.lanes).width / 2

    @property
    def right(self) -> float:
        """The rightmost side of the tiles."""
        return self.x + Spacing(self.tile, 0.0, self.lanes).width / 2

    @property
    def left_out(self) -> int:
        """How many units are not shown."""
        return self.size - len(self.rows)

    @property
    def passage(self) -> float:
        """Pixels between two tiles of a lane, where edges to the other lane pass; without bounds in one lane."""
        return float(self.y[2] - self.y[0]) - self.tile if self.lanes == 2 and len(self.y) > 2 else math.inf

    def place(self, row: int) -> tuple[int, int, int]:
        """Left, top and side of the tile at place `row` of the column, whole pixels."""
        left = math.floor(self.left + 0.5) + row % self.lanes * (self.tile + LANE_GAP)
        return left, math.floor(self.y[row] - self.tile / 2 + 0.5), self.tile

    def middle(self, row: int) -> tuple[float, float]:
        """The middle of the tile at place `row`."""
        left, top, side = self.place(row)
        return left + side / 2, top + side / 2

    def place_of(self, unit: int) -> int:
        """The place of a unit that is shown; IndexError if it is not."""
        return int(np.flatnonzero(self.rows == unit)[0])

    def nearest(self, x: float, y: float) -> int:
        """The place of the tile that a point is in, or nearest to."""
        middles = np.array([self.middle(row)[0] for row in range(len(self.y))])
        away = np.abs(middles - x) if self.lanes > 1 else 0.0
        return int(np.argmin(np.maximum(away, np.abs(self.y - y))))


@dataclass(frozen=True, slots=True)
class Layout:
    """All columns from left to right, the distance between two of them, and the layers left out before `fold`.

    tile: side of the tiles of the longest hidden layer. fold: the place in `columns` before which `layers_left_out`
    hidden layers are not shown.
    """

    columns: tuple[Column, ...]
    pitch: float
    tile: int
    layers_left_out: int = 0
    fold: int = 0

    def column_of(self, layer: int) -> Column | None:
        """The column of a layer, None when it is folded away."""
        return next((column for column in self.columns if column.layer == layer), None)


def arrange(
    sizes: Sequence[int],
    *,
    width: float,
    height: float,
    top: float = 0.0,
    left: float = 0.0,
    right: float = 0.0,
    picture: bool = False,
    first: Mapping[int, int] = NOTHING,
) -> Layout:
    """Place layers of `sizes` units (inputs first, outputs last) on `width` x `height` pixels, `top` pixels down.

    left, right: room for the words beside the first and behind the last column. picture: the inputs are the pixels
    of an image, shown as one large tile (its column has one row, 0). first: of layers that are not shown whole, the
    unit to begin with.
    """
    layers, fold = _shown_layers(len(sizes), width - left - right)
    shown_sizes = [1 if picture and layer == 0 else sizes[layer] for layer in layers]
    counts, spacings, hidden = _measures(shown_sizes, width - left - right, height, picture)
    start = left + spacings[0].tile / 2
    pitch = (width - right - spacings[-1].tile / 2 - start) / (len(layers) - 1)
    columns = []
    for place, (layer, size, count, spacing) in enumerate(zip(layers, shown_sizes, counts, spacings, strict=True)):
        begin = max(0, min(first.get(layer, 0), size - count))
        y, note_y = _middles(count, count < size, spacing, top + height / 2)
        rows = np.arange(begin, begin + count)
        columns.append(Column(layer, start + pitch * place, spacing.tile, rows, y, size, spacing.lanes, note_y))
    return Layout(tuple(columns), pitch, hidden.tile, len(sizes) - len(layers), fold)


def _shown_layers(count: int, room: float) -> tuple[list[int], int]:
    """The layers that fit side by side, and the place before which others are left out."""
    most = max(3, int(room // NARROWEST_PITCH))
    if count <= most:
        return list(range(count)), 0
    first = most - 2  # the last hidden layer and the output always stay
    return [*range(first), count - 2, count - 1], first


def _measures(
    sizes: Sequence[int], room: float, height: float, picture: bool
) -> tuple[list[int], list[Spacing], Spacing]:
    """How many units each column shows and how they stand, and the spacing of the hidden ones."""
    last = len(sizes) - 1
    side = network_spacing.picture_side(height, room / len(sizes)) if picture else LARGEST_END
    pitch = (room - (side + LARGEST_END) / 2) / last
    counts = [
        network_spacing.shown_at_once(size, height, end=place in (0, last), inputs=place == 0, pitch=pitch)
        for place, size in enumerate(sizes)
    ]
    paged = [count < size for count, size in zip(counts, sizes, strict=True)]
    hidden = network_spacing.hidden_spacing(counts[1:-1], any(paged[1:-1]), height, pitch)
    spacings = [
        network_spacing.end_spacing(count + noted, hidden, height, pitch)
        if place in (0, last)
        else network_spacing.of_one_layer(hidden, count, noted, height, pitch)
        for place, (count, noted) in enumerate(zip(counts, paged, strict=True))
    ]
    if picture:
        spacings[0] = Spacing(side, 0.0)
    return counts, spacings, hidden


def _middles(count: int, noted: bool, spacing: Spacing, middle: float) -> tuple[NDArray[np.float64], float | None]:
    """Middles of a column's tiles, centred around `middle`, and of the note below them if there is one."""
    places = count + noted * spacing.lanes
    y = middle + spacing.step * (np.arange(places, dtype=np.float64) - (places - 1) / 2)
    return y[:count], float(y[-1]) if noted else None
