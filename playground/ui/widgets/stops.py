"""Where a slider may stop: the rounded values of a range, evenly spaced to the hand. No Qt here.

A slider's position is an index into these values; a value typed between two of them has a fractional position.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal

from engine.values import dataclass

ScaleName = Literal["linear", "log", "powers-of-two", "steps"]

# Two-digit numbers a tenth of a decade apart or less, with 1, 2, 3 and 5 among them.
_MANTISSAS = (1, 1.1, 1.2, 1.35, 1.5, 1.65, 1.8, 2, 2.2, 2.5, 2.75, 3, 3.3, 3.6, 4, 4.5, 5, 5.5, 6, 6.7, 7.5, 8.2, 9)
_LINEAR_STOPS = 200


@dataclass(frozen=True, slots=True)
class Stops:
    """Rising `values` of a slider; between two of them positions follow the logarithm when `logarithmic`."""

    values: tuple[float, ...]
    logarithmic: bool = False

    def __post_init__(self) -> None:
        if len(self.values) < 2 or any(b <= a for a, b in zip(self.values, self.values[1:], strict=False)):
            raise ValueError(f"values: {self.values} must be two or more, each above the one before")

    @property
    def last(self) -> int:
        """The largest position."""
        return len(self.values) - 1

    def value_at(self, position: float) -> float:
        """The stop nearest to `position`, which may lie outside."""
        return self.values[min(self.last, max(0, math.floor(position + 0.5)))]

    def position_of(self, value: float) -> float:
        """Where `value` is, 0 to `last`; values outside are at the ends."""
        if not value > self.values[0]:
            return 0.0
        if value >= self.values[-1]:
            return float(self.last)
        index = bisect_right(self.values, value) - 1
        low, high = self.values[index], self.values[index + 1]
        if self.logarithmic and low > 0:
            return index + math.log(value / low) / math.log(high / low)
        return index + (value - low) / (high - low)

    def stepped(self, value: float, steps: int) -> float:
        """`value` moved by `steps` stops; from between two stops the first step goes to the next one."""
        position = self.position_of(value)
        nearest = round(position)
        if abs(position - nearest) > 1e-9:
            nearest = math.floor(position) if steps > 0 else math.ceil(position)
        return self.value_at(nearest + steps)

    @property
    def page(self) -> int:
        """How many stops Page Up and Page Down move: a tenth of the way."""
        return max(1, round(self.last / 10))


def stops(
    scale: ScaleName,
    minimum: float,
    maximum: float,
    *,
    integer: bool = False,
    zero_allowed: bool = False,
    step: float | None = None,
    steps: Sequence[float] = (),
) -> Stops:
    """The stops of a slider from `minimum` to `maximum` on `scale`.

    `zero_allowed` puts a 0 before a logarithmic scale, `step` sets the distance on a linear one, `steps` lists the
    values of scale "steps". ValueError names what does not fit.
    """
    if not (math.isfinite(minimum) and math.isfinite(maximum) and minimum < maximum):
        raise ValueError(f"minimum, maximum: {minimum}, {maximum} must be finite and rising")
    if scale == "linear":
        return Stops(_linear(minimum, maximum, integer, step))
    if scale == "steps":
        return Stops(_between(steps, minimum, maximum))
    if scale not in ("log", "powers-of-two"):
        raise ValueError(f"scale: {scale!r} is unknown; allowed are linear, log, powers-of-two, steps")
    if minimum <= 0:
        raise ValueError(f"minimum: {minimum} is not allowed on scale {scale}; allowed are values above 0")
    if scale == "powers-of-two":
        powers = [2.0**power for power in range(math.ceil(math.log2(minimum)), math.floor(math.log2(maximum)) + 1)]
        return Stops(_between([minimum, *powers, maximum], minimum, maximum), logarithmic=True)
    values = _between(_decades(minimum, maximum, integer), minimum, maximum)
    return Stops((0.0, *values) if zero_allowed else values, logarithmic=True)


def _between(values: Sequence[float], minimum: float, maximum: float) -> tuple[float, ...]:
    return tuple(sorted({float(value) for value in values if minimum <= value <= maximum}))


def _linear(minimum: float, maximum: float, integer: bool, step: float | None) -> tuple[float, ...]:
    stride = _round_step((maximum - minimum) / _LINEAR_STOPS, integer) if step is None else step
    if not stride > 0:
        raise ValueError(f"step: {stride} is not allowed; allowed are values above 0")
    decimals = max(0, 2 - math.floor(math.log10(stride)))  # 0.1 + 0.2 is to be 0.3
    count = math.floor((maximum - minimum) / stride + 1e-9)
    values = [round(minimum + index * stride, decimals) for index in range(count + 1)]
    return _between([*values, maximum], minimum, maximum)


def _round_step(least: float, integer: bool) -> float:
    """The smallest of 1, 2, 5 times a power of ten that is `least` or more; 1 or more when `integer`."""
    decade = 10.0 ** math.floor(math.log10(least))
    stride = next(factor * decade for factor in (1, 2, 5, 10) if factor * decade >= least * (1 - 1e-9))
    return max(1.0, stride) if integer else stride


def _decades(minimum: float, maximum: float, integer: bool) -> list[float]:
    powers = range(math.floor(math.log10(minimum)), math.ceil(math.log10(maximum)) + 1)
    values = [float(f"{mantissa}e{power}") for power in powers for mantissa in _MANTISSAS]
    return [minimum, *(value for value in values if not integer or value.is_integer()), maximum]
