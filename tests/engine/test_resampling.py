"""Pixels are found again at their places, halfway places are means, and beyond the edge lies the background."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.resampling import pixel_places, read_off

IMAGES = np.random.default_rng(0).uniform(1.0, 2.0, size=(3, 4, 5))


def moved(down: float, right: float) -> np.ndarray:
    """All pictures moved by so many pixels."""
    rows, columns = pixel_places((4, 5))
    return read_off(IMAGES, np.repeat(rows - down, 3, axis=0), np.repeat(columns - right, 3, axis=0))


def test_places_are_counted_from_the_middle() -> None:
    rows, columns = pixel_places((2, 3))
    np.testing.assert_array_equal(rows, [[[-0.5] * 3, [0.5] * 3]])
    np.testing.assert_array_equal(columns, [[[-1.0, 0.0, 1.0]] * 2])


@given(st.integers(-6, 6), st.integers(-6, 6))
def test_whole_pixels_are_moved_to_the_last_bit(down: int, right: int) -> None:
    expected = np.zeros_like(IMAGES)
    for row in range(4):
        for column in range(5):
            if 0 <= row - down < 4 and 0 <= column - right < 5:
                expected[:, row, column] = IMAGES[:, row - down, column - right]
    np.testing.assert_array_equal(moved(down, right), expected)


def test_halfway_is_the_mean() -> None:
    np.testing.assert_allclose(moved(0.0, -0.5)[:, :, :-1], (IMAGES[:, :, :-1] + IMAGES[:, :, 1:]) / 2)
    np.testing.assert_allclose(moved(-0.25, 0.0)[:, :-1], 0.75 * IMAGES[:, :-1] + 0.25 * IMAGES[:, 1:])
    np.testing.assert_allclose(moved(0.0, -0.5)[:, :, -1], IMAGES[:, :, -1] / 2)  # fading into the background


@given(st.floats(-20, 20), st.floats(-20, 20))
def test_nothing_is_brighter_than_the_picture(down: float, right: float) -> None:
    found = moved(down, right)
    assert (found >= 0.0).all()
    assert (found <= IMAGES.max(axis=(1, 2), keepdims=True) + 1e-12).all()


def test_each_picture_has_places_of_its_own() -> None:
    rows, columns = pixel_places((4, 5))
    shift = np.array([0.0, 1.0, -1.0])[:, None, None]
    found = read_off(IMAGES, rows - shift, np.repeat(columns, 3, axis=0))
    for index, down in enumerate((0, 1, -1)):
        np.testing.assert_array_equal(found[index], moved(down, 0)[index])


@pytest.mark.parametrize("far", [1e9, -1e9])
def test_far_away_all_is_background(far: float) -> None:
    assert not moved(far, 0.0).any()
    assert not moved(0.0, far).any()
