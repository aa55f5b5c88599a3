"""What the output layer does: its activation, its loss L(ŷ, y) and dL/dZ, one row per task and loss.

Losses are computed from the logit z, never from log ŷ: finite for every finite z (the notes, 1.1.2 and 2.3.3).
Targets are held as (n[L], m): 0/1 for two classes, one-hot for C classes, values for regression.
``backward`` includes the share 1/m of a sample in the cost J, so that dW = dZ·A_prevᵀ needs no division.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from engine.activations import sigmoid_forward
from engine.arrays import Array, constant, product
from engine.errors import ExperimentError
from engine.program import Do, Slot
from engine.values import dataclass

FEW_CLASSES = 3
FEW_OUTPUTS = 1000  # numbers: a product is cheaper than two calls while these cost more than their arithmetic


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
    if Z.size > FEW_OUTPUTS:
        sigmoid_forward(do, Z, A, Z)
        return
    # ½t + ½ as a product with a row of ones, as the bias everywhere: one call instead of two
    Z, A = (np.reshape(one, (1, Z.size), copy=False) for one in (Z, A))  # of all lanes
    rows, halves = np.ones((2, Z.size), Z.dtype), np.full((1, 2), 0.5, Z.dtype)
    t = rows[:1]
    do("t = ½Z", np.multiply, Z, halves[0, 0, ...], t)
    do("t = tanh(½Z)", np.tanh, t, t)
    do("A = σ(Z) = ½t + ½", product(halves), rows, A)


def _softmax(do: Do, Z: Array, A: Array) -> None:
    largest, total = _row(Z), _row(Z)  # (1, m)
    _largest(do, Z, largest)
    lowest = 0.7 * np.log(np.finfo(Z.dtype).tiny)  # −61 in float32
    do("Z − max Z", np.subtract, Z, largest, A)
    # what e to the power of less leads to would be so small that a processor takes a hundred times as long
    do("Z − max Z, not below −61", np.maximum, A, np.full_like(A, lowest), out=A)
    do("t = exp(Z − max Z)", np.exp, A, A)
    do("Σ t", _sum_of_classes(A), A, total)
    do("A = t / Σ t", np.divide, A, total, A)


def _largest(do: Do, Z: Array, largest: Array) -> None:
    """The largest logit of each sample; row by row while that is cheaper than NumPy's reduction."""
    classes = Z.shape[-2]
    if classes > FEW_CLASSES:
        do("max over the classes", np.maximum.reduce, Z, axis=-2, keepdims=True, out=largest)
        return
    row = [Z[..., k : k + 1, :] for k in range(classes)]
    do("max Z", np.maximum, row[0], row[-1], out=largest)
    for one in row[1:-1]:
        do("max Z", np.maximum, largest, one, out=largest)


def _row(Z: Array) -> Array:
    """An array for one number per sample, (1, m)."""
    return np.empty((*Z.shape[:-2], 1, Z.shape[-1]), Z.dtype)


def _sum_of_classes(Z: Array) -> Callable[..., Any]:
    """What sums (C, m) over the classes into (1, m): a product with ones, several times faster than a reduction."""
    return product(np.ones((*Z.shape[:-2], 1, Z.shape[-2]), Z.dtype))


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
    weighted, total = np.empty_like(A), _row(A)  # (C, m), (1, m)
    _difference(do, A, Y, dZ, share)
    do("A ∗ dA", np.multiply, A, dZ, weighted)
    do("Σ A ∗ dA", _sum_of_classes(A), weighted, total)
    do("dA − Σ A ∗ dA", np.subtract, dZ, total, dZ)
    do("dZ = A ∗ (dA − Σ A ∗ dA)", np.multiply, dZ, A, dZ)


def _binary_cross_entropy(Z: Array, A: Array, Y: Array) -> Array:
    # log(1 + eᶻ) = max(0, z) + log(1 + e^−|z|), in calls that NumPy has vectorised; logaddexp takes ten times as long
    loss = np.abs(Z)
    np.negative(loss, loss)
    np.exp(loss, loss)
    np.log1p(loss, loss)
    loss += np.maximum(Z, Z.dtype.type(0)) - Y * Z
    return loss[..., 0, :]


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
