"""Bias or variance: which of the two errors a network suffers from (the notes, 2.1.2).

Bias is what it gets wrong on the very samples it learned from, beyond what nobody could get right: train error − least
attainable error. Variance is what it gets wrong on new ones on top: dev error − train error (the test set's, where
there is no dev set). The error is the share of wrong answers; for regression it is the mean squared error. Both come
from finite sets, so each has its standard error, and "high" means: above the tolerance and beyond twice that error.
"""

from __future__ import annotations

import math

import numpy as np

from engine.data.bayes import BayesError
from engine.data.generators import GENERATORS
from engine.errors import ExperimentError
from engine.evaluation import Evaluation
from engine.experiment import Experiment
from engine.snapshot import SetName
from engine.trainer import Trainer
from engine.values import dataclass

TOLERANCE = 0.02  # share of wrong answers; for regression a share of the targets' variance
UNKNOWN = "not known for measured data: taken as 0, so that the bias is at most this"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """Where the error comes from.

    compared: the set that stands for new samples, None when there is neither dev nor test set; then compared_error,
    variance and their errors are NaN and high_variance is false.
    attainable: the least attainable error with its own standard error; source: where it is from, in words. It is that
    of all features: leaving some out raises what is really attainable.
    bias and variance may be negative: a network that learned the noise by heart beats the Bayes error in training.
    """

    train_error: float
    compared: SetName | None
    compared_error: float
    attainable: BayesError
    source: str
    bias: float
    bias_standard_error: float
    variance: float
    variance_standard_error: float
    high_bias: bool
    high_variance: bool
    unsure: bool = False  # one of the two is above the tolerance, but not beyond what chance does to so few samples


def diagnose(
    trainer: Trainer,
    *,
    tolerance: float = TOLERANCE,
    evaluation: Evaluation | None = None,
    attainable: tuple[BayesError, str] | None = None,
) -> Diagnosis:
    """Diagnose a network as it is now. Raises ExperimentError for a negative tolerance.

    evaluation: of the network, where there is one already. attainable: as ``attainable_error`` gives it, which may take
    a quarter of a second.
    """
    if not tolerance >= 0.0:
        raise ExperimentError("tolerance", tolerance, "a number of at least 0")
    found = evaluation or trainer.evaluate()
    compared: SetName | None = next((name for name in ("dev", "test") if len(trainer.prepared.y[name])), None)
    least, source = attainable or attainable_error(trainer.experiment)
    train, train_se = _error(trainer, found, "train")
    other, other_se = _error(trainer, found, compared) if compared else (math.nan, math.nan)
    bias_se, variance_se = math.hypot(train_se, least.standard_error), math.hypot(train_se, other_se)
    limit = tolerance * (float(np.var(trainer.prepared.y["train"])) if trainer.prepared.task == "regression" else 1.0)
    bias, variance = train - least.value, other - train
    high_bias, high_variance = bias > max(limit, 2.0 * bias_se), variance > max(limit, 2.0 * variance_se)
    return Diagnosis(
        train_error=train,
        compared=compared,
        compared_error=other,
        attainable=least,
        source=source,
        bias=bias,
        bias_standard_error=bias_se,
        variance=variance,
        variance_standard_error=variance_se,
        high_bias=high_bias,
        high_variance=high_variance,
        unsure=(bias > limit and not high_bias) or (variance > limit and not high_variance),
    )


def attainable_error(experiment: Experiment) -> tuple[BayesError, str]:
    """The least attainable error of an experiment's data, and where that figure is from, in words."""
    row = GENERATORS.get(experiment.data.kind)
    if row is None or row.bayes_error is None:
        return BayesError(value=0.0), UNKNOWN
    error = row.bayes_error(experiment.data.noise / 100.0)
    kind = "least mean squared error" if row.task == "regression" else "Bayes error"
    return error, f"{kind} of this set at noise {experiment.data.noise:g}, by {error.method}"


def _error(trainer: Trainer, found: Evaluation, name: SetName) -> tuple[float, float]:
    """The error of a set and its standard error: √(e(1−e)/m), for regression that of the mean of (ŷ − y)²."""
    y = trainer.prepared.y[name]
    if trainer.prepared.task != "regression":
        error = 1.0 - found.accuracy[name]
        return error, math.sqrt(max(error * (1.0 - error), 0.0) / len(y))
    squares = np.square(found.outputs[name].astype(np.float64) - y)
    return float(squares.mean()), float(squares.std() / math.sqrt(len(y)))
