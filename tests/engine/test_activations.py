"""Every row of the activation table: its calls are its plain function, and its derivative is the slope of it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from engine.activations import ACTIVATIONS, Activation
from engine.program import Program

SLOPE = np.array(0.1)
rows = pytest.mark.parametrize("row", ACTIVATIONS.values(), ids=ACTIVATIONS)


def run(row: Activation, Z: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A and g′(Z) by the row's calls."""
    A, G, program = np.empty_like(Z), np.empty_like(Z), Program()
    row.forward(program.do, Z, A, SLOPE)
    row.backward(program.do, Z, A, G, SLOPE)
    program.function()()
    return A, G


@rows
@given(Z=arrays(np.float64, (3, 4), elements=st.floats(-50, 50)))
def test_calls_equal_the_plain_functions(row: Activation, Z: np.ndarray) -> None:
    A, G = run(row, Z)
    np.testing.assert_allclose(A, row.g(Z, 0.1), rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(G, row.derivative(Z, 0.1), rtol=1e-10, atol=1e-15)


@rows
def test_derivative_is_the_slope(row: Activation) -> None:
    z, h = np.array([-3.0, -0.7, -0.01, 0.02, 0.9, 4.0]), 1e-6
    slope = (row.g(z + h, 0.1) - row.g(z - h, 0.1)) / (2 * h)
    np.testing.assert_allclose(row.derivative(z, 0.1), slope, rtol=1e-6, atol=1e-9)


def test_at_zero_relu_has_no_slope_and_leaky_relu_its_small_one() -> None:
    zero = np.zeros((1, 1))
    assert run(ACTIVATIONS["relu"], zero)[1] == 0
    assert run(ACTIVATIONS["leaky-relu"], zero)[1] == pytest.approx(0.1)


@rows
def test_nothing_overflows(row: Activation) -> None:
    Z = np.array([[-1e30, -1e4, 0.0, 1e4, 1e30]], np.float32)
    A, G = run(row, Z)
    assert np.isfinite(A).all()
    assert np.isfinite(G).all()


@rows
def test_a_row_explains_itself(row: Activation) -> None:
    assert row.formula
    assert row.derivative_formula
    assert row.when
