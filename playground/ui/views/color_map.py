"""From numbers to pixels: a value becomes one of 256 entries of a colour table, a table entry a pixel of an image.

Nothing is copied on the way to the screen: a `WordImage` is a QImage over a NumPy array that it keeps alive.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

Bytes = NDArray[np.uint8]
Words = NDArray[np.uint32]


def to_bytes(values: NDArray[np.floating], low: float, high: float) -> Bytes:
    """Table entries of `values`: `low` and less is 0, `high` and more 255; what is no number is the middle, 128."""
    factor = 255.0 / (high - low if high > low else 1.0)
    with np.errstate(over="ignore"):  # a network about to diverge: what is beyond all numbers is beyond the ends too
        entries = values * np.float32(factor)  # a new array: the rest works in place
    entries += np.float32(0.5 - low * factor)
    np.clip(entries, 0.0, 255.0, out=entries)
    if np.isnan(entries.sum()):  # dearer, and rare: only a network that diverged has them
        np.nan_to_num(entries, copy=False, nan=128.0)
    return entries.astype(np.uint8)


class WordImage:
    """An image of `width` x `height` pixels whose 0xAARRGGBB words (height, width) may be written at any time.

    `transparent` images are premultiplied by their alpha. Draw `image` at once after writing; a copy goes stale.
    """

    def __init__(self, width: int, height: int, *, transparent: bool = False) -> None:
        self.words: Words = np.zeros((height, width), np.uint32)
        kind = QImage.Format.Format_ARGB32_Premultiplied if transparent else QImage.Format.Format_RGB32
        self.image = QImage(self.words.data, width, height, 4 * width, kind)

    def fill(self, entries: NDArray[Any], table: Words) -> None:
        """Write the table's words for `entries`, an array of height x width indices of any shape."""
        np.take(table, entries.reshape(self.words.shape), out=self.words, mode="clip")
