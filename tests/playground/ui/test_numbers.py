"""Numbers as people read them, and back."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from playground.ui.numbers import FIGURE_SPACE, format_count, format_number, parse_number


@pytest.mark.parametrize("language", [QLocale.Language.English, QLocale.Language.Chinese])
@pytest.mark.parametrize("count", [0, 7, 999, 1000, 12_345, 1_000_000])
def test_counts_and_decimals_are_those_of_both_languages(language: QLocale.Language, count: int) -> None:
    locale = QLocale(language)
    assert format_count(count) == locale.toString(count)
    assert parse_number(locale.toString(count), whole=True) == count
    assert format_number(count / 8, 12, trim=True) == locale.toString(count / 8, "g", 12).replace(",", "")
    assert locale.percent() == "%"


def test_a_count_below_zero_has_a_minus() -> None:
    assert format_count(-1234) == "−1,234"


@pytest.mark.parametrize(
    ("value", "digits", "trim", "text"),
    [
        (0.03, 3, False, "0.0300"),
        (0.03, 3, True, "0.03"),
        (1.2e-5, 2, False, "1.2×10⁻⁵"),
        (1.2e-5, 3, True, "1.2×10⁻⁵"),
        (0.0, 3, False, "0.00"),
        (0.0, 3, True, "0"),
        (-0.0, 3, True, "0"),
        (1.0, 3, False, "1.00"),
        (0.9996, 3, False, "1.00"),
        (12345.6, 3, False, "12346"),
        (-3.14159, 3, False, "−3.14"),
        (1.5e9, 3, True, "1.5×10⁹"),
        (100.0, 3, True, "100"),
        (-2e-10, 1, False, "−2×10⁻¹⁰"),
        (math.inf, 3, False, "∞"),
        (-math.inf, 3, False, "−∞"),
        (math.nan, 3, False, "NaN"),
    ],
)
def test_numbers_are_written_as_people_read_them(value: float, digits: int, trim: bool, text: str) -> None:
    assert format_number(value, digits, trim=trim) == text


def test_a_running_number_keeps_its_width() -> None:
    assert format_number(3.5, 2, width=6) == FIGURE_SPACE * 3 + "3.5"
    with pytest.raises(ValueError, match="digits: 0"):
        format_number(1.0, 0)


@given(st.floats(-1e300, 1e300), st.integers(1, 12), st.booleans())
def test_what_is_written_can_be_typed(value: float, digits: int, trim: bool) -> None:
    back = parse_number(format_number(value, digits, trim=trim))
    assert back == pytest.approx(value, rel=0.51 * 10 ** (1 - digits), abs=1e-300)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.03", 0.03),
        (" 0,03 ", 0.03),
        ("3e-2", 0.03),
        ("3E-2", 0.03),
        ("3×10⁻²", 0.03),
        ("3 * 10^-2", 0.03),
        (".5", 0.5),
        ("5.", 5.0),
        ("−1", -1.0),
        ("+1", 1.0),
        ("50 %", 0.5),
        ("10⁻³", 0.001),
        ("10^-3", 0.001),
        ("1·10^-3", 0.001),
        ("\u2007 7", 7.0),
        ("\uff10\uff0e\uff10\uff13", 0.03),  # full-width digits and point
        ("\uff10\u3002\uff15", 0.5),  # the full stop that a Chinese keyboard gives
        ("\uff10\uff0c\uff15", 0.5),
        ("\uff11\uff45\uff0d\uff13", 0.001),
        ("\uff15\uff10\uff05", 0.5),
        ("∞", math.inf),
        ("-inf", -math.inf),
    ],
)
def test_numbers_are_read_as_people_type_them(text: str, value: float) -> None:
    assert parse_number(text) == value


def test_a_unit_may_stand_behind_a_number() -> None:
    assert [parse_number(text, unit=" %") for text in ("50", "50 %", "50%", "\uff15\uff10\uff05")] == [50.0] * 4
    assert parse_number("45 °", unit="°") == 45.0


def test_only_whole_numbers_are_grouped() -> None:
    assert [parse_number(text, whole=True) for text in ("1,000", "1 000", "12,000,000")] == [1000, 1000, 12_000_000]
    assert parse_number("1,000") == 1.0
    assert parse_number("0,500", whole=True) == 0.5


@pytest.mark.parametrize(
    "text",
    [
        "10-3",
        "10^",
        "% 5",
        "5 % %",
        "2^3",
        "",
        " ",
        "abc",
        "1,2,3",
        "1.2.3",
        "--1",
        "1e",
        "0x10",
        "1_000",
        "٣",
        "1 2",
        "e5",
    ],
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="number:"):
        parse_number(text)
