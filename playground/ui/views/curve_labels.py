"""Texts at the ends of lines: each as near to its line's end as the others allow."""

from __future__ import annotations

from collections.abc import Sequence


def spread(wanted: Sequence[float], height: float, top: float, bottom: float) -> list[float]:
    """Middles of labels of one `height`, in the order of `wanted`: no two overlap, all within top to bottom.

    Labels that would overlap are stacked around the mean of where they want to be. Where there is no room for all,
    they stand at equal, smaller distances.
    """
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    height = min(height, (bottom - top) / max(1, len(wanted)))
    stacks: list[list[float]] = []  # [sum of wanted middles, count]; a stack is labels that touch
    for index in order:
        stacks.append([wanted[index], 1.0])
        while len(stacks) > 1 and _start(stacks[-1], height, top, bottom) < _end(stacks[-2], height, top, bottom):
            total, count = stacks.pop()
            stacks[-1] = [stacks[-1][0] + total, stacks[-1][1] + count]
    placed: list[float] = []
    for stack in stacks:
        first = _start(stack, height, top, bottom) + height / 2
        placed.extend(first + place * height for place in range(int(stack[1])))
    return [middle for _, middle in sorted(zip(order, placed, strict=True))]


def _start(stack: Sequence[float], height: float, top: float, bottom: float) -> float:
    length = stack[1] * height
    return min(max(stack[0] / stack[1] - length / 2, top), bottom - length)


def _end(stack: Sequence[float], height: float, top: float, bottom: float) -> float:
    return _start(stack, height, top, bottom) + stack[1] * height
