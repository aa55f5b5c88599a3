"""From numbers to lines on the screen, without a Python object for every point."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPolygonF
from shiboken6 import VoidPtr

Floats = NDArray[np.float64]
_BYTES = 16  # a QPointF is two doubles
_memory: Any = VoidPtr  # (address, size, writeable); the stubs do not know this constructor


def polyline(x: Floats, y: Floats) -> QPolygonF:
    """The points (x[i], y[i]), both (n,), as a Qt polygon; its memory is filled by NumPy at once."""
    result = QPolygonF()
    result.resize(len(x))
    if len(x):
        memory = np.frombuffer(_memory(result.data(), len(x) * _BYTES, True), np.float64).reshape(-1, 2)
        memory[:, 0], memory[:, 1] = x, y
    return result


def polylines(area: QRectF, x_shares: Floats, y_shares: Floats) -> list[QPolygonF]:
    """The curve through shares of `area` (n,), cut where a share is NaN; a piece of one point is dropped."""
    x = area.left() + x_shares * area.width()
    y = area.bottom() - y_shares * area.height()
    finite = np.isfinite(x) & np.isfinite(y)
    if finite.all():
        return [polyline(x, y)] if len(x) > 1 else []
    borders = np.flatnonzero(np.diff(finite)) + 1
    pieces = zip(np.split(x, borders), np.split(y, borders), np.split(finite, borders), strict=True)
    return [polyline(px, py) for px, py, kept in pieces if len(px) > 1 and kept[0]]


def visible_points(count: int, most: float) -> NDArray[np.int64]:
    """The indices of about `most` of `count` points, evenly spaced from the first, and always the last."""
    every = max(1, math.ceil(count / max(most, 2.0)))
    indices = np.arange(0, count, every)
    return indices if not count or indices[-1] == count - 1 else np.append(indices, count - 1)


def bands(area: QRectF, x_shares: Floats, low_shares: Floats, high_shares: Floats) -> list[QPolygonF]:
    """The areas between two curves through shares of `area` (n,), cut where any is NaN."""
    x = area.left() + x_shares * area.width()
    low, high = area.bottom() - low_shares * area.height(), area.bottom() - high_shares * area.height()
    finite = np.isfinite(x) & np.isfinite(low) & np.isfinite(high)
    pieces = np.split(np.arange(len(x)), np.flatnonzero(np.diff(finite)) + 1)
    return [
        polyline(np.concatenate([x[piece], x[piece][::-1]]), np.concatenate([low[piece], high[piece][::-1]]))
        for piece in pieces
        if len(piece) > 1 and finite[piece[0]]
    ]
