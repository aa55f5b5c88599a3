"""What to change after a run has diverged: the likeliest cause first, one change at a time."""

from __future__ import annotations

from engine.ailments import shorter_steps
from engine.decay_limit import decay_warning
from engine.edits import Edit, set_field
from engine.experiment import Experiment


def first_aid(experiment: Experiment, samples: int, step: int) -> Edit:
    """The change to try on a run of ``samples`` training samples that diverged at ``step`` (the first is 1)."""
    decay = decay_warning(experiment, samples)
    if decay is not None:
        return decay.edit
    if step == 1 and experiment.initializer_scale > 1.0:
        return set_field("initializer_scale", 1.0)
    if not experiment.normalize:
        return set_field("normalize", True)
    return shorter_steps(experiment)
