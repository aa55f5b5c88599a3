"""What a training run came to: one JSON object for programs, a few aligned lines for people."""

from __future__ import annotations

import json
import math

from engine.experiment import Task
from engine.snapshot import SETS, SetName
from engine.trainer import Trainer
from engine.values import dataclass
from playground.cli.training import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The figures at the end; NaN for an empty set. For regression ``accuracy`` is the mean squared error."""

    task: Task
    epochs: int
    steps: int
    seconds: float
    diverged: bool
    cost: dict[SetName, float]
    accuracy: dict[SetName, float]
    watched: bool = False  # early stopping was on; only then are the two below said
    stopped: bool = False
    best_epoch: int | None = None

    @property
    def measure(self) -> str:
        """What stands beside the cost: ``accuracy`` or ``mse``."""
        return "mse" if self.task == "regression" else "accuracy"

    def to_json(self) -> str:
        """One JSON object on one line; null where a set is empty or a figure is not finite."""
        tree = {
            "epochs": self.epochs,
            "steps": self.steps,
            "seconds": round(self.seconds, 6),
            "diverged": self.diverged,
            "cost": {name: _finite(self.cost[name]) for name in SETS},
            self.measure: {name: _finite(self.accuracy[name]) for name in SETS},
        }
        if self.watched:
            tree |= {"stopped_early": self.stopped, "best_epoch": self.best_epoch}
        return json.dumps(tree, allow_nan=False)

    def to_text(self) -> str:
        """Some lines for people: how long, then a row for each set that has samples."""
        lines = [f"{self.epochs} epochs, {self.steps} steps in {self.seconds:.2f} s"]
        lines.append(f"{'':<6}{'cost':>12}{self.measure:>12}")
        for name in SETS:
            if not math.isnan(self.cost[name]):
                lines.append(f"{name:<6}{self.cost[name]:>12.5g}{self._figure(self.accuracy[name]):>12}")
        return "\n".join(lines)

    def _figure(self, value: float) -> str:
        return f"{value:.5g}" if self.task == "regression" else f"{value:.1%}"


def result_of(trainer: Trainer, outcome: Outcome) -> Result:
    """The figures of the trainer as it stands."""
    evaluation = trainer.evaluate()
    return Result(
        task=trainer.prepared.task,
        epochs=trainer.epoch,
        steps=trainer.steps,
        seconds=outcome.seconds,
        diverged=outcome.diverged,
        cost=evaluation.cost,
        accuracy=evaluation.accuracy,
        watched=trainer.experiment.early_stopping.patience > 0,
        stopped=trainer.stopped,
        best_epoch=trainer.best_epoch,
    )


def _finite(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None
