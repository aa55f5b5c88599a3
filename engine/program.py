"""A training step as a list of labelled calls, and that list as one straight function.

The layers do not run: they say what is to be done, once per batch size, each call with its formula and its arrays:
``do("Z = W·A_prev + b", W.dot, A_prev, Z)``. The same list is what slow motion shows and, written out as straight
code without a loop, what training runs: for the smallest networks the loop over calls was a tenth of a step.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from engine.values import dataclass


@dataclass(frozen=True, slots=True)
class Slot:
    """Stands in a call for an argument that is given only when the program runs, such as the batch."""

    name: str


@dataclass(frozen=True, slots=True)
class Call:
    """One call: its formula in the notes' letters, the function, and its arguments (arrays or slots)."""

    formula: str
    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    keywords: dict[str, Any]


class Program:
    """Calls in their order. ``do`` adds one; ``function`` makes the list callable."""

    __slots__ = ("calls",)

    def __init__(self) -> None:
        self.calls: list[Call] = []

    def do(self, formula: str, function: Callable[..., Any], *arguments: Any, **keywords: Any) -> None:
        """Add one call at the end."""
        self.calls.append(Call(formula, function, arguments, keywords))

    def function(self, *slots: Slot) -> Callable[..., None]:
        """All calls as one function whose parameters are the slots, in this order."""
        names: dict[str, Any] = {}
        lines = [self._line(index, call, names) for index, call in enumerate(self.calls)]
        header = f"def run({', '.join(slot.name for slot in slots)}):"
        # Only names made here stand in the text; every object reaches it through `names`.
        exec("\n ".join([header, *lines, "return None"]), names)
        run: Callable[..., None] = names["run"]
        return run

    def _line(self, index: int, call: Call, names: dict[str, Any]) -> str:
        function: Any = call.function
        arguments = call.arguments
        if isinstance(function, partial) and not function.keywords:  # called straight, without a call between
            function, arguments = function.func, (*function.args, *arguments)
        names[f"f{index}"] = function
        words = [self._word(f"a{index}_{k}", one, names) for k, one in enumerate(arguments)]
        words += [f"{key}={self._word(f'k{index}_{key}', one, names)}" for key, one in call.keywords.items()]
        return f"f{index}({', '.join(words)})"

    def _word(self, name: str, value: Any, names: dict[str, Any]) -> str:
        if isinstance(value, Slot):
            return value.name
        names[name] = value
        return name


Do = Callable[..., None]
