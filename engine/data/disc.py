"""How much of a square a disc around the origin covers: the chance that a place near a point lies inside."""

from __future__ import annotations

import numpy as np

from engine.data.dataset import Floats

NARROWEST = 1e-6  # half a square's side below which it is as good as its middle


def covered_share(x: Floats, radius: float, reach: float) -> Floats:
    """The share (m,) of the squares of side 2·reach around the points x (m, 2) that the disc covers."""
    if reach < NARROWEST:
        return (np.hypot(x[:, 0], x[:, 1]) < radius).astype(np.float64)
    left, right = x[:, 0] - reach, x[:, 0] + reach
    low, high = x[:, 1] - reach, x[:, 1] + reach
    covered = (
        _corner(right, high, radius)
        - _corner(left, high, radius)
        - _corner(right, low, radius)
        + _corner(left, low, radius)
    )
    return np.clip(covered / (2.0 * reach) ** 2, 0.0, 1.0)


def _corner(x: Floats, y: Floats, radius: float) -> Floats:
    """Signed area of the disc inside the rectangle from the origin to (x, y)."""
    width = np.minimum(np.abs(x), radius)
    height = np.minimum(np.abs(y), radius)
    straight = np.minimum(width, np.sqrt(radius**2 - height**2))  # up to here the rectangle lies inside the disc
    area = straight * height + _under_arc(width, radius) - _under_arc(straight, radius)
    return np.sign(x) * np.sign(y) * area


def _under_arc(t: Floats, radius: float) -> Floats:
    """∫₀ᵗ √(R² − s²) ds."""
    return 0.5 * (t * np.sqrt(np.maximum(radius**2 - t**2, 0.0)) + radius**2 * np.arcsin(t / radius))
