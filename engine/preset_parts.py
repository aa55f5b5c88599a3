"""What a preset is, and the parts that many of them are made of."""

from __future__ import annotations

from typing import Literal

from engine.experiment import Experiment, Layer, Optimizer, Schedule
from engine.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """One row. title: a few words. about: one sentence that says why these settings work, or fail."""

    name: str
    title: str
    about: str
    experiment: Experiment
    kind: Literal["good", "bad"] = "good"


def hidden(*units: int, activation: str = "tanh") -> tuple[Layer, ...]:
    """Hidden layers of so many units each."""
    return tuple(Layer(units=one, activation=activation) for one in units)


def adam(learning_rate: float) -> Optimizer:
    """Adam with this α."""
    return Optimizer(kind="adam", learning_rate=learning_rate)


def cosine(epochs: int) -> Schedule:
    """α falls to 0 along half a cosine, in so many epochs."""
    return Schedule(kind="cosine", period=epochs)
