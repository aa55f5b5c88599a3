"""Texts at the ends of the lines never overlap."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.ui.views.curve_labels import spread

TOP, BOTTOM = 0.0, 200.0


@given(st.lists(st.floats(-50, 250), max_size=8), st.floats(1, 24))
def test_they_do_not_overlap_stay_inside_and_keep_their_order(wanted: list[float], height: float) -> None:
    placed = spread(wanted, height, TOP, BOTTOM)
    assert len(placed) == len(wanted)
    assert all(TOP + height / 2 - 1e-6 <= middle <= BOTTOM - height / 2 + 1e-6 for middle in placed)
    ordered = [middle for _, middle in sorted(zip(wanted, placed, strict=True))]
    assert all(after - before >= height - 1e-6 for before, after in itertools.pairwise(sorted(ordered)))
    assert [wanted[i] for i in sorted(range(len(placed)), key=lambda i: placed[i])] == sorted(wanted)


@given(st.floats(10, 190))
def test_one_alone_stands_where_it_wants(wanted: float) -> None:
    assert spread([wanted], 20, TOP, BOTTOM) == [pytest.approx(wanted)]


def test_two_that_meet_give_way_by_the_same_amount() -> None:
    assert spread([100.0, 104.0], 20, TOP, BOTTOM) == pytest.approx([92.0, 112.0])


def test_without_room_they_share_what_there_is() -> None:
    assert spread([1.0, 2.0, 3.0], 20, 0.0, 30.0) == pytest.approx([5.0, 15.0, 25.0])
