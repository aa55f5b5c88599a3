"""What each control says: its label, what its field does to the formula, and whether a change acts at once or restarts.

One row per field of the experiment that has a control; when a change acts is read from ``engine.fields``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape

from PySide6.QtCore import QCoreApplication

from engine.fields import FIELDS
from engine.values import dataclass

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class FieldWords:
    """Label and help of one field, each said in the language in force when it is called."""

    label: Callable[[], str]
    help: Callable[[], str]


FIELD_WORDS: Mapping[str, FieldWords] = {
    "data.samples": FieldWords(
        lambda: translate("Fields", "Samples"),
        lambda: translate("Fields", "How many samples there are in all, before they are split."),
    ),
    "data.inputs": FieldWords(
        lambda: translate("Fields", "Inputs n"),
        lambda: translate(
            "Fields", "This many bits b₁ … bₙ make 2ⁿ different inputs; the class is the parity of their sum."
        ),
    ),
    "data.noise": FieldWords(
        lambda: translate("Fields", "Noise"),
        lambda: translate("Fields", "How far the samples stray from the rule they are made by."),
    ),
    "data.seed": FieldWords(
        lambda: translate("Fields", "Data seed"),
        lambda: translate("Fields", "The same seed draws the same samples and splits them alike."),
    ),
    "split": FieldWords(
        lambda: translate("Fields", "Split"),
        lambda: translate("Fields", "Shares of train / dev / test in percent. They always add up to 100."),
    ),
    "split.train": FieldWords(
        lambda: translate("Fields", "Train"),
        lambda: translate("Fields", "The share that W and b are fitted to: m in J = 1/m Σ L(ŷ, y) counts only these."),
    ),
    "split.dev": FieldWords(
        lambda: translate("Fields", "Dev"),
        lambda: translate("Fields", "The share to compare settings on. What remains is the test set."),
    ),
    "normalize": FieldWords(
        lambda: translate("Fields", "Normalise inputs"),
        lambda: translate("Fields", "x := (x − μ)/σ, with μ and σ of the training set, applied to all sets."),
    ),
    "layers[].units": FieldWords(
        lambda: translate("Fields", "Units"),
        lambda: translate("Fields", "Rows of W and b of this layer. Units that stay keep their weights."),
    ),
    "layers[].activation": FieldWords(
        lambda: translate("Fields", "Activation"),
        lambda: translate("Fields", "g in A = g(Z) of this layer."),
    ),
    "layers[].slope": FieldWords(
        lambda: translate("Fields", "Slope γ"),
        lambda: translate("Fields", "γ in a = max(γz, z): how steep leaky ReLU is below zero."),
    ),
    "layers[].initializer": FieldWords(
        lambda: translate("Fields", "Initial weights"),
        lambda: translate("Fields", "What this layer's first W is drawn from."),
    ),
    "layers[].batch_norm": FieldWords(
        lambda: translate("Fields", "Batch norm"),
        lambda: translate("Fields", "Before g: z := γ(z − μ)/√(σ² + ε) + β, with μ and σ of the batch."),
    ),
    "layers[].keep_prob": FieldWords(
        lambda: translate("Fields", "Dropout: keep"),
        lambda: translate("Fields", "Each unit stays with this probability, and a := a/keep. 1 is no dropout."),
    ),
    "initializer": FieldWords(
        lambda: translate("Fields", "Initial weights"),
        lambda: translate("Fields", "What the first W of every layer is drawn from."),
    ),
    "initializer_scale": FieldWords(
        lambda: translate("Fields", "Scale"),
        lambda: translate("Fields", "The first W is multiplied by this."),
    ),
    "loss": FieldWords(
        lambda: translate("Fields", "Loss"),
        lambda: translate("Fields", "L(ŷ, y), whose mean over the samples is the cost J."),
    ),
    "penalty.l1": FieldWords(
        lambda: translate("Fields", "L1 penalty λ₁"),
        lambda: translate("Fields", "J += λ₁/2m Σ|w|: draws weights to exactly zero. Never on b."),
    ),
    "penalty.l2": FieldWords(
        lambda: translate("Fields", "L2 penalty λ"),
        lambda: translate("Fields", "J += λ/2m Σ‖W‖², so W := (1 − αλ/m)W − α dW: weights shrink. Never on b."),
    ),
    "optimizer.kind": FieldWords(
        lambda: translate("Fields", "Optimiser"),
        lambda: translate("Fields", "How a gradient dW becomes a step of W."),
    ),
    "optimizer.learning_rate": FieldWords(
        lambda: translate("Fields", "Learning rate α"),
        lambda: translate("Fields", "W := W − α dW: how long each step is. Too large and the cost grows."),
    ),
    "optimizer.momentum": FieldWords(
        lambda: translate("Fields", "Momentum β"),
        lambda: translate("Fields", "v := βv + (1−β)dW: an average over about 1/(1−β) gradients."),
    ),
    "optimizer.rho": FieldWords(
        lambda: translate("Fields", "Average of squares β"),
        lambda: translate("Fields", "S := βS + (1−β)dW²: an average over about 1/(1−β) squared gradients."),
    ),
    "optimizer.beta1": FieldWords(
        lambda: translate("Fields", "Average of gradients β₁"),
        lambda: translate("Fields", "v := β₁v + (1−β₁)dW: an average over about 1/(1−β₁) gradients."),
    ),
    "optimizer.beta2": FieldWords(
        lambda: translate("Fields", "Average of squares β₂"),
        lambda: translate("Fields", "S := β₂S + (1−β₂)dW²: an average over about 1/(1−β₂) squared gradients."),
    ),
    "optimizer.epsilon": FieldWords(
        lambda: translate("Fields", "Smallest divisor ε"),
        lambda: translate("Fields", "W := W − α v/(√S + ε): keeps a step finite where the gradients have been tiny."),
    ),
    "schedule.kind": FieldWords(
        lambda: translate("Fields", "Decay of α"),
        lambda: translate("Fields", "How the learning rate falls with the epochs."),
    ),
    "schedule.decay": FieldWords(
        lambda: translate("Fields", "Decay d"),
        lambda: translate("Fields", "d in the formula above: how fast α falls."),
    ),
    "schedule.period": FieldWords(
        lambda: translate("Fields", "Period in epochs"),
        lambda: translate("Fields", "Epochs between two drops of a step decay, or until a cosine has come to zero."),
    ),
    "schedule.warmup": FieldWords(
        lambda: translate("Fields", "Warm-up in epochs"),
        lambda: translate("Fields", "Epochs in which α rises to its full value, before any decay."),
    ),
    "early_stopping.patience": FieldWords(
        lambda: translate("Fields", "Patience in epochs"),
        lambda: translate(
            "Fields",
            "Training ends when the dev cost has not fallen for this many epochs; the best weights return. 0: never.",
        ),
    ),
    "early_stopping.min_delta": FieldWords(
        lambda: translate("Fields", "Least fall of the cost"),
        lambda: translate("Fields", "By how much the dev cost must fall to count as lower than the lowest so far."),
    ),
    "augmentation.jitter": FieldWords(
        lambda: translate("Fields", "Jitter"),
        lambda: translate("Fields", "Adds a random step to each feature, this many of its standard deviations."),
    ),
    "augmentation.rotation": FieldWords(
        lambda: translate("Fields", "Rotation"),
        lambda: translate("Fields", "Turns each training point around the origin, by up to this angle."),
    ),
    "augmentation.mirror": FieldWords(
        lambda: translate("Fields", "Mirror"),
        lambda: translate("Fields", "Changes the sign of the first coordinate of this share of the training points."),
    ),
    "augmentation.scaling": FieldWords(
        lambda: translate("Fields", "Scaling"),
        lambda: translate("Fields", "Multiplies each training point by a factor from 1/(1 + this) to 1 + this."),
    ),
    "augmentation.image_shift": FieldWords(
        lambda: translate("Fields", "Shift"),
        lambda: translate("Fields", "Shifts each training picture by up to this many pixels along each axis."),
    ),
    "augmentation.image_rotation": FieldWords(
        lambda: translate("Fields", "Rotation"),
        lambda: translate("Fields", "Turns each training picture around its middle, by up to this angle."),
    ),
    "augmentation.image_crop": FieldWords(
        lambda: translate("Fields", "Crop"),
        lambda: translate("Fields", "Cuts off up to this share of height and width and stretches the rest."),
    ),
    "augmentation.image_mirror": FieldWords(
        lambda: translate("Fields", "Mirror"),
        lambda: translate("Fields", "Exchanges left and right of this share of the training pictures."),
    ),
    "batch_size": FieldWords(
        lambda: translate("Fields", "Batch size"),
        lambda: translate(
            "Fields", "How many samples dW is the mean of. One step per batch, every batch once an epoch."
        ),
    ),
    "epochs": FieldWords(
        lambda: translate("Fields", "Epochs"),
        lambda: translate("Fields", "How long “playground train” goes on; in this window play and pause decide."),
    ),
    "dtype": FieldWords(
        lambda: translate("Fields", "Precision"),
        lambda: translate("Fields", "How many bits each number has: float32 is faster, float64 rounds far less."),
    ),
    "features": FieldWords(
        lambda: translate("Fields", "Inputs"),
        lambda: translate("Fields", "What x is made of: each input that is taken in is a row of X and a column of W¹."),
    ),
    "seed": FieldWords(
        lambda: translate("Fields", "Seed"),
        lambda: translate("Fields", "The same seed gives the same initial weights, batches and dropout again."),
    ),
}

_EFFECTS: Mapping[str, Callable[[], str]] = {
    "none": lambda: translate("Fields", "Changes nothing in the training."),
    "live": lambda: translate("Fields", "Acts at once; the training goes on."),
    "shape": lambda: translate("Fields", "Acts at once; the training goes on with the weights that can be kept."),
    "data": lambda: translate("Fields", "Acts at once; the training goes on with the weights it has."),
    "restart": lambda: translate("Fields", "Starts the training again, from the same seed."),
}


def row_of(path: str) -> str:
    """The row of the table for a path: ``layers[].units`` for ``layers[2].units``."""
    return re.sub(r"\[\d+\]", "[]", path)


def label(path: str) -> str:
    """The label of the control for the field at ``path``, in the language in force."""
    return FIELD_WORDS[row_of(path)].label()


def effect(path: str) -> str:
    """When a change of the field at ``path`` acts, as a sentence."""
    row = row_of(path)
    return _EFFECTS[FIELDS["split.train" if row == "split" else row].effect]()


def restart_mark(path: str) -> Callable[[], str] | str:
    """What the small sign says beside a control whose change starts the training again; "" where none does."""
    row = row_of(path)
    restarts = FIELDS["split.train" if row == "split" else row].effect == "restart"
    return _EFFECTS["restart"] if restarts else ""


def tooltip(path: str, more: str = "") -> str:
    """What the field does to the formula, ``more`` if there is any, and when it acts; rich text, so that it wraps."""
    parts = [FIELD_WORDS[row_of(path)].help(), more, effect(path)]
    return "".join(f"<p>{escape(part)}</p>" for part in parts if part)
