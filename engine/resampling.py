"""Pictures read off at other places: between four pixels by their weighted mean, outside the picture as background."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Float64 = NDArray[np.float64]

BACKGROUND = 0.0


def pixel_places(shape: tuple[int, int]) -> tuple[Float64, Float64]:
    """Row and column of every pixel, (1, h, w) each, counted from the middle of the picture."""
    h, w = shape
    rows, columns = np.mgrid[0:h, 0:w].astype(np.float64)
    return (rows - (h - 1) / 2)[None], (columns - (w - 1) / 2)[None]


def read_off(images: Float64, rows: Float64, columns: Float64) -> Float64:
    """Bilinear: images (m, h, w) at places counted from the middle, rows and columns (m, h', w') -> (m, h', w').

    At whole places it is the pixel itself, to the last bit; beyond the outermost pixels it fades into the background
    within one pixel.
    """
    m, h, w = images.shape
    padded = np.pad(images, ((0, 0), (1, 1), (1, 1)), constant_values=BACKGROUND)
    row = np.clip(rows + (h - 1) / 2 + 1, 0, h + 1)
    column = np.clip(columns + (w - 1) / 2 + 1, 0, w + 1)
    top, left = np.minimum(row.astype(np.intp), h), np.minimum(column.astype(np.intp), w)
    down, right = row - top, column - left  # 0..1: the share of the lower and of the right neighbour
    sample = np.arange(m)[:, None, None]
    upper = padded[sample, top, left] * (1 - right) + padded[sample, top, left + 1] * right
    lower = padded[sample, top + 1, left] * (1 - right) + padded[sample, top + 1, left + 1] * right
    return np.asarray(upper * (1 - down) + lower * down)
