"""How the figures of a run are written, the same in every view."""

from __future__ import annotations

import math

from playground.ui.numbers import format_count, format_number


def percent(share: float) -> str:
    """A share of 1 as percent with one decimal: 97.3%; 100% only for all, 0% only for none; NaN is a dash."""
    if not math.isfinite(share):
        return "–"
    shown = f"{100 * share:.1f}"
    if shown == "100.0":
        shown = "100" if share >= 1.0 else "99.9"
    elif shown == "0.0":
        shown = "0" if share <= 0.0 else "0.1"
    return f"{shown}%"


def error_text(value: float) -> str:
    """A cost or an error with three significant digits; NaN is a dash."""
    return "–" if math.isnan(value) else format_number(value)


def rate_text(per_second: float) -> str:
    """A speed with two significant digits, so that it does not flicker: 850, 12,000."""
    if not math.isfinite(per_second) or per_second <= 0:
        return "0"
    digits = max(0, math.floor(math.log10(per_second)) - 1)
    return format_count(round(per_second, -digits))
