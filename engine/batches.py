"""Mini-batches: the training set in a new order each epoch, cut into batches; the last one may be smaller.

Rows are samples. Small sets are shuffled by one ``take`` into a packed copy whose batches are views made once; of a
larger one (over ``PACKED_BYTES``) each batch is gathered when its turn comes: a copy as large as the data would leave
the caches before it is read. Both give the same numbers.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array

PACKED_BYTES = 2_000_000

Batch = tuple[Array, Array, Array]  # X (n + 1, m), X transposed (m, n + 1), Y (n[L], m)


class Batches:
    """The samples of an epoch in their order; ``position`` counts those already used in this epoch."""

    def __init__(self, x: Array, y: Array, size: int, random: np.random.Generator, *, with_ones: bool) -> None:
        m = len(x)
        ones = np.ones((m, 1), x.dtype)
        self._x = np.ascontiguousarray(np.concatenate([x, ones], axis=1) if with_ones else x)  # (m, n + 1)
        self._owns_x = with_ones  # else they may be the caller's array
        self._y = np.ascontiguousarray(y)  # (m, n[L])
        self._random = random
        self._in_order = np.arange(m)
        self.order: NDArray[np.intp] = self._in_order.copy()
        self.position = 0
        self._packed = self._x.nbytes <= PACKED_BYTES
        if self._packed:
            self._x_epoch, self._y_epoch = np.empty_like(self._x), np.empty_like(self._y)
        self.cut(size)

    @property
    def samples(self) -> int:
        """m, the size of the training set."""
        return len(self._x)

    def cut(self, size: int) -> None:
        """Batches of ``size`` samples from the present position on; the order of the epoch stays."""
        self.size = max(1, min(size, self.samples))
        self._bounds = self._bounds_from(self.position)
        self._views = self._views_for(self._bounds)
        self._first_cut = self.position
        if not self._packed:
            self._buffers = (np.empty_like(self._x[: self.size]), np.empty_like(self._y[: self.size]))

    @property
    def per_epoch(self) -> int:
        """How many batches a whole epoch has."""
        return -(-self.samples // self.size)

    @property
    def index(self) -> int:
        """How many batches of this epoch are done, in batches of the present size."""
        return -(-self.position // self.size)

    def set_inputs(self, x: Array) -> None:
        """Other inputs (m, n) for the same targets, from the next epoch's order on: samples that were changed."""
        if not self._owns_x:
            self._x, self._owns_x = self._x.copy(), True
        np.copyto(self._x[:, : x.shape[1]], x)

    def start_epoch(self) -> None:
        """A new order of all samples, drawn from the shuffling stream."""
        self.order[...] = self._in_order
        self._random.shuffle(self.order)  # what permutation does
        self.position = 0
        if self._first_cut != 0:
            self.cut(self.size)
        self._pack()

    def _pack(self) -> None:
        if self._packed:
            self._x.take(self.order, 0, self._x_epoch, "clip")
            self._y.take(self.order, 0, self._y_epoch, "clip")

    def restore(self, order: NDArray[np.intp], position: int) -> None:
        """Continue an epoch in its order from its position."""
        self.order, self.position = order.copy(), position
        self._pack()
        self.cut(self.size)

    def next(self, most: int) -> Iterable[tuple[int, Batch]]:
        """Up to ``most`` batches still to come in this epoch, each with the position after it."""
        first = self.index_of_cut
        if self._packed:
            return self._views[first : first + most]
        return (self._gathered(start, stop) for start, stop in self._bounds[first : first + most])

    @property
    def index_of_cut(self) -> int:
        """Batches done since the batches were last cut."""
        return -(-(self.position - self._first_cut) // self.size)

    def _gathered(self, start: int, stop: int) -> tuple[int, Batch]:
        rows = self.order[start:stop]
        x, y = (buffer[: stop - start] for buffer in self._buffers)
        self._x.take(rows, 0, x, "clip")
        self._y.take(rows, 0, y, "clip")
        return stop, (x.T, x, y.T)

    def _bounds_from(self, start: int) -> list[tuple[int, int]]:
        return [(a, min(a + self.size, self.samples)) for a in range(start, self.samples, self.size)]

    def _views_for(self, bounds: list[tuple[int, int]]) -> list[tuple[int, Batch]]:
        if not self._packed:
            return []
        rows = [(b, self._x_epoch[a:b], self._y_epoch[a:b]) for a, b in bounds]
        return [(stop, (x.T, x, y.T)) for stop, x, y in rows]
