"""The run by epoch: cost and accuracy of every set, the penalty in the cost, the learning rate.

Row 0 is the state before training. In a long run epochs are looked at less and less often, between 128 and 256 times
while their number doubles: a look at all sets costs as much as some batches, and no curve shows more. Which epochs
are looked at depends on their number alone, so that runs of the same experiment have the same rows.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.snapshot import SETS, SetName

Float64 = NDArray[np.float64]
COLUMNS = ("epoch", "learning_rate", "penalty", *(f"{kind}_{name}" for kind in ("cost", "accuracy") for name in SETS))


EVERY_EPOCH = 256  # up to here; then every 2nd, from twice as many on every 4th, and so on


def is_looked_at(epoch: int) -> bool:
    """Whether the state after so many epochs becomes a row."""
    return epoch % max(1, (1 << epoch.bit_length()) // EVERY_EPOCH) == 0


class History:
    """One row per epoch looked at, one column per quantity; for regression accuracy holds the mean squared error."""

    def __init__(self) -> None:
        self._table = np.empty((64, len(COLUMNS)))
        self._rows = 0

    def __len__(self) -> int:
        return self._rows

    def append(self, row: tuple[float, ...]) -> None:
        """One row in the order of ``COLUMNS``."""
        if self._rows == len(self._table):
            self._table = np.concatenate([self._table, np.empty_like(self._table)])
        self._table[self._rows] = row
        self._rows += 1

    @property
    def table(self) -> Float64:
        """(rows, columns) in the order of ``COLUMNS``; a copy."""
        return self._table[: self._rows].copy()

    def restore(self, table: Float64) -> None:
        """Replace all rows."""
        self._table, self._rows = np.concatenate([table, np.empty((64, len(COLUMNS)))]), len(table)

    def last(self, name: str) -> float:
        """The newest figure of a column."""
        return float(self._table[self._rows - 1, COLUMNS.index(name)])

    def _column(self, name: str) -> Float64:
        return self._table[: self._rows, COLUMNS.index(name)].copy()

    @property
    def epochs(self) -> Float64:
        """(rows,) finished epochs: 0, 1, 2, …, 256, 258, …"""
        return self._column("epoch")

    @property
    def learning_rate(self) -> Float64:
        """(rows,) α in force after that epoch."""
        return self._column("learning_rate")

    @property
    def penalty(self) -> Float64:
        """(rows,) the regulariser's part of every cost."""
        return self._column("penalty")

    @property
    def cost(self) -> dict[SetName, Float64]:
        """Loss and penalty together, by set; NaN for an empty set."""
        return {name: self._column(f"cost_{name}") for name in SETS}

    @property
    def accuracy(self) -> dict[SetName, Float64]:
        """Share of right predictions, by set (regression: mean squared error); NaN for an empty set."""
        return {name: self._column(f"accuracy_{name}") for name in SETS}
