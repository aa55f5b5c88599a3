"""The few array conventions all layers share: number types, products, constants.

Inside the engine samples stand in columns, as in the notes: activations are (n, m). A leading axis of lanes (K models
trained at once) may stand before every shape; ``.mT`` and ``[..., :n, :]`` read the same with it and without.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]


def product(left: Array) -> Callable[..., Any]:
    """What multiplies ``left`` with a matrix into a given array: ``product(W)(A, Z)`` is Z = W·A.

    For one model the bound ``dot`` is the fastest way NumPy has; with lanes it is ``matmul``.
    """
    return left.dot if left.ndim == 2 else partial(np.matmul, left)


def constant(value: float, dtype: np.dtype[Any]) -> Array:
    """A number as an array without axes: as an operand it costs half of what a Python float does."""
    return np.array(value, dtype)


def rows_of(lanes: tuple[int, ...], n: int, m: int, dtype: np.dtype[Any], value: float = 0.0) -> Array:
    """An array (n, m), or (K, n, m), full of ``value``.

    With lanes a row stands in memory beside the same row of the other lanes. So all rows but the last, which are a
    layer's units without the ones, are one piece, and an element-wise call on them is one loop instead of K.
    """
    if not lanes:
        return np.full((n, m), value, dtype)
    return np.full((n, *lanes, m), value, dtype).swapaxes(0, 1)


def one_behind_the_other(
    lanes: tuple[int, ...], rows: Sequence[int], m: int, dtype: np.dtype[Any], value: float = 0.0
) -> tuple[Array, list[Array]]:
    """For every n in ``rows`` an array as ``rows_of`` makes it, but all in one piece; that piece, and the arrays.

    What is to be done to all of them is one call on the piece, or on a slice of it: (Σn, m), or (Σn, K, m).
    """
    piece = np.full((sum(rows), *lanes, m), value, dtype)
    parts = np.split(piece, np.cumsum(rows[:-1])) if rows else []
    return piece, [part.swapaxes(0, 1) if lanes else part for part in parts]


def together(A: Array) -> Array:
    """A view (n, K, m) of an array (K, n, m) made by ``rows_of``: one piece, as an element-wise call likes it best."""
    return A if A.ndim == 2 else A.swapaxes(0, 1)


def halves(vector: Array) -> tuple[Array, Array]:
    """Views (n,) of the first and the second half of a vector (2n,)."""
    n = vector.shape[-1] // 2
    return vector[..., :n], vector[..., n:]
