"""The colours of a table's cells by share, and of the numbers on them: every number can be read on its cell.

Right ones in the accent, wrong ones in orange; by the square root of the share, so that a few wrong ones are seen too.
"""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtGui import QColor

from playground.ui import color_math
from playground.ui.theme import DARK, LIGHT, Theme

LEVELS = 24
STEPS = 100  # from the card to the full colour; the strongest one on which text reads ends the levels
READABLE = 4.6  # contrast of a number on its cell


@lru_cache(maxsize=8)
def _shades(theme_name: str, right: bool) -> tuple[QColor, ...]:
    theme = DARK if theme_name == DARK.name else LIGHT
    full = theme.accent if right else theme.negative
    ramp = [QColor.fromRgb(word) for word in color_math.ramp(theme.card, full, STEPS).tolist()]
    readable = next((at for at, color in enumerate(ramp) if not _reads(theme, color)), STEPS)
    return tuple(ramp[round((readable - 1) * level / (LEVELS - 1))] for level in range(LEVELS))


def _reads(theme: Theme, color: QColor) -> bool:
    return color_math.contrast(theme.text, color) >= READABLE


def cell_color(theme: Theme, share: float, right: bool) -> QColor:
    """The ground of a cell that holds `share` (0 to 1) of its row; the theme's text reads on it."""
    level = math.ceil(math.sqrt(min(max(share, 0.0), 1.0)) * (LEVELS - 1))
    return _shades(theme.name, right)[level]
