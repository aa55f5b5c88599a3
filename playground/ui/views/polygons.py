"""Arrays of points as QPolygonF, filled through its memory: a thousand points cost microseconds, not milliseconds."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QPolygonF
from shiboken6 import VoidPtr

_memory: Any = VoidPtr  # its stub knows neither a size nor the buffer protocol


def polygon(points: NDArray[Any]) -> QPolygonF:
    """Points (n, 2) as a polygon of n corners."""
    shape = QPolygonF()
    count = len(points)
    if count:
        shape.resize(count)
        memory = _memory(shape.data(), count * 16, True)
        np.frombuffer(memory, np.float64).reshape(count, 2)[:] = points
    return shape
