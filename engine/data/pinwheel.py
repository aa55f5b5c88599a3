"""Five curved arms of a pinwheel, a class each.

Class k has r ~ U(0.6, 5.4) and stands at the angle 2πk/5 + 0.35·r, turned about the middle by a Gaussian angle with
standard deviation 0.12 + ν. The radius says nothing about the class, so all that counts is the angle from the arms.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from engine.data.bayes import BayesError, isotropic_normal, normal_cdf
from engine.data.dataset import Floats

ARMS = 5
RADII = (0.6, 5.4)
TWIST = 0.35  # radians per unit of the radius
NARROWEST = 0.12
_TURNS = np.arange(-4, 5)  # full turns beyond which a Gaussian angle has nothing left


def spread(noise: float) -> float:
    """σ of the angle in radians."""
    return NARROWEST + noise


def sample_pinwheel(samples: int, noise: float, rng: np.random.Generator) -> tuple[Floats, NDArray[np.int64]]:
    """Points (m, 2) and labels (m,) 0…4; the arms in turn."""
    draws = rng.random((samples, 3))
    y = np.arange(samples) % ARMS
    radius = RADII[0] + (RADII[1] - RADII[0]) * draws[:, 0]
    angle = 2.0 * np.pi * y / ARMS + TWIST * radius + spread(noise) * isotropic_normal(draws[:, 1:])[:, 0]
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1), y


def pinwheel_posterior(x: Floats, noise: float) -> Floats:
    """P(y = k | x) (m, 5): the densities of the angle from each arm, wrapped around the circle, as shares."""
    angle = np.arctan2(x[:, 1], x[:, 0]) - TWIST * np.hypot(x[:, 0], x[:, 1])
    apart = np.mod(angle[:, None] - 2.0 * np.pi * np.arange(ARMS) / ARMS + np.pi, 2.0 * np.pi) - np.pi  # (m, 5)
    exponents = -0.5 * ((apart[:, :, None] + 2.0 * np.pi * _TURNS) / spread(noise)) ** 2  # (m, 5, turns)
    density = np.exp(exponents - exponents.max(axis=(1, 2), keepdims=True)).sum(axis=2)
    return np.asarray(density / density.sum(axis=1, keepdims=True))


def pinwheel_bayes_error(noise: float) -> BayesError:
    """1 − P(the angle stays within the arm's fifth of the circle, whole turns put aside)."""
    half, sigma = math.pi / ARMS, spread(noise)
    stays = sum(
        normal_cdf((2.0 * math.pi * turn + half) / sigma) - normal_cdf((2.0 * math.pi * turn - half) / sigma)
        for turn in _TURNS.tolist()
    )
    return BayesError(value=1.0 - stays)
