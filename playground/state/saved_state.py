"""A consistent copy of a run at one step, for exports: what it was trained from and where it stands."""

from __future__ import annotations

from engine.checkpoint import Checkpoint
from engine.data.prepare import Prepared
from engine.experiment import Experiment
from engine.trainer import Trainer
from engine.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedState:
    """The experiment, its data (with the normalisation) and the trainer's checkpoint, all of the same step."""

    run: int
    experiment: Experiment
    prepared: Prepared
    checkpoint: Checkpoint

    def to_trainer(self) -> Trainer:
        """A trainer of its own that stands where the run stood; training it does not touch the run."""
        trainer = Trainer(self.experiment, self.prepared)
        trainer.restore(self.checkpoint)
        return trainer
