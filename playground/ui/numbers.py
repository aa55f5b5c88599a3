"""Numbers as people read them, and back: a fixed count of significant digits, powers of ten written as such.

Both languages of the window write a decimal point, and commas between thousands (the locales en and zh agree, which a
test keeps), so one form serves both. Only counts are grouped, never what stands in a field to be changed.
"""

from __future__ import annotations

import math
import re
import unicodedata
from functools import lru_cache

MINUS = "\u2212"
FIGURE_SPACE = "\u2007"  # as wide as a digit
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_RAISED_DIGITS = re.compile("[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_GROUPED = re.compile(r"[1-9]\d{0,2}([, ]\d{3})+")
_NAMES = {"inf": math.inf, "∞": math.inf, "nan": math.nan}
SMALLEST_PLAIN, LARGEST_PLAIN = -4, 6  # powers of ten written out in full


def format_number(value: float, digits: int = 3, *, trim: bool = False, width: int = 0) -> str:
    """`value` with `digits` significant digits: 0.0300, 1.20×10⁻⁵, −3.14, ∞, NaN.

    `trim` drops the zeros that end a fraction (0.03). `width` pads at the left with spaces as wide as a digit, so that
    a column or a running number keeps its place. Whole parts are never rounded to fewer digits than they have.
    """
    if digits < 1:
        raise ValueError(f"digits: {digits} is too few; allowed are 1 and above")
    return _plain_or_power(value, digits, trim).replace("-", MINUS).rjust(width, FIGURE_SPACE)


def format_count(count: float) -> str:
    """A whole number with its thousands apart: 850, 12,000."""
    return f"{count:,.0f}".replace("-", MINUS)


@lru_cache(maxsize=4096)  # sliders that look alike have the same few hundred stops
def _plain_or_power(value: float, digits: int, trim: bool) -> str:
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "∞" if value > 0 else "-∞"
    if value == 0:
        return "0" if trim else _fixed(0.0, digits - 1)
    mantissa, exponent = f"{value:.{digits - 1}e}".split("e")  # rounding first: 0.99996 is a 1
    power = int(exponent)
    if SMALLEST_PLAIN <= power < LARGEST_PLAIN:
        return _trimmed(_fixed(value, max(0, digits - 1 - power)), trim)
    return f"{_trimmed(mantissa, trim)}×10{str(power).translate(_RAISED)}"


def _fixed(value: float, decimals: int) -> str:
    return f"{value:.{decimals}f}"


def _trimmed(text: str, trim: bool) -> str:
    return text.rstrip("0").rstrip(".") if trim and "." in text else text


def parse_number(text: str, *, unit: str = "", whole: bool = False) -> float:
    """The number that `text` says: 0.03, 0,03, 3e-2, 3×10⁻², 10⁻³, −1, 50 %, ∞, also in full-width characters.

    A `unit` may stand behind it; "%" means hundredths unless it is the unit. Of a `whole` number 1,000 and 1 000 are a
    thousand. ValueError when the text says no number.
    """
    plain = unicodedata.normalize("NFKC", _RAISED_DIGITS.sub(_as_power, text)).replace("。", ".").replace("−", "-")
    plain = plain.strip().lower().removesuffix(unit.strip().lower()).strip()
    size, factor = (plain.removesuffix("%").strip(), 0.01) if plain.endswith("%") else (plain, 1.0)
    sign, size = (-1.0, size[1:]) if size.startswith("-") else (1.0, size.removeprefix("+"))
    if size in _NAMES:
        return sign * _NAMES[size]
    if whole and _GROUPED.fullmatch(size):
        size = re.sub(r"[, ]", "", size)
    if size.count(",") == 1 and "." not in size:
        size = size.replace(",", ".")
    size = re.sub(r"^10\^(?=-?\d+$)", "1e", re.sub(r"\s*[×x*·]\s*10\^?(?=-?\d+$)", "e", size))
    if not re.fullmatch(r"(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", size, flags=re.ASCII):
        raise ValueError(f"number: {text!r} is not a number; allowed are forms like 0.03 and 3e-2")
    return sign * factor * float(size) if factor != 1.0 else sign * float(size)


def _as_power(raised: re.Match[str]) -> str:
    return "^" + raised[0].translate(_LOWERED)
