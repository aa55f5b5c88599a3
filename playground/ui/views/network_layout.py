"""Where everything stands in the picture of the network: pure geometry, from the sizes of layers to places.

Tiles grow with the room there is. One size serves all layers, so that they look alike; the inputs have their own, or
seven features would keep a network of four units small. What does not fit is left out and counted: units below the last
that fits, inputs between the first few and the last one, hidden layers between the first few and the last one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.values import dataclass

SMALLEST_TILE, LARGEST_TILE = 12, 56  # pixels
SMALLEST_GAP, LARGEST_GAP = 2, 26  # pixels between two tiles of a column
GAP_SHARE = 0.26  # of the way from one tile to the next
MOST_UNITS = 16  # of a layer that are shown
EASY_STEP = 28  # pixels a unit has where not all of its layer can be shown anyway
MOST_INPUTS, FOLDED_INPUTS = 14, 8  # more inputs than the first number are folded to the second
NARROWEST_PITCH = 48  # pixels from column to column
LARGEST_INPUT = 36  # pixels of an input's tile, unless those of the units are larger
LARGEST_PICTURE = 144  # side of the one tile that stands for an image's pixels


@dataclass(frozen=True, slots=True)
class Column:
    """One layer as it is drawn: layer 0 holds the inputs, the last one the outputs.

    rows (k,): indices of the units that are shown. y (k,): middles of their tiles. left_out: how many are not shown;
    note_y: where that is said, None if all are shown. tile: side of the tiles in pixels, whole.
    """

    layer: int
    x: float
    tile: int
    rows: NDArray[np.intp]
    y: NDArray[np.float64]
    left_out: int = 0
    note_y: float | None = None

    @property
    def left(self) -> float:
        """The tiles' left side."""
        return self.x - self.tile / 2

    @property
    def right(self) -> float:
        """The tiles' right side."""
        return self.x + self.tile / 2

    def place(self, row: int) -> tuple[float, float, int]:
        """Left, top and side of the tile at place `row` of the column, whole pixels."""
        return math.floor(self.left + 0.5), math.floor(self.y[row] - self.tile / 2 + 0.5), self.tile

    def place_of(self, unit: int) -> int:
        """The place of a unit that is shown; IndexError if it is not."""
        return int(np.flatnonzero(self.rows == unit)[0])


@dataclass(frozen=True, slots=True)
class Layout:
    """All columns from left to right, the distance between two of them, and the layers left out before `fold`.

    fold: the place in `columns` before which `layers_left_out` hidden layers are not shown.
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
) -> Layout:
    """Place layers of `sizes` units (inputs first, outputs last) on `width` x `height` pixels, `top` pixels down.

    left, right: room for the words beside the first and behind the last column. picture: the inputs are the pixels
    of an image, shown as one large tile (its column has one row, 0).
    """
    layers, fold = _shown_layers(len(sizes), width - left - right)
    left_out = len(sizes) - len(layers)
    rows_fit = max(2, int(height // (SMALLEST_TILE + SMALLEST_GAP)))
    easy_fit = max(8, int(height // EASY_STEP))
    shown = [
        _rows_shown(
            sizes[layer], layer == 0, picture, min(rows_fit, easy_fit) if sizes[layer] > MOST_UNITS else rows_fit
        )
        for layer in layers
    ]
    share = (width - left - right) / len(layers)
    taken = [len(rows) + (note is not None) for rows, note in shown]  # places of each column
    tile, gap = _tile_and_gap(max(taken[1:]), height, share)
    side, apart = (_picture_side(height, share), gap) if picture else _tile_and_gap(taken[0], height, share)
    side = side if picture else min(side, max(tile, LARGEST_INPUT))
    first = left + side / 2
    pitch = (width - right - tile / 2 - first) / max(1, len(layers) - 1)
    columns = []
    for place, (layer, (rows, note)) in enumerate(zip(layers, shown, strict=True)):
        measures = (side, apart) if place == 0 else (tile, gap)
        y, note_y = _middles(len(rows), note, *measures, top + height / 2)
        column = Column(layer, first + pitch * place, measures[0], rows, y, sizes[layer] - len(rows), note_y)
        columns.append(column)
    return Layout(tuple(columns), pitch, tile, left_out, fold)


def _shown_layers(count: int, room: float) -> tuple[list[int], int]:
    """The layers that fit side by side, and the place before which others are left out."""
    most = max(3, int(room // NARROWEST_PITCH))
    if count <= most:
        return list(range(count)), 0
    first = most - 2  # the last hidden layer and the output always stay
    return [*range(first), count - 2, count - 1], first


def _rows_shown(size: int, inputs: bool, picture: bool, rows_fit: int) -> tuple[NDArray[np.intp], int | None]:
    """The units that are shown, and the place in the column of the note about the others (None: all are shown)."""
    if inputs and picture:
        return np.zeros(1, np.intp), None
    most = MOST_INPUTS if inputs else MOST_UNITS
    if size <= min(most, rows_fit):
        return np.arange(size), None
    if inputs:
        first = min(FOLDED_INPUTS, rows_fit) - 2
        return np.append(np.arange(first), size - 1), first
    rows = np.arange(most if rows_fit > most else rows_fit - 1)
    return rows, len(rows)


def _tile_and_gap(tallest: int, height: float, pitch: float) -> tuple[int, int]:
    """Side of a tile and space between two, so that `tallest` of them fit into the height."""
    step = height / tallest
    gap = int(min(max(min(step * GAP_SHARE, step - SMALLEST_TILE), SMALLEST_GAP), LARGEST_GAP))
    tile = int(min(max(step - gap, SMALLEST_TILE), LARGEST_TILE, pitch * 0.5))
    return max(tile, SMALLEST_TILE), gap


def _picture_side(height: float, pitch: float) -> int:
    return int(max(SMALLEST_TILE * 2, min(LARGEST_PICTURE, pitch * 0.85, height)))


def _middles(
    rows: int, note: int | None, tile: int, gap: int, middle: float
) -> tuple[NDArray[np.float64], float | None]:
    """Middles of a column's tiles, centred around `middle`, and of the line that says what is left out."""
    places = rows + (note is not None)
    step = tile + gap
    first = middle - (places - 1) * step / 2
    y = first + step * np.arange(places, dtype=np.float64)
    if note is None:
        return y, None
    return np.delete(y, note), float(y[note])
