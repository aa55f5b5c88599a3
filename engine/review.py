"""One thing to say of a run, and one thing to try next: the recipe of the notes (2.1.3) while the network trains.

Nothing is said before the twentieth epoch, nor of bias while the cost still falls. A high bias with a cause that shows
in settings or layers is that cause; else the recipe is read from its top, without what does not change this run.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from engine.advice import ADVICE, advise
from engine.ailments import REMEDIES, find_ailment, find_hindrance, find_misfit, find_standstill
from engine.data.bayes import BayesError
from engine.diagnosis import UNKNOWN, Diagnosis, diagnose
from engine.edits import Edit
from engine.evaluation import Evaluation
from engine.experiment import Experiment
from engine.history import History
from engine.snapshot import Review
from engine.statistics import layer_statistics
from engine.trainer import Trainer

Float64 = NDArray[np.float64]

EARLIEST = 20  # epochs
JUMPING = 1.15  # the last quarter's mean cost is above so many times the lowest of the quarter before
FALLING = 0.95  # the last quarter's mean cost is below so much of the quarter's before
STRONG_DECAY = 0.01  # λ/m from which a penalty is the first thing to suspect of a bias
MOST_UNITS, MOST_SAMPLES = 64, 10_000  # beyond these, other advice comes first
SMALL_RATE = 0.1  # of α, from which on not much more is learned
PROBE = 256  # samples whose layers are looked into


def review(trainer: Trainer, evaluation: Evaluation, attainable: Callable[[], tuple[BayesError, str]]) -> Review:
    """What to say of the network as it is now, given its evaluation; ``attainable`` is asked only if it is needed."""
    if trainer.epoch < EARLIEST:
        return _said(diagnose(trainer, evaluation=evaluation, attainable=(BayesError(value=0.0), UNKNOWN)), "early")
    found = diagnose(trainer, evaluation=evaluation, attainable=attainable())
    if found.compared is None:
        return _said(found, "no-comparison", advice="hold-out")
    if found.high_bias:
        return _of_bias(trainer, found)
    if found.high_variance:
        return _said(found, "variance", advice=_first_advice(trainer, found))
    if found.unsure:
        return _said(found, "unsure", advice="more-data" if _can_have_more(trainer) else "")
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
    """The cause of a bias, the surest first; while the cost falls only one that will not pass by itself."""
    experiment, x = trainer.experiment, trainer.prepared.x["train"]
    layers = layer_statistics(trainer, samples=PROBE)
    held_back = _is_held_back(experiment, len(x))
    ailment = None if held_back else find_ailment(layers)  # a penalty may be what took the weights away
    cause = ailment or find_misfit(experiment, x)
    standstill = find_standstill(experiment, _rate(trainer), trainer.epoch)
    if cause is None and not held_back and _jumps(trainer.history):
        return _said(found, "long-steps", advice="long-steps")
    if cause is None and standstill is None and _falls(trainer.history):
        return _said(found, "learning")
    if cause is None and held_back:
        return _said(found, "bias", advice="less-regularisation")
    cause = cause or find_hindrance(layers) or standstill  # a schedule that ends is seldom to blame
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


def _falls(history: History, end: int | None = None) -> bool:
    """Whether the training cost without the penalty was still falling at the end, or before row `end`."""
    before, last = _quarters(history, end)
    return bool(np.mean(last) < FALLING * np.mean(before))


def _jumps(history: History) -> bool:
    """Whether the training cost without the penalty gets down but does not stay there."""
    before, last = _quarters(history)
    return bool(np.mean(last) > JUMPING * np.min(before))


def _quarters(history: History, end: int | None = None) -> tuple[Float64, Float64]:
    """That cost over the last two quarters of the epochs, up to row `end`."""
    epochs, costs = history.epochs[:end], (history.cost["train"] - history.penalty)[:end]
    behind = epochs[-1] - epochs  # epochs
    quarter = max(2, (epochs[-1] + 1) // 4)
    return costs[(behind >= quarter) & (behind < 2 * quarter)], costs[behind < quarter]


def _rate(trainer: Trainer) -> float:
    """α as it matters: the full one if the cost had come to rest before α fell, since then it fell too late to harm."""
    history, full = trainer.history, trainer.experiment.optimizer.learning_rate
    epochs = history.epochs
    fallen = np.flatnonzero((history.learning_rate < SMALL_RATE * full) & (epochs > trainer.experiment.schedule.warmup))
    rested = fallen.size > 0 and epochs[fallen[0]] >= 4 and not _falls(history, fallen[0])
    return full if rested else trainer.learning_rate


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


def _can_have_more(trainer: Trainer) -> bool:
    experiment = trainer.experiment
    return edit_of("more-data", experiment) is not None and len(trainer.prepared.dataset.y) < MOST_SAMPLES


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
