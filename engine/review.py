"""One thing to say of a run, and one thing to try next: the recipe of the notes (2.1.3) while the network trains.

Nothing is said before the twentieth epoch, nor of bias while the cost still falls. A high bias with a cause that shows in
the layers is that cause; else the recipe is read from its top, without what does not change this run.
"""

from __future__ import annotations

import numpy as np

from engine.advice import ADVICE, advise
from engine.ailments import REMEDIES, find_ailment, find_hindrance
from engine.data.bayes import BayesError
from engine.diagnosis import UNKNOWN, Diagnosis, diagnose
from engine.edits import Edit
from engine.evaluation import Evaluation
from engine.experiment import Experiment
from engine.snapshot import Review
from engine.statistics import layer_statistics
from engine.trainer import Trainer

EARLIEST = 20  # epochs
FALLING = 0.95  # the last quarter's mean cost is below so much of the quarter's before
STRONG_DECAY = 0.01  # λ/m from which a penalty is the first thing to suspect of a bias
MOST_UNITS, MOST_SAMPLES = 64, 10_000  # beyond these, other advice comes first
PROBE = 256  # samples whose layers are looked into


def review(trainer: Trainer, evaluation: Evaluation, attainable: tuple[BayesError, str]) -> Review:
    """What to say of the network as it is now, given its evaluation and its data's attainable error."""
    found = diagnose(trainer, evaluation=evaluation, attainable=attainable)
    if found.compared is None:
        return _said(found, "no-comparison", advice="hold-out")
    if trainer.epoch < EARLIEST:
        return _said(found, "early")
    if found.high_bias:
        return _of_bias(trainer, found)
    if found.high_variance:
        return _said(found, "variance", advice=_first_advice(trainer, found))
    return _said(found, "fine")


def edit_of(advice: str, experiment: Experiment) -> Edit | None:
    """The change that an advice means for an experiment; None where it means none."""
    if advice in REMEDIES:
        return REMEDIES[advice].edit(experiment)
    return ADVICE[advice].edit(experiment) if advice in ADVICE else None


def text_of(advice: str) -> str:
    """The advice in one sentence."""
    return REMEDIES[advice].text if advice in REMEDIES else ADVICE[advice].text


def _of_bias(trainer: Trainer, found: Diagnosis) -> Review:
    """The cause of a bias, the surest first: regularised too much, stuck for good, still on its way, slow, too small."""
    if _is_held_back(trainer.experiment, len(trainer.prepared.y["train"])):
        return _said(found, "bias", advice="less-regularisation")
    layers = layer_statistics(trainer, samples=PROBE)
    stuck = find_ailment(layers)
    if stuck is None and _falls(trainer):
        return _said(found, "learning")
    cause = stuck or find_hindrance(layers)
    if cause is not None:
        return _said(found, cause.name, layer=cause.layer, share=cause.share, advice=cause.name)
    return _said(found, "bias", advice=_first_advice(trainer, found))


def _said(found: Diagnosis, verdict: str, *, layer: int = 0, share: float = 0.0, advice: str = "") -> Review:
    return Review(
        verdict=verdict,
        train_error=found.train_error,
        compared=found.compared,
        compared_error=found.compared_error,
        attainable=found.attainable.value,
        known=found.source != UNKNOWN,
        layer=layer,
        share=share,
        advice=advice,
    )


def _falls(trainer: Trainer) -> bool:
    """Whether the training cost without the penalty is still falling: the last quarter against the one before."""
    cost = trainer.history.cost["train"] - trainer.history.penalty
    quarter = max(2, len(cost) // 4)
    last, before = cost[-quarter:], cost[-2 * quarter : -quarter]
    return bool(np.mean(last) < FALLING * np.mean(before))


def _first_advice(trainer: Trainer, found: Diagnosis) -> str:
    """The first row that changes this run; training longer is what the play button is for."""
    experiment, samples = trainer.experiment, len(trainer.prepared.dataset.y)
    for row, edit in advise(found, experiment):
        if edit is not None and row.name != "train-longer" and _is_moderate(row.name, experiment, samples):
            return row.name
    return ""


def _is_held_back(experiment: Experiment, samples: int) -> bool:
    """Whether a penalty or dropout is strong enough to be the cause of a bias."""
    decay = max(experiment.penalty.l1, experiment.penalty.l2) / samples
    return decay >= STRONG_DECAY or any(layer.keep_prob < 1.0 for layer in experiment.layers)


def _is_moderate(name: str, experiment: Experiment, samples: int) -> bool:
    """Whether a row is not yet at the point from which the next one promises more."""
    if name == "larger-network":
        return max((layer.units for layer in experiment.layers), default=0) <= MOST_UNITS
    if name == "weight-decay":
        return 3.0 * experiment.penalty.l2 < STRONG_DECAY * samples * experiment.split.train / 100.0
    return name != "more-data" or samples < MOST_SAMPLES


class Steady:
    """Lets a new verdict through when it has been given a few times in a row, so that nothing flickers."""

    def __init__(self, times: int = 3) -> None:
        self._times, self._count = times, 0
        self._shown: Review | None = None
        self._next: tuple[str, str] | None = None

    def take(self, new: Review, *, at_once: bool = False) -> Review:
        """What to show now: the new review, or the last one while the new one has not proved itself."""
        key = (new.verdict, new.advice)
        shown = self._shown
        self._count = self._count + 1 if key == self._next else 1
        self._next = key
        if shown is None or at_once or key == (shown.verdict, shown.advice) or self._count >= self._times:
            self._shown = new
            return new
        return shown
