"""How many units are shown at a time, and how they stand, in numbers."""

import pytest

from playground.ui.views import network_spacing
from playground.ui.views.network_spacing import (
    EASY_TILE,
    LARGEST_END,
    LARGEST_TILE,
    MOST_IN_LANES,
    MOST_INPUTS,
    MOST_UNITS,
    SMALLEST_TILE,
    Spacing,
)

WIDE, CLOSE = 120.0, 60.0  # pixels from column to column


@pytest.mark.parametrize("height", [120.0, 240.0, 360.0, 900.0])
@pytest.mark.parametrize("size", [1, 5, 16, 17, 40, 500])
def test_what_is_shown_fits(size: int, height: float) -> None:
    for pitch in (WIDE, CLOSE):
        for end, inputs in ((False, False), (True, False), (True, True)):
            count = network_spacing.shown_at_once(size, height, end=end, inputs=inputs, pitch=pitch)
            assert 1 <= count <= size
            lanes = pitch == WIDE and not end
            assert count <= (MOST_IN_LANES if lanes else max(MOST_UNITS, height // network_spacing.PAGE_STEP))
            assert count * SMALLEST_TILE <= height * (2 if lanes else 1)


def test_inputs_are_shown_by_the_page_sooner_because_they_have_names() -> None:
    shown = [network_spacing.shown_at_once(16, 240.0, end=True, inputs=inputs, pitch=WIDE) for inputs in (True, False)]
    assert shown[0] < MOST_INPUTS < shown[1] == 16


@pytest.mark.parametrize(("count", "pitch", "lanes"), [(4, WIDE, 1), (16, WIDE, 2), (16, CLOSE, 1), (32, WIDE, 2)])
def test_a_second_lane_is_for_tiles_that_would_be_small(count: int, pitch: float, lanes: int) -> None:
    spacing = network_spacing.hidden_spacing([count], False, 360.0, pitch)
    assert spacing.lanes == lanes
    assert SMALLEST_TILE <= spacing.tile <= LARGEST_TILE
    height = spacing.step * (count - 1) + spacing.tile
    assert height <= 361
    if lanes == 1 and pitch == WIDE:
        assert spacing.tile >= EASY_TILE


@pytest.mark.parametrize(("count", "tile"), [(16, 22), (12, 30), (8, 30), (6, 30), (1, 30)])
def test_a_short_layer_beside_a_long_one_has_its_tiles_or_larger_ones(count: int, tile: int) -> None:
    long = network_spacing.hidden_spacing([16, count], False, 240.0, WIDE)
    assert network_spacing.of_one_layer(long, 16, False, 240.0, WIDE) == long
    short = network_spacing.of_one_layer(long, count, False, 240.0, WIDE)
    assert short.tile == tile
    assert short.lanes == (1 if count <= 6 else 2)
    assert short.step * (count - 1) + short.tile <= 241


def test_layers_that_are_large_enough_have_tiles_of_one_size() -> None:
    long = network_spacing.hidden_spacing([4, 2], False, 360.0, WIDE)
    assert network_spacing.of_one_layer(long, 2, False, 360.0, WIDE) == long


def test_inputs_and_outputs_are_as_large_as_they_can_be_up_to_the_units_or_the_largest_end() -> None:
    large, small = Spacing(60, 70.0), Spacing(14, 16.0)
    assert network_spacing.end_spacing(1, large, 400.0, WIDE).tile == 60
    assert network_spacing.end_spacing(1, small, 400.0, WIDE).tile == LARGEST_END
    assert network_spacing.end_spacing(10, large, 240.0, WIDE).tile < 24


def test_width_of_two_lanes() -> None:
    assert Spacing(20, 30.0).width == 20
    assert Spacing(20, 15.0, 2).width == 40 + network_spacing.LANE_GAP


def test_a_picture_has_its_share_of_the_width_and_no_more_than_the_height() -> None:
    assert network_spacing.picture_side(500.0, 100.0) == 85
    assert network_spacing.picture_side(60.0, 400.0) == 60
    assert network_spacing.picture_side(500.0, 400.0) == network_spacing.LARGEST_PICTURE
