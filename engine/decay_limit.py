"""Whether the L2 penalty alone makes a run diverge, told before it does.

A step of gradient descent multiplies a weight by 1 − αλ/m, apart from what the data ask for: beyond αλ/m = 2 each step
turns its sign and makes it larger. Momentum as an average of gradients bears (1+β)/(1−β) times as much. RMSprop and
Adam divide by the size of the gradient: their steps have a length of their own, and no such limit.
"""

from __future__ import annotations

from engine.edits import Edit, set_field
from engine.experiment import Experiment
from engine.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DecayWarning:
    """product: αλ/m, above limit. largest_l2: the λ at the limit. edit: half of that, safe and undoable."""

    product: float
    limit: float
    largest_l2: float
    edit: Edit


def decay_warning(experiment: Experiment, samples: int) -> DecayWarning | None:
    """The warning for a run on `samples` training samples, None where the penalty alone does no harm."""
    limit = _limit(experiment)
    rate = experiment.optimizer.learning_rate
    product = rate * experiment.penalty.l2 / samples
    if limit is None or product <= limit:
        return None
    largest = limit * samples / rate
    return DecayWarning(
        product=product, limit=limit, largest_l2=largest, edit=set_field("penalty.l2", float(f"{largest / 2.0:.2g}"))
    )


def _limit(experiment: Experiment) -> float | None:
    optimizer = experiment.optimizer
    if optimizer.kind == "gd":
        return 2.0
    if optimizer.kind == "momentum":
        return 2.0 * (1.0 + optimizer.momentum) / (1.0 - optimizer.momentum)
    return None
