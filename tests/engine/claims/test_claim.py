"""A figure keeps its bounds or does not; a claim without bounds claims nothing."""

from __future__ import annotations

from math import inf, nan

import pytest

from engine.claims.claim import Figure, all_hold


@pytest.mark.parametrize(
    ("value", "least", "most", "bound", "holds"),
    [
        (0.5, -inf, inf, False, True),
        (0.5, 0.5, inf, True, True),
        (0.5, -inf, 0.5, True, True),
        (0.49, 0.5, 1.0, True, False),
        (1.01, 0.5, 1.0, True, False),
        (nan, -inf, 1.0, True, False),
        (nan, -inf, inf, False, False),
        (inf, 0.0, inf, True, True),
    ],
)
def test_bounds(value: float, least: float, most: float, bound: bool, holds: bool) -> None:
    figure = Figure(name="a number", value=value, least=least, most=most)
    assert (figure.is_bound, figure.holds) == (bound, holds)


def test_all_hold() -> None:
    free, kept, broken = (
        Figure(name="a", value=1.0),
        Figure(name="b", value=1.0, least=0.0),
        Figure(name="c", value=1.0, most=0.0),
    )
    assert all_hold((free, kept))
    assert not all_hold((free, kept, broken))
    assert not all_hold((free,))
    assert not all_hold(())
