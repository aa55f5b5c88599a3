"""Values become the right table entries, and words written become pixels at once."""

import numpy as np
import pytest

from playground.ui.views.color_map import WordImage, to_bytes


def test_ends_middle_and_what_lies_outside() -> None:
    values = np.array([-9.0, -1.0, 0.0, 1.0, 9.0, np.inf, -np.inf, np.nan], np.float32)
    assert to_bytes(values, -1.0, 1.0).tolist() == [0, 0, 128, 255, 255, 255, 0, 128]


@pytest.mark.parametrize(("low", "high"), [(0.0, 1.0), (-3.0, 5.0), (100.0, 101.0)])
def test_entries_are_evenly_spread(low: float, high: float) -> None:
    entries = to_bytes(np.linspace(low, high, 256, dtype=np.float64), low, high)
    assert entries.tolist() == list(range(256))


def test_range_of_no_width_is_no_error() -> None:
    assert to_bytes(np.array([2.0, 3.0, 1.0]), 2.0, 2.0).shape == (3,)


def test_values_are_left_as_they_were() -> None:
    values = np.linspace(-1, 1, 5)
    values.flags.writeable = False
    to_bytes(values, -1, 1)


@pytest.mark.parametrize("transparent", [True, False])
def test_written_words_are_pixels(transparent: bool) -> None:
    image = WordImage(3, 2, transparent=transparent)
    image.image.setDevicePixelRatio(1.5)
    table = np.array([0xFF112233, 0xFF445566], np.uint32)
    image.fill(np.array([0, 1, 0, 1, 1, 0], np.uint8), table)
    assert image.image.pixel(1, 0) == 0xFF445566
    assert image.image.pixel(2, 1) == 0xFF112233
    image.words[1, 2] = 0xFF778899
    assert image.image.pixel(2, 1) == 0xFF778899


def test_values_near_the_end_of_all_numbers_are_the_ends() -> None:
    values = np.array([-3e38, 3e38, np.inf, -np.inf, 0.0], np.float32)
    assert to_bytes(values, -1.0, 1.0).tolist() == [0, 255, 255, 0, 128]
