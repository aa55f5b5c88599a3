"""Landscapes of two parameters on which optimisers race: one row each, and the descent itself.

They are functions one can write down, so that what an optimiser does can be compared with what it should do (the
notes, 2.2.3 to 2.2.7). ``descend`` runs the very update calls that train networks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.errors import ExperimentError
from engine.experiment import Optimizer
from engine.optimizers import OPTIMIZERS, Coefficients
from engine.program import Program
from engine.values import dataclass

Float64 = NDArray[np.float64]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """One row. f: θ (..., 2) -> heights (...); gradient: θ (..., 2) -> (..., 2), any leading axes.

    start: where a race begins. minima: the lowest points, all equally low. low, high: what to show, on both axes.
    """

    name: str
    title: str
    formula: str
    about: str
    f: Callable[[Float64], Float64]
    gradient: Callable[[Float64], Float64]
    start: Point
    minima: tuple[Point, ...]
    low: Point
    high: Point


def ravine(condition: float) -> Surface:
    """½(x² + κy²): a bowl κ times steeper across than along; gradient descent is stable up to α = 2/κ.

    Raises ExperimentError unless κ ≥ 1.
    """
    if not 1.0 <= condition < np.inf:
        raise ExperimentError("condition", condition, "a number of at least 1")
    curvature = np.array([1.0, condition])  # the Hessian's diagonal, everywhere
    return Surface(
        name="ravine",
        title="Ravine",
        formula=f"½(x² + {condition:g}·y²)",
        about="Steep across, gentle along: gradient descent zigzags, momentum averages the zigzag away.",
        f=lambda theta: np.asarray(0.5 * (theta * theta) @ curvature),
        gradient=lambda theta: theta * curvature,
        start=(-4.0, 1.0),
        minima=((0.0, 0.0),),
        low=(-5.0, -2.0),
        high=(2.0, 2.0),
    )


def _saddle(theta: Float64) -> Float64:
    x, y = theta[..., 0], theta[..., 1]
    return np.asarray(0.5 * x**2 - 0.5 * y**2 + 0.25 * y**4)


def _saddle_gradient(theta: Float64) -> Float64:
    x, y = theta[..., 0], theta[..., 1]
    return np.stack([x, y**3 - y], axis=-1)


def _plateau(theta: Float64) -> Float64:
    return np.asarray(1.0 - np.exp(-0.5 * np.square(theta).sum(axis=-1)))


def _plateau_gradient(theta: Float64) -> Float64:
    return np.asarray(theta * np.exp(-0.5 * np.square(theta).sum(axis=-1, keepdims=True)))


def _many_minima(theta: Float64) -> Float64:
    return np.asarray((0.25 * theta**2 + 1.0 - np.cos(np.pi * theta)).sum(axis=-1))


def _many_minima_gradient(theta: Float64) -> Float64:
    return np.asarray(0.5 * theta + np.pi * np.sin(np.pi * theta))


SURFACES: Mapping[str, Surface] = {
    row.name: row
    for row in (
        ravine(25.0),
        Surface(
            name="saddle",
            title="Saddle",
            formula="½x² − ½y² + ¼y⁴",
            about="Flat at (0, 0), up along x and down along y; from beside the ridge one has to leave it sideways.",
            f=_saddle,
            gradient=_saddle_gradient,
            start=(-1.8, 0.001),
            minima=((0.0, 1.0), (0.0, -1.0)),
            low=(-2.0, -1.6),
            high=(1.0, 1.6),
        ),
        Surface(
            name="plateau",
            title="Plateau",
            formula="1 − exp(−½(x² + y²))",
            about="Nearly level far out: gradient descent crawls, steps of Adam and RMSprop keep their length.",
            f=_plateau,
            gradient=_plateau_gradient,
            start=(-3.0, 1.5),
            minima=((0.0, 0.0),),
            low=(-4.0, -2.5),
            high=(2.0, 2.5),
        ),
        Surface(
            name="many-minima",
            title="Many minima",
            formula="Σ ¼θ² + 1 − cos πθ",
            about="A bowl with dents (after Rastrigin 1974): who is slow enough stops in the first one.",
            f=_many_minima,
            gradient=_many_minima_gradient,
            start=(-3.6, 2.6),
            minima=((0.0, 0.0),),
            low=(-4.5, -4.5),
            high=(4.5, 4.5),
        ),
    )
}


def descend(surface: Surface, optimizer: Optimizer, steps: int, *, start: ArrayLike | None = None) -> Float64:
    """The way of an optimiser: θ after 0, 1, …, steps updates, (steps + 1, 2).

    Where θ stops being finite the descent has diverged, and every later row is NaN. Raises ExperimentError for
    negative steps or a start of another shape than (2,).
    """
    first = np.array(surface.start if start is None else start, np.float64)
    if first.shape != (2,):
        raise ExperimentError("start", first.shape, "two numbers (2,)")
    if steps < 0:
        raise ExperimentError("steps", steps, "a whole number of at least 0")
    path = np.full((steps + 1, 2), np.nan)
    path[0] = first
    theta, G = first.copy(), np.zeros((2, 2))  # G: the gradient, and room for its square
    update = _update(optimizer, theta, G)
    with np.errstate(all="ignore"):
        for step in range(1, steps + 1):
            np.copyto(G[0], surface.gradient(theta))
            update()
            if not np.isfinite(theta).all():
                break
            path[step] = theta
    return path


def _update(optimizer: Optimizer, theta: Float64, G: Float64) -> Callable[[], None]:
    """One step of an optimiser on θ, in place, as a function."""
    rule, coefficients, program = OPTIMIZERS[optimizer.kind], Coefficients(theta.dtype), Program()
    coefficients.set(optimizer, optimizer.learning_rate)
    if rule.corrects:
        program.do("t := t + 1", coefficients.next_step)
    rule.update(program.do, theta, G, np.zeros((len(rule.states), 2)), np.zeros((2, 2)), coefficients)
    return program.function()
