"""Gradient checking: the slope of J from two nearby costs against the slope from back-propagation (the notes, 2.1.10).

‖g≈ − g‖/(‖g≈‖ + ‖g‖) per layer and parameter, two-sided differences, float64. Below 1e-7 the gradient is right;
above 1e-3 it is wrong. Dropout draws a new network each time, so it must be frozen first.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import GradientCheckError
from engine.trainer import Trainer
from engine.twin import twin
from engine.values import dataclass

RIGHT, WRONG = 1e-7, 1e-3
NOISE = 1e-5  # of the whole gradient: so much may rounding in float32 leave of one that vanishes


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
    """Check every parameter on the first training samples, without a trace in the run.

    Differences of single precision drown in rounding: a float32 run is checked by its twin in float64, and where its
    own gradient is not the twin's but for rounding, that is the one compared. Raises GradientCheckError for dropout
    that is not frozen, and for a frozen mask in float32, which a twin does not have.
    """
    dropouts = [one for one in trainer.network.training_pass(_count(trainer, samples)).dropouts if one is not None]
    if any(not drop.frozen for drop in dropouts):
        raise GradientCheckError(
            "keep_prob: dropout draws a new network at each cost; freeze its mask or switch it off"
        )
    own = trainer
    if trainer.network.dtype != np.float64:
        if dropouts:
            raise GradientCheckError("dtype: float32 is too coarse for differences of 1e-7 under dropout; use float64")
        trainer = twin(trainer, dtype="float64")
    x, y = _first(trainer, samples)
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
    if own is not trainer:
        _, coarse = own.cost_and_gradient(*_first(own, samples))
        _put_in_what_differs(trainer, gradient, np.asarray(coarse, np.float64))
    return _compare(trainer, np.asarray(gradient, np.float64), np.asarray(numeric, np.float64))


def _count(trainer: Trainer, samples: int) -> int:
    return min(samples, len(trainer.prepared.x["train"]))


def _first(trainer: Trainer, samples: int) -> tuple[NDArray[Any], NDArray[Any]]:
    x, y = trainer.split("train")
    return x[:samples], y[:samples]


def _put_in_what_differs(trainer: Trainer, gradient: NDArray[Any], coarse: NDArray[np.float64]) -> None:
    """The run's own gradient (P,), layer by layer, where it is another one than rounding makes of its twin's."""
    whole = float(np.linalg.norm(gradient))
    for shape in trainer.network.layout.layers:
        for view in (shape.weights, shape.gammas, shape.betas if shape.batch_norm else shape.biases):
            ours, its = view(gradient), view(coarse)
            if relative_difference(its, ours) > WRONG and np.linalg.norm(its - ours) > NOISE * whole:
                np.copyto(ours, its)


def relative_difference(a: NDArray[Any], b: NDArray[Any]) -> float:
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
