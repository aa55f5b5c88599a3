"""Above or below a wave: x₂ against f(x₁) = 2·sin(1.3·x₁) + 0.3·x₁.

x ~ U(−5, 5)². The label is read off at the point moved up or down by U(−5, 5)·ν: 1 above the wave. The point stays.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.data.bayes import BayesError
from engine.data.dataset import Floats

HALF_WIDTH = 5.0


def wave_height(x1: Floats) -> Floats:
    """f (m,) at x₁ (m,)."""
    return 2.0 * np.sin(1.3 * x1) + 0.3 * x1


def sample_wave(samples: int, noise: float, rng: np.random.Generator) -> tuple[Floats, NDArray[np.int64]]:
    """Points (m, 2) and labels (m,), 1 above the wave."""
    draws = HALF_WIDTH * (2.0 * rng.random((samples, 3)) - 1.0)
    x = draws[:, :2]
    return x, (x[:, 1] + noise * draws[:, 2] >= wave_height(x[:, 0])).astype(np.int64)


def wave_posterior(x: Floats, noise: float) -> Floats:
    """P(y = 1 | x) (m,): the share of the way up and down, 5ν each, that lies above the wave."""
    above, reach = x[:, 1] - wave_height(x[:, 0]), HALF_WIDTH * noise
    return np.clip(0.5 + 0.5 * above / reach, 0.0, 1.0) if reach > 1e-9 else (above >= 0.0).astype(np.float64)


def wave_bayes_error(noise: float) -> BayesError:
    """ν/4: p runs as a straight line over 5ν to each side, ¼ of it wrong; the wave stays 2.5 from the edges or more."""
    return BayesError(value=noise / 4.0)
