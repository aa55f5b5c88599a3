"""Two spirals, as in TensorFlow Playground (``dataset.ts``, ``classifySpiralData``).

For i = 0…n−1, n = m/2: r = 5i/n, t = 1.75·(i/n)·2π (+π for class 0), x = (r sin t, r cos t) + U(−1, 1)²·ν.
Noise moves the points themselves. What is said to be attainable takes every place along an arm as equally likely.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.data.bayes import BayesError, monte_carlo
from engine.data.dataset import Floats

RADIUS = 5.0
TURNS = 1.75
NARROWEST = 0.004  # ν below which an arm is as good as a line
PIECES = 360  # straight ones that an arm is taken as; their middles lie within 0.0006 of it
PLACES = 1024  # of an arm that are looked at for the nearest one; 0.03 apart in the mean


def sample_spiral(samples: int, noise: float, rng: np.random.Generator) -> tuple[Floats, NDArray[np.int64]]:
    """Points (m, 2) and labels (m,); the two arms in turn from the middle outwards, beginning with class 1."""
    index = np.arange(samples)
    y = 1 - index % 2
    arm = _first_arm((index // 2) / (samples / 2.0))
    return np.where(y[:, None] == 1, arm, -arm) + noise * (2.0 * rng.random((samples, 2)) - 1.0), y


def spiral_posterior(x: Floats, noise: float) -> Floats:
    """P(y = 1 | x) (m,): the ratio of the two densities, each the share of its arm within ν of x in both coordinates.

    Where no point can lie (without noise everywhere but on the arms) the arm decides whose points would come there
    first as the noise grows, with p = d₀/(d₀ + d₁) for its two distances: the boundary runs halfway between the arms.
    """
    parts = [_posterior(part, max(noise, NARROWEST)) for part in np.array_split(x, max(1, len(x) // 512))]
    return np.concatenate(parts)


@lru_cache(maxsize=128)
def spiral_bayes_error(noise: float) -> BayesError:
    """Mean of min(p, 1 − p) over 4096 seeded points; the arms are mirror images, so points of one arm suffice."""
    if noise <= 0.0:
        return BayesError(value=0.0)
    rng = np.random.default_rng(20_250_101)
    p = spiral_posterior(_first_arm(rng.random(4096)) + noise * (2.0 * rng.random((4096, 2)) - 1.0), noise)
    return monte_carlo(np.minimum(p, 1.0 - p))


def _first_arm(share: Floats) -> Floats:
    """Places (k, 2) on the arm of class 1 at shares (k,) of its parameter; the other arm is their negative."""
    r, t = RADIUS * share, TURNS * 2.0 * np.pi * share
    return np.stack([r * np.sin(t), r * np.cos(t)], axis=1)


def _posterior(x: Floats, noise: float) -> Floats:
    first, second = _distance(x), _distance(-x)
    p: Floats = np.divide(second, first + second, out=np.full(len(x), 0.5), where=first + second > 0.0)
    near = np.minimum(first, second) <= noise + RADIUS * np.pi * TURNS / PLACES  # as coarse as the distances are
    own, other = _share_within(x[near], noise), _share_within(-x[near], noise)
    p[near] = np.divide(own, own + other, out=p[near], where=own + other > 0.0)
    return p


def _distance(x: Floats) -> Floats:
    """From points (m, 2) to the first arm (m,), as the larger of the two coordinates' differences."""
    arm = _first_arm((np.arange(PLACES) + 0.5) / PLACES)
    apart = [np.abs(x[:, axis, None] - arm[:, axis]) for axis in (0, 1)]  # (m, PLACES) each
    return np.asarray(np.maximum(*apart).min(axis=1))


def _share_within(x: Floats, noise: float) -> Floats:
    """How much of the first arm lies within ν of points (m, 2) in both coordinates: (m,), as shares of its parameter.

    Of each straight piece a + t(b − a) exactly: the t between those at which it enters and leaves the square.
    """
    ends = _first_arm(np.arange(PIECES + 1) / PIECES)
    enters, leaves = np.zeros((len(x), PIECES)), np.ones((len(x), PIECES))
    for axis in (0, 1):
        start, step = ends[:-1, axis], np.diff(ends[:, axis])
        middle, half = (x[:, axis, None] - start) / step, noise / np.abs(step)
        np.maximum(enters, middle - half, out=enters)
        np.minimum(leaves, middle + half, out=leaves)
    return np.asarray(np.maximum(leaves - enters, 0.0).mean(axis=1))
