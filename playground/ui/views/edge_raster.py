"""Many smooth edges drawn at once into one image, by arithmetic over whole arrays instead of one stroke after another.

All edges between two columns share their x, so at a pixel column an edge is a short vertical stroke. Its coverage along
y is a trapezoid (the band's height, blurred by how far the edge climbs within the column); a trapezoid is four kinks;
summing all kinks of all edges twice along y gives the sum of all trapezoids. The cost is edges x columns, however
wide the edges are: a thousand of them take a few milliseconds where QPainter takes two hundred.

What is summed is optical depth, -log(1 - alpha), one plane for each sign; a table of two depths gives the colour.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

Float = NDArray[np.float64]

LEVELS = 128  # of optical depth in the colour table, for each sign
DEEPEST = 4.0  # optical depth of the last level: 98 % opaque
CELLS = 2000  # edges x columns that are summed at a time
MOST_SIZES = 16  # of regions whose work arrays are kept


def depth_of(alpha: Float) -> Float:
    """The optical depth of an opacity (0 to 1): depths of things on top of each other add up."""
    depth: Float = -np.log1p(-np.clip(alpha, 0.0, 0.98))
    return depth


def two_color_table(negative: QColor, positive: QColor) -> NDArray[np.uint32]:
    """Premultiplied 0xAARRGGBB words (LEVELS, LEVELS): row = depth of negative edges, column = of positive ones.

    Where both cross, the deeper one shows through more than its share, so that colours stay clean.
    """
    depth = np.linspace(0.0, DEEPEST, LEVELS)
    below, above = np.meshgrid(depth, depth, indexing="ij")
    share = above**2 / np.maximum(below**2 + above**2, 1e-12)  # of the positive colour
    alpha = 1.0 - np.exp(-(below + above))
    words = np.rint(alpha * 255).astype(np.uint32) << np.uint32(24)
    for shift, low, high in (
        (16, negative.redF(), positive.redF()),
        (8, negative.greenF(), positive.greenF()),
        (0, negative.blueF(), positive.blueF()),
    ):
        channel = np.rint((low + (high - low) * share) * alpha * 255).astype(np.uint32)
        words |= channel << np.uint32(shift)
    return words


class Raster:
    """Sums the kinks of edges over a region and paints them; its work arrays are made once for a size of region.

    Fresh arrays of this size would be given back to the system after each use, and fetching them anew takes longer
    than all the arithmetic. For the same reason many edges are summed a few at a time.
    """

    def __init__(self) -> None:
        self._sizes: dict[tuple[int, int], tuple[Float, Float, NDArray[np.intp]]] = {}

    def paint(
        self,
        words: NDArray[np.uint32],
        table: NDArray[np.uint32],
        *,
        y: Float,
        slope: Float,
        width: Float,
        depth: Float,
        positive: NDArray[np.bool_],
    ) -> None:
        """Draw E edges into `words` (rows, columns) by the colours of `table` (LEVELS, LEVELS).

        y, slope (E, columns): centre of each edge in pixels from the top, and its dy/dx, at the middle of each column.
        width, depth (E,): in pixels, and optical. positive (E,): which edges take the second colour.
        What lies outside of the region is moved to its rim.
        """
        planes, single, place = self._arrays((words.shape[0], words.shape[1]))
        planes.fill(0.0)
        step = max(1, CELLS // max(1, words.shape[1]))
        for first in range(0, len(width), step):
            some = slice(first, first + step)
            _add_kinks(planes, y[some], slope[some], width[some], depth[some], positive[some])
        pairs = planes.view(np.complex128)[..., 0]  # both planes as one complex number: half the time
        np.cumsum(pairs, axis=0, out=pairs)
        np.cumsum(pairs, axis=0, out=pairs)
        planes *= (LEVELS - 1) / DEEPEST
        planes += 0.5
        np.minimum(planes, LEVELS - 1, out=planes)
        np.floor(planes[..., 0], out=single)
        single *= LEVELS
        single += planes[..., 1]
        np.copyto(place, single, casting="unsafe")
        np.take(table.ravel(), place, out=words, mode="clip")

    def _arrays(self, size: tuple[int, int]) -> tuple[Float, Float, NDArray[np.intp]]:
        """Planes (rows, columns, 2), one of them, and places in the table."""
        if size not in self._sizes:
            if len(self._sizes) >= MOST_SIZES:
                self._sizes.clear()
            self._sizes[size] = np.zeros((*size, 2)), np.zeros(size), np.zeros(size, np.intp)
        return self._sizes[size]


def _add_kinks(planes: Float, y: Float, slope: Float, width: Float, depth: Float, positive: NDArray[np.bool_]) -> None:
    """Add the four kinks of each of a few edges in each column, each shared by the two pixels it lies between."""
    rows, columns, _ = planes.shape
    climb = np.maximum(np.abs(slope), 1.0)
    band = width[:, None] * np.sqrt(1.0 + slope * slope)
    outer, inner = (band + climb) / 2, np.abs(band - climb) / 2
    at = np.stack([y - outer, y - inner, y + inner, y + outer])  # (4, E, columns)
    np.clip(at, 0.0, rows - 2.001, out=at)
    whole = at.astype(np.intp)
    at -= whole
    size = depth[:, None] / climb
    size = np.stack([size, -size, -size, size])
    later = size * at
    size -= later
    place = 2 * (whole * columns + np.arange(columns)) + positive[:, None]
    flat = planes.reshape(-1)
    np.add.at(flat, place.reshape(-1), size.reshape(-1))
    place += 2 * columns
    np.add.at(flat, place.reshape(-1), later.reshape(-1))
