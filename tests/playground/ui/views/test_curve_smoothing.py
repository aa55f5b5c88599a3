"""The average in front of the curves equals its definition, and passes over what is no number."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.ui.views.curve_smoothing import LARGEST_BETA, check_beta, smooth

NUMBERS = st.floats(-1e6, 1e6)
BETAS = st.floats(0.0, LARGEST_BETA)


def recursion(values: list[float], beta: float, correction: bool = True) -> list[float]:
    """v := βv + (1−β)θ, over 1−βᵗ if corrected, step by step, as in the notes."""
    average, result = 0.0, []
    for step, value in enumerate(values, start=1):
        average = beta * average + (1 - beta) * value
        result.append(average / (1 - beta**step) if correction else average)
    return result


@given(st.lists(NUMBERS, max_size=60), BETAS)
def test_equals_the_recursion_with_bias_correction(values: list[float], beta: float) -> None:
    np.testing.assert_allclose(smooth(np.array(values), beta), recursion(values, beta), rtol=1e-9, atol=1e-6)


@given(st.lists(NUMBERS, max_size=60), st.floats(0.001, LARGEST_BETA))
def test_equals_the_recursion_without_it(values: list[float], beta: float) -> None:
    plain = smooth(np.array(values), beta, correction=False)
    np.testing.assert_allclose(plain, recursion(values, beta, correction=False), rtol=1e-9, atol=1e-6)


@given(NUMBERS, st.integers(1, 300), BETAS)
def test_a_constant_stays_what_it_is(value: float, count: int, beta: float) -> None:
    np.testing.assert_allclose(smooth(np.full(count, value), beta), value, rtol=1e-9, atol=1e-300)


@pytest.mark.parametrize("strange", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_is_passed_over(strange: float) -> None:
    averaged = smooth(np.array([strange, 2.0, strange, 4.0]), 0.5)
    assert math.isnan(averaged[0])
    assert averaged[1:3].tolist() == pytest.approx([2.0, 2.0])
    assert 2.0 < averaged[3] < 4.0


def test_no_smoothing_gives_the_very_same_array() -> None:
    values = np.array([1.0, 3.0])
    assert smooth(values, 0.0) is values


def test_an_empty_set_stays_empty() -> None:
    assert np.isnan(smooth(np.full(5, np.nan), 0.6)).all()
    assert len(smooth(np.empty(0), 0.6)) == 0


@pytest.mark.parametrize("beta", [-0.1, 1.0, math.nan, "0.5"])
def test_a_wrong_beta_is_refused(beta: float) -> None:
    with pytest.raises(ValueError, match=r"beta: .* not allowed; allowed: a number from 0"):
        check_beta(beta)
