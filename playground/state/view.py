"""What the window wants to see of a run: which plane, and how finely. No part of the experiment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ViewKind = Literal["auto", "features", "principal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """plane_kind ``auto`` is two features for sets that have no more, the principal plane for all others.

    columns: the two raw features of a ``features`` plane; where a set does not have them its first two are shown.
    surface_size, unit_size: points along one side of the decision surface and of a unit's response; large networks
    get smaller grids.
    """

    plane_kind: ViewKind = "auto"
    columns: tuple[int, int] = (0, 1)
    surface_size: int = 100
    unit_size: int = 32
