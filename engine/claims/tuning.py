"""The notes, 2.3.1: hyper-parameters drawn at random against a grid, and which of them mattered."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.claims.claim import Claim, Figure
from engine.experiment import Data, Experiment, Layer, Optimizer, Split
from engine.search import Axis, finer, grid_values, importance, random_values, run_trials

RATE = Axis(path="optimizer.learning_rate", low=1e-4, high=1.0, scale="log")
DECAY = Axis(path="penalty.l2", low=0.0, high=0.01)
RANGES = 32  # of α, so that no grid is lucky
TRIALS = 9
MOONS = Experiment(
    data=Data(kind="moons", noise=20.0, samples=300),
    split=Split(train=60.0, dev=40.0, test=0.0),
    layers=(Layer(units=6),),
    optimizer=Optimizer(kind="momentum"),
    epochs=10,
)


def random_beats_grid() -> tuple[Figure, ...]:
    """The best dev cost of nine trials, random and as a grid, then nine finer ones, on average over 32 ranges of α."""
    found = []
    for seed in range(RANGES):
        random = np.random.default_rng(seed)
        start = random.uniform(-5.0, -2.5)
        axes = (replace(RATE, low=10.0**start, high=10.0 ** (start + 5.0)), DECAY)
        coarse = run_trials(MOONS, axes, random_values(axes, TRIALS, random), MOONS.epochs)
        grid = run_trials(MOONS, axes, grid_values(axes, 3), MOONS.epochs)
        narrow = finer(axes, coarse)
        fine = run_trials(MOONS, narrow, random_values(narrow, TRIALS, random), MOONS.epochs)
        found.append((coarse[0].cost, grid[0].cost, min(coarse[0].cost, fine[0].cost)))
    drawn, grid_cost, then_finer = (float(costs) for costs in np.mean(found, axis=0))
    trials = run_trials(MOONS, (RATE, DECAY), random_values((RATE, DECAY), 64, np.random.default_rng(0)), MOONS.epochs)
    shares = importance((RATE, DECAY), trials)
    return (
        Figure(name="best dev cost of nine in a grid, mean of 32 ranges", value=grid_cost),
        Figure(name="best dev cost of nine at random, mean of 32 ranges", value=drawn, most=0.85 * grid_cost),
        Figure(name="best dev cost after nine more around the best", value=then_finer, most=0.95 * drawn),
        Figure(name="share of the ranking that α explains", value=shares[RATE.path], least=0.5),
        Figure(name="share of the ranking that λ up to 0.01 explains", value=shares[DECAY.path], most=0.2),
    )


CLAIMS = (
    Claim(
        section="2.3.1",
        name="random-search",
        title="Tuning",
        says="Nine random trials find a better α than a grid of nine; most of what the trials differ in comes from α.",
        measure=random_beats_grid,
    ),
)
