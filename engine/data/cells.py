"""What a cell of a table means: missing, a number, or a text.

Missing is nothing at all, NA, N/A, #N/A, NaN, null, ``?`` or ``-``, in any case. A number is written with a decimal
point; in a table that is not separated by commas a decimal comma is read as well, in a column without points.
Everything else is text.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from engine.data.dataset import Floats

MISSING = frozenset({"", "na", "n/a", "#n/a", "nan", "null", "?", "-"})


def is_missing(cell: str) -> bool:
    """Whether the cell says that there is no value."""
    return cell.strip().casefold() in MISSING


def number(cell: str, decimal_comma: bool = False) -> float | None:
    """The number in the cell, infinite ones included; None for a text and for a missing value."""
    parsed = numbers([cell], decimal_comma)
    return None if parsed is None or math.isnan(parsed[0]) else float(parsed[0])


def numbers(cells: Sequence[str], decimal_comma: bool = False) -> Floats | None:
    """All cells as numbers (m,), NaN where missing; None when one of them is a text."""
    joined = "\n".join(cells)
    if "_" in joined:  # Python would read 1_000 as a number
        return None
    try:
        return np.fromiter(map(float, cells), np.float64, len(cells))
    except ValueError:
        # A number ends in a digit or a point: most cells need no closer look.
        missing = {cell for cell in set(cells) if not cell[-1:].isdigit() and is_missing(cell)}
    convert = _comma_float if decimal_comma and "." not in joined else float
    try:
        return np.array([math.nan if cell in missing else convert(cell) for cell in cells], dtype=np.float64)
    except ValueError:
        return None


def _comma_float(cell: str) -> float:
    return float(cell.replace(",", "."))
