"""Which layer continues which when hidden layers are put in, taken out or changed.

Layers are matched from the front and from the back, so that a layer put in or taken out in the middle keeps the others.
"""

from __future__ import annotations

from collections.abc import Sequence


def match_layers(old: Sequence[object], new: Sequence[object]) -> list[int | None]:
    """For each hidden layer of ``new``, and the output, the old one it continues (0-based), or None.

    The output always continues the output.
    """
    a, b = list(old), list(new)
    if len(a) == len(b):
        return [*range(len(a)), len(a)]
    front = 0
    while front < min(len(a), len(b)) and a[front] == b[front]:
        front += 1
    back = 0
    while back < min(len(a), len(b)) - front and a[-1 - back] == b[-1 - back]:
        back += 1
    middle: list[int | None] = [None] * (len(b) - front - back)
    return [*range(front), *middle, *range(len(a) - back, len(a)), len(a)]
