"""The average equals its explicit weighted sum, keeps a constant, forgets at 1/(1−β), lags β/(1−β), and skips gaps."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.averages import (
    ExponentialAverage,
    binned_average,
    exponential_average,
    lag,
    time_constant,
    total_weight,
    weights_by_age,
)
from engine.errors import ExperimentError

betas = st.one_of(st.just(0.0), st.floats(0.0, 0.999999))
numbers = st.floats(-1e6, 1e6)
series = st.lists(numbers, min_size=1, max_size=80)
with_gaps = st.lists(st.one_of(numbers, st.sampled_from([math.nan, math.inf, -math.inf])), max_size=60)


@given(series, betas)
def test_it_is_the_explicit_weighted_sum(values: list[float], beta: float) -> None:
    theta = np.array(values)
    explicit = [sum((1 - beta) * beta**age * theta[t - age] for age in range(t + 1)) for t in range(len(theta))]
    largest = np.abs(theta).max()
    np.testing.assert_allclose(exponential_average(theta, beta, correction=False), explicit, atol=1e-12 * largest)


@given(numbers, betas, st.integers(1, 300))
def test_with_the_correction_a_constant_stays_itself(value: float, beta: float, count: int) -> None:
    np.testing.assert_allclose(exponential_average(np.full(count, value), beta), value, rtol=1e-12, atol=1e-300)


@given(numbers, st.floats(0.001, 0.999999), st.integers(1, 300))
def test_without_it_a_constant_starts_too_small_by_the_total_weight(value: float, beta: float, count: int) -> None:
    plain = exponential_average(np.full(count, value), beta, correction=False)
    np.testing.assert_allclose(plain, value * total_weight(np.arange(1, count + 1), beta), rtol=1e-10, atol=1e-300)


@given(with_gaps, betas, st.booleans())
def test_one_value_at_a_time_gives_the_same(values: list[float], beta: float, correction: bool) -> None:
    average = ExponentialAverage(beta, correction=correction)
    steps = [average.add(value) for value in values]
    whole = exponential_average(np.array(values, dtype=float), beta, correction=correction)
    np.testing.assert_allclose(whole, steps, rtol=1e-9, atol=1e-6)
    assert average.count == np.isfinite(values).sum()


@given(with_gaps, betas, st.booleans())
def test_a_gap_is_skipped_as_if_it_were_not_there(values: list[float], beta: float, correction: bool) -> None:
    theta = np.array(values, dtype=float)
    present = np.isfinite(theta)
    whole = exponential_average(theta, beta, correction=correction)
    np.testing.assert_array_equal(np.isnan(whole), ~present)
    np.testing.assert_array_equal(whole[present], exponential_average(theta[present], beta, correction=correction))


@given(series, betas)
def test_the_corrected_average_lies_between_its_values(values: list[float], beta: float) -> None:
    average, slack = exponential_average(values, beta), 1e-9 * max(map(abs, values))
    assert (average >= np.minimum.accumulate(values) - slack).all()
    assert (average <= np.maximum.accumulate(values) + slack).all()


@pytest.mark.parametrize("beta", [0.9, 0.98, 0.99, 0.999])
def test_after_its_time_constant_a_value_weighs_one_part_in_e(beta: float) -> None:
    age = round(time_constant(beta))
    weights = weights_by_age(beta, age + 1)
    assert age == round(1 / (1 - beta))
    assert weights[age] / weights[0] == pytest.approx(1 / math.e, rel=0.6 * (1 - beta))  # −ln β = (1−β) + (1−β)²/2 …
    jump = np.concatenate([np.zeros(20 * age), np.ones(age)])
    assert exponential_average(jump, beta)[-1] == pytest.approx(1 - 1 / math.e, rel=0.4 * (1 - beta))


@pytest.mark.parametrize("beta", [0.0, 0.5, 0.9, 0.99])
def test_the_average_of_a_line_is_late_by_the_lag(beta: float) -> None:
    line = np.arange(4000.0)
    assert line[-1] - exponential_average(line, beta)[-1] == pytest.approx(lag(beta), abs=1e-9)


def test_the_weights_sum_to_the_total_weight() -> None:
    assert weights_by_age(0.9, 25).sum() == pytest.approx(float(total_weight(25, 0.9)), rel=1e-12)
    assert float(total_weight(1, 0.0)) == 1.0


def test_columns_are_averaged_each_for_itself() -> None:
    table = np.random.default_rng(0).normal(size=(50, 3))
    table[4, 1] = np.nan
    both = exponential_average(table, 0.8)
    for column in range(3):
        np.testing.assert_array_equal(both[:, column], exponential_average(table[:, column], 0.8))


def test_nothing_gives_nothing() -> None:
    assert exponential_average([], 0.9).shape == (0,)
    assert exponential_average(np.empty((3, 0)), 0.9).shape == (3, 0)
    assert math.isnan(ExponentialAverage(0.9).value)


def test_the_series_given_stays_as_it_was() -> None:
    given_series = np.arange(10.0)
    exponential_average(given_series, 0.5)
    np.testing.assert_array_equal(given_series, np.arange(10.0))


@pytest.mark.parametrize("beta", [-0.1, 1.0, 2.0, math.nan])
def test_a_beta_out_of_range_is_refused(beta: float) -> None:
    calls = (
        lambda: exponential_average([1.0], beta),
        lambda: ExponentialAverage(beta),
        lambda: weights_by_age(beta, 3),
        lambda: total_weight(3, beta),
        lambda: time_constant(beta),
        lambda: lag(beta),
    )
    for call in calls:
        with pytest.raises(ExperimentError, match=r"^beta: .*at least 0 and below 1"):
            call()


def test_a_series_of_another_shape_is_refused() -> None:
    with pytest.raises(ExperimentError, match=r"^series: \(2, 2, 2\)"):
        exponential_average(np.zeros((2, 2, 2)), 0.9)


@given(st.lists(st.floats(-1e3, 1e3), max_size=40), st.floats(0, 0.999), st.booleans())
def test_bins_of_one_are_the_average_itself(values: list[float], beta: float, correction: bool) -> None:
    binned = binned_average(values, np.ones(len(values)), beta, correction=correction)
    np.testing.assert_allclose(binned, exponential_average(values, beta, correction=correction), rtol=1e-9, atol=1e-9)


@given(st.lists(st.tuples(st.floats(-1e3, 1e3), st.integers(1, 9)), max_size=20), st.floats(0, 0.999), st.booleans())
def test_a_bin_stands_for_as_many_values_as_it_counts(
    bins: list[tuple[float, int]], beta: float, correction: bool
) -> None:
    spread = [mean for mean, count in bins for _ in range(count)]
    ends = np.cumsum([count for _, count in bins], dtype=int) - 1
    wanted = exponential_average(spread, beta, correction=correction)[ends] if bins else np.empty(0)
    binned = binned_average([mean for mean, _ in bins], [count for _, count in bins], beta, correction=correction)
    np.testing.assert_allclose(binned, wanted, rtol=1e-8, atol=1e-8)


def test_a_bin_without_a_figure_is_a_gap() -> None:
    binned = binned_average([1.0, np.nan, 3.0], [2, 5, 1], 0.5)
    assert np.isnan(binned[1])
    assert binned[2] == pytest.approx(exponential_average([1.0, 1.0, 3.0], 0.5)[-1])
