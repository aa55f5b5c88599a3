"""What a field of an experiment is: where it stands, what it may hold, what it does, when a change acts.

``effect`` says what a change does to a run: ``live`` (training goes on), ``shape`` (training goes on with the weights
that can be kept), ``data`` (training goes on with other samples), ``restart`` (from the same seed), ``none`` (nothing).
"""

from __future__ import annotations

import math
from typing import Literal

from engine.errors import ExperimentError
from engine.values import dataclass

Effect = Literal["none", "live", "shape", "data", "restart"]
Kind = Literal["number", "integer", "switch", "choice", "text", "list"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One row: a path (``layers[].units`` for every layer), its kind, its range or its choices."""

    path: str
    kind: Kind
    effect: Effect
    help: str
    low: float = -math.inf
    high: float = math.inf
    low_open: bool = False
    choices: tuple[str, ...] = ()
    also: tuple[object, ...] = ()  # single values allowed beside the range, such as None or "all"
    short: tuple[str, ...] = ()

    @property
    def allowed(self) -> str:
        """What may stand here, in words."""
        if self.choices:
            words = ", ".join(self.choices)
        elif self.kind == "switch":
            words = "on (true), off (false)"
        elif self.kind == "text":
            words = "text"
        else:
            words = f"{'a whole number' if self.kind == 'integer' else 'a number'} {self._range()}".strip()
        extra = ["nothing (null)" if value is None else str(value) for value in self.also]
        return " or ".join([words, *extra])

    def _range(self) -> str:
        if self.low > -math.inf and self.high < math.inf:
            start = f"above {self.low:.12g} up" if self.low_open else f"from {self.low:.12g}"
            return f"{start} to {self.high:.12g}"
        if self.low > -math.inf:
            return f"{'above' if self.low_open else 'of at least'} {self.low:g}"
        return f"of at most {self.high:g}" if self.high < math.inf else ""

    def check(self, value: object, path: str | None = None) -> None:
        """Raise ExperimentError unless the value may stand here. ``path`` replaces ``[]`` by a real index."""
        if not self.accepts(value):
            raise ExperimentError(path or self.path, value, self.allowed)

    def accepts(self, value: object) -> bool:
        """Whether the value may stand here; true and false are no numbers, NaN and infinity never pass."""
        if any(value is None if one is None else value == one for one in self.also):
            return True
        if self.kind == "switch":
            return isinstance(value, bool)
        if self.kind == "choice":
            return isinstance(value, str) and value in self.choices
        if self.kind == "text":
            return isinstance(value, str)
        if isinstance(value, bool) or not isinstance(value, int if self.kind == "integer" else (int, float)):
            return False
        return (
            math.isfinite(value) and (value > self.low if self.low_open else value >= self.low) and value <= self.high
        )
