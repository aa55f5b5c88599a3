"""Three rings around one middle, a class each.

Class k has r ~ U of ``BANDS[k]``, all angles alike. The label is read off at the point moved by U(−4, 4)·ν along each
axis: the ring within whose boundary, halfway across the gaps, that place lies. The point itself stays.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.data.bayes import BayesError
from engine.data.dataset import Floats
from engine.data.disc import covered_share

BANDS = np.array([[0.0, 1.2], [2.0, 3.2], [4.0, 5.2]])  # radii from and to
BOUNDARIES = (1.6, 3.6)
REACH = 4.0  # more would read most points of one ring as the next, and the error would fall again


def sample_rings(samples: int, noise: float, rng: np.random.Generator) -> tuple[Floats, NDArray[np.int64]]:
    """Points (m, 2) and labels (m,) 0, 1, 2 from the middle outwards; drawn for the rings in turn."""
    draws = rng.random((samples, 4))
    low, high = BANDS[np.arange(samples) % len(BANDS)].T
    radius, angle = low + (high - low) * draws[:, 0], 2.0 * np.pi * draws[:, 1]
    x = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    place = x + REACH * noise * (2.0 * draws[:, 2:] - 1.0)
    return x, np.digitize(np.hypot(place[:, 0], place[:, 1]), BOUNDARIES).astype(np.int64)


def rings_posterior(x: Floats, noise: float) -> Floats:
    """P(y = k | x) (m, 3): the shares of the square of side 8ν around x within each boundary."""
    within = [covered_share(x, boundary, REACH * noise) for boundary in BOUNDARIES]
    return np.stack([within[0], np.maximum(within[1] - within[0], 0.0), 1.0 - within[1]], axis=1)


@lru_cache(maxsize=128)
def rings_bayes_error(noise: float) -> BayesError:
    """E[1 − max p] by the midpoint rule over radius and an eighth of a turn (the rest is its mirror image)."""
    shares = (np.arange(400) + 0.5) / 400
    angle = (np.arange(64) + 0.5) / 64 * (np.pi / 4.0)
    means = []
    for low, high in BANDS:
        radius = low + (high - low) * shares
        x = np.stack([np.outer(radius, np.sin(angle)).ravel(), np.outer(radius, np.cos(angle)).ravel()], axis=1)
        means.append(float(1.0 - rings_posterior(x, noise).max(axis=1).mean()))
    return BayesError(value=sum(means) / len(means), method="quadrature")
