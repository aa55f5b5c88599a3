"""The notes, 2.3.2: batch norm learns in fewer steps, and bears larger ones."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.claims.claim import Claim, Figure
from engine.experiment import Data, Experiment, Layer, Optimizer
from engine.lanes import Lanes

SEEDS = 16
TARGET = 0.1  # the cost to be reached
EPOCHS = 40
RATES = tuple(float(rate) for rate in np.geomspace(0.01, 100.0, 17))  # four to a decade

MOONS = Experiment(
    data=Data(kind="moons"),
    layers=(Layer(units=10, activation="relu"),) * 3,
    initializer="he",
    batch_size=32,
    epochs=EPOCHS,
)
SIGMOIDS = replace(
    MOONS, data=Data(kind="circle"), layers=(Layer(units=8, activation="sigmoid"),) * 3, initializer="lecun"
)


def fewer_and_larger_steps() -> tuple[Figure, ...]:
    """Epochs to a cost, each way at its own best rate, and the largest rate at which most seeds get there."""
    taken = {norm: np.array([_epochs(MOONS, norm, rate) for rate in RATES]) for norm in (False, True)}
    best = {norm: float(np.minimum(epochs, EPOCHS + 1).mean(axis=1).min()) for norm, epochs in taken.items()}
    largest = {
        norm: max(rate for rate, row in zip(RATES, epochs, strict=True) if np.isfinite(row).mean() > 0.5)
        for norm, epochs in taken.items()
    }
    three = {norm: float(np.isfinite(_epochs(SIGMOIDS, norm, 3.0, 0.2)).mean()) for norm in (False, True)}
    return (
        Figure(name=f"epochs to J = {TARGET:g} at the best rate, without", value=best[False]),
        Figure(
            name=f"epochs to J = {TARGET:g} at the best rate, with batch norm", value=best[True], most=0.8 * best[False]
        ),
        Figure(name="largest α with which most of 16 seeds get there, without", value=largest[False]),
        Figure(
            name="largest α with which most of 16 seeds get there, with batch norm",
            value=largest[True],
            least=2.0 * largest[False],
        ),
        Figure(
            name="three sigmoid layers on a ring, share of 16 seeds that get to J = 0.2, without", value=three[False]
        ),
        Figure(
            name="three sigmoid layers on a ring, share of 16 seeds that get to J = 0.2, with batch norm",
            value=three[True],
            least=three[False] + 0.5,
        ),
    )


def _epochs(experiment: Experiment, norm: bool, rate: float, target: float = TARGET) -> NDArray[np.float64]:
    """Until the training cost is there, of every seed (16,); infinite where it never is."""
    layers = tuple(replace(layer, batch_norm=norm) for layer in experiment.layers)
    run = replace(experiment, layers=layers, optimizer=Optimizer(learning_rate=rate))
    lanes = Lanes([replace(run, seed=seed) for seed in range(SEEDS)])
    lanes.run(run.epochs)
    epochs = np.full(SEEDS, np.inf)
    for lane, history in enumerate(lanes.histories):
        there = np.flatnonzero(history.cost["train"] <= target)
        if there.size:
            epochs[lane] = history.epochs[there[0]]
    return epochs


CLAIMS = (
    Claim(
        section="2.3.2",
        name="batch-norm",
        title="Batch normalisation",
        says="With batch norm a network needs fewer epochs, bears a larger α, and sigmoid layers learn that did not.",
        measure=fewer_and_larger_steps,
    ),
)
