"""The scale of an axis: where a value stands between its two ends, and at which values the ticks are.

Linear or logarithmic. A scale is a value; which range it should cover is decided in `curve_range`.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from engine.values import dataclass
from playground.ui.numbers import format_number

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark at `value`; a minor one has no text and only a short stroke."""

    value: float
    text: str = ""

    @property
    def minor(self) -> bool:
        """Whether it is a stroke without a number."""
        return not self.text


@dataclass(frozen=True, slots=True)
class Scale:
    """From `low` to `high`; a logarithmic one needs 0 < low. ValueError if the ends do not allow a scale."""

    low: float
    high: float
    logarithmic: bool = False
    percent: bool = False

    def __post_init__(self) -> None:
        if not (math.isfinite(self.low) and math.isfinite(self.high) and self.low < self.high):
            raise ValueError(f"scale: {self.low!r} to {self.high!r} is no range; allowed: two finite ends, low < high")
        if self.logarithmic and self.low <= 0:
            raise ValueError(f"low: {self.low!r} has no logarithm; allowed: numbers above 0")

    def share(self, values: Floats) -> Floats:
        """Where `values` (n,) stand: 0 at low, 1 at high, (n,). Zero and less stand at 0 if logarithmic; NaN stays."""
        if not self.logarithmic:
            return (values - self.low) / (self.high - self.low)
        logs = np.log(np.maximum(values, self.low))  # maximum keeps NaN
        low = math.log(self.low)
        shares: Floats = (logs - low) / (math.log(self.high) - low)
        return shares

    def value(self, share: float) -> float:
        """The value that stands at `share`; the inverse of `share`."""
        if not self.logarithmic:
            return self.low + share * (self.high - self.low)
        return math.exp(math.log(self.low) + share * math.log(self.high / self.low))

    def ticks(self, most: int) -> list[Tick]:
        """Ticks at round values within the range, about `most` of them with a text (never none)."""
        if self.logarithmic:
            return _logarithmic_ticks(self.low, self.high, max(2, most))
        return _linear_ticks(self.low, self.high, max(2, most), self.percent)


def round_step(least: float) -> float:
    """The smallest 1, 2 or 5 times a power of ten that is not below `least` (> 0)."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(factor * power for factor in (1.0, 2.0, 5.0, 10.0, 20.0) if factor * power >= least * (1 - 1e-9))


def _linear_ticks(low: float, high: float, most: int, percent: bool) -> list[Tick]:
    step = round_step((high - low) / most)
    first, last = math.ceil(low / step - 1e-6), math.floor(high / step + 1e-6)
    write = _percent_text(step) if percent else _plain_text(step, max(abs(low), abs(high)))
    return [Tick(index * step, write(index * step)) for index in range(first, last + 1)]


def _percent_text(step: float) -> Callable[[float], str]:
    decimals = max(0, -math.floor(math.log10(step * 100) + 1e-9))
    return lambda value: f"{value * 100:.{decimals}f}%"


def _plain_text(step: float, largest: float) -> Callable[[float], str]:
    """All ticks of an axis with the same decimals; a power of ten or k (thousand) where the digits would be many."""
    if largest >= 1e6 or largest < 1e-3:
        return power_text
    if step >= 1000:
        return lambda value: f"{value / 1000:g}k" if value else "0"
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    return lambda value: f"{value:.{decimals}f}" if value else "0"


def power_text(value: float) -> str:
    """`value` with two digits: 0.05, 3000, 10⁻⁵, 2×10⁷."""
    return format_number(value, 2, trim=True).removeprefix("1×")


def _logarithmic_ticks(low: float, high: float, most: int) -> list[Tick]:
    decades = math.log10(high / low)
    if decades < 0.7:  # less than a factor of five: hardly a power of ten in it, so evenly spaced values
        return _linear_ticks(low, high, min(most, 4), percent=False)
    first, last = math.floor(math.log10(low) + 1e-9), math.ceil(math.log10(high) - 1e-9)
    lowest = math.ceil(math.log10(low) - 1e-9)  # the first power of ten on the axis
    every = max(1, math.ceil(decades / most))
    named = next((digits for digits in ((1, 2, 5), (1, 3), (1,)) if len(digits) * decades <= most), (1,))
    if len(named) == 1 and math.floor(math.log10(high) + 1e-9) == lowest:  # one power of ten alone is no scale
        named = (1, 3)
    ticks = []
    for exponent in range(first, last + 1):
        for digit in range(1, 10) if every == 1 else (1,):
            value = digit * 10.0**exponent
            if low * (1 - 1e-9) <= value <= high * (1 + 1e-9):
                text = power_text(value) if digit in named and (exponent - lowest) % every == 0 else ""
                ticks.append(Tick(value, text))
    return ticks
