"""Circle: a disc inside a ring, as in TensorFlow Playground (``dataset.ts``, ``classifyCircleData``).

Half of the points have r ~ U(0, 2.5), half r ~ U(3.5, 5), all angles alike. The label is read off at the point moved by
U(−5, 5)·ν along each axis: 1 where that place lies inside radius 2.5. The point itself stays.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.data.bayes import BayesError
from engine.data.dataset import Floats
from engine.data.disc import covered_share

RADIUS = 5.0
BOUNDARY = 2.5
GAP = 3.5


def sample_circle(samples: int, noise: float, rng: np.random.Generator) -> tuple[Floats, NDArray[np.int64]]:
    """Points (m, 2) and labels (m,), 1 inside; drawn for the disc and the ring in turn."""
    draws = rng.random((samples, 4))
    inner = np.arange(samples) % 2 == 0
    radius = np.where(inner, BOUNDARY * draws[:, 0], GAP + (RADIUS - GAP) * draws[:, 0])
    angle = 2.0 * np.pi * draws[:, 1]
    x = np.stack([radius * np.sin(angle), radius * np.cos(angle)], axis=1)
    place = x + RADIUS * noise * (2.0 * draws[:, 2:] - 1.0)
    return x, (np.hypot(place[:, 0], place[:, 1]) < BOUNDARY).astype(np.int64)


def circle_posterior(x: Floats, noise: float) -> Floats:
    """P(y = 1 | x) (m,): the share of the square of side 10ν around x that the disc covers."""
    return covered_share(x, BOUNDARY, RADIUS * noise)


@lru_cache(maxsize=128)
def circle_bayes_error(noise: float) -> BayesError:
    """E[min(p, 1 − p)] by the midpoint rule over radius and an eighth of a turn (the rest is its mirror image)."""
    shares = (np.arange(400) + 0.5) / 400
    angle = (np.arange(64) + 0.5) / 64 * (np.pi / 4.0)
    means = []
    for start, end in ((0.0, BOUNDARY), (GAP, RADIUS)):
        radius = start + (end - start) * shares
        x = np.stack([np.outer(radius, np.sin(angle)).ravel(), np.outer(radius, np.cos(angle)).ravel()], axis=1)
        p = circle_posterior(x, noise)
        means.append(float(np.minimum(p, 1.0 - p).mean()))
    return BayesError(value=sum(means) / 2.0, method="quadrature")
