"""The plane through input space that the decision surface shows, and the way between it and raw features.

Two kinds: two chosen raw features with all others at their training mean, or the plane of the two largest principal
components of the training set. With one raw feature the second axis is unused: it runs from -1 to 1, points lie at 0
and nothing changes along it.
"""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from engine.errors import ExperimentError
from engine.snapshot import SETS, Plane

if TYPE_CHECKING:
    from engine.data.prepare import Prepared

Float64 = NDArray[np.float64]
PlaneKind = Literal["features", "principal"]
Window = tuple[tuple[float, float], tuple[float, float]]  # low and high across, low and high up

MARGIN = 0.05  # of the data's range, on each side
GENERATED_RANGE = (-6.0, 6.0)  # of both axes of the generated sets, the same at every noise


class PlaneMap:
    """A plane of prepared data with its basis: raw = origin + t₁·directions[0] + t₂·directions[1] for t on the plane.

    columns: of a ``features`` plane, the indices of two different raw columns; a set with one column takes (0, -1).
    Raises ExperimentError naming ``plane.columns`` or ``plane.kind``.
    """

    def __init__(self, prepared: Prepared, kind: PlaneKind = "features", columns: tuple[int, int] = (0, 1)) -> None:
        if kind not in ("features", "principal"):
            raise ExperimentError("plane.kind", kind, "features, principal")
        raw_train = prepared.raw("train")
        self.origin = prepared.fill.fill  # (n_x,) the training means
        if kind == "principal" and raw_train.shape[1] > 1:
            self.columns = (-1, -1)
            self.directions, self._inverse = _principal_axes(raw_train, self.origin)
            labels = ("1st principal component", "2nd principal component")
        else:
            self.columns = _checked_columns(columns, raw_train.shape[1])
            self.directions, self._inverse = _column_axes(self.columns, raw_train.shape[1])
            names = prepared.dataset.feature_names
            labels = (names[self.columns[0]], names[self.columns[1]] if self.columns[1] >= 0 else "")
        low, high = self._range(prepared)
        self.plane = Plane(
            kind="principal" if self.columns == (-1, -1) else "features",
            columns=self.columns,
            labels=labels,
            low=low,
            high=high,
        )

    def through(self, window: Window | None) -> PlaneMap:
        """The same plane seen through a window of it; None: as far as the data go."""
        if window is None:
            return self
        other = copy.copy(self)
        other.plane = replace(self.plane, low=(window[0][0], window[1][0]), high=(window[0][1], window[1][1]))
        return other

    def project(self, x: NDArray[Any]) -> Float64:
        """Raw features (m, n_x) -> coordinates on the plane (m, 2)."""
        if self.columns != (-1, -1):
            # a chosen feature is its own coordinate, to the last bit
            return np.stack([x[:, c] if c >= 0 else np.zeros(len(x)) for c in self.columns], axis=1)
        return np.asarray((x - self.origin) @ self._inverse)  # (m, n_x)·(n_x, 2)

    def lift(self, t: NDArray[Any]) -> Float64:
        """Coordinates on the plane (m, 2) -> raw features (m, n_x)."""
        if self.columns == (-1, -1):
            return np.asarray(self.origin + t @ self.directions)  # (m, 2)·(2, n_x)
        x = np.tile(self.origin, (len(t), 1))
        for axis, column in enumerate(self.columns):
            if column >= 0:
                x[:, column] = t[:, axis]
        return x

    def grid(self, size: int) -> Float64:
        """Raw features (size², n_x) of a square grid: rows from the largest t₂ down, columns from the smallest t₁."""
        across = np.linspace(self.plane.low[0], self.plane.high[0], size)
        down = np.linspace(self.plane.high[1], self.plane.low[1], size)
        return self.lift(np.stack([np.tile(across, size), np.repeat(down, size)], axis=1))

    def _range(self, prepared: Prepared) -> tuple[tuple[float, float], tuple[float, float]]:
        """Low and high of both axes: [-6, 6] for generated sets, else the range of all samples and 5 % more."""
        if prepared.dataset.feature_names == ("x1", "x2") and not prepared.dataset.columns:
            return _pairs([GENERATED_RANGE, GENERATED_RANGE])
        points = np.concatenate([self.project(prepared.raw(name)) for name in SETS])
        return _pairs([_widened(float(points[:, axis].min()), float(points[:, axis].max())) for axis in range(2)])


def make_plane(prepared: Prepared, kind: PlaneKind = "features", columns: tuple[int, int] = (0, 1)) -> Plane:
    """The plane to show. Raises ExperimentError when the columns are not there (see ``PlaneMap``)."""
    return PlaneMap(prepared, kind, columns).plane


def plane_grid(prepared: Prepared, plane: Plane, size: int) -> Float64:
    """Raw features (size², n_x) over the plane, rows from the top."""
    return PlaneMap(prepared, plane.kind, plane.columns).grid(size)


def project(prepared: Prepared, plane: Plane, x: NDArray[Any]) -> Float64:
    """Raw features (m, n_x) -> coordinates on the plane (m, 2)."""
    return PlaneMap(prepared, plane.kind, plane.columns).project(x)


def _checked_columns(columns: tuple[int, int], count: int) -> tuple[int, int]:
    if count == 1:
        return (0, -1)
    if columns[0] == columns[1] or not all(0 <= column < count for column in columns):
        raise ExperimentError("plane.columns", columns, f"two different columns from 0 to {count - 1}")
    return columns


def _column_axes(columns: tuple[int, int], count: int) -> tuple[Float64, Float64]:
    directions = np.zeros((2, count))
    for axis, column in enumerate(columns):
        if column >= 0:
            directions[axis, column] = 1.0
    return directions, directions.T


def _principal_axes(raw: Float64, mean: Float64) -> tuple[Float64, Float64]:
    """Directions (2, n_x) of one standard deviation each, in raw units, and the way back (n_x, 2).

    The right singular vectors of the standardised training set Z (m, n_x) with the two largest singular values; each
    points to where its largest entry is positive. A constant column counts for nothing.
    """
    deviation = raw.std(axis=0)
    sigma = np.where(deviation > 0.0, deviation, 1.0)
    Z = (raw - mean) / sigma
    m, n = Z.shape
    if m < n:
        _, singular, V = np.linalg.svd(Z, full_matrices=False)
        spread, V = singular / np.sqrt(m), np.concatenate([V, np.zeros((2, n))])  # one sample has one direction only
        spread = np.append(spread, [0.0, 0.0])
    else:
        values, vectors = np.linalg.eigh(Z.T @ Z / m)  # the same vectors, cheaper for long tables
        spread, V = np.sqrt(np.maximum(values[::-1], 0.0)), vectors.T[::-1]
    V, spread = V[:2], np.where(spread[:2] > 1e-12, spread[:2], 1.0)
    largest = V[np.arange(2), np.abs(V).argmax(axis=1)]
    V = V * np.where(largest < 0.0, -1.0, 1.0)[:, None]
    return V * spread[:, None] * sigma, (V / spread[:, None] / sigma).T


def _widened(low: float, high: float) -> tuple[float, float]:
    """A little more than the range; one unit to each side of a single value (the unused axis, a constant column)."""
    margin = (high - low) * MARGIN if high > low else 1.0
    return low - margin, high + margin


def _pairs(axes: list[tuple[float, float]]) -> tuple[tuple[float, float], tuple[float, float]]:
    (low1, high1), (low2, high2) = axes
    return (low1, low2), (high1, high2)
