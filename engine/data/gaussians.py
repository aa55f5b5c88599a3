"""Round clouds: two (TensorFlow Playground's ``classifyTwoGaussData``) and three, alike but for their centres.

Noise is the spread itself: the variance of each coordinate is 0.5 + 7ν.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from engine.data.bayes import BayesError, isotropic_normal, normal_cdf
from engine.data.dataset import Floats

TWO_CENTRES = np.array([[-2.0, -2.0], [2.0, 2.0]])  # class 0, class 1
BLOB_RADIUS = 3.5
BLOB_CENTRES = BLOB_RADIUS * np.array(
    [[0.0, 1.0], [-math.sqrt(0.75), -0.5], [math.sqrt(0.75), -0.5]]
)  # a triangle with equal sides


def variance(noise: float) -> float:
    """σ² of each coordinate."""
    return 0.5 + 7.0 * noise


def sample_gauss(samples: int, noise: float, rng: np.random.Generator) -> tuple[Floats, NDArray[np.int64]]:
    """Points (m, 2) and labels (m,), 1 around (2, 2); the classes in turn, beginning with 1."""
    y = 1 - np.arange(samples) % 2
    return TWO_CENTRES[y] + math.sqrt(variance(noise)) * isotropic_normal(rng.random((samples, 2))), y


def sample_blobs(samples: int, noise: float, rng: np.random.Generator) -> tuple[Floats, NDArray[np.int64]]:
    """Points (m, 2) and labels (m,) 0, 1, 2 in turn."""
    y = np.arange(samples) % 3
    return BLOB_CENTRES[y] + math.sqrt(variance(noise)) * isotropic_normal(rng.random((samples, 2))), y


def gauss_posterior(x: Floats, noise: float) -> Floats:
    """P(y = 1 | x) (m,) = σ(4(x₁ + x₂)/σ²), the ratio of the two densities."""
    logit = 4.0 * (x[:, 0] + x[:, 1]) / variance(noise)
    return 0.5 * (1.0 + np.tanh(0.5 * logit))  # the logistic function without overflow


def blobs_posterior(x: Floats, noise: float) -> Floats:
    """P(y = k | x) (m, 3): the softmax of −‖x − centre‖²/2σ²."""
    logits = x @ BLOB_CENTRES.T / variance(noise)  # ‖x‖² and ‖centre‖² are the same for every class
    weights = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(weights / weights.sum(axis=1, keepdims=True))


def gauss_bayes_error(noise: float) -> BayesError:
    """Φ(−2√2/σ): half the distance of the centres in standard deviations."""
    return BayesError(value=normal_cdf(-2.0 * math.sqrt(2.0 / variance(noise))))


def blobs_bayes_error(noise: float) -> BayesError:
    """1 − P(a point stays within the 120° wedge around its own centre), as an integral along the wedge's axis."""
    sigma = math.sqrt(variance(noise))
    far = BLOB_RADIUS + 9.0 * sigma
    nodes, weights = np.polynomial.legendre.leggauss(200)
    t = 0.5 * far * (nodes + 1.0)  # distance from the middle of the triangle along the axis
    across = np.array([2.0 * normal_cdf(math.sqrt(3.0) * at / sigma) - 1.0 for at in t])
    density = np.exp(-0.5 * ((t - BLOB_RADIUS) / sigma) ** 2) / (sigma * math.sqrt(2.0 * math.pi))
    return BayesError(value=1.0 - 0.5 * far * float(weights @ (density * across)), method="quadrature")
