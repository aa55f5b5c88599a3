"""The cost of each mini-batch, recorded only while somebody looks: it costs up to half a step.

What is recorded is the data cost, the mean loss over the batch by the weights before its step; a penalty, the same for
all batches, is left out. A long run is kept in stretches of 2ᵏ batches, each with its mean, lowest and highest.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.snapshot import BatchCurve
from engine.training_pass import TrainingPass

Float64 = NDArray[np.float64]
MOST = 300  # stretches
MOST_NOTED = 10_000  # costs between two calls of ``settle``
FIELDS = 5  # of a stretch: the epoch at its end, its sum, lowest, highest, count


class BatchCosts:
    """Give ``watch`` to a trainer as its ``observe``; ``settle`` when it stands, then ask for the ``curve``."""

    def __init__(self) -> None:
        self._costs: list[float] = []  # since the last ``settle``
        self._rows: Float64 = np.empty((0, FIELDS))
        self._length = 1  # batches of a whole stretch, a power of two
        self._position = float("nan")  # in epochs, at the last ``settle``
        self._since = float("nan")

    @property
    def is_full(self) -> bool:
        """Whether so much has been noted that it should be taken in, although nobody has asked for it."""
        return len(self._costs) >= MOST_NOTED

    def begin(self, position: float) -> None:
        """Forget everything, and record from ``position`` (in epochs) on."""
        self._costs, self._rows, self._length = [], np.empty((0, FIELDS)), 1
        self._position = self._since = position

    def watch(self, chain: TrainingPass) -> Callable[[Array, Array, Array], None]:
        """The gradient of ``chain``, and each batch's cost noted beside it."""
        run, value, output, costs = chain.gradient, chain.network.loss.value, chain.output, self._costs
        share, add = 1.0 / chain.m, np.add.reduce

        def observed(X: Array, X_T: Array, Y: Array) -> None:
            run(X, X_T, Y)
            costs.append(float(add(value(output.Z, output.A, Y))) * share)

        return observed

    def settle(self, position: float) -> None:
        """Take in what was noted on the way to ``position``; a run that was put back begins a new record."""
        if not position >= self._position:
            self.begin(position)
        elif self._costs:
            count = len(self._costs)
            costs = np.array(self._costs)
            self._costs.clear()
            ends = self._position + (position - self._position) * np.arange(1, count + 1) / count
            self._rows = np.concatenate([self._rows, _stretches(ends, costs)])
            self._position = position
            self._tidy()

    def _tidy(self) -> None:
        """Join stretches until all but the last are whole, and there are at most MOST."""
        self._rows = _joined(self._rows, self._length)
        while len(self._rows) > MOST:
            self._length *= 2
            self._rows = _joined(self._rows, self._length)

    def curve(self) -> BatchCurve:
        """The record as a value."""
        ends, total, low, high, count = (np.ascontiguousarray(column) for column in self._rows.T)
        arrays = ends, np.divide(total, count), low, high, count
        for array in arrays:
            array.flags.writeable = False
        epochs, mean, low, high, count = arrays
        return BatchCurve(epochs=epochs, mean=mean, low=low, high=high, count=count, since=self._since)


def _stretches(ends: Float64, costs: Float64) -> Float64:
    """One stretch for each batch."""
    return np.stack([ends, costs, costs, costs, np.ones(len(costs))], axis=1)


def _joined(rows: Float64, length: int) -> Float64:
    """The same record in stretches of ``length`` batches, the last one perhaps shorter."""
    if length == 1 or not len(rows):
        return rows
    place = (np.cumsum(rows[:, 4]) - 1) // length  # the number of the stretch in which each row ends
    first = np.flatnonzero(np.diff(place, prepend=-1.0))
    last = np.append(first[1:], len(rows)) - 1
    sums = np.add.reduceat(rows[:, [1, 4]], first)
    return np.stack(
        [
            rows[last, 0],
            sums[:, 0],
            np.minimum.reduceat(rows[:, 2], first),
            np.maximum.reduceat(rows[:, 3], first),
            sums[:, 1],
        ],
        axis=1,
    )
