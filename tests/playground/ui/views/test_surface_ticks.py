"""Ticks are round, inside, evenly spaced, neither too many nor too few; their words tell them apart."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from playground.ui.numbers import parse_number
from playground.ui.views.surface_ticks import tick_words, ticks

RANGES = st.tuples(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6), st.integers(2, 12))


@given(RANGES)
def test_ticks_are_inside_even_and_enough(case: tuple[float, float, int]) -> None:
    low, span, most = case
    high = low + span
    assume(high - low > 1e-6 * max(1.0, abs(low)))
    values = ticks(low, high, most)
    assert 1 <= len(values) <= most + 1
    assert min(values) >= low - 1e-6 * span
    assert max(values) <= high + 1e-6 * span
    steps = np.diff(values)
    if len(steps):
        mantissa = steps[0] / 10 ** math.floor(math.log10(steps[0]) + 1e-9)
        assert min(abs(mantissa - round_one) for round_one in (1, 2, 5, 10)) < 1e-6
        np.testing.assert_allclose(steps, steps[0], rtol=1e-6)


KNOWN = [
    (-6, 6, 4, [-5, 0, 5]),
    (-4, 4, 4, [-4, -2, 0, 2, 4]),
    (0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]),
]


@pytest.mark.parametrize(("low", "high", "most", "values"), KNOWN)
def test_known_ticks(low: float, high: float, most: int, values: list[float]) -> None:
    assert ticks(low, high, most) == pytest.approx(values)


@pytest.mark.parametrize(("low", "high"), [(1.0, 1.0), (2.0, 1.0), (math.nan, 1.0), (-math.inf, math.inf)])
def test_no_range_no_ticks(low: float, high: float) -> None:
    assert ticks(low, high, 5) == []


@given(RANGES)
def test_words_say_the_numbers(case: tuple[float, float, int]) -> None:
    low, span, most = case
    assume(span > 1e-3 * abs(low))
    values = ticks(low, low + span, most)
    words = tick_words(values)
    assert len(set(words)) == len(words)
    step = values[1] - values[0] if len(values) > 1 else abs(values[0]) or 1.0
    for value, word in zip(values, words, strict=True):
        assert parse_number(word) == pytest.approx(value, abs=0.02 * step)


def test_words_are_short() -> None:
    assert tick_words([-5.0, 0.0, 5.0]) == ["−5", "0", "5"]
    assert tick_words([0.0, 0.5, 1.0]) == ["0", "0.5", "1"]
    assert all(len(word) <= 5 for word in itertools.chain(tick_words(ticks(0.5, 13.2, 5)), tick_words(ticks(-1, 1, 5))))
