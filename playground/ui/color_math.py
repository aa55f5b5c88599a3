"""Colour arithmetic: contrast as WCAG 2.2 defines it, and mixing that looks even to the eye (Oklab).

Tables are `(256,)` arrays of 0xffRRGGBB words, ready to be indexed by a byte image and shown as QImage.Format_RGB32.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

# Björn Ottosson, "A perceptual color space for image processing" (2020): linear sRGB to cone responses,
# and the cube roots of those to lightness, green-red and blue-yellow.
_TO_CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def _linear(encoded: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)


def _encoded(linear: NDArray[np.float64]) -> NDArray[np.float64]:
    light = np.clip(linear, 0.0, 1.0)
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)


def channels(color: QColor) -> NDArray[np.float64]:
    """Red, green and blue of `color`, (3,), each 0 to 1, as encoded in sRGB."""
    return np.array([color.redF(), color.greenF(), color.blueF()], dtype=np.float64)


def relative_luminance(color: QColor) -> float:
    """Relative luminance of `color`, 0 (black) to 1 (white), as WCAG 2.2 defines it."""
    return float(_linear(channels(color)) @ np.array([0.2126, 0.7152, 0.0722]))


def contrast(first: QColor, second: QColor) -> float:
    """Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2; text wants 4.5, parts of controls 3)."""
    darker, lighter = sorted((relative_luminance(first), relative_luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def oklab(color: QColor) -> NDArray[np.float64]:
    """`color` in Oklab, (3,): lightness 0 to 1, green-red, blue-yellow."""
    lab: NDArray[np.float64] = _TO_LAB @ np.cbrt(_TO_CONES @ _linear(channels(color)))
    return lab


def ramp(start: QColor, end: QColor, steps: int, strength: float = 1.0) -> NDArray[np.uint32]:
    """`steps` words from `start` to `strength` of the way to `end`, evenly spaced in Oklab, (steps,)."""
    first, last = oklab(start), oklab(end)
    along = np.linspace(0.0, strength, steps)[:, None]  # (steps, 1)
    cones = np.linalg.solve(_TO_LAB, (first + along * (last - first)).T) ** 3  # (3, steps)
    return words(_encoded(np.linalg.solve(_TO_CONES, cones)).T)


def words(rgb: NDArray[np.float64]) -> NDArray[np.uint32]:
    """Encoded colours (n, 3), each 0 to 1, as 0xffRRGGBB words (n,)."""
    bytes_ = np.rint(np.clip(rgb, 0.0, 1.0) * 255).astype(np.uint32)  # (n, 3)
    return (0xFF000000 | bytes_[:, 0] << 16 | bytes_[:, 1] << 8 | bytes_[:, 2]).astype(np.uint32)


def mix(first: QColor, second: QColor, share: float) -> QColor:
    """The colour `share` (0 to 1) of the way from `first` to `second`, by eye."""
    return QColor.fromRgb(_mixed(first.rgb(), second.rgb(), share))


@lru_cache(maxsize=1024)  # a paint event asks for the same few again and again
def _mixed(first: int, second: int, share: float) -> int:
    return int(ramp(QColor.fromRgb(first), QColor.fromRgb(second), 2, share)[-1])


def diverging(low: QColor, middle: QColor, high: QColor, strength: float = 1.0) -> NDArray[np.uint32]:
    """256 words from `low` over `middle` to `high`; entries 127 and 128 are exactly `middle`."""
    below, above = ramp(middle, low, 128, strength), ramp(middle, high, 128, strength)
    return np.concatenate([below[::-1], above])


def from_middle(middle: QColor, ends: Sequence[QColor], strength: float) -> NDArray[np.uint32]:
    """One row of 256 words for each of `ends`, from `middle` towards it, (len(ends), 256)."""
    return np.stack([ramp(middle, end, 256, strength) for end in ends])
