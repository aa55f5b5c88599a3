"""From which λ on a penalty shrinks every weight to zero, on these data and with this network.

Without a hidden layer the cost is convex and the answer of L1 is exact: w = 0 is the minimum as soon as λ₁/2m is no
smaller than the largest |∂L/∂w| there (Tibshirani 1996); L2 alone never gets a weight to zero. With hidden layers w = 0
is a saddle or a minimum that nothing but training can tell, so it is measured: lanes with rising λ, the same start, a
falling rate that lets them come to rest. The collapse is sharp: the product of the layers' norms falls a hundredfold
from one lane to the next.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from math import prod
from typing import Literal

import numpy as np

from engine.data.prepare import Prepared, prepare
from engine.evaluation import targets_of
from engine.experiment import Augmentation, EarlyStopping, Experiment, Optimizer, Penalty, Schedule
from engine.lanes import Lanes
from engine.values import dataclass

PenaltyName = Literal["l1", "l2"]

SHARES = np.logspace(-3.0, 0.5, 14)  # λ/m of the lanes
STEPS, RATE, BATCH = 500, 0.02, 64
COLLAPSED = 0.02  # product of the layers' ‖W‖; networks that learn anything have about 1 or more
MOST_PARAMETERS, MOST_LAYERS = 20_000, 8  # beyond, the measurement takes more than a second
BETWEEN = 20  # steps between two questions whether the answer is still wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The smallest λ₁ and λ found at which all weights collapse; None where there is none or it was not measured."""

    l1: float | None = None
    l2: float | None = None


def collapse_limits(experiment: Experiment, wanted: Callable[[], bool] = lambda: True) -> Limits:
    """Both limits, each penalty alone; none of what is not ``wanted`` any more. Raises what ``prepare`` raises."""
    prepared = prepare(experiment)
    if any(layer.batch_norm for layer in experiment.layers) or experiment.frozen:
        return Limits()  # batch norm makes the size of W meaningless, frozen weights do not shrink
    if not experiment.layers:
        return Limits(l1=_exact_l1(experiment, prepared))
    if _parameters(experiment, prepared) > MOST_PARAMETERS or len(experiment.layers) > MOST_LAYERS:
        return Limits()
    l2 = _measured(experiment, prepared, "l2", wanted)
    return Limits(l1=_measured(experiment, prepared, "l1", wanted), l2=l2)


def part_that_matters(experiment: Experiment) -> Experiment:
    """The experiment with all that does not move the limits at its default; equal parts have equal limits."""
    layers = tuple(replace(layer, keep_prob=1.0) for layer in experiment.layers)
    return replace(
        experiment,
        layers=layers,
        penalty=Penalty(),
        optimizer=Optimizer(kind="adam", learning_rate=RATE),
        schedule=Schedule(),
        early_stopping=EarlyStopping(),
        augmentation=Augmentation(),
        batch_size=BATCH,
        epochs=1,
    )


def _exact_l1(experiment: Experiment, prepared: Prepared) -> float | None:
    """2m · max|∂L/∂w| at w = 0 and the best bias, where ŷ is the targets' mean; None behind a squared error."""
    if experiment.loss == "squared-error" and prepared.task != "regression":
        return None
    x = prepared.x["train"].astype(np.float64)  # (m, n)
    Y = targets_of(prepared.y["train"], prepared.task, prepared.outputs, np.dtype(np.float64))  # (m, n[L])
    gradient = (Y.mean(axis=0) - Y).T @ x / len(x)  # (n[L], n)
    return float(2.0 * len(x) * np.abs(gradient).max())


def _parameters(experiment: Experiment, prepared: Prepared) -> int:
    sizes = [len(prepared.input_names), *(layer.units for layer in experiment.layers), prepared.outputs]
    return sum((before + 1) * after for before, after in itertools.pairwise(sizes))


def _measured(
    experiment: Experiment, prepared: Prepared, name: PenaltyName, wanted: Callable[[], bool]
) -> float | None:
    """The smallest λ from which on every lane has collapsed."""
    samples = len(prepared.y["train"])
    weights = [float(f"{share * samples:.2g}") for share in SHARES]
    start = part_that_matters(experiment)
    epochs = max(1, round(STEPS * min(BATCH, samples) / samples))
    start = replace(start, schedule=Schedule(kind="cosine", period=epochs))
    lanes = Lanes([replace(start, penalty=Penalty(**{name: weight})) for weight in weights], prepared)
    lanes.evaluate_every = 0
    while lanes.steps < STEPS:
        if not wanted() or not lanes.advance(BETWEEN):
            return None
    limit = None
    for lane in reversed(range(len(weights))):
        if not _has_collapsed(lanes, lane):
            break
        limit = weights[lane]
    return limit


def _has_collapsed(lanes: Lanes, lane: int) -> bool:
    theta = lanes.parameters[lane].astype(np.float64)
    norms = [float(np.linalg.norm(shape.weights(theta))) for shape in lanes.network.layout.layers]
    return prod(norms) < COLLAPSED
