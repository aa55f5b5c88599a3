"""Two spirals, as in TensorFlow Playground (``dataset.ts``, ``classifySpiralData``).

For i = 0…n−1, n = m/2: r = 5i/n, t = 1.75·(i/n)·2π (+π for class 0), x = (r sin t, r cos t) + U(−1, 1)²·ν.
Noise moves the points themselves.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.data.bayes import BayesError, monte_carlo
from engine.data.dataset import Floats

RADIUS = 5.0
TURNS = 1.75


def sample_spiral(samples: int, noise: float, rng: np.random.Generator) -> tuple[Floats, NDArray[np.int64]]:
    """Points (m, 2) and labels (m,); the two arms in turn from the middle outwards, beginning with class 1."""
    index = np.arange(samples)
    y = 1 - index % 2
    arm = _first_arm((index // 2) / (samples / 2.0))
    return np.where(y[:, None] == 1, arm, -arm) + noise * (2.0 * rng.random((samples, 2)) - 1.0), y


@lru_cache(maxsize=128)
def spiral_bayes_error(noise: float) -> BayesError:
    """Mean of the smaller of the two posteriors over points of the set, with every place along an arm equally likely.

    The density of an arm at x is the share of the arm that lies within ν of x in both coordinates (from 2048 places).
    The arms are mirror images, so points of one arm suffice.
    """
    if noise <= 0.0:
        return BayesError(value=0.0)
    rng = np.random.default_rng(20_250_101)
    arm = _first_arm((np.arange(2048) + 0.5) / 2048)
    x = _first_arm(rng.random(4096)) + noise * (2.0 * rng.random((4096, 2)) - 1.0)
    errors = np.zeros(len(x))
    other = _places_near(x, -arm, noise)
    doubtful = other > 0.0
    own, other = _places_near(x[doubtful], arm, noise), other[doubtful]
    errors[doubtful] = np.minimum(own, other) / (own + other)
    return monte_carlo(errors)


def _first_arm(share: Floats) -> Floats:
    """Places (k, 2) on the arm of class 1 at shares (k,) of its parameter; the other arm is their negative."""
    r, t = RADIUS * share, TURNS * 2.0 * np.pi * share
    return np.stack([r * np.sin(t), r * np.cos(t)], axis=1)


def _places_near(x: Floats, arm: Floats, noise: float) -> Floats:
    """How many places of the arm (k, 2) lie within ν of each point (m, 2) in both coordinates: (m,)."""
    counts = [
        np.count_nonzero(
            (np.abs(part[:, :1] - arm[:, 0]) <= noise) & (np.abs(part[:, 1:] - arm[:, 1]) <= noise), axis=1
        )
        for part in np.array_split(x, 16)
    ]
    return np.concatenate(counts).astype(np.float64)
