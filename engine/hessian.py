"""The curvature of J at one point: its Hessian, by central differences of the gradient, and the spectrum of that.

Positive eigenvalues only: a minimum's neighbourhood. Some negative: a saddle, as nearly every flat point of a large
network is (the notes, 2.2.7; Dauphin et al. 2014). Their ratio, the condition number, says how elongated a bowl is and
so how long gradient descent zigzags in it (the notes, 2.1.7). Where a ReLU or L1 has a kink J has no Hessian; what is
found there is that of the pieces on either side, as long as no kink lies within 1e-5 of the point.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from engine.errors import ExperimentError
from engine.trainer import Trainer
from engine.twin import twin
from engine.values import dataclass

Float64 = NDArray[np.float64]

MOST_PARAMETERS = 300  # P² numbers from 2P gradients: beyond this it is no longer a matter of a moment
SAMPLES = 1024
STEP = 1e-5  # rounding over it, 1e-16/1e-5, and its square's truncation are both near 1e-11
TOLERANCE = 1e-6  # of the largest |eigenvalue|: below it an eigenvalue counts as 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Spectrum:
    """What the eigenvalues (P,), ascending, say. positive, zero, negative: shares of them, adding up to 1.

    condition: largest over smallest where all are positive (J is a bowl); infinite where some are 0 and none negative
    (a valley with a flat floor); NaN where one is negative, because the notion belongs to convex functions.
    """

    eigenvalues: Float64
    positive: float
    zero: float
    negative: float
    condition: float


def hessian(trainer: Trainer, *, samples: int = SAMPLES) -> Float64:
    """d²J/dθ² (P, P), penalties included, on the first training samples, in double precision whatever the run's.

    Dropout is off; batch norm uses the batch's statistics, through which it is differentiated. The trainer is only
    read. Raises ExperimentError for more than 300 parameters or samples below 1.
    """
    size = trainer.parameters.size
    if size > MOST_PARAMETERS:
        raise ExperimentError("parameters", size, f"a network of at most {MOST_PARAMETERS} parameters")
    if samples < 1:
        raise ExperimentError("samples", samples, "a whole number of at least 1")
    double = twin(trainer, dtype="float64", dropout=False)
    x, y = double.split("train")
    x, y = x[:samples], y[:samples]

    def gradient(theta: Float64) -> Float64:
        double.parameters = theta
        return np.asarray(double.cost_and_gradient(x, y)[1], np.float64)

    return hessian_of(gradient, np.array(trainer.parameters, np.float64))


def hessian_of(gradient: Callable[[Float64], Float64], theta: Float64) -> Float64:
    """The Hessian (P, P) at θ (P,) of any function with this gradient, made symmetric."""
    columns = np.empty((theta.size, theta.size))
    for index in range(theta.size):
        step = np.zeros_like(theta)
        step[index] = STEP * max(1.0, abs(theta[index]))
        columns[index] = (gradient(theta + step) - gradient(theta - step)) / (2 * step[index])
    return np.asarray((columns + columns.T) / 2)


def spectrum(H: Float64, *, tolerance: float = TOLERANCE) -> Spectrum:
    """Eigenvalues of a symmetric matrix (P, P) and what they say; ``tolerance`` is a share of the largest |λ|."""
    eigenvalues = np.asarray(np.linalg.eigvalsh(H), np.float64)
    limit = tolerance * float(np.abs(eigenvalues).max())
    positive, negative = float((eigenvalues > limit).mean()), float((eigenvalues < -limit).mean())
    return Spectrum(
        eigenvalues=eigenvalues,
        positive=positive,
        zero=1.0 - positive - negative,
        negative=negative,
        condition=_condition(eigenvalues, limit),
    )


def _condition(eigenvalues: Float64, limit: float) -> float:
    smallest, largest = float(eigenvalues[0]), float(eigenvalues[-1])
    if smallest < -limit:
        return float("nan")
    return largest / smallest if smallest > limit else float("inf")
