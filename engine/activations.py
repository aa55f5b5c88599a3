"""Activation functions g and their derivatives: one row each (the notes, 1.2.3 and 1.2.5).

``forward`` says A = g(Z) of one layer; ``backward`` says g′(Z), written with A where that is cheaper, as the notes do,
of all layers that share g and lie one behind the other. To add one: write the two functions, add a row; menus, files
and tests read it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.lib.introspect import opt_func_info

from engine.arrays import Array, constant
from engine.program import Do
from engine.values import dataclass

SIGN_IS_CHEAPER_BELOW = 1024  # numbers: sign is one call instead of two, but NumPy does not vectorise it
EXP_IS_CHEAPER_FROM = 4096  # numbers in float32: exp and four simple calls take two thirds of the time of tanh, but
TANH_TARGETS = ("AVX512", "X86_V4")  # for these processors NumPy has a tanh that takes a third of that time


def _tanh_is_quick() -> bool:
    functions = opt_func_info(func_name="^tanh$", signature="float32")
    return any(name in kind["current"] for kind in functions.get("tanh", {}).values() for name in TANH_TARGETS)


TANH_IS_QUICK = _tanh_is_quick()


@dataclass(frozen=True, slots=True, kw_only=True)
class Activation:
    """One row. ``g`` and ``derivative`` are the plain functions of z (with slope γ), for plots and tests."""

    name: str
    formula: str
    derivative_formula: str
    when: str
    g: Callable[[Array, float], Array]
    derivative: Callable[[Array, float], Array]
    forward: Callable[[Do, Array, Array, Array], None]  # do, Z, A, slope
    backward: Callable[[Do, Array, Array, Array, Array], None]  # do, Z, A, g′, slope
    saturates: bool = False


def sigmoid(z: Array) -> Array:
    """σ(z) = 1/(1+e^−z), written as ½(1 + tanh ½z) so that no z overflows."""
    half = z.dtype.type(0.5)
    return np.asarray(half * (np.tanh(half * z) + z.dtype.type(1)))


def sigmoid_forward(do: Do, Z: Array, A: Array, slope: Array) -> None:
    """A = σ(Z) = ½(1 + tanh ½Z)."""
    half, one = constant(0.5, Z.dtype), constant(1.0, Z.dtype)
    do("A = ½Z", np.multiply, Z, half, A)
    do("A = tanh(½Z)", np.tanh, A, A)
    do("A = 1 + tanh(½Z)", np.add, A, one, A)
    do("A = σ(Z) = ½(1 + tanh(½Z))", np.multiply, A, half, A)


def _sigmoid_backward(do: Do, Z: Array, A: Array, G: Array, slope: Array) -> None:
    do("g′ = 1 − A", np.subtract, constant(1.0, Z.dtype), A, G)
    do("g′ = A ∗ (1 − A)", np.multiply, A, G, G)


def _tanh_forward(do: Do, Z: Array, A: Array, slope: Array) -> None:
    size = Z.shape[0] * Z.shape[-1]  # of one model: lanes do as it does
    if TANH_IS_QUICK or Z.dtype != np.float32 or size < EXP_IS_CHEAPER_FROM:
        do("A = tanh(Z)", np.tanh, Z, A)
        return
    one, two = constant(1.0, Z.dtype), constant(2.0, Z.dtype)
    do("A = 2Z", np.multiply, Z, two, A)
    do("A = exp(2Z)", np.exp, A, A)
    do("A = 1 + exp(2Z)", np.add, A, one, A)
    do("A = 2/(1 + exp(2Z))", np.divide, two, A, A)
    do("A = tanh(Z) = 1 − 2/(1 + exp(2Z))", np.subtract, one, A, A)


def _tanh_backward(do: Do, Z: Array, A: Array, G: Array, slope: Array) -> None:
    do("g′ = A²", np.square, A, G)
    do("g′ = 1 − A²", np.subtract, constant(1.0, Z.dtype), G, G)


def _relu_forward(do: Do, Z: Array, A: Array, slope: Array) -> None:
    do("A = max(0, Z)", np.maximum, Z, np.zeros_like(Z), out=A)  # with a single 0 NumPy takes three times as long


def _relu_backward(do: Do, Z: Array, A: Array, G: Array, slope: Array) -> None:
    _one_where_positive(do, A, G)


def _leaky_forward(do: Do, Z: Array, A: Array, slope: Array) -> None:
    do("A = γZ", np.multiply, Z, slope, A)
    do("A = max(γZ, Z)", np.maximum, Z, A, out=A)


def _leaky_backward(do: Do, Z: Array, A: Array, G: Array, slope: Array) -> None:
    # 0 ≤ γ ≤ 1: the larger of γ and 1, 0 or −1 is 1 where z > 0 and γ elsewhere.
    _one_where_positive(do, Z, G)
    do("g′ = max(γ, g′), that is 1 where Z > 0, else γ", np.maximum, G, np.full_like(Z, slope), out=G)


def _one_where_positive(do: Do, Z: Array, G: Array) -> None:
    """G = 1 where Z > 0, else 0 (or, in small arrays, −1 where Z < 0)."""
    if Z.size < SIGN_IS_CHEAPER_BELOW:
        do("g′ = sign(Z)", np.sign, Z, G)
        return
    positive = np.empty(Z.shape, np.bool_)
    do("Z > 0", np.greater, Z, constant(0.0, Z.dtype), positive)
    do("g′ = 1 where Z > 0, else 0", np.copyto, G, positive)


def _identity_forward(do: Do, Z: Array, A: Array, slope: Array) -> None:
    do("A = Z", np.copyto, A, Z)


def _identity_backward(do: Do, Z: Array, A: Array, G: Array, slope: Array) -> None:
    do("g′ = 1", np.copyto, G, np.ones_like(Z))


ACTIVATIONS: Mapping[str, Activation] = {
    row.name: row
    for row in (
        Activation(
            name="sigmoid",
            formula="a = 1/(1 + e⁻ᶻ)",
            derivative_formula="g′ = a(1 − a)",
            when="an output between 0 and 1; in hidden layers it learns more slowly than tanh",
            g=lambda z, slope: sigmoid(z),
            derivative=lambda z, slope: sigmoid(z) * (1 - sigmoid(z)),
            forward=sigmoid_forward,
            backward=_sigmoid_backward,
            saturates=True,
        ),
        Activation(
            name="tanh",
            formula="a = (eᶻ − e⁻ᶻ)/(eᶻ + e⁻ᶻ)",
            derivative_formula="g′ = 1 − a²",
            when="small networks and smooth boundaries; its mean near zero helps the next layer",
            g=lambda z, slope: np.tanh(z),
            derivative=lambda z, slope: 1 - np.tanh(z) ** 2,
            forward=_tanh_forward,
            backward=_tanh_backward,
            saturates=True,
        ),
        Activation(
            name="relu",
            formula="a = max(0, z)",
            derivative_formula="g′ = 1 if z > 0, else 0",
            when="deeper and wider networks; cheap and without a right-hand saturation",
            g=lambda z, slope: np.maximum(z, 0),
            derivative=lambda z, slope: (z > 0).astype(z.dtype),
            forward=_relu_forward,
            backward=_relu_backward,
        ),
        Activation(
            name="leaky-relu",
            formula="a = max(γz, z)",
            derivative_formula="g′ = 1 if z > 0, else γ",
            when="where units of a ReLU layer die: the slope γ keeps a gradient for z < 0",
            g=lambda z, slope: np.maximum(z, slope * z),
            derivative=lambda z, slope: np.where(z > 0, 1.0, slope).astype(z.dtype),
            forward=_leaky_forward,
            backward=_leaky_backward,
        ),
        Activation(
            name="identity",
            formula="a = z",
            derivative_formula="g′ = 1",
            when="to see why a non-linearity is needed: any depth of it draws a line",
            g=lambda z, slope: z,
            derivative=lambda z, slope: np.ones_like(z),
            forward=_identity_forward,
            backward=_identity_backward,
        ),
    )
}
