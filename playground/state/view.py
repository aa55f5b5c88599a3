"""What the window wants to see of a run: which plane, and how finely. No part of the experiment."""

from __future__ import annotations

import math
from typing import Literal

from engine.errors import ExperimentError
from engine.plane import Window
from engine.values import dataclass

LARGEST_SIZE = 512
ViewKind = Literal["auto", "features", "principal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """plane_kind ``auto`` is two features for sets that have no more, the principal plane for all others.

    columns: the two raw features of a ``features`` plane; where a set does not have them its first two are shown.
    surface_size, unit_size: points along one side of the decision surface and of a unit's response, 2..512; large
    networks get smaller grids. window: the part of the plane that is looked at, ((low, high) across, (low, high) up);
    None: as far as the data go. optimal: whether the best possible boundary is wanted, where it is known.
    Raises ExperimentError naming the field.
    """

    plane_kind: ViewKind = "auto"
    columns: tuple[int, int] = (0, 1)
    surface_size: int = 100
    unit_size: int = 32
    window: Window | None = None
    optimal: bool = False

    def __post_init__(self) -> None:
        if self.plane_kind not in ("auto", "features", "principal"):
            raise ExperimentError("view.plane_kind", self.plane_kind, "auto, features, principal")
        for name, size in (("surface_size", self.surface_size), ("unit_size", self.unit_size)):
            if not 2 <= size <= LARGEST_SIZE:
                raise ExperimentError(f"view.{name}", size, f"a whole number from 2 to {LARGEST_SIZE}")
        if self.window is not None and not all(math.isfinite(high - low) and low < high for low, high in self.window):
            raise ExperimentError("view.window", self.window, "a low and a higher end of each axis")
