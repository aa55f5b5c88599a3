"""Tuning hyper-parameters (the notes, 2.3.1): draw them on the scale that fits, random before grid, coarse to fine.

A learning rate is drawn on a logarithmic scale, β as 1 − β on one: between 0.9 and 0.999 the average goes over 10 to
1000 values, and each decade deserves as many trials. Random trials try n values of every parameter where a grid tries
n^(1/k) (Bergstra and Bengio, 2012). What can go in lanes is trained in lanes; the dev set chooses, never the test set.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from math import inf, isfinite
from typing import Literal

import numpy as np

from engine.edits import set_field
from engine.errors import Diverged, ExperimentError
from engine.experiment import Augmentation, Experiment
from engine.fields import FIELDS
from engine.impact import differing_fields
from engine.lanes import FREE_FIELDS, Lanes
from engine.trainer import Trainer
from engine.values import dataclass

Scale = Literal["linear", "log", "one-minus"]
Values = tuple[float, ...]  # of the axes, in their order


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """One hyper-parameter and where it is looked for: from low to high, evenly on its scale.

    scale: ``log`` for α and λ, ``one-minus`` (1 − value is drawn on a logarithmic scale) for β, else ``linear``.
    Raises ExperimentError for a field that is no number, or a range that is empty, not the field's, or not the scale's.
    """

    path: str
    low: float
    high: float
    scale: Scale = "linear"

    def __post_init__(self) -> None:
        row = FIELDS.get(self.path)
        if row is None or row.kind not in ("number", "integer") or self.path.startswith("layers"):
            raise ExperimentError("path", self.path, "a number of the experiment, e.g. optimizer.learning_rate")
        for name in ("low", "high"):
            row.check(self._plain(getattr(self, name)), f"{self.path}.{name}")
        if not self.low < self.high:
            raise ExperimentError(f"{self.path}.high", self.high, f"a number above {self.low:g}")
        if (self.scale == "log" and self.low <= 0.0) or (self.scale == "one-minus" and self.high >= 1.0):
            allowed = "a number above 0 on a logarithmic scale" if self.scale == "log" else "a number below 1 for 1 − β"
            raise ExperimentError(self.path, self.low if self.scale == "log" else self.high, allowed)

    def at(self, share: float) -> float:
        """The value at a share 0..1 of the way from low to high, on the scale."""
        start, end = self._place(self.low), self._place(self.high)
        value = self._value(start + share * (end - start))
        return self._plain(min(max(value, self.low), self.high))

    def share_of(self, value: float) -> float:
        """Where a value lies: 0 at low, 1 at high."""
        start, end = self._place(self.low), self._place(self.high)
        return (self._place(value) - start) / (end - start)

    def around(self, value: float, width: float) -> Axis:
        """A range of ``width`` times this one's, about a value, within this one: from coarse to fine."""
        middle = min(max(self.share_of(value), width / 2), 1.0 - width / 2)
        low, high = self.at(middle - width / 2), self.at(middle + width / 2)
        return replace(self, low=low, high=high) if low < high else self

    def _place(self, value: float) -> float:
        if self.scale == "log":
            return float(np.log(value))
        return float(-np.log1p(-value)) if self.scale == "one-minus" else value

    def _value(self, place: float) -> float:
        if self.scale == "log":
            return float(np.exp(place))
        return float(-np.expm1(-place)) if self.scale == "one-minus" else place

    def _plain(self, value: float) -> float:
        return round(value) if FIELDS[self.path].kind == "integer" else float(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What one setting came to: the dev cost after training, infinite when it diverged."""

    values: Values
    experiment: Experiment
    cost: float


def random_values(axes: Sequence[Axis], count: int, random: np.random.Generator) -> list[Values]:
    """``count`` settings, each parameter drawn evenly on its scale."""
    return [
        tuple(axis.at(share) for axis, share in zip(axes, row, strict=True))
        for row in random.random((count, len(axes)))
    ]


def grid_values(axes: Sequence[Axis], per_axis: int) -> list[Values]:
    """All combinations of ``per_axis`` evenly spaced values of each parameter, ends included."""
    shares = np.linspace(0.0, 1.0, per_axis) if per_axis > 1 else np.array([0.5])
    return list(product(*([axis.at(float(share)) for share in shares] for axis in axes)))


def run_trials(experiment: Experiment, axes: Sequence[Axis], settings: Sequence[Values], epochs: int) -> list[Trial]:
    """Train each setting for so many epochs, best first. Raises ExperimentError without a dev set to choose by."""
    if experiment.split.dev <= 0.0:
        raise ExperimentError("split.dev", experiment.split.dev, "a share above 0: the dev set chooses")
    tried = [_with(experiment, axes, values) for values in settings]
    costs = _costs(tried, epochs)
    trials = [Trial(values=v, experiment=e, cost=c) for v, e, c in zip(settings, tried, costs, strict=True)]
    return sorted(trials, key=lambda trial: trial.cost)


def finer(axes: Sequence[Axis], trials: Sequence[Trial], width: float = 0.4) -> tuple[Axis, ...]:
    """The ranges about the best trial, ``width`` times as wide each: look there next."""
    best = min(trials, key=lambda trial: trial.cost)
    return tuple(axis.around(value, width) for axis, value in zip(axes, best.values, strict=True))


def importance(axes: Sequence[Axis], trials: Sequence[Trial], groups: int = 4) -> dict[str, float]:
    """How much each parameter alone explains of how the trials rank, 0..1: the share of variance between its groups.

    Trials are put into ``groups`` of equal size by the parameter's value; ranks are compared, so that a diverged trial
    is only the worst one. With few trials chance explains about (groups − 1)/(n − 1) of it.
    """
    if len(trials) < 2 * groups:
        raise ExperimentError("trials", len(trials), f"at least {2 * groups}, two for each group")
    costs = np.array([trial.cost for trial in trials])
    ranks = np.empty(len(trials))
    ranks[np.argsort(costs, kind="stable")] = np.arange(len(trials))
    total = float(ranks.var())
    found = {}
    for index, axis in enumerate(axes):
        order = np.argsort([trial.values[index] for trial in trials], kind="stable")
        between = sum(len(part) * (ranks[part].mean() - ranks.mean()) ** 2 for part in np.array_split(order, groups))
        found[axis.path] = float(between) / (len(trials) * total)
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def _with(experiment: Experiment, axes: Sequence[Axis], values: Values) -> Experiment:
    for axis, value in zip(axes, values, strict=True):
        experiment = set_field(axis.path, value).change(experiment)
    return experiment


def _costs(experiments: Sequence[Experiment], epochs: int) -> list[float]:
    """The last dev costs: in lanes where the experiments differ in nothing but what lanes may differ in."""
    if not experiments:
        return []
    if len(experiments) > 1 and _may_go_in_lanes(experiments):
        lanes = Lanes(experiments)
        lanes.evaluate_every = epochs
        lanes.run(epochs)
        failed = [failure is not None for failure in lanes.failures]
        costs = [float(history.cost["dev"][-1]) for history in lanes.histories]
        return [inf if lost or not isfinite(cost) else cost for lost, cost in zip(failed, costs, strict=True)]
    return [_cost_alone(one, epochs) for one in experiments]


def _may_go_in_lanes(experiments: Sequence[Experiment]) -> bool:
    first = experiments[0]
    differing = {field.path for one in experiments for field in differing_fields(first, one)}
    together = not first.early_stopping.patience and first.augmentation == Augmentation()
    return together and differing <= FREE_FIELDS


def _cost_alone(experiment: Experiment, epochs: int) -> float:
    trainer = Trainer(experiment)
    trainer.evaluate_every = epochs
    try:
        trainer.run(epochs)
    except Diverged:
        return inf
    cost = float(trainer.history.cost["dev"][-1])
    return cost if isfinite(cost) else inf
