"""The notes, 2.2.1 to 2.2.6: the size of a batch, averages, what optimisers make of them, a rate that falls."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import numpy as np
from numpy.typing import NDArray

from engine.averages import exponential_average, lag, time_constant
from engine.claims.claim import Claim, Figure
from engine.claims.runs import SEEDS, over_seeds
from engine.experiment import Data, Experiment, Optimizer, Schedule, Split
from engine.lanes import Lanes
from engine.optimizers import OPTIMIZERS
from engine.presets import preset
from engine.surfaces import SURFACES, Surface, descend
from engine.trainer import Trainer

BATCHES = 400  # drawn of each size
EPOCHS = 60  # that a racing network has
TARGET = 0.1  # the cost that it races to
RATES = (0.01, 0.03, 0.1, 0.3, 1.0)
STEPS = 400  # on a test surface
ARRIVED = 0.05  # of the way from start to minimum that is left


def batch_noise() -> tuple[Figure, ...]:
    """The spread of J over batches of 1, 16 and 256 at one place, and whether descent on all samples ever rises."""
    trainer = Trainer(replace(preset("circle"), data=Data(kind="circle", samples=2000, noise=20.0), dtype="float64"))
    trainer.run(1)
    x, y = trainer.split("train")
    random = np.random.default_rng(0)
    spread = {}
    for size in (1, 16, 256):
        drawn = [random.choice(len(x), size, replace=False) for _ in range(BATCHES)]
        spread[size] = float(np.std([trainer.cost_and_gradient(x[rows], y[rows])[0] for rows in drawn]))
    small = Trainer(
        replace(preset("circle"), batch_size="all", optimizer=Optimizer(learning_rate=0.03), dtype="float64")
    )
    small.evaluate_every = 1
    small.run(500)
    return (
        Figure(name="spread of J over batches of 1", value=spread[1]),
        Figure(name="spread of J over batches of 16", value=spread[16], most=0.35 * spread[1]),
        Figure(name="spread of J over batches of 256", value=spread[256], most=0.35 * spread[16]),
        Figure(
            name="all samples, α = 0.03: largest rise of J in 500 steps",
            value=float(np.diff(small.history.cost["train"]).max()),
            most=0.0,
        ),
    )


def averages() -> tuple[Figure, ...]:
    """Time constant, lag and bias at the start of v = βv + (1−β)θ, measured on a step, a line and a constant."""
    beta, count = 0.98, 2000
    step = exponential_average(np.ones(count), beta, correction=False)
    reached = 1 + int(np.argmax(step >= 1.0 - 1.0 / np.e))
    line = np.arange(count) - exponential_average(np.arange(count), beta)
    first = exponential_average(np.full(10, 20.0), beta, correction=False)[-1]
    corrected = exponential_average(np.full(10, 20.0), beta)[-1]
    return (
        Figure(
            name=f"β = {beta}: values until a step is followed by 1 − 1/e of it, over 1/(1−β)",
            value=reached / time_constant(beta),
            least=0.97,
            most=1.03,
        ),
        Figure(
            name="values that a straight line is late, over β/(1−β)",
            value=float(line[-1]) / lag(beta),
            least=0.999,
            most=1.001,
        ),
        Figure(
            name="ten values of 20, uncorrected: average over 20(1 − β¹⁰)",
            value=float(first / (20.0 * (1.0 - beta**10))),
            least=1.0 - 1e-12,
            most=1.0 + 1e-12,
        ),
        Figure(
            name="ten values of 20, corrected: average", value=float(corrected), least=20.0 - 1e-9, most=20.0 + 1e-9
        ),
    )


def race_on_the_network() -> tuple[Figure, ...]:
    """Epochs to a cost on the circle from the same 64 starts, each optimiser at the best of five rates."""
    ring, best = preset("circle"), {}
    for kind in OPTIMIZERS:
        tried = [_epochs_to_target(_with(ring, kind, rate)) for rate in RATES]
        best[kind] = min(tried, key=lambda epochs: float(epochs.mean()))
    return _places(best, "circle")


def race_in_the_ravine() -> tuple[Figure, ...]:
    """Steps to the minimum of a ravine from the same 64 starts, each optimiser at the best of five rates."""
    ravine, best = SURFACES["ravine"], {}
    starts = np.random.default_rng(0).uniform(ravine.low, ravine.high, (SEEDS, 2))
    for kind in OPTIMIZERS:
        tried = [
            np.array([_steps_to_minimum(ravine, Optimizer(kind=kind, learning_rate=rate), start) for start in starts])
            for rate in RATES
        ]
        best[kind] = min(tried, key=lambda steps: float(steps.mean()))
    return _places(best, "ravine")


def _with(experiment: Experiment, kind: str, rate: float) -> Experiment:
    return replace(experiment, optimizer=Optimizer(kind=kind, learning_rate=rate), epochs=EPOCHS)


def _epochs_to_target(experiment: Experiment) -> NDArray[np.float64]:
    """Of every seed (64,); one more than there are where the target is not reached."""
    lanes = Lanes([replace(experiment, seed=seed) for seed in range(SEEDS)])
    lanes.run(experiment.epochs)
    epochs = np.full(SEEDS, experiment.epochs + 1.0)
    for lane, history in enumerate(lanes.histories):
        there = np.flatnonzero(history.cost["train"] <= TARGET)
        if there.size:
            epochs[lane] = history.epochs[there[0]]
    return epochs


def _steps_to_minimum(surface: Surface, optimizer: Optimizer, start: NDArray[np.float64]) -> float:
    """Until the path stays within a twentieth of the way; one more than there are where it does not."""
    minimum = np.array(surface.minima[0])
    far = np.hypot(*(descend(surface, optimizer, STEPS, start=start) - minimum).T)
    outside = np.flatnonzero(~(far <= ARRIVED * np.linalg.norm(start - minimum)))
    return float(outside[-1] + 1)


def _places(best: dict[str, NDArray[np.float64]], where: str) -> tuple[Figure, ...]:
    """Each optimiser's mean, and in what share of starts it is first, ties counting for all; descent rarely is."""
    first = np.min(list(best.values()), axis=0)
    shares = tuple(
        Figure(
            name=f"{where}: share of 64 starts in which {kind} is first",
            value=float((taken == first).mean()),
            most=0.1 if kind == "gd" else inf,
        )
        for kind, taken in best.items()
    )
    unit = "epochs" if where == "circle" else "steps"
    means = tuple(
        Figure(name=f"{where}: mean {unit}, {kind}", value=float(taken.mean())) for kind, taken in best.items()
    )
    return (*shares, *means)


