"""What may be typed into the field of a slider: often more than the slider reaches, whose ends are the usual values."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from engine.values import dataclass

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedRange:
    """From `low` to `high`; `low_open`: above `low`; `zero`: 0 too, below `low`; `whole`: no fractions."""

    low: float
    high: float
    low_open: bool = False
    zero: bool = False
    whole: bool = False

    def takes(self, value: float) -> bool:
        """Whether `value` may be typed; NaN never is."""
        inside = (self.low < value if self.low_open else self.low <= value) and value <= self.high
        return (inside or (self.zero and value == 0)) and (not self.whole or float(value).is_integer())

    def words(self, text_of: Callable[[float], str]) -> str:
        """What may be typed, in words, its numbers written by `text_of`."""
        if self.whole:
            words = translate("ValueSlider", "Type a whole number from {0} to {1}.")
        elif self.low_open:
            words = translate("ValueSlider", "Type a number above {0}, up to {1}.")
        elif self.zero and self.low > 0:
            words = translate("ValueSlider", "Type 0 or a number from {0} to {1}.")
        else:
            words = translate("ValueSlider", "Type a number from {0} to {1}.")
        return words.format(text_of(self.low), text_of(self.high))
