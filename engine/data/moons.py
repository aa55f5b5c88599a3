"""Two half circles that reach into each other.

Upper moon (class 1): 3·(cos t − ½, sin t − ¼); lower moon (class 0): 3·(½ − cos t, ¼ − sin t); t ~ U(0, π).
Each point is moved by a Gaussian step with standard deviation 2ν along each axis.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.data.bayes import BayesError, isotropic_normal, monte_carlo
from engine.data.dataset import Floats

SCALE = 3.0
SPREAD = 2.0
NARROWEST = 0.02  # σ below which the moons are as good as lines


def sample_moons(samples: int, noise: float, rng: np.random.Generator) -> tuple[Floats, NDArray[np.int64]]:
    """Points (m, 2) and labels (m,); the moons in turn, beginning with the upper one, class 1."""
    draws = rng.random((samples, 3))
    y = 1 - np.arange(samples) % 2
    upper = _upper_moon(np.pi * draws[:, 0])
    return np.where(y[:, None] == 1, upper, -upper) + SPREAD * noise * isotropic_normal(draws[:, 1:]), y


def moons_posterior(x: Floats, noise: float) -> Floats:
    """P(y = 1 | x) (m,): the ratio of the two densities, each an average of Gaussians along its moon.

    The spread is taken as at least 0.02, so that the boundary without noise is the line halfway between the moons.
    """
    sigma = max(SPREAD * noise, NARROWEST)
    places = int(min(512, max(48, np.ceil(2.0 * np.pi * SCALE / sigma))))
    upper = _upper_moon((np.arange(places) + 0.5) / places * np.pi)
    logit = _log_density(x, upper, sigma) - _log_density(x, -upper, sigma)
    return 0.5 * (1.0 + np.tanh(0.5 * logit))


@lru_cache(maxsize=128)
def moons_bayes_error(noise: float) -> BayesError:
    """Mean of min(p, 1 − p) over 10 000 seeded points of the set."""
    if SPREAD * noise < NARROWEST:
        return BayesError(value=0.0)  # the moons are 50 standard deviations apart
    x, _ = sample_moons(10_000, noise, np.random.default_rng(20_250_102))
    p = moons_posterior(x, noise)
    return monte_carlo(np.minimum(p, 1.0 - p))


def _upper_moon(t: Floats) -> Floats:
    """Places (k, 2) at the angles t (k,); the lower moon is their negative."""
    return SCALE * np.stack([np.cos(t) - 0.5, np.sin(t) - 0.25], axis=1)


def _log_density(x: Floats, places: Floats, sigma: float) -> Floats:
    """log Σ exp(−‖x − place‖²/2σ²) (m,), up to a constant that both moons share."""
    parts = []
    for part in np.array_split(x, max(1, len(x) // 1024)):
        square = (part[:, :1] - places[:, 0]) ** 2 + (part[:, 1:] - places[:, 1]) ** 2  # (m, k)
        nearest = square.min(axis=1, keepdims=True)
        total = np.exp((nearest - square) / (2.0 * sigma**2)).sum(axis=1)
        parts.append(np.log(total) - nearest[:, 0] / (2.0 * sigma**2))
    return np.concatenate(parts)
