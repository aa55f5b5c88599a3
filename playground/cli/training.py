"""Training without a window: a few steps at a time, until the epochs are done, it diverges, or Ctrl-C is heard."""

from __future__ import annotations

import time

from engine.errors import Diverged
from engine.trainer import Trainer
from engine.values import dataclass
from playground.cli.interruption import heard
from playground.cli.progress import progress_bar

STRETCH = 256  # steps between two looks at Ctrl-C and at the bar: short for a person, long beside what a look costs


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How training ended. message: why it ended early, in words, or nothing. seconds: spent in training alone."""

    seconds: float
    diverged: bool = False
    interrupted: bool = False
    message: str | None = None


def train(trainer: Trainer, epochs: int) -> Outcome:
    """Train up to so many epochs. What was reached stays in the trainer, however it ends."""
    start = time.perf_counter()
    last = epochs * trainer.batches_per_epoch
    with progress_bar(epochs) as show, heard() as interruption:
        try:
            while trainer.steps < last and not (interruption.asked or trainer.stopped):
                trainer.advance(min(STRETCH, last - trainer.steps))
                show(trainer.epoch, trainer.history.last("cost_train"))
        except Diverged as error:
            return Outcome(seconds=time.perf_counter() - start, diverged=True, message=f"diverged: {error}")
    seconds = time.perf_counter() - start
    if trainer.stopped:
        words = f"stopped early after epoch {trainer.epoch}: the dev cost was lowest after epoch {trainer.best_epoch}"
        return Outcome(seconds=seconds, message=words)
    if trainer.steps < last:
        message = f"stopped after {trainer.epoch} of {epochs} epochs ({trainer.steps} steps)"
        return Outcome(seconds=seconds, interrupted=True, message=message)
    return Outcome(seconds=seconds)
