"""The floor under a step: what each of its calls costs alone, called over and over with its arrays in the caches.

A step cannot be quicker than its calls. What it takes beyond their sum is the way between them: Python's, and that of
arrays which another call has pushed out of the cache. A floor sinks only with fewer or cheaper calls.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import numpy as np

from engine.program import Call, Slot

TURNS = 5
SECONDS = 0.001  # that a turn takes


def floor_of(calls: Sequence[Call], given: Mapping[str, np.ndarray]) -> dict[str, float]:
    """calls: how many there are; floor_us: the sum of what each costs. ``given`` stands for the slots, by name."""
    costs: dict[tuple[Any, ...], float] = {}
    total = 0.0
    with np.errstate(all="ignore"):
        for call in calls:
            arguments = [given[one.name] if isinstance(one, Slot) else one for one in call.arguments]
            kind = (call.formula, *(np.shape(one) for one in arguments))
            if kind not in costs:
                costs[kind] = _cost(_alone(call, arguments))
            total += costs[kind]
    return {"calls": float(len(calls)), "floor_us": total * 1e6}


def _alone(call: Call, arguments: Sequence[Any]) -> Callable[[], Any]:
    """The call as a function that gives the same numbers however often it is called: what it writes, it does not read.

    A number multiplied by β again and again would end among those so small that the processor takes ten times as long.
    """
    keywords = {name: np.copy(one) for name, one in call.keywords.items() if isinstance(one, np.ndarray)}
    if not keywords and len(arguments) > 1 and isinstance(arguments[-1], np.ndarray):
        arguments = [*arguments[:-1], np.copy(arguments[-1])]
    return partial(call.function, *arguments, **(call.keywords | keywords))


def _cost(function: Callable[[], Any]) -> float:
    """Seconds of processor time."""
    repeats = 1
    while (seconds := _time(function, repeats)) < SECONDS:
        repeats *= 2
    return statistics.median([seconds, *(_time(function, repeats) for _ in range(TURNS - 1))]) / repeats


def _time(function: Callable[[], Any], repeats: int) -> float:
    start = time.process_time()
    for _ in range(repeats):
        function()
    return time.process_time() - start
