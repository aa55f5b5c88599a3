"""Does a change keep the label? Measured on the data themselves, because no change does so for every set.

Where the rule of a generated set is known, that rule labels the sample before and after. Elsewhere (pictures, tables,
the spiral) the nearest of the other samples votes: the changed sample should still lie beside one of its own class.
Only samples that the change moves count, and for the vote only those that it got right before the change, so that a
change too small to matter scores 1. The vote is a lower bound: it also counts against a change that keeps the label and
leads away from where samples lie, such as a digit moved by a whole pixel of its eight.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.augmentation import Transform
from engine.data.dataset import DataSet
from engine.data.generators import GENERATORS
from engine.errors import ExperimentError
from engine.experiment import Data

Float64 = NDArray[np.float64]
Rule = Callable[[Float64], NDArray[Any]]  # raw features (m, n) -> class (m,)

VOTERS_AT_ONCE = 512  # rows of the matrix of distances computed together


def true_rule(data: Data) -> Rule | None:
    """The most probable class at each place of a generated set, (m, 2) -> (m,); None where it is not known."""
    row = GENERATORS.get(data.kind)
    if row is None or row.posterior is None:
        return None
    posterior = row.posterior

    def rule(x: Float64) -> NDArray[Any]:
        p = posterior(x, data.noise / 100.0)
        return np.asarray(p.argmax(axis=1) if p.ndim == 2 else p >= 0.5)

    return rule


def preservation(
    transform: Transform,
    dataset: DataSet,
    random: np.random.Generator,
    *,
    amount: float | None = None,
    rule: Rule | None = None,
) -> float:
    """Share of samples whose label a change keeps, from 0 to 1; NaN when it moves none of them.

    amount: the row's usual one unless told. rule: what labels a place, from ``true_rule``; without it the nearest
    neighbour votes. Raises ExperimentError for regression, which has no label, and as ``Transform.apply``.
    """
    if dataset.task == "regression":
        raise ExperimentError("task", dataset.task, "two-class, classes: a change may keep a class, not a number")
    used = transform.usual if amount is None else amount
    changed = transform.apply(dataset.x, dataset.image_shape, used, random)
    moved = (changed != dataset.x).any(axis=1)
    if rule is not None:
        kept = rule(changed) == rule(dataset.x)
    else:
        counted = _vote(dataset.x, dataset) == dataset.y
        moved &= counted
        kept = _vote(changed, dataset) == dataset.y
    return float(kept[moved].mean()) if moved.any() else float("nan")


def _vote(x: Float64, dataset: DataSet) -> NDArray[Any]:
    """The class (m,) of the nearest sample of the set (m, n) to each row of x (m, n) but the row's own sample.

    Distances are those of columns divided by their standard deviation; between pictures those of the pixels.
    """
    sigma = np.ones(dataset.x.shape[1]) if dataset.image_shape else dataset.x.std(axis=0)
    sigma = np.where(sigma > 0.0, sigma, 1.0)
    others, asked = dataset.x / sigma, x / sigma
    square = np.vecdot(others, others)
    nearest = np.empty(len(asked), np.intp)
    for start in range(0, len(asked), VOTERS_AT_ONCE):
        rows = np.arange(start, min(start + VOTERS_AT_ONCE, len(asked)))
        distances = square - 2.0 * (asked[rows] @ others.T)  # but for ‖x‖², the same for all neighbours
        distances[np.arange(rows.size), rows] = np.inf
        nearest[rows] = distances.argmin(axis=1)
    return np.asarray(dataset.y[nearest])
