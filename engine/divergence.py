"""Why a run broke: where the first non-finite number stands, and what most likely put it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.arrays import Array
from engine.errors import Diverged
from engine.experiment import Experiment
from engine.training_pass import TrainingPass

if TYPE_CHECKING:
    from engine.trainer import Trainer

LARGE_INPUT = 100.0  # inputs of this size drive even modest weights out of range


def explain(trainer: Trainer, chain: TrainingPass, step: int) -> Diverged:
    """The failure of ``step`` as an exception that names step, layer, tensor and the likely cause.

    Takes back what the failed pass did to batch norm's running averages: what stays is finite.
    """
    layer, quantity = chain.first_non_finite()
    trainer.network.take_back_running_averages()
    cause = likely_cause(trainer.experiment, trainer.learning_rate, trainer.prepared.x["train"], step)
    return Diverged(step=step, layer=layer, quantity=quantity, cause=cause)


def likely_cause(experiment: Experiment, rate: float, x: Array, step: int) -> str:
    """What most likely broke ``step`` of an experiment at learning rate ``rate``, on training samples x (m, n[0])."""
    decay, samples = experiment.penalty.l2, len(x)
    largest = float(np.max(np.abs(x), initial=0.0))
    if step == 1:
        return f"the initial weights are too large ({experiment.initializer}, scale {experiment.initializer_scale:g})"
    if rate * decay / samples > 2:
        return f"weight decay overshoots: αλ/m = {rate * decay / samples:.3g} is above 2; lower λ or α"
    if not experiment.normalize and largest > LARGE_INPUT:
        return f"the inputs reach {largest:.3g} and are not normalised; switch normalisation on, or lower α"
    return f"the learning rate α = {rate:g} is too large here; try {rate / 10:g}"
