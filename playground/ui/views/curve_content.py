"""What a plot of curves shows, as a value: the lines over the epochs, both scales, and how a value is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.snapshot import SetName
from playground.ui.views.curve_scale import Scale

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Line:
    """One set's curve over the plot's epochs: as measured and averaged, both (n,)."""

    name: SetName
    raw: Floats
    smooth: Floats

    def last(self) -> int:
        """The index of the last finite measured value, −1 when there is none."""
        if len(self.raw) and np.isfinite(self.raw[-1]):
            return len(self.raw) - 1
        finite = np.flatnonzero(np.isfinite(self.raw))
        return int(finite[-1]) if len(finite) else -1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Content:
    """Everything the plot shows; epochs (n,) rise."""

    epochs: Floats
    lines: tuple[Line, ...]
    x: Scale
    y: Scale
    write: Callable[[float], str]

    def nearest(self, epoch: float) -> int:
        """The index of the epoch nearest to `epoch`, −1 when there are none."""
        return int(np.abs(self.epochs - epoch).argmin()) if len(self.epochs) else -1
