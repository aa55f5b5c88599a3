"""Do two sets come from one distribution? A dev set that does not judges a network by another task (the notes, 2.1.1).

The distance of two samples is the energy distance 2E|X−Y| − E|X−X′| − E|Y−Y′| (Székely & Rizzo 2004): 0 only for
equal distributions, and it sees every difference, not just one of means. Whether it is more than chance is answered by
dealing the same samples into two sets again and again. The inputs alone are compared, not the targets.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.errors import ExperimentError
from engine.snapshot import SetName
from engine.trainer import Trainer
from engine.values import dataclass

Float64 = NDArray[np.float64]

SAMPLES = 400  # of each set at most, drawn without repetition: their pairwise distances are what it costs
PERMUTATIONS = 999
LEVEL = 0.01  # sets of one distribution are called shifted once in a hundred times


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """How two sets differ.

    distance: energy distance, in standard deviations of both together. p_value: how often dealing at random gives a
    distance as large, from 1/(permutations + 1) to 1. shifted: p_value ≤ 0.01.
    column: which input differs most in its mean, and difference: by how many standard deviations the second set's
    mean lies above the first's; a shift of spread or shape alone shows in the distance and not here.
    """

    distance: float
    p_value: float
    shifted: bool
    column: int
    difference: float


def find_shift(
    first: ArrayLike, second: ArrayLike, random: np.random.Generator, *, permutations: int = PERMUTATIONS
) -> Shift:
    """Compare samples (m, n) and (k, n), finite. Raises ExperimentError for empty sets or different columns."""
    x, z = np.asarray(first, np.float64), np.asarray(second, np.float64)
    if x.ndim != 2 or z.ndim != 2 or x.shape[1:] != z.shape[1:] or not x.size or not z.size:
        raise ExperimentError("samples", (x.shape, z.shape), "two sets (m, n) and (k, n), neither empty")
    if permutations < 1:
        raise ExperimentError("permutations", permutations, "a whole number of at least 1")
    together = np.concatenate([x, z])
    sigma = together.std(axis=0)
    sigma[sigma == 0.0] = 1.0  # a constant column tells nothing
    differences = (z.mean(axis=0) - x.mean(axis=0)) / sigma
    column = int(np.abs(differences).argmax())
    x, z = _some(x / sigma, random), _some(z / sigma, random)
    distances = _energy_distances(x, z, random, permutations)
    p_value = float((distances >= distances[0] - 1e-12).mean())  # the sets as they are count as one deal
    return Shift(
        distance=float(distances[0]),
        p_value=p_value,
        shifted=p_value <= LEVEL,
        column=column,
        difference=float(differences[column]),
    )


def dev_shift(trainer: Trainer, random: np.random.Generator, *, name: SetName = "dev") -> Shift:
    """Compare a set of a run, as prepared, with its training set. Raises ExperimentError when the set is empty."""
    return find_shift(trainer.split("train")[0], trainer.split(name)[0], random)


def _some(x: Float64, random: np.random.Generator) -> Float64:
    return x if len(x) <= SAMPLES else x[random.permutation(len(x))[:SAMPLES]]


def _energy_distances(x: Float64, z: Float64, random: np.random.Generator, permutations: int) -> Float64:
    """The distance of the sets as they are, then of every deal: (permutations + 1,).

    With w = 1/m for a sample of the first set and −1/k for one of the second, it is −wᵀDw; a deal permutes w.
    """
    D = _pairwise(np.concatenate([x, z]))  # (m + k, m + k)
    w = np.concatenate([np.full(len(x), 1.0 / len(x)), np.full(len(z), -1.0 / len(z))])
    deals = np.stack([w, *(random.permutation(w) for _ in range(permutations))])
    return np.asarray(-np.vecdot(deals @ D, deals))


def _pairwise(x: Float64) -> Float64:
    """Euclidean distances (m, m) of samples (m, n)."""
    centred = x - x.mean(axis=0)
    square = np.vecdot(centred, centred)
    D = np.sqrt(np.maximum(square[:, None] + square - 2.0 * (centred @ centred.T), 0.0))
    np.fill_diagonal(D, 0.0)
    return np.asarray(D)
