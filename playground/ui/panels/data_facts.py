"""What is known of the data without a run: how many samples there are and how many of them train."""

from __future__ import annotations

from functools import lru_cache

from engine.choices import PAINTED_KINDS
from engine.data import GENERATORS, SHIPPED, load_shipped, samples_of
from engine.experiment import Data, Experiment, Task
from engine.snapshot import SETS, RunData


@lru_cache(maxsize=len(SHIPPED) + 1)
def _shipped_samples(kind: str) -> int:
    return len(load_shipped(kind).y)


def task_of(kind: str) -> Task | None:
    """What a built-in set asks to predict; None for a table, which has to be read first."""
    row = GENERATORS.get(kind) or SHIPPED.get(kind)
    return None if row is None else row.task


def class_count(kind: str) -> int | None:
    """C of a built-in set, 0 for regression; None for a table, which has to be read first."""
    if kind in GENERATORS:
        return len(GENERATORS[kind].class_names)
    return load_shipped(kind).classes if kind in SHIPPED else None


def samples_available(data: Data) -> int | None:
    """How many samples the set has at most; None for a table, which has to be read first, and for generated sets."""
    return _shipped_samples(data.kind) if data.kind in SHIPPED else None


def samples_used(data: Data) -> int | None:
    """How many samples the experiment asks for; None for a table that is used whole."""
    if data.kind in GENERATORS:
        return samples_of(data)
    if data.kind in PAINTED_KINDS and data.samples is None:
        return len(data.points)
    if data.samples is None:
        return samples_available(data)
    most = samples_available(data)
    return data.samples if most is None else min(data.samples, most)


def training_samples(experiment: Experiment) -> int | None:
    """m, about (the split rounds within each class); None for a table that is used whole."""
    samples = samples_used(experiment.data)
    return None if samples is None else max(1, round(samples * experiment.split.train / 100))


def run_samples(data: RunData) -> int:
    """How many samples a run has in all."""
    return sum(len(data.points[name]) for name in SETS if name in data.points)
