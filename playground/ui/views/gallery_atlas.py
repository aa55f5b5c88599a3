"""All pictures of a set in one image, so that drawing one is drawing a part of it."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from playground.ui import color_math
from playground.ui.theme import Theme


@lru_cache(maxsize=4)
def _shades(ground: int, ink: int) -> list[int]:
    """0xffRRGGBB words from `ground` to `ink`, 256 of them."""
    words: list[int] = color_math.ramp(QColor(ground), QColor(ink), 256).tolist()
    return words


class Atlas:
    """Pictures (m, h, w) of 0..255 side by side; 0 is the theme's field, 255 its text, so that they fit both themes."""

    def __init__(self, images: NDArray[np.uint8], theme: Theme) -> None:
        count, self._height, self._width = images.shape
        self._columns = max(1, math.isqrt(count))
        rows = -(-count // self._columns)
        sheet = np.zeros((rows * self._columns, self._height, self._width), np.uint8)
        sheet[:count] = images
        sheet = sheet.reshape(rows, self._columns, self._height, self._width).swapaxes(1, 2)
        pixels = np.ascontiguousarray(sheet).reshape(rows * self._height, self._columns * self._width)
        view = QImage(pixels.data, pixels.shape[1], pixels.shape[0], pixels.shape[1], QImage.Format.Format_Indexed8)
        view.setColorTable(_shades(theme.field.rgb(), theme.text.rgb()))
        self.image = view.convertToFormat(QImage.Format.Format_RGB32)  # a copy: it does not need `pixels` any more

    def part(self, index: int) -> QRectF:
        """Where picture `index` is in the image."""
        row, column = divmod(index, self._columns)
        return QRectF(column * self._width, row * self._height, self._width, self._height)
