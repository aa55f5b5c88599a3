"""Scales place values and bear readable ticks, linear and logarithmic."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.ui.views.curve_scale import Scale, power_text, round_step

LINEAR = [(0, 1), (0, 0.8), (0, 12), (0, 30_000), (0, 1e30), (0, 2e-5), (0, 1e6), (0, 999_999)]
LOGARITHMIC = [(0.01, 1), (0.05, 2), (0.2, 0.5), (1e-12, 1), (0.001, 0.5), (1e-5, 1e3), (1e-290, 1e-280), (0.02, 0.2)]
SCALES = [
    *(Scale(low, high) for low, high in LINEAR),
    *(Scale(low, high, logarithmic=True) for low, high in LOGARITHMIC),
    *(Scale(1 - gap, 1.0, percent=True) for gap in (0.05, 0.1, 0.25, 0.6, 1.0)),
]


@pytest.mark.parametrize("scale", SCALES, ids=str)
@pytest.mark.parametrize("most", [2, 4, 6, 10])
def test_ticks_lie_within_rise_and_have_different_texts(scale: Scale, most: int) -> None:
    ticks = scale.ticks(most)
    values = [tick.value for tick in ticks]
    texts = [tick.text for tick in ticks if not tick.minor]
    margin = 1e-6 * (scale.high - scale.low)
    assert all(scale.low - margin <= value <= scale.high + margin for value in values)
    assert values == sorted(values)
    assert 2 <= len(texts) <= 2 * most + 2
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("scale", SCALES, ids=str)
@given(share=st.floats(0, 1))
def test_a_value_stands_where_it_was_read_off(scale: Scale, share: float) -> None:
    assert scale.share(np.array([scale.value(share)]))[0] == pytest.approx(share, abs=1e-9)


def test_zeros_stand_at_the_foot_of_a_logarithmic_axis_and_nan_stays() -> None:
    shares = Scale(0.01, 1.0, logarithmic=True).share(np.array([0.0, -1.0, 0.01, 0.1, 1.0, math.nan]))
    np.testing.assert_allclose(shares, [0, 0, 0, 0.5, 1, math.nan], atol=1e-12)


def test_a_logarithmic_axis_has_minor_ticks_at_every_digit() -> None:
    minor = [tick.value for tick in Scale(0.01, 1.0, logarithmic=True).ticks(3) if tick.minor]
    assert len(minor) == 16
    assert minor[0] == pytest.approx(0.02)


@pytest.mark.parametrize(
    ("low", "high", "texts"),
    [
        (0, 0.8, ["0", "0.2", "0.4", "0.6", "0.8"]),
        (0, 30_000, ["0", "10k", "20k", "30k"]),
        (0, 2e-5, ["0", "5×10⁻⁶", "10⁻⁵", "1.5×10⁻⁵", "2×10⁻⁵"]),
    ],
)
def test_texts_of_linear_ticks(low: float, high: float, texts: list[str]) -> None:
    assert [tick.text for tick in Scale(low, high).ticks(5)] == texts


def test_texts_in_percent() -> None:
    texts = [tick.text for tick in Scale(0.9, 1.0, percent=True).ticks(2)]
    assert texts == ["90%", "95%", "100%"]


@given(st.floats(1e-300, 1e300))
def test_a_round_step_is_one_two_or_five_times_a_power_of_ten(least: float) -> None:
    step = round_step(least)
    assert least * (1 - 1e-8) <= step <= 2.6 * least
    assert f"{step:.6e}"[0] in "125"


@pytest.mark.parametrize(("value", "text"), [(0, "0"), (1e-5, "10⁻⁵"), (2e7, "2×10⁷"), (0.05, "0.05"), (3000, "3000")])
def test_powers(value: float, text: str) -> None:
    assert power_text(value) == text


@pytest.mark.parametrize(
    ("low", "high", "logarithmic"),
    [(1, 1, False), (2, 1, False), (math.nan, 1, False), (0, math.inf, False), (0, 1, True), (-1, 1, True)],
)
def test_a_range_that_is_none_is_refused(low: float, high: float, logarithmic: bool) -> None:
    with pytest.raises(ValueError, match="allowed"):
        Scale(low, high, logarithmic=logarithmic)
