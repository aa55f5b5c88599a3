"""The few array conventions all layers share: number types, products, constants.

Inside the engine samples stand in columns, as in the notes: activations are (n, m). A leading axis of lanes (K models
trained at once) may stand before every shape; ``.mT`` and ``[..., :n, :]`` read the same with it and without.
"""

from __future__ import annotations

from collections.abc import Callable
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
