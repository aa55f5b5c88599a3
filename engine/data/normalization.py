"""Normalising the inputs: x := (x − μ)/σ with μ and σ of the training set, applied to every set alike.

Missing numbers (NaN) take the training set's mean first, also when normalising is switched off.
"""

from __future__ import annotations

import numpy as np

from engine.data.dataset import Floats
from engine.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Normalization:
    """Three read-only vectors (n,): what stands in for a missing number, what is subtracted, what divides (> 0)."""

    fill: Floats
    mean: Floats
    scale: Floats

    def __post_init__(self) -> None:
        for name in ("fill", "mean", "scale"):
            vector = np.array(getattr(self, name), dtype=np.float64)
            vector.flags.writeable = False
            object.__setattr__(self, name, vector)
        if self.fill.ndim != 1 or not self.fill.shape == self.mean.shape == self.scale.shape:
            shapes = f"{self.fill.shape}, {self.mean.shape}, {self.scale.shape}"
            raise ValueError(f"fill, mean and scale must be vectors of one length: {shapes}")
        finite = np.isfinite(self.fill).all() and np.isfinite(self.mean).all() and np.isfinite(self.scale).all()
        if not finite or (self.scale <= 0.0).any():
            raise ValueError("fill, mean and scale must be finite, scale above 0")

    def apply(self, x: Floats) -> Floats:
        """Normalised copy (m, n) of x (m, n). Raises ValueError when the number of columns differs."""
        if x.ndim != 2 or x.shape[1] != self.mean.size:
            raise ValueError(f"x must have {self.mean.size} columns, has shape {x.shape}")
        filled = np.where(np.isnan(x), self.fill, x)
        return np.asarray((filled - self.mean) / self.scale)


def fit_normalization(x_train: Floats, enabled: bool = True) -> Normalization:
    """μ, σ (population form) and fill of the training set (m, n), over the numbers that are there.

    A constant feature gets σ := 1, a column without any number μ = 0, σ = 1. Not enabled: μ = 0, σ = 1, fill as ever.
    """
    present = ~np.isnan(x_train)
    largest = np.where(present, np.abs(x_train), 0.0).max(axis=0, initial=0.0)
    # In these units the sums neither overflow nor vanish, and a constant column is ±1: its μ is exact and its σ is 0.
    unit = np.where(largest > 0.0, largest, 1.0)
    scaled = np.where(present, x_train / unit, 0.0)
    count = np.maximum(present.sum(axis=0), 1)
    mean = scaled.sum(axis=0) / count
    deviation = np.where(present, scaled - mean, 0.0)
    sigma = np.sqrt((deviation**2).sum(axis=0) / count) * unit
    fill = mean * unit
    sigma = np.where(sigma <= 0.0, 1.0, sigma)
    if not enabled:
        return Normalization(fill=fill, mean=np.zeros_like(fill), scale=np.ones_like(fill))
    return Normalization(fill=fill, mean=fill, scale=sigma)
