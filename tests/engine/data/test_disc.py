"""The share of a square that a disc covers, against counting places."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data.disc import covered_share


@pytest.mark.parametrize("radius", [0.7, 2.5, 6.0])
@pytest.mark.parametrize("reach", [0.2, 1.0, 4.0])
def test_the_share_is_that_of_counted_places(radius: float, reach: float) -> None:
    rng = np.random.default_rng(1)
    x = rng.uniform(-5.0, 5.0, (200, 2))
    places = x[:, None] + reach * rng.uniform(-1.0, 1.0, (200, 4000, 2))
    counted = (np.hypot(places[..., 0], places[..., 1]) < radius).mean(axis=1)
    assert covered_share(x, radius, reach) == pytest.approx(counted, abs=0.035)


def test_without_reach_it_is_inside_or_not() -> None:
    x = np.array([[0.0, 0.0], [1.9, 0.0], [0.0, -2.1]])
    assert covered_share(x, 2.0, 0.0).tolist() == [1.0, 1.0, 0.0]


def test_a_small_square_is_covered_whole_and_a_large_one_by_the_discs_area() -> None:
    middle = np.zeros((1, 2))
    assert covered_share(middle, 2.0, 1.0) == pytest.approx(1.0)
    assert covered_share(middle, 2.0, 10.0) == pytest.approx(np.pi * 4.0 / 400.0)
