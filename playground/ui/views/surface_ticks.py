"""Round numbers along an axis."""

from __future__ import annotations

import math

from playground.ui.numbers import format_number

STEPS = (1.0, 2.0, 5.0, 10.0, 20.0)


def ticks(low: float, high: float, most: int) -> list[float]:
    """Multiples of 1, 2 or 5 times a power of ten within [low, high], at most `most` steps apart."""
    span = high - low
    if not (math.isfinite(span) and span > 0) or most < 1:
        return []
    power = 10.0 ** (math.floor(math.log10(span / most)))
    for factor in STEPS:
        step = power * factor
        first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        if last - first <= most:
            return [number * step for number in range(first, last + 1)]
    return []


def tick_words(values: list[float]) -> list[str]:
    """The numbers, as short as tells them apart."""
    if len(values) < 2:
        return [format_number(value, 3, trim=True) for value in values]
    steps = [abs(value) / (values[1] - values[0]) for value in values if value]  # how many steps from 0
    digits = [max(1, math.floor(math.log10(count) + 1e-9) + 2) for count in steps]
    return [format_number(value, max(digits, default=1), trim=True) for value in values]
