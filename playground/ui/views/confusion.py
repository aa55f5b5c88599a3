"""What a table of confusions says: shares of a row, the sentence about one cell, the classes confused most often.

counts (C, C): a row for each true class, a column for each predicted one.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.values import dataclass

Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Confusion:
    """So many samples of class `true` were taken for `predicted`, of `total` samples of that class."""

    true: int
    predicted: int
    count: int
    total: int


def row_shares(counts: Counts) -> NDArray[np.float64]:
    """Each count over the sum of its row, (C, C); 0 in a row without samples."""
    totals = counts.sum(axis=1, keepdims=True)
    shares: NDArray[np.float64] = counts / np.maximum(totals, 1)
    return shares


def cell(counts: Counts, true: int, predicted: int) -> Confusion:
    """What stands in one cell."""
    return Confusion(true, predicted, int(counts[true, predicted]), int(counts[true].sum()))


def right(counts: Counts) -> tuple[int, int]:
    """How many samples were predicted right, and how many there are."""
    return int(np.trace(counts)), int(counts.sum())


def top_confusions(counts: Counts, most: int) -> list[Confusion]:
    """The `most` frequent confusions, the frequent ones first; classes in their order among equals."""
    wrong = counts.copy()
    np.fill_diagonal(wrong, 0)
    order = np.argsort(-wrong, axis=None, kind="stable")[:most]
    rows, columns = np.unravel_index(order, wrong.shape)
    pairs = zip(rows.tolist(), columns.tolist(), strict=True)
    return [cell(counts, row, column) for row, column in pairs if wrong[row, column]]
