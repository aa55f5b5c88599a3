"""Walking through the picture of the network with the arrow keys: from unit to unit, from column to column."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt

from playground.ui.views.network_layout import Layout

_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def step(layout: Layout, place: tuple[int, int] | None, key: Qt.Key) -> tuple[int, int] | None:
    """The (column, row) that an arrow key leads to from `place`, the same at the rim; None for another key.

    A step to another column goes to the unit that is nearest in height; without a place it starts at the first input.
    """
    if key not in _STEPS:
        return None
    if place is None:
        return 0, 0
    across, down = _STEPS[key]
    column = min(max(place[0] + across, 0), len(layout.columns) - 1)
    if across:
        height = layout.columns[place[0]].y[place[1]]
        return column, int(np.argmin(np.abs(layout.columns[column].y - height)))
    return nearest(layout, (column, place[1] + down))


def nearest(layout: Layout, place: tuple[int, int]) -> tuple[int, int]:
    """The (column, row) that is there and nearest to `place`."""
    column = min(max(place[0], 0), len(layout.columns) - 1)
    return column, min(max(place[1], 0), len(layout.columns[column].rows) - 1)
