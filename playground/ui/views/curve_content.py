"""What a plot of curves shows, as a value: the lines over the epochs, both scales, and how a value is written."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.values import dataclass
from playground.ui.views.curve_ink import Ink
from playground.ui.views.curve_scale import Scale

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Line:
    """One curve over epochs x: as measured and averaged, all (n,).

    key: its name in files. word: its name for the reader. band: what was measured where there is too much of it to
    draw, as the lowest and the highest of each stretch; it is drawn instead of `raw`.
    """

    key: str
    word: str
    ink: Ink
    x: Floats
    raw: Floats
    front: Floats
    band: tuple[Floats, Floats] | None = None

    def last(self) -> int:
        """The index of the last finite measured value, −1 when there is none."""
        if len(self.raw) and np.isfinite(self.raw[-1]):
            return len(self.raw) - 1
        finite = np.flatnonzero(np.isfinite(self.raw))
        return int(finite[-1]) if len(finite) else -1

    def value_at(self, epoch: float) -> float:
        """What was measured nearest to `epoch`; NaN outside of what the line covers."""
        return nearest_value(self.x, self.raw, epoch)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ghost:
    """A curve of an earlier run: values over epochs x, both (n,). number 1 is the last run; text: what differs."""

    number: int
    text: str
    key: str
    x: Floats
    values: Floats

    def value_at(self, epoch: float) -> float:
        """What was measured nearest to `epoch`; NaN outside of what that run covers."""
        return nearest_value(self.x, self.values, epoch)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """An epoch to be seen: the best one, with its dev cost, or where training stopped by itself or diverged."""

    kind: Literal["best", "stopped", "diverged"]
    epoch: float
    value: float = float("nan")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Content:
    """Everything the plot shows. steps (n,) rise: where the cross-hair can stand. rate: α over the same epochs."""

    steps: Floats
    lines: tuple[Line, ...]
    x: Scale
    y: Scale
    write: Callable[[float], str]
    ghosts: tuple[Ghost, ...] = ()
    marks: tuple[Mark, ...] = ()
    rate: Line | None = None
    guide: float | None = None  # a value to compare with, as a line across the plot
    note: str = ""  # stands in the plot while there is nothing to draw, or says what is drawn

    def nearest(self, epoch: float) -> int:
        """The index of the step nearest to `epoch`, −1 when there are none."""
        return int(np.abs(self.steps - epoch).argmin()) if len(self.steps) else -1


def nearest_value(x: Floats, values: Floats, epoch: float) -> float:
    """The value nearest to `epoch` of a curve over rising x; NaN beyond its ends by more than half its last step."""
    if not len(x):
        return float("nan")
    index = int(np.abs(x - epoch).argmin())
    step = float(x[-1] - x[-2]) if len(x) > 1 else 1.0
    outside = epoch < x[0] - step / 2 or epoch > x[-1] + max(step, 1.0) / 2
    return float("nan") if outside else float(values[index])


def value_text(write: Callable[[float], str], value: float) -> str:
    """A value as `write` writes it; a dash where there is none."""
    return "–" if math.isnan(value) else write(value)
