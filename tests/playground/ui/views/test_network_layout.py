"""Whatever the sizes, columns and tiles stand in the area, do not touch each other, and all units are accounted for."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.ui.views.network_layout import (
    LARGEST_TILE,
    MOST_INPUTS,
    MOST_UNITS,
    SMALLEST_TILE,
    Layout,
    arrange,
)

SIZES = st.lists(st.integers(1, 900), min_size=2, max_size=20)


def laid_out(sizes: list[int], width: float = 740, height: float = 500, **more: object) -> Layout:
    return arrange(sizes, width=width, height=height, left=60, right=40, **more)  # type: ignore[arg-type]  # floats and a flag


@given(sizes=SIZES, width=st.floats(480, 1800), height=st.floats(200, 1200), picture=st.booleans())
def test_everything_is_inside_apart_and_counted(sizes: list[int], width: float, height: float, picture: bool) -> None:
    layout = laid_out(sizes, width, height, picture=picture)
    assert layout.columns[0].layer == 0
    assert layout.columns[-1].layer == len(sizes) - 1
    assert len(layout.columns) + layout.layers_left_out == len(sizes)
    for column in layout.columns:
        assert column.left >= 0
        assert column.right <= width
        if not (picture and column.layer == 0):
            assert len(column.rows) + column.left_out == sizes[column.layer]
            assert SMALLEST_TILE <= column.tile <= LARGEST_TILE
        assert (column.left_out == 0) == (column.note_y is None) or picture
        edges = np.sort(np.append(column.y, [] if column.note_y is None else [column.note_y]))
        assert (np.diff(edges) > column.tile).all()
        assert edges[0] - column.tile / 2 >= -1
        assert edges[-1] + column.tile / 2 <= height + 1
    for before, after in zip(layout.columns[:-1], layout.columns[1:], strict=True):
        assert before.right < after.left
        assert before.layer < after.layer


@pytest.mark.parametrize(("width", "shown"), [(740.0, 16), (1200.0, 16)])
def test_six_layers_of_sixteen_fit(width: float, shown: int) -> None:
    layout = laid_out([7, *([16] * 6), 1], width, 500)
    assert layout.layers_left_out == 0
    assert [len(column.rows) for column in layout.columns[1:-1]] == [shown] * 6


def test_no_hidden_layer() -> None:
    layout = laid_out([2, 1])
    assert [column.layer for column in layout.columns] == [0, 1]


def test_many_units_keep_the_first_and_say_how_many_more() -> None:
    column = laid_out([2, 40, 1]).columns[1]
    assert column.rows.tolist() == list(range(MOST_UNITS))
    assert column.left_out == 24
    assert column.note_y is not None
    assert column.note_y > column.y.max()


@pytest.mark.parametrize("inputs", [MOST_INPUTS + 1, 30, 64, 784])
def test_many_inputs_keep_the_first_few_and_the_last(inputs: int) -> None:
    column = laid_out([inputs, 4, 1]).columns[0]
    assert column.rows[-1] == inputs - 1
    assert column.rows[:-1].tolist() == list(range(len(column.rows) - 1))
    assert column.note_y is not None
    assert column.y[-2] < column.note_y < column.y[-1]


def test_images_are_one_large_tile() -> None:
    layout = laid_out([64, 16, 10], picture=True)
    assert layout.columns[0].rows.tolist() == [0]
    assert layout.columns[0].tile > layout.columns[1].tile


def test_too_many_layers_keep_the_first_and_the_last() -> None:
    layout = laid_out([2, *([3] * 20), 1], 480, 400)
    shown = [column.layer for column in layout.columns]
    assert shown[0] == 0
    assert shown[-2:] == [20, 21]
    assert layout.columns[layout.fold].layer == 20
    assert layout.layers_left_out == 22 - len(shown)


def test_tiles_of_a_column_are_evenly_spaced_whole_pixels() -> None:
    for column in laid_out([2, 16, 5, 3]).columns:
        tops = [column.place(place)[1] for place in range(len(column.rows))]
        assert len(set(np.diff(tops))) <= 1


def test_place_of_a_unit() -> None:
    column = laid_out([30, 4, 1]).columns[0]
    assert column.place_of(29) == len(column.rows) - 1
    with pytest.raises(IndexError):
        column.place_of(15)


@pytest.mark.parametrize(("height", "least"), [(235, 40), (385, 52)])
def test_few_units_have_large_tiles(height: float, least: int) -> None:
    """At 1280 × 720 and at 1440 × 900, whatever the number of features beside them."""
    layout = laid_out([7, 4, 2, 1], 550, height)
    assert {column.tile for column in layout.columns[1:]} == {layout.tile}
    assert least <= layout.tile <= LARGEST_TILE
    assert layout.columns[0].tile < layout.tile


def test_all_of_six_layers_of_sixteen_are_shown_in_the_smallest_window() -> None:
    layout = laid_out([7, *([16] * 6), 1], 550, 231)
    assert [len(column.rows) for column in layout.columns] == [7, *([16] * 6), 1]


def test_a_layer_that_is_not_shown_whole_shows_fewer_units_larger() -> None:
    layout = laid_out([64, 32, 10], 550, 231, picture=True)
    assert layout.columns[1].left_out > 16
    assert layout.tile >= 16
