"""Pictures of the data in the theme's colours: from the ground of a field to its text."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from playground.ui import color_math
from playground.ui.tokens import Theme


def tinted(image: NDArray[np.uint8], theme: Theme) -> QImage:
    """An image (h, w) with 0 as the field's colour and 255 as the text's."""
    words = np.ascontiguousarray(color_math.ramp(theme.field, theme.text, 256)[image])  # (h, w)
    height, width = words.shape
    return QImage(words.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()
