"""What the output layer does: its activation, its loss L(ŷ, y) and dL/dZ, one row per task and loss.

Losses are computed from the logit z, never from log ŷ: finite for every finite z (the notes, 1.1.2 and 2.3.3).
Targets are held as (n[L], m): 0/1 for two classes, one-hot for C classes, values for regression.
``backward`` includes the share 1/m of a sample in the cost J, so that dW = dZ·A_prevᵀ needs no division.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from engine.activations import sigmoid_forward
from engine.arrays import Array, constant, product
from engine.errors import ExperimentError
from engine.program import Do, Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """One row. ``value(Z, A, Y)`` gives the loss of each sample, (m,)."""

    name: str
    task: str
    loss: str
    formula: str
    forward: Callable[[Do, Array, Array], None]  # do, Z, A
    backward: Callable[[Do, Array, Slot | Array, Array, Array], None]  # do, A, Y, dZ, share of a sample
    value: Callable[[Array, Array, Array], Array]


def _sigmoid(do: Do, Z: Array, A: Array) -> None:
    sigmoid_forward(do, Z, A, Z)


def _softmax(do: Do, Z: Array, A: Array) -> None:
    ones = np.ones((1, Z.shape[-2]), Z.dtype)  # (1, C)
    largest = np.empty((*Z.shape[:-2], 1, Z.shape[-1]), Z.dtype)  # (1, m)
    total = np.empty_like(largest)  # (1, m)
    sum_classes = product(ones) if Z.ndim == 2 else product(np.broadcast_to(ones, (*Z.shape[:-2], *ones.shape)))
    do("max over the classes", np.maximum.reduce, Z, axis=-2, keepdims=True, out=largest)
    do("Z − max Z", np.subtract, Z, largest, A)
    do("t = exp(Z − max Z)", np.exp, A, A)
    do("Σ t", sum_classes, A, total)
    do("A = t / Σ t", np.divide, A, total, A)


def _identity(do: Do, Z: Array, A: Array) -> None:
    do("A = Z", np.copyto, A, Z)


def _difference(do: Do, A: Array, Y: Slot | Array, dZ: Array, share: Array) -> None:
    do("dZ = A − Y", np.subtract, A, Y, dZ)
    do("dZ = (A − Y)/m", np.multiply, dZ, share, dZ)


def _squared_sigmoid(do: Do, A: Array, Y: Slot | Array, dZ: Array, share: Array) -> None:
    slope = np.empty_like(A)
    do("σ′ = 1 − A", np.subtract, constant(1.0, A.dtype), A, slope)
    do("σ′ = A ∗ (1 − A)", np.multiply, A, slope, slope)
    _difference(do, A, Y, dZ, share)
    do("dZ = (A − Y) ∗ σ′ / m", np.multiply, dZ, slope, dZ)


def _squared_softmax(do: Do, A: Array, Y: Slot | Array, dZ: Array, share: Array) -> None:
    weighted = np.empty_like(A)  # (C, m)
    total = np.empty((*A.shape[:-2], 1, A.shape[-1]), A.dtype)  # (1, m)
    _difference(do, A, Y, dZ, share)
    do("A ∗ dA", np.multiply, A, dZ, weighted)
    do("Σ A ∗ dA", np.add.reduce, weighted, axis=-2, keepdims=True, out=total)
    do("dA − Σ A ∗ dA", np.subtract, dZ, total, dZ)
    do("dZ = A ∗ (dA − Σ A ∗ dA)", np.multiply, dZ, A, dZ)


def _binary_cross_entropy(Z: Array, A: Array, Y: Array) -> Array:
    return np.asarray(np.logaddexp(Z.dtype.type(0), Z) - Y * Z)[..., 0, :]


def _categorical_cross_entropy(Z: Array, A: Array, Y: Array) -> Array:
    shifted = Z - Z.max(axis=-2, keepdims=True)
    return np.asarray(np.log(np.exp(shifted).sum(axis=-2)) - (Y * shifted).sum(axis=-2))


def _half_square(Z: Array, A: Array, Y: Array) -> Array:
    return np.asarray(np.square(A - Y).sum(axis=-2) * A.dtype.type(0.5))


LOSSES: Mapping[tuple[str, str], Loss] = {
    (row.task, row.loss): row
    for row in (
        Loss(
            name="sigmoid cross-entropy",
            task="two-class",
            loss="cross-entropy",
            formula="L = −y log ŷ − (1 − y) log(1 − ŷ), ŷ = σ(z)",
            forward=_sigmoid,
            backward=_difference,
            value=_binary_cross_entropy,
        ),
        Loss(
            name="sigmoid squared error",
            task="two-class",
            loss="squared-error",
            formula="L = ½(ŷ − y)², ŷ = σ(z): not convex in w",
            forward=_sigmoid,
            backward=_squared_sigmoid,
            value=_half_square,
        ),
        Loss(
            name="softmax cross-entropy",
            task="classes",
            loss="cross-entropy",
            formula="L = −Σ yⱼ log ŷⱼ, ŷ = softmax(z)",
            forward=_softmax,
            backward=_difference,
            value=_categorical_cross_entropy,
        ),
        Loss(
            name="softmax squared error",
            task="classes",
            loss="squared-error",
            formula="L = ½Σ(ŷⱼ − yⱼ)², ŷ = softmax(z)",
            forward=_softmax,
            backward=_squared_softmax,
            value=_half_square,
        ),
        Loss(
            name="squared error",
            task="regression",
            loss="squared-error",
            formula="L = ½(ŷ − y)², ŷ = z",
            forward=_identity,
            backward=_difference,
            value=_half_square,
        ),
    )
}


def loss_for(task: str, loss: str) -> Loss:
    """The row for a task; ``auto`` is cross-entropy for classes and squared error for numbers.

    Raises ExperimentError where the loss has no meaning (cross-entropy of a number).
    """
    if loss == "auto":
        loss = "squared-error" if task == "regression" else "cross-entropy"
    if (task, loss) not in LOSSES:
        allowed = ", ".join(["auto", *(name for kind, name in LOSSES if kind == task)])
        raise ExperimentError("loss", loss, f"{allowed}, because the target is a number")
    return LOSSES[task, loss]
