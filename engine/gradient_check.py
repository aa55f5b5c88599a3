"""Gradient checking: the slope of J from two nearby costs against the slope from back-propagation (the notes, 2.1.10).

‖g≈ − g‖/(‖g≈‖ + ‖g‖) per layer and parameter, two-sided differences, float64. Below 1e-7 the gradient is right;
above 1e-3 it is wrong. Dropout draws a new network each time, so it must be frozen first.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.errors import GradientCheckError
from engine.trainer import Trainer

RIGHT, WRONG = 1e-7, 1e-3


@dataclass(frozen=True, slots=True, kw_only=True)
class GradientCheck:
    """One row of the result. parameter: "W", "b", "gamma" or "beta"; difference: the ratio above; worst: the index
    in the flat vector of the parameter that differs most; verdict: "right", "doubtful" or "wrong"."""

    layer: int
    parameter: str
    difference: float
    worst: int
    verdict: str


def check_gradients(trainer: Trainer, *, samples: int = 20, epsilon: float = 1e-6) -> tuple[GradientCheck, ...]:
    """Check every parameter of a float64 trainer on its first training samples.

    Raises GradientCheckError for float32 (differences drown in rounding) and for dropout that is not frozen.
    """
    network = trainer.network
    if network.dtype != np.float64:
        raise GradientCheckError(f"dtype: {network.dtype.name} is too coarse for differences of 1e-7; use float64")
    x, y = trainer.split("train")
    x, y = x[:samples], y[:samples]
    if any(drop is not None and not drop.frozen for drop in network.training_pass(len(x)).dropouts):
        raise GradientCheckError(
            "keep_prob: dropout draws a new network at each cost; freeze its mask or switch it off"
        )
    _, gradient = trainer.cost_and_gradient(x, y)
    numeric = np.empty_like(gradient)
    theta = trainer.parameters
    for index in range(theta.size):
        kept = theta[index]
        theta[index] = kept + epsilon
        above, _ = trainer.cost_and_gradient(x, y)
        theta[index] = kept - epsilon
        below, _ = trainer.cost_and_gradient(x, y)
        theta[index] = kept
        numeric[index] = (above - below) / (2 * epsilon)
    return _compare(trainer, np.asarray(gradient, np.float64), np.asarray(numeric, np.float64))


def relative_difference(a: NDArray[np.float64], b: NDArray[np.float64]) -> float:
    """‖a − b‖/(‖a‖ + ‖b‖); 0 when both are zero."""
    total = float(np.linalg.norm(a) + np.linalg.norm(b))
    return float(np.linalg.norm(a - b)) / total if total else 0.0


def _compare(trainer: Trainer, ours: NDArray[np.float64], numeric: NDArray[np.float64]) -> tuple[GradientCheck, ...]:
    rows: list[GradientCheck] = []
    positions = np.arange(ours.size, dtype=np.float64)
    for number, shape in enumerate(trainer.network.layout.layers, start=1):
        views = {"W": shape.weights, "gamma": shape.gammas, "beta": shape.betas}
        if not shape.batch_norm:
            views = {"W": shape.weights, "b": shape.biases}
        for name, view in views.items():
            a, b = np.asarray(view(ours)).ravel(), np.asarray(view(numeric)).ravel()
            difference = relative_difference(a, b)
            worst = int(np.asarray(view(positions)).ravel()[np.argmax(np.abs(a - b))])
            verdict = "right" if difference < RIGHT else "wrong" if difference > WRONG else "doubtful"
            rows.append(
                GradientCheck(layer=number, parameter=name, difference=difference, worst=worst, verdict=verdict)
            )
    return tuple(rows)
