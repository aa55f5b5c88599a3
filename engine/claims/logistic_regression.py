"""The notes, 1.1: a network without hidden layers, its cost, and descent along the mean of the samples' gradients."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.claims.claim import Claim, Clock, Figure
from engine.claims.runs import accuracy
from engine.experiment import Data, Experiment, Layer
from engine.hessian import hessian_of
from engine.presets import preset
from engine.trainer import Trainer

Float64 = NDArray[np.float64]

PLACES = 10_000  # (w, b) at which the curvature is looked at
LOOP = 500  # samples that the loop goes through


def straight_boundary() -> tuple[Figure, ...]:
    """Two clouds with one straight line, a ring without and with a hidden layer: test accuracies."""
    circle = preset("circle")
    return (
        Figure(name="two clouds, no hidden layer: test accuracy", value=accuracy(preset("gauss")), least=0.97),
        Figure(name="circle, no hidden layer: test accuracy", value=accuracy(replace(circle, layers=())), most=0.7),
        Figure(
            name="circle, one layer of 4 tanh units: test accuracy",
            value=accuracy(replace(circle, layers=(Layer(units=4),))),
            least=0.97,
        ),
    )


def convex_cost() -> tuple[Figure, ...]:
    """The lowest eigenvalue of J's Hessian at 10 000 places (w, b), for both losses on the same samples."""
    data = Data(kind="gauss", samples=40, noise=50.0)
    found = {}
    for loss in ("squared-error", "cross-entropy"):
        trainer = Trainer(Experiment(data=data, layers=(), loss=loss, dtype="float64"))
        places = np.random.default_rng(0).normal(0.0, 2.0, (PLACES, trainer.parameters.size))
        gradient = partial(_gradient_at, trainer, *trainer.split("train"))
        eigenvalues = np.linalg.eigvalsh([hessian_of(gradient, place) for place in places])
        found[loss] = float((eigenvalues[:, 0] / np.abs(eigenvalues).max(axis=1)).min())
    return (
        Figure(
            name="squared error: lowest curvature, as a share of the highest", value=found["squared-error"], most=-0.01
        ),
        Figure(
            name="cross-entropy: lowest curvature, as a share of the highest", value=found["cross-entropy"], least=-1e-6
        ),
    )


def _gradient_at(trainer: Trainer, x: NDArray[Any], y: NDArray[Any], theta: Float64) -> Float64:
    trainer.parameters = theta
    return np.asarray(trainer.cost_and_gradient(x, y)[1], np.float64)


def mean_of_gradients() -> tuple[Figure, ...]:
    """The gradient of a batch against the mean of the gradients of its samples, one at a time."""
    trainer = Trainer(replace(preset("gauss"), dtype="float64"))
    x, y = (part[:LOOP] for part in trainer.split("train"))
    _, whole = trainer.cost_and_gradient(x, y)
    singles = [trainer.cost_and_gradient(x[k : k + 1], y[k : k + 1])[1] for k in range(len(x))]
    furthest = float(np.abs(whole - np.mean(singles, axis=0)).max())
    return (
        Figure(name="largest difference of the two gradients", value=furthest, most=1e-12),
        Figure(name="largest number in the gradient", value=float(np.abs(whole).max()), least=1e-3),
    )


def loop_over_vectorised(clock: Clock) -> tuple[Figure, ...]:
    """How many times as long a loop over the samples takes: the best of five turns each. ``clock`` gives seconds."""
    trainer = Trainer(preset("gauss"))
    x, y = (part[:LOOP] for part in trainer.split("train"))
    ones = [(x[k : k + 1], y[k : k + 1]) for k in range(len(x))]
    best = {"loop": np.inf, "vectorised": np.inf}
    for _ in range(5):
        begun = clock()
        for one in ones:
            trainer.cost_and_gradient(*one)
        between = clock()
        trainer.cost_and_gradient(x, y)
        best["vectorised"] = min(best["vectorised"], clock() - between)
        best["loop"] = min(best["loop"], between - begun)
    return (Figure(name="times as long by a loop over the samples", value=best["loop"] / best["vectorised"]),)


CLAIMS = (
    Claim(
        section="1.1.1",
        name="logistic-regression",
        title="Logistic regression",
        says="A straight boundary solves two clouds but not a ring; one hidden layer of four tanh units solves both.",
        measure=straight_boundary,
    ),
    Claim(
        section="1.1.2",
        name="convex-cost",
        title="Loss and cost",
        says="Behind a sigmoid, squared error is not convex in the weights; cross-entropy is.",
        measure=convex_cost,
    ),
    Claim(
        section="1.1.3",
        name="mean-gradient",
        title="Gradient descent",
        says="The gradient of a batch is the mean of its samples' gradients, and one product beats a loop.",
        measure=mean_of_gradients,
        timed=loop_over_vectorised,
    ),
)
