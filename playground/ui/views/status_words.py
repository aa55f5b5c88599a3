"""What happens now, in sentences: the state of the run, the formula in force, and what to do when it broke.

The words are made here, from values alone; `status_view` shows them.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QCoreApplication

from engine.experiment import Experiment
from engine.optimizers import OPTIMIZERS
from engine.presets import preset_of
from engine.schedule import DECAYS
from engine.snapshot import Failure, Snapshot
from playground.ui.engine_words import say_engine
from playground.ui.numbers import format_number
from playground.ui.views.figure_text import rate_text

State = Literal["ready", "training", "paused", "stopped", "diverged", "failed"]
CAUSE = "likely cause: "  # what stands before it in the engine's message is said here in other words


def state_of(snapshot: Snapshot | None) -> State:
    """In which state the run is."""
    if snapshot is None:
        return "ready"
    if snapshot.failure is not None:
        return snapshot.failure.kind
    if snapshot.running:
        return "training"
    if snapshot.stopped:
        return "stopped"
    return "paused" if snapshot.step else "ready"


def title(state: State) -> str:
    """The state in a word or two."""
    words = {
        "ready": QCoreApplication.translate("Status", "Ready"),
        "training": QCoreApplication.translate("Status", "Training"),
        "paused": QCoreApplication.translate("Status", "Paused"),
        "stopped": QCoreApplication.translate("Status", "Stopped early"),
        "diverged": QCoreApplication.translate("Status", "Stopped: training diverged"),
        "failed": QCoreApplication.translate("Status", "Stopped: something went wrong"),
    }
    return words[state]


def sentence(snapshot: Snapshot | None, experiment: Experiment) -> str:
    """What happens, or what to do first."""
    state = state_of(snapshot)
    if snapshot is None or state == "ready":
        words = QCoreApplication.translate(
            "Status",
            "Press play or Space. Each step sends {0} samples forward, carries the error back, "
            "and moves every weight a little.",
        )
        samples = QCoreApplication.translate("Status", "all training")
        return words.format(samples if experiment.batch_size == "all" else experiment.batch_size)
    if state == "training":
        words = QCoreApplication.translate("Status", "Epoch {0}, batch {1} of {2}; {3} steps a second.")
        batch = min(snapshot.batch_in_epoch + 1, snapshot.batches_per_epoch)
        return words.format(snapshot.epoch + 1, batch, snapshot.batches_per_epoch, rate_text(snapshot.steps_per_second))
    if state == "stopped":
        words = QCoreApplication.translate(
            "Status",
            "After epoch {0} the dev cost had not fallen for {1} epochs. The weights are those of epoch {2}, "
            "its lowest; play trains on from there.",
        )
        return words.format(snapshot.epoch, experiment.early_stopping.patience, snapshot.best_epoch)
    words = QCoreApplication.translate("Status", "Steps done: {0}. Epochs finished: {1}.")
    return words.format(snapshot.step, snapshot.epoch)


def preset_reason(experiment: Experiment) -> str:
    """Why the preset that the experiment is works, or fails; nothing when it is none."""
    row = preset_of(experiment)
    return "" if row is None else say_engine(row.about)


def formulas(experiment: Experiment) -> list[str]:
    """How a gradient becomes a step under this experiment, in the notes' letters; one formula a line."""
    lines = [line.strip() for line in OPTIMIZERS[experiment.optimizer.kind].formula.split(";")]
    penalty = experiment.penalty
    extra = [term for term, weight in (("(λ/m)·W", penalty.l2), ("(λ₁/2m)·sign W", penalty.l1)) if weight]
    if extra:
        lines.insert(0, f"dW := dW + {' + '.join(extra)}")
    if experiment.schedule.kind != "constant":
        lines.append(DECAYS[experiment.schedule.kind].formula)
    return lines


def coefficients(experiment: Experiment, learning_rate: float) -> str:
    """The numbers behind the letters: α in force and the coefficients of the optimiser and the penalties."""
    optimizer, penalty = experiment.optimizer, experiment.penalty
    own = {
        "gd": (),
        "momentum": (("β", optimizer.momentum),),
        "rmsprop": (("β", optimizer.rho),),
        "adam": (("β₁", optimizer.beta1), ("β₂", optimizer.beta2)),
    }[optimizer.kind]
    weights = [(letter, weight) for letter, weight in (("λ", penalty.l2), ("λ₁", penalty.l1)) if weight]
    values = (("α", learning_rate), *own, *weights)
    return ",  ".join(f"{letter}\u00a0=\u00a0{format_number(value, 4, trim=True)}" for letter, value in values)


def failure_words(failure: Failure) -> str:
    """Where it broke and the likely cause."""
    cause = say_engine(failure.message.rpartition(CAUSE)[2])
    if failure.kind == "failed":
        return cause
    if failure.layer:
        words = QCoreApplication.translate("Status", "Step {0}, layer {1}: numbers are no longer finite. Likely: {2}.")
        return words.format(failure.step, failure.layer, cause)
    return QCoreApplication.translate("Status", "Step {0}: {1}.").format(failure.step, cause)


def next_steps(failure: Failure, experiment: Experiment) -> list[str]:
    """What to try next, the most promising first."""
    if failure.kind == "failed":
        return [QCoreApplication.translate("Status", "Change the data or a setting: that begins a new run.")]
    lower = format_number(experiment.optimizer.learning_rate / 10, 3, trim=True)
    steps = [QCoreApplication.translate("Status", "Lower the learning rate, to {0} say.").format(lower)]
    if not experiment.normalize:
        steps.append(QCoreApplication.translate("Status", "Switch the normalisation of the inputs on."))
    if experiment.initializer_scale > 1 or experiment.initializer in ("uniform", "small"):
        steps.append(QCoreApplication.translate("Status", "Begin with smaller weights: He or Xavier, at scale 1."))
    steps.append(QCoreApplication.translate("Status", "Then reset. Until then the last finite weights are kept."))
    return steps
