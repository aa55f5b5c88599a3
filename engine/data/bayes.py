"""The error that no classifier can go below on a generated set, and how surely it is known."""

from __future__ import annotations

import math
from typing import Literal

import numpy as np

from engine.data.dataset import Floats
from engine.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class BayesError:
    """Least attainable share of wrong answers; for regression the least attainable mean squared error.

    standard_error is that of a Monte Carlo estimate; 0 for a closed form or a quadrature (whose own error is < 1e-4).
    """

    value: float
    standard_error: float = 0.0
    method: Literal["closed form", "quadrature", "Monte Carlo"] = "closed form"


def monte_carlo(values: Floats) -> BayesError:
    """The mean of independent draws (k,) with its standard error s/√k."""
    return BayesError(
        value=float(values.mean()),
        standard_error=float(values.std(ddof=1) / math.sqrt(values.size)),
        method="Monte Carlo",
    )


def normal_cdf(z: float) -> float:
    """Φ(z), the share of a standard normal variable below z."""
    return 0.5 * math.erfc(-z / math.sqrt(2.0))


def isotropic_normal(uniform: Floats) -> Floats:
    """Standard normal points in the plane (m, 2) from uniform draws (m, 2) in [0, 1).

    Box and Muller, "A note on the generation of random normal deviates" (1958). Used instead of the generator's own
    normal draws so that sample k depends on its own uniform draws alone: more samples never move the first ones.
    """
    radius = np.sqrt(-2.0 * np.log1p(-uniform[:, 0]))
    angle = 2.0 * np.pi * uniform[:, 1]
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)  # (m, 2)
