"""Mini-batches for K models at once: every lane has its own order of the same samples, from its own stream.

As in ``engine.batches``, small sets are gathered once an epoch into a packed copy, whose batches are views made once;
of larger ones each batch is gathered when its turn comes. Where there are ``FEW`` features the packed copy is made
twice, with samples in columns for Z = W·X and in rows for dW = dZ·Xᵀ: the many small products are quicker so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.batches import Batch

PACKED_BYTES = 16_000_000  # of all lanes together
FEW = 16


class LaneBatches:
    """The samples of an epoch in each lane's order; ``position`` counts those used in this epoch."""

    def __init__(
        self, x: Array, y: Array, size: int, randoms: Sequence[np.random.Generator], *, with_ones: bool
    ) -> None:
        m, lanes = len(x), len(randoms)
        ones = np.ones((m, 1), x.dtype)
        rows = np.concatenate([x, ones], axis=1) if with_ones else x  # (m, n + 1)
        self._randoms = randoms
        self.samples, self.size = m, max(1, min(size, m))
        self.order: NDArray[np.intp] = np.tile(np.arange(m), (lanes, 1))  # (K, m)
        self.position = 0
        self._bounds = [(a, min(a + self.size, m)) for a in range(0, m, self.size)]
        self._packed = lanes * rows.nbytes <= PACKED_BYTES
        held = lanes * (m if self._packed else self.size)
        self._rows = np.empty(held, np.intp)  # of the samples held: batch by batch, and in a batch lane by lane
        self._x, self._y = _padded(rows), np.ascontiguousarray(y)  # (m, n + 1 or more), (m, n[L])
        self._x_held = np.empty_like(self._x, shape=(held, self._x.shape[1]))
        self._y_held = np.empty_like(self._y, shape=(held, self._y.shape[1]))
        self._columns = rows.T.copy() if self._packed and rows.shape[1] <= FEW else None  # (n + 1, m)
        if self._columns is not None:
            self._columns_held = np.empty_like(self._columns, shape=(len(self._columns), held))
        self._features = rows.shape[1]
        self._views = [(stop, self._view(a, stop)) for a, stop in self._bounds] if self._packed else []

    @property
    def per_epoch(self) -> int:
        """How many batches a whole epoch has."""
        return len(self._bounds)

    @property
    def index(self) -> int:
        """How many batches of this epoch are done."""
        return -(-self.position // self.size)

    def start_epoch(self) -> None:
        """A new order of all samples in every lane, drawn from its own shuffling stream."""
        self.order[...] = np.arange(self.samples)
        for row, random in zip(self.order, self._randoms, strict=True):
            random.shuffle(row)  # what permutation does
        self.position = 0
        if self._packed:
            self._pack()

    def next(self, most: int) -> Iterable[tuple[int, Batch]]:
        """Up to ``most`` batches still to come in this epoch, each with the position after it."""
        first = self.index
        if self._packed:
            return self._views[first : first + most]
        return (self._gathered(a, stop) for a, stop in self._bounds[first : first + most])

    def _pack(self) -> None:
        lanes, whole = len(self.order), self.samples // self.size * self.size
        full = self.order[:, :whole].reshape(lanes, -1, self.size)
        self._rows[: lanes * whole].reshape(-1, lanes, self.size)[...] = full.swapaxes(0, 1)
        self._rows[lanes * whole :].reshape(lanes, -1)[...] = self.order[:, whole:]
        if self._columns is not None:
            self._columns.take(self._rows, 1, self._columns_held, "clip")
        self._x.take(self._rows, 0, self._x_held, "clip")
        self._y.take(self._rows, 0, self._y_held, "clip")

    def _gathered(self, start: int, stop: int) -> tuple[int, Batch]:
        rows = self.order[:, start:stop].ravel()
        self._x.take(rows, 0, self._x_held[: len(rows)], "clip")
        self._y.take(rows, 0, self._y_held[: len(rows)], "clip")
        return stop, self._view(0, stop - start)

    def _view(self, start: int, stop: int) -> Batch:
        """Samples ``start`` to ``stop`` of every lane, which lie in one piece: X (K, n + 1, b), its transpose, Y."""
        lanes, n, piece = len(self.order), self._features, slice(len(self.order) * start, len(self.order) * stop)
        shape = lanes, stop - start, -1
        x, y = self._x_held[piece].reshape(shape)[..., :n], self._y_held[piece].reshape(shape)
        columns = self._columns_held[:, piece].T.reshape(shape) if self._columns is not None else x
        return columns.mT, x, y.mT


def _padded(rows: Array) -> Array:
    """The same rows with room behind them, if few numbers: NumPy takes rows of 8, 16 or 32 bytes the quickest."""
    m, n = rows.shape
    wide = np.zeros((m, 1 << (n - 1).bit_length() if n <= FEW else n), rows.dtype)
    wide[:, :n] = rows
    return wide
