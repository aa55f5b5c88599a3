"""Training for a claim: one run or many seeds at once, and what they came to."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.experiment import Experiment
from engine.lanes import Lanes
from engine.snapshot import SetName
from engine.trainer import Trainer

SEEDS = 64


def trained(experiment: Experiment) -> Trainer:
    """A run of all its epochs."""
    trainer = Trainer(experiment)
    trainer.run(experiment.epochs)
    return trainer


def over_seeds(experiment: Experiment, seeds: int = SEEDS) -> Lanes:
    """The same experiment from the seeds 0, 1, …, side by side, after all its epochs."""
    lanes = Lanes([replace(experiment, seed=seed) for seed in range(seeds)])
    lanes.evaluate_every = 0
    lanes.run(experiment.epochs)
    return lanes


def accuracy(experiment: Experiment, name: SetName = "test") -> float:
    """Share of right answers after training, 0..1."""
    return trained(experiment).evaluate().accuracy[name]


def accuracies(lanes: Lanes, name: SetName = "test") -> NDArray[np.float64]:
    """Share of right answers of every lane (K,)."""
    return np.array([lanes.trainer(lane).evaluate().accuracy[name] for lane in range(len(lanes))])
