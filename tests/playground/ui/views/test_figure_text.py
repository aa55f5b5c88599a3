"""Figures are written the same way everywhere, and a rounded one never claims too much."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.ui.views.figure_text import error_text, percent, rate_text


@pytest.mark.parametrize(
    ("share", "text"),
    [(0.973, "97.3%"), (1.0, "100%"), (0.99999, "99.9%"), (0.0, "0%"), (1e-6, "0.1%"), (math.nan, "–")],
)
def test_percent(share: float, text: str) -> None:
    assert percent(share) == text


@given(st.floats(0, 1, exclude_min=True, exclude_max=True))
def test_only_all_is_written_as_all_and_only_none_as_none(share: float) -> None:
    assert percent(share) not in ("100%", "0%")


def test_errors() -> None:
    assert error_text(0.0312) == "0.0312"
    assert error_text(math.nan) == "–"


@pytest.mark.parametrize(
    ("rate", "text"), [(12_345, "12,000"), (853, "850"), (7.4, "7"), (0, "0"), (math.nan, "0"), (99.6, "100")]
)
def test_rates(rate: float, text: str) -> None:
    assert rate_text(rate) == text
