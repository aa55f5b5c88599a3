"""The cost along one or two directions from a point: a line or a plane cut out of the landscape J(θ).

Two ways to choose directions (Li et al. 2018, "Visualizing the loss landscape of neural nets"): at random with each
unit's part as long as the unit's own weights, so that networks of different scale can be compared; or the plane in
which most of a run's own path lies. Dropout is off, batch norm uses the batch's statistics, penalties are included.
The trainer is only read: all costs are computed on a twin.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.errors import ExperimentError
from engine.trainer import Trainer
from engine.twin import twin
from engine.values import dataclass

Float64 = NDArray[np.float64]

SAMPLES = 1024  # of the training set, unless told otherwise
MARGIN = 0.2  # of the path's extent, on each side


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """J at origin + s·directions[0] + t·directions[1].

    origin (P,), directions (1, P) or (2, P); along: the values of s (n,); across: those of t (k,), empty on a line.
    cost: (n,) on a line, (k, n) on a plane, row by row from the first t; infinite or NaN where J overflows.
    """

    origin: Float64
    directions: Float64
    along: Float64
    across: Float64
    cost: Float64

    def project(self, path: ArrayLike) -> Float64:
        """Points θ (T, P) -> their (s, t), (T, 1) or (T, 2): of the nearest point of the line or plane."""
        offsets = np.asarray(path, np.float64) - self.origin
        return np.asarray(offsets @ np.linalg.pinv(self.directions))  # (T, P)·(P, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class PathSlice:
    """The plane of a run's path. path: (T, 2) the run on it. share: (2,) how much of the sum of squared distances
    from the last point each direction holds; what is missing to 1 happens beside the plane."""

    slice: Slice
    path: Float64
    share: Float64


def random_directions(trainer: Trainer, random: np.random.Generator, count: int = 2) -> Float64:
    """Gaussian directions (count, P); every unit's weights in them are as long as that unit's weights in θ.

    Biases, γ and β stay where they are, and so do units whose weights are all 0.
    """
    theta = np.array(trainer.parameters, np.float64)
    directions = np.zeros((count, theta.size))
    for shape in trainer.network.layout.layers:
        W = shape.weights(theta)  # (n, n_prev)
        drawn = random.standard_normal((count, *W.shape))
        lengths = np.linalg.norm(W, axis=1) / np.linalg.norm(drawn, axis=2)  # (count, n)
        shape.weights(directions)[...] = drawn * lengths[..., None]
    return directions


def principal_directions(path: ArrayLike) -> tuple[Float64, Float64]:
    """The two orthogonal unit directions (2, P) that hold most of a path θ (T, P) seen from its last point, and the
    share (2,) of the squared distances in each.

    Singular vectors of the differences to the last point, not centred: that point lies on the plane. Each points to
    where its largest entry is positive. Raises ExperimentError for fewer than three points or a path that never moves.
    """
    theta = np.asarray(path, np.float64)
    if theta.ndim != 2 or len(theta) < 3 or theta.shape[1] < 2 or not np.isfinite(theta).all():
        raise ExperimentError("path", theta.shape, "at least three finite points (T, P) of at least two parameters")
    _, lengths, V = np.linalg.svd(theta[:-1] - theta[-1], full_matrices=False)
    total = float(np.square(lengths).sum())
    if total == 0.0:
        raise ExperimentError("path", theta.shape, "a path that moves; all points of this one are the same")
    largest = V[np.arange(2), np.abs(V[:2]).argmax(axis=1)]
    directions = V[:2] * np.where(largest < 0.0, -1.0, 1.0)[:, None]
    return np.asarray(directions, np.float64), np.asarray(np.square(lengths[:2]) / total, np.float64)


def cost_slice(
    trainer: Trainer,
    directions: ArrayLike,
    along: ArrayLike,
    across: ArrayLike = (),
    *,
    origin: ArrayLike | None = None,
    samples: int = SAMPLES,
) -> Slice:
    """J over ``along`` (n,) and, for two directions, ``across`` (k,), on the first training samples.

    origin: (P,); None is the trainer's θ. Raises ExperimentError for shapes that do not fit, or samples below 1.
    """
    start = np.array(trainer.parameters if origin is None else origin, np.float64)
    vectors = np.atleast_2d(np.asarray(directions, np.float64))
    s, t = np.asarray(along, np.float64), np.asarray(across, np.float64)
    _check(trainer, start, vectors, (s, t), samples)
    still = twin(trainer, dropout=False)
    x, y = still.split("train")
    x, y = x[:samples], y[:samples]
    cost = np.empty((max(t.size, 1), s.size))
    for row, second in enumerate(t if t.size else [0.0]):
        base = start + second * vectors[-1]
        for column, first in enumerate(s):
            still.parameters = base + first * vectors[0]
            cost[row, column], _ = still.cost_and_gradient(x, y)
    return Slice(origin=start, directions=vectors, along=s, across=t, cost=cost if t.size else cost[0])


def path_slice(trainer: Trainer, path: Sequence[ArrayLike], *, points: int = 25, samples: int = SAMPLES) -> PathSlice:
    """J over the principal plane of a path: θ of T ≥ 3 moments of this run, (P,) each, the last one the origin.

    The grid of points × points covers the path and a fifth more on each side. Raises ExperimentError as the above.
    """
    theta = np.stack([np.asarray(one, np.float64) for one in path]) if len(path) else np.empty((0, 0))
    directions, share = principal_directions(theta)
    places = (theta - theta[-1]) @ directions.T  # (T, 2)
    along, across = (_range(places[:, axis], float(np.ptp(places, axis=0).max()), points) for axis in range(2))
    plane = cost_slice(trainer, directions, along, across, origin=theta[-1], samples=samples)
    return PathSlice(slice=plane, path=places, share=share)


def _range(places: Float64, widest: float, points: int) -> Float64:
    """Evenly spaced over the places; a straight path still gets a strip with a twentieth of its length."""
    low, high = float(places.min()), float(places.max())
    margin = max(MARGIN * (high - low), 0.025 * widest)
    return np.linspace(low - margin, high + margin, points)


def _check(
    trainer: Trainer, origin: Float64, directions: Float64, ranges: tuple[Float64, Float64], samples: int
) -> None:
    size, (along, across) = trainer.parameters.size, ranges
    if origin.shape != (size,):
        raise ExperimentError("origin", origin.shape, f"shape ({size},)")
    if directions.shape not in ((1, size), (2, size)):
        raise ExperimentError("directions", directions.shape, f"shape (1, {size}) or (2, {size})")
    if along.ndim != 1 or along.size < 1:
        raise ExperimentError("along", along.shape, "at least one number (n,)")
    if across.ndim != 1 or (across.size > 0) != (len(directions) == 2):
        raise ExperimentError("across", across.shape, "numbers (k,) with two directions, none with one")
    if samples < 1:
        raise ExperimentError("samples", samples, "a whole number of at least 1")
