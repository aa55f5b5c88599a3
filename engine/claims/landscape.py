"""The notes, 2.2.7: saddle points are what one meets in many dimensions, not local minima."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.claims.claim import Claim, Figure
from engine.hessian import hessian, spectrum
from engine.presets import preset
from engine.trainer import Trainer

Float64 = NDArray[np.float64]
DIMENSIONS = (1, 2, 4, 8)
WAVES, STARTS, ROUNDS = 60, 600, 60
LONGEST = 0.5  # of a Newton step, so that it stays with the point it began beside


def critical_points() -> tuple[Figure, ...]:
    """Of the places where the slope of a random landscape is 0, the share that are minima, by dimension."""
    shares = [_share_of_minima(dimensions) for dimensions in DIMENSIONS]
    figures = [
        Figure(
            name=f"share of critical points that are minima, {dimensions} dimensions",
            value=share,
            most=1.0 if before is None else 0.6 * before,
        )
        for dimensions, share, before in zip(DIMENSIONS, shares, (None, *shares), strict=False)
    ]
    start = Trainer(preset("circle"))
    trained = Trainer(preset("circle"))
    trained.run(300)
    return (
        *figures,
        Figure(name="circle network before training: share of directions that go down", value=_negative(start)),
        Figure(name="circle network after 300 epochs: share of directions that go down", value=_negative(trained)),
    )


def _negative(trainer: Trainer) -> float:
    return spectrum(hessian(trainer)).negative


def _share_of_minima(dimensions: int) -> float:
    """Σ cos(k·θ + φ) with random k and φ: Newton's method goes to the nearest critical point of any kind."""
    random = np.random.default_rng(0)
    K, phase = random.normal(size=(WAVES, dimensions)), random.uniform(0.0, 2.0 * np.pi, WAVES)
    theta = random.uniform(-20.0, 20.0, (STARTS, dimensions))
    for _ in range(ROUNDS):
        slope, H = _slope_and_curvature(K, phase, theta)
        step = np.linalg.solve(H, slope[..., None])[..., 0]
        length = np.linalg.norm(step, axis=1, keepdims=True)
        theta -= step * np.minimum(1.0, LONGEST / np.maximum(length, 1e-300))
    slope, H = _slope_and_curvature(K, phase, theta)
    found = np.abs(slope).max(axis=1) < 1e-9
    eigenvalues = np.linalg.eigvalsh(H[found])
    return float((eigenvalues > 0.0).all(axis=1).mean())


def _slope_and_curvature(K: Float64, phase: Float64, theta: Float64) -> tuple[Float64, Float64]:
    """Gradient (S, n) and Hessian (S, n, n) at places θ (S, n)."""
    angle = theta @ K.T + phase  # (S, waves)
    return -np.sin(angle) @ K, -np.einsum("sw,wi,wj->sij", np.cos(angle), K, K, optimize=True)


CLAIMS = (
    Claim(
        section="2.2.7",
        name="critical-points",
        title="Local optima and saddle points",
        says="The more dimensions, the smaller the share of critical points that are minima: nearly all are saddles.",
        measure=critical_points,
    ),
)