def falling_rate() -> tuple[Figure, ...]:
    """Where 64 runs end, as a distance to the minimum of a convex cost: rate kept, lowered, lowered too soon."""
    clouds = Experiment(
        data=Data(kind="gauss", noise=50.0, samples=500),
        split=Split(train=100.0, dev=0.0, test=0.0),
        layers=(),
        optimizer=Optimizer(learning_rate=0.3),
        batch_size=5,
        epochs=EPOCHS,
        dtype="float64",
    )
    bowl = Trainer(replace(clouds, batch_size="all", optimizer=Optimizer(learning_rate=1.0)))
    bowl.evaluate_every = 0
    bowl.run(3000)
    ends = {}
    for name, schedule in (
        ("constant", Schedule()),
        ("0.95 per epoch", Schedule(kind="exponential", decay=0.95)),
        ("1/(1 + epoch)", Schedule(kind="inverse-time", decay=1.0)),
    ):
        lanes = over_seeds(replace(clouds, schedule=schedule))
        ends[name] = np.linalg.norm(lanes.parameters - bowl.parameters, axis=1)
    constant, decayed, soon = (float(distances.mean()) for distances in ends.values())
    return (
        Figure(
            name="‖gradient‖ at what counts as the minimum",
            value=float(np.linalg.norm(bowl.network.gradient)),
            most=1e-9,
        ),
        Figure(name="mean distance to it at the end, α constant", value=constant),
        Figure(name="mean distance to it at the end, α times 0.95 each epoch", value=decayed, most=0.2 * constant),
        Figure(name="mean distance to it at the end, α/(1 + epoch): too soon", value=soon, least=constant),
    )


CLAIMS = (
    Claim(
        section="2.2.1",
        name="batch-noise",
        title="Mini-batches",
        says="The cost of a batch is less noisy the larger it is; with all samples and a small α, J never rises.",
        measure=batch_noise,
    ),
    Claim(
        section="2.2.2",
        name="averages",
        title="Exponentially weighted averages",
        says="The average looks back over 1/(1−β) values, is late by β/(1−β), and starts too low by 1 − βᵗ.",
        measure=averages,
    ),
    Claim(
        section="2.2.3, 2.2.4, 2.2.5",
        name="race-ravine",
        title="Optimisers in a ravine",
        says="In a long valley plain gradient descent is hardly ever first, even at its own best rate.",
        measure=race_in_the_ravine,
    ),
    Claim(
        section="2.2.3, 2.2.4, 2.2.5",
        name="race-network",
        title="Optimisers on a network",
        says="On a network's own cost plain gradient descent is hardly ever first, even at its own best rate.",
        measure=race_on_the_network,
    ),
    Claim(
        section="2.2.6",
        name="falling-rate",
        title="Learning-rate decay",
        says="A rate that falls ends nearer to the minimum than one that stays; too soon, and it never gets there.",
        measure=falling_rate,
    ),
)
