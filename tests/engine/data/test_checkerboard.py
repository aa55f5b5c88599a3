"""The checkerboard: sixteen fields in turn, a chance that is an exact share, an error that is a formula."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data.checkerboard import checkerboard_bayes_error, checkerboard_posterior, sample_checkerboard


def test_neighbouring_fields_differ_and_diagonal_ones_agree() -> None:
    middles = np.array([[a, b] for a in (-3.75, -1.25, 1.25, 3.75) for b in (-3.75, -1.25, 1.25, 3.75)])
    board = checkerboard_posterior(middles, 0.0).reshape(4, 4)
    assert board.tolist() == [[1, 0, 1, 0], [0, 1, 0, 1], [1, 0, 1, 0], [0, 1, 0, 1]]


def test_without_noise_the_labels_are_those_of_the_fields() -> None:
    x, y = sample_checkerboard(2000, 0.0, np.random.default_rng(5))
    assert np.abs(x).max() <= 5.0
    assert np.array_equal(y, checkerboard_posterior(x, 0.0))


@pytest.mark.parametrize("noise", [0.05, 0.3, 0.5])
def test_the_chance_is_the_share_of_readings(noise: float) -> None:
    rng = np.random.default_rng(6)
    x = rng.uniform(-5.0, 5.0, (100, 2))
    places = x[:, None] + 5.0 * noise * rng.uniform(-1.0, 1.0, (100, 4000, 2))
    counted = (np.floor(places / 2.5).sum(axis=2) % 2 == 0).mean(axis=1)
    assert checkerboard_posterior(x, noise) == pytest.approx(counted, abs=0.035)


def test_the_error_is_two_noise_less_two_noise_squared() -> None:
    for noise in (0.0, 0.1, 0.5):
        assert checkerboard_bayes_error(noise).value == pytest.approx(2.0 * noise - 2.0 * noise**2)
