"""Early stopping: training ends when the dev cost has not fallen for some epochs, and the best weights come back.

The notes, 2.1.6; Prechelt, "Early stopping — but when?" (1998). The test set is never looked at: a cost by which one
chooses is no unbiased figure any more.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

import numpy as np

from engine.arrays import Array
from engine.errors import ExperimentError
from engine.experiment import EarlyStopping
from engine.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Best:
    """The best dev cost so far, its epoch, and what the run hung on then: θ, running averages, optimiser's state."""

    cost: float
    epoch: int
    vectors: tuple[Array, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """All that a watch hangs on at one moment. ``best`` is None before the first epoch it has seen."""

    best: Best | None = None
    stopped: bool = False
    since: int = 0  # the epoch from which patience counts, where that is later than the best one


class Watch:
    """Looks at the dev cost after every epoch. ``state`` is a value: put it away and give it back to go on."""

    def __init__(self) -> None:
        self.state = Watched()

    @property
    def stopped(self) -> bool:
        """Whether patience is at its end."""
        return self.state.stopped

    def see(self, rule: EarlyStopping, epoch: int, cost: float, vectors: Sequence[Array]) -> bool:
        """Note the dev cost after ``epoch``; True when that ends the run, whose ``vectors`` are the best ones then.

        A cost counts as better only when it is lower by more than ``min_delta``; NaN never is.
        """
        best, since = self.state.best, self.state.since
        if cost < (inf if best is None else best.cost - rule.min_delta):
            kept = tuple(vector.copy() for vector in vectors)
            self.state = Watched(best=Best(cost=cost, epoch=epoch, vectors=kept), since=since)
        elif best is not None and epoch - max(best.epoch, since) >= rule.patience:
            for vector, kept_one in zip(vectors, best.vectors, strict=True):
                np.copyto(vector, kept_one)
            self.state = Watched(best=best, stopped=True, since=since)
        return self.state.stopped

    def go_on(self, epoch: int) -> None:
        """Train on from where the run was stopped, with the whole patience again."""
        if self.state.stopped:
            self.state = Watched(best=self.state.best, since=epoch)


def check_dev_set(rule: EarlyStopping, samples: int) -> None:
    """Raise ExperimentError when there is nothing to watch."""
    if rule.patience and not samples:
        raise ExperimentError(
            "early_stopping.patience", rule.patience, "0 (off), because the dev set is empty; split 60/20/20 has one"
        )
