"""Which range an axis covers while the curve grows: it grows at once, in round jumps, and shrinks rarely.

An axis that fitted exactly would move at every frame: it would tremble before the eye and be drawn anew each time.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from playground.ui.views.curve_content import Ghost
from playground.ui.views.curve_scale import Scale, round_step

Floats = NDArray[np.float64]
ROUND = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)  # so that at least four fifths of an axis are used
DECADES = 12  # a logarithmic axis reaches no further below its top
MOST_BESIDE = 20.0  # times as long as this run an earlier one may be to be shown to its end
MOST_ABOVE = 2.0  # times as high as this run an earlier one may be to be shown whole
SHORTEST = 10.0  # epochs on the axis of a run that has just begun


def round_up(value: float) -> float:
    """The next round number that is not below `value` (> 0)."""
    power = 10.0 ** math.floor(math.log10(value))
    return next((factor * power for factor in ROUND if factor * power >= value * (1 - 1e-9)), 10 * power)


def compared_range(first: float, last: float, ghosts: Sequence[Ghost]) -> Scale:
    """From `first`, a whole epoch, over a round number of epochs to `last` or beyond.

    And to the end of the ghosts, as long as this run can still be seen beside them.
    """
    start = math.floor(first)
    own = max(last - start, SHORTEST)
    ends = [float(ghost.x[-1]) - start for ghost in ghosts if len(ghost.x)]
    return Scale(start, start + round_up(max([own, *(end for end in ends if end <= MOST_BESIDE * own)])))


def with_ghosts(values: Floats, ghosts: Sequence[Ghost], x: Scale) -> Floats:
    """`values` and those of the ghosts that are to be seen: a run that diverged does not press this one flat."""
    finite = values[np.isfinite(values)]
    most = MOST_ABOVE * float(np.abs(finite).max()) if len(finite) else np.inf
    seen = [ghost.values[(ghost.x >= x.low) & (ghost.x <= x.high) & (np.abs(ghost.values) <= most)] for ghost in ghosts]
    return np.concatenate([values, *seen])


def cost_range(values: Floats) -> Scale:
    """From 0 to a round number not below any of `values`; 0 to 1 when none is finite and above 0."""
    finite = values[np.isfinite(values)]
    top = float(finite.max()) if len(finite) else 0.0
    return Scale(0.0, round_up(min(top, 1e300)) if top > 0 else 1.0)


def accuracy_range(values: Floats) -> Scale:
    """From a round share not above any of `values` to 1, in percent."""
    finite = values[np.isfinite(values)]
    gap = 1.0 - float(finite.min()) if len(finite) else 1.0
    return Scale(1.0 - min(1.0, round_up(max(gap, 0.05))), 1.0, percent=True)


def logarithmic_range(values: Floats) -> Scale:
    """Round ends (1, 2 or 5 times a power of ten) around the positive ones of `values`; zeros stand at the low end."""
    positive = values[np.isfinite(values) & (values > 0)]
    if not len(positive):
        return Scale(0.1, 1.0, logarithmic=True)
    top = min(max(float(positive.max()), 1e-290), 1e290)
    bottom = min(max(float(positive.min()), top * 10.0**-DECADES), top)
    high, low = round_step(top), 1.0 / round_step(1.0 / bottom)
    return Scale(low, high if high > 2 * low else 10 * low, logarithmic=True)


class RangeMemory:
    """The range shown so far: it takes in a larger one at once, and a smaller one after it has fitted for long.

    patience: how many times in a row the range must have been needed for less than `FULL` of its length to shrink.
    """

    FULL = 0.6

    def __init__(self, patience: int = 40) -> None:
        self._patience = patience
        self._shown: Scale | None = None
        self._loose = 0

    def reset(self) -> None:
        """Forget: the next range is shown as it is."""
        self._shown, self._loose = None, 0

    def fit(self, needed: Scale) -> Scale:
        """The range to show, which contains `needed`."""
        shown = self._shown
        if shown is None or (shown.logarithmic, shown.percent) != (needed.logarithmic, needed.percent):
            self._shown, self._loose = needed, 0
            return needed
        low, high = shown.share(np.array([needed.low, needed.high])).tolist()
        self._loose = self._loose + 1 if high - low < self.FULL else 0
        if self._loose > self._patience:
            self._shown, self._loose = needed, 0
        elif needed.low < shown.low or needed.high > shown.high:
            ends = min(shown.low, needed.low), max(shown.high, needed.high)
            self._shown = Scale(*ends, logarithmic=needed.logarithmic, percent=needed.percent)
        return self._shown or needed
