"""Walking through the picture of the network with the arrow keys: from unit to unit, from column to column,
and with Page Up and Page Down through the bias and the weights of a unit."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Qt

from playground.ui.views.network_edges import EdgeBundle
from playground.ui.views.network_layout import Layout
from playground.ui.views.network_pointer import Hit

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


def onward(key: Qt.Key) -> int:
    """How many units further down an arrow key leads."""
    return _STEPS[key][1]


def parameters(bundles: Sequence[EdgeBundle], layer: int, unit: int) -> list[Hit]:
    """The bias and the weights into a unit, in the order of the units they come from; pooled ones are none."""
    hits = [Hit("bias", layer, unit)] if layer > 0 else []
    for place, bundle in enumerate(bundles):
        if bundle.target.layer == layer and not bundle.pooled:
            edges = np.flatnonzero(bundle.target_units == unit).tolist()
            hits += [Hit("edge", layer, unit, int(bundle.source_units[edge]), place, edge) for edge in edges]
    return hits


def next_parameter(hits: Sequence[Hit], at: Hit | None, key: Qt.Key) -> Hit | None:
    """The weight that Page Down or Page Up leads to from ``at``, round and round; None for another key or no weight."""
    way = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(key)
    if way is None or not hits:
        return None
    if at not in hits:
        return hits[0 if way > 0 else -1]
    return hits[(hits.index(at) + way) % len(hits)]


def nearest(layout: Layout, place: tuple[int, int]) -> tuple[int, int]:
    """The (column, row) that is there and nearest to `place`."""
    column = min(max(place[0], 0), len(layout.columns) - 1)
    return column, min(max(place[1], 0), len(layout.columns[column].rows) - 1)
