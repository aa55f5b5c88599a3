"""Two surfaces to fit, as in TensorFlow Playground (``dataset.ts``, ``regressPlane`` and ``regressGaussian``).

Points are U(−6, 6)². The target is the height of the surface at the point moved by U(−6, 6)·ν along each axis; the
point itself stays.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from engine.data.bayes import BayesError, monte_carlo
from engine.data.dataset import Floats

HALF_WIDTH = 6.0
BUMP_CENTRES = np.array([[-4.0, 2.5], [0.0, 2.5], [4.0, 2.5], [-4.0, -2.5], [0.0, -2.5], [4.0, -2.5]])
BUMP_SIGNS = np.array([1.0, -1.0, 1.0, -1.0, 1.0, -1.0])
BUMP_RADIUS = 2.0


def plane_height(x: Floats) -> Floats:
    """(x₁ + x₂)/10 at points (m, 2): (m,)."""
    return np.asarray((x[:, 0] + x[:, 1]) / 10.0)


def bumps_height(x: Floats) -> Floats:
    """Height (m,) at points (m, 2) of six cones max(0, 1 − d/2) with their signs; where they overlap the highest."""
    distance = np.hypot(x[:, :1] - BUMP_CENTRES[:, 0], x[:, 1:] - BUMP_CENTRES[:, 1])  # (m, 6)
    height = np.maximum(0.0, 1.0 - distance / BUMP_RADIUS)
    tallest = height.argmax(axis=1)
    return np.asarray(BUMP_SIGNS[tallest] * height[np.arange(len(x)), tallest])


def sample_plane(samples: int, noise: float, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """Points (m, 2) and heights (m,) of the plane."""
    x, place = _points(samples, noise, rng)
    return x, plane_height(place)


def sample_bumps(samples: int, noise: float, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """Points (m, 2) and heights (m,) of the six bumps."""
    x, place = _points(samples, noise, rng)
    return x, bumps_height(place)


def plane_least_error(noise: float) -> BayesError:
    """Var(y | x) = 2·(12ν)²/12 / 100 = 0.24ν², the same everywhere."""
    return BayesError(value=0.24 * noise**2)


@lru_cache(maxsize=128)
def bumps_least_error(noise: float) -> BayesError:
    """E[Var(y | x)]: half the mean squared difference of two independent readings at the same point, 100 000 points."""
    if noise <= 0.0:
        return BayesError(value=0.0)
    rng = np.random.default_rng(20_250_103)
    draws = HALF_WIDTH * (2.0 * rng.random((100_000, 6)) - 1.0)
    x = draws[:, :2]
    first, second = bumps_height(x + noise * draws[:, 2:4]), bumps_height(x + noise * draws[:, 4:])
    return monte_carlo(0.5 * (first - second) ** 2)


def _points(samples: int, noise: float, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """The points (m, 2) and the places (m, 2) where their targets are read off."""
    draws = HALF_WIDTH * (2.0 * rng.random((samples, 4)) - 1.0)
    return draws[:, :2], draws[:, :2] + noise * draws[:, 2:]
