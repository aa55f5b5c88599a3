"""Each cell is missing, a number or a text, and nothing of it is ever evaluated."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.data.cells import MISSING, is_missing, number, numbers


@pytest.mark.parametrize("token", sorted(MISSING))
def test_every_word_for_missing_is_known_in_any_case_and_with_blanks(token: str) -> None:
    for cell in (token, token.upper(), token.title(), f" {token}\t"):
        assert is_missing(cell)
        assert number(cell) is None
        values = numbers(["1", cell])
        assert values is not None
        assert math.isnan(values[1])


@pytest.mark.parametrize("cell", ["0", "none", "--", "na.", "missing", "null0"])
def test_other_words_are_not_missing(cell: str) -> None:
    assert not is_missing(cell)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1", 1.0),
        ("-2.5", -2.5),
        ("+.5", 0.5),
        ("5.", 5.0),
        (" 7 ", 7.0),
        ("1e-3", 0.001),
        ("1E5", 1e5),
        ("1e999", math.inf),
    ],
)
def test_numbers(cell: str, value: float) -> None:
    assert number(cell) == value


@pytest.mark.parametrize(
    "cell", ["1_000", "0x10", "1,5", "1 000", "1d5", "__import__('os')", "=1+1", "1.2.3", "true", "12%"]
)
def test_texts(cell: str) -> None:
    assert number(cell) is None
    assert numbers(["1", cell]) is None


def test_decimal_comma_only_where_it_is_allowed_and_there_are_no_points() -> None:
    assert number("1,5", decimal_comma=True) == 1.5
    assert number("-1,5e3", decimal_comma=True) == -1500.0
    assert number("1,234,567", decimal_comma=True) is None
    assert number("1.234,5", decimal_comma=True) is None
    assert numbers(["1,5", "1.5"], decimal_comma=True) is None
    assert np.array_equal(np.array(numbers(["1,5", "?", "2"], decimal_comma=True)), [1.5, np.nan, 2.0], equal_nan=True)
