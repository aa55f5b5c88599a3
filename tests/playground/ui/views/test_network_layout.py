"""Whatever the sizes, columns and tiles stand in the area, do not touch each other, and all units are accounted for."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.ui.views.network_layout import Column, Layout, arrange
from playground.ui.views.network_spacing import LARGEST_TILE, MOST_INPUTS, PASSAGE, SMALLEST_TILE

SIZES = st.lists(st.integers(1, 900), min_size=2, max_size=20)


def laid_out(sizes: list[int], width: float = 740, height: float = 500, **more: object) -> Layout:
    return arrange(sizes, width=width, height=height, left=60, right=40, **more)  # type: ignore[arg-type]  # floats and a flag


def assert_apart(column: Column) -> None:
    """No tile touches another one, or the note."""
    places = np.array([column.place(row)[:2] for row in range(len(column.rows))])
    away = np.abs(places[:, None] - places).max(axis=2)
    assert (away[~np.eye(len(places), dtype=bool)] > column.tile).all()
    if column.lanes == 2:
        assert column.passage >= PASSAGE - 1
    if column.note_y is not None:
        assert column.note_y - column.y[-1] > column.tile / 2


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
        assert_apart(column)
        edges = np.append(column.y, [] if column.note_y is None else [column.note_y])
        assert edges[0] - column.tile / 2 >= -1
        assert edges[-1] + (column.tile / 2 if column.note_y is None else 0) <= height + 1
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


def test_a_layer_that_does_not_fit_is_shown_by_the_page() -> None:
    column = laid_out([2, 200, 1]).columns[1]
    shown = len(column.rows)
    assert column.rows.tolist() == list(range(shown))
    assert column.left_out == 200 - shown
    assert column.note_y is not None
    assert column.note_y > column.y.max()
    assert laid_out([2, 200, 1], first={1: 50}).columns[1].rows.tolist() == list(range(50, 50 + shown))
    assert laid_out([2, 200, 1], first={1: 999}).columns[1].rows.tolist() == list(range(200 - shown, 200))
    assert laid_out([2, 5, 1], first={1: 3}).columns[1].rows.tolist() == list(range(5))


@pytest.mark.parametrize("inputs", [MOST_INPUTS + 1, 30, 64, 784])
def test_many_inputs_are_shown_by_the_page(inputs: int) -> None:
    column = laid_out([inputs, 4, 1], height=260).columns[0]
    assert column.rows.tolist() == list(range(len(column.rows)))
    assert column.note_y is not None
    assert column.tile >= 15  # a name stands beside each


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


def test_tiles_of_a_column_are_evenly_spaced() -> None:
    for column in laid_out([2, 16, 5, 3]).columns:
        tops = [column.place(place)[1] for place in range(len(column.rows))]
        assert len(tops) == 1 or np.ptp(np.diff(tops)) <= 1  # by whole pixels


def test_place_of_a_unit() -> None:
    column = laid_out([30, 4, 1], height=260, first={0: 10}).columns[0]
    assert column.place_of(10) == 0
    with pytest.raises(IndexError):
        column.place_of(9)


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


@pytest.mark.parametrize(("width", "height", "least"), [(550, 233, 20), (640, 358, 28)])
def test_sixteen_units_stand_in_two_lanes_where_that_makes_them_larger(width: float, height: float, least: int) -> None:
    """Three layers at 1280 × 720 and at 1440 × 900: larger than there is room for below one another."""
    layout = laid_out([7, 16, 16, 16, 1], width, height)
    assert layout.tile >= least > 1.2 * height / 16
    for column in layout.columns[1:-1]:
        assert column.lanes == 2
        assert_apart(column)
    for before, after in zip(layout.columns[:-1], layout.columns[1:], strict=True):
        assert after.left - before.right >= 35


def test_columns_that_are_close_stay_in_one_lane() -> None:
    assert {column.lanes for column in laid_out([7, *([16] * 6), 1], 550, 233).columns} == {1}


def test_a_short_layer_beside_long_ones_stands_in_one_lane() -> None:
    columns = laid_out([7, 16, 3, 1], 550, 233).columns
    assert [column.lanes for column in columns] == [1, 2, 1, 1]
    assert columns[1].tile < columns[2].tile


@pytest.mark.parametrize("sizes", [[7, 16, 16, 1], [7, 4, 2, 1], [30, 90, 10]])
def test_the_tile_nearest_to_the_middle_of_a_tile_is_itself(sizes: list[int]) -> None:
    for column in laid_out(sizes, 550, 300).columns:
        assert [column.nearest(*column.middle(row)) for row in range(len(column.rows))] == list(range(len(column.rows)))


def test_digits_show_a_layer_of_thirty_two_whole() -> None:
    assert laid_out([64, 32, 10], 640, 358, picture=True).columns[1].left_out == 0
