"""Zooming keeps the place under the pointer, shifting follows the hand, and both end at sensible limits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from engine.snapshot import Plane
from playground.ui.views.surface_window import (
    CLOSEST,
    FARTHEST,
    place_at,
    rect_of,
    share_of,
    shifted,
    whole,
    zoomed,
)

HOME = ((-6.0, 6.0), (-3.0, 9.0))
SHARES = st.tuples(st.floats(0, 1), st.floats(0, 1))


def test_the_whole_of_a_plane() -> None:
    assert whole(Plane(low=(-1.0, 2.0), high=(3.0, 5.0))) == ((-1.0, 3.0), (2.0, 5.0))


@given(about=SHARES, factor=st.floats(0.2, 0.9))
def test_the_place_zoomed_about_stays(about: tuple[float, float], factor: float) -> None:
    window = zoomed(HOME, factor, about, HOME)
    assert window is not None
    assert place_at(window, about) == pytest.approx(place_at(HOME, about), abs=1e-9)
    assert window[0][1] - window[0][0] == pytest.approx(12 * factor)
    assert share_of(window, place_at(window, about)) == pytest.approx(about, abs=1e-9)


def test_in_and_out_again_is_home() -> None:
    near = zoomed(HOME, 0.5, (0.2, 0.7), HOME)
    assert near is not None
    assert zoomed(near, 2.0, (0.2, 0.7), HOME) is None


@pytest.mark.parametrize(("factor", "most"), [(1e-3, CLOSEST), (1e3, FARTHEST)])
def test_there_is_a_closest_and_a_farthest_look(factor: float, most: float) -> None:
    window = HOME
    for _ in range(20):
        window = zoomed(window, factor, (0.5, 0.5), HOME) or HOME
    assert window[0][1] - window[0][0] == pytest.approx(12 * most)


@given(st.lists(st.tuples(st.floats(-3, 3), st.floats(-3, 3)), max_size=5))
def test_shifting_never_loses_the_plane(steps: list[tuple[float, float]]) -> None:
    window = ((-1.0, 1.0), (2.0, 4.0))
    for step in steps:
        window = shifted(window, *step, HOME) or HOME
        for (low, high), (first, last) in zip(window, HOME, strict=True):
            assert first - 1e-6 <= (low + high) / 2 <= last + 1e-6


def test_right_and_down_are_right_and_down() -> None:
    assert shifted(((0.0, 1.0), (0.0, 1.0)), 0.5, 0.25, HOME) == ((0.5, 1.5), (-0.25, 0.75))


def test_where_a_picture_of_another_part_lies() -> None:
    area = QRectF(10, 20, 100, 100)
    assert rect_of(HOME, HOME, area) == area
    assert rect_of(((0.0, 6.0), (3.0, 9.0)), HOME, area) == QRectF(60, 20, 50, 50)
    assert rect_of(HOME, ((0.0, 6.0), (3.0, 9.0)), area) == QRectF(-90, 20, 200, 200)
