"""What the pointer is at in the picture of the network, found by arithmetic over the layout; and how it is called."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QPointF

from engine.values import dataclass
from playground.ui.views.network_edges import EdgeBundle
from playground.ui.views.network_layout import Column, Layout

_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
TARGET_RADIUS = 8.0  # pixels around a bias dot
BIAS_SHIFT = QPointF(1.0, -1.0)  # of a bias dot from the lower left corner of its tile
NOTE_REACH = 9.0  # pixels above and below the middle of a note
LABEL_REACH = 70.0  # pixels beside the inputs' tiles that belong to them, because their names stand there


@dataclass(frozen=True, slots=True)
class Hit:
    """Something in the picture. unit: index in its layer (for inputs the place in the input column).

    source: of an edge, the index of the unit it comes from, -1 for a pooled edge; bundle, edge: where it is kept.
    """

    kind: Literal["unit", "bias", "edge", "note"]
    layer: int
    unit: int = 0
    source: int = -1
    bundle: int = -1
    edge: int = -1

    @property
    def is_weight(self) -> bool:
        """A bias, or an edge that stands for one weight: it has one value."""
        return self.kind == "bias" or (self.kind == "edge" and self.source >= 0)


def find(layout: Layout, bundles: Sequence[EdgeBundle], x: float, y: float) -> Hit | None:
    """What is at a point: a bias before the tile it sits on, a tile before an edge."""
    for column in layout.columns:
        hit = _in_column(column, layout, x, y)
        if hit is not None:
            return hit
    for place, bundle in enumerate(bundles):
        edge = bundle.nearest(x, y)
        if edge is not None:
            source = -1 if bundle.pooled else int(bundle.source_units[edge])
            return Hit("edge", bundle.target.layer, int(bundle.target_units[edge]), source, place, edge)
    return None


def bias_center(column: Column, place: int) -> tuple[float, float]:
    """Where the bias dot of the tile at `place` stands: on its lower left corner."""
    left, top, side = column.place(place)
    return left + BIAS_SHIFT.x(), top + side + BIAS_SHIFT.y()


def bias_radius(column: Column) -> int:
    """Pixels."""
    return 3 if column.tile < 16 else 4 if column.tile < 22 else 5 if column.tile < 44 else 6


def _in_column(column: Column, layout: Layout, x: float, y: float) -> Hit | None:
    reach = LABEL_REACH if column.layer == 0 else 0.0
    if not column.left - max(reach, TARGET_RADIUS) <= x <= column.right:
        return None
    if column.note_y is not None and abs(y - column.note_y) <= NOTE_REACH:
        return Hit("note", column.layer)
    place = column.nearest(x, y)
    left, top, side = column.place(place)
    if column.layer > 0:
        for near in range(max(0, place - column.lanes), min(place + column.lanes, len(column.rows))):
            if _near(bias_center(column, near), x, y, min(TARGET_RADIUS, side * 0.3)):
                return Hit("bias", column.layer, int(column.rows[near]))
    if top <= y <= top + side and left - reach <= x <= left + side:
        return Hit("unit", column.layer, int(column.rows[place]))
    return None


def _near(center: tuple[float, float], x: float, y: float, radius: float) -> bool:
    return (center[0] - x) ** 2 + (center[1] - y) ** 2 <= radius * radius


def weight_name(layer: int, unit: int, source: int) -> str:
    """w[2]₃,₁: from unit 1 to unit 3 of layer 2; unit and source are counted from 0."""
    return f"w[{layer}]{_index(unit)},{_index(source)}"


def bias_name(layer: int, unit: int) -> str:
    """b[2]₃; unit is counted from 0."""
    return f"b[{layer}]{_index(unit)}"


def beta_name(layer: int, unit: int) -> str:
    """β[2]₃; unit is counted from 0."""
    return f"β[{layer}]{_index(unit)}"


def activation_name(layer: int, unit: int) -> str:
    """a[2]₃; unit is counted from 0."""
    return f"a[{layer}]{_index(unit)}"


def _index(number: int) -> str:
    return str(number + 1).translate(_LOWERED)
