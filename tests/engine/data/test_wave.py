"""The wave: above or below a curve that stays in the picture; noise reads the label higher or lower."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data.wave import sample_wave, wave_bayes_error, wave_height, wave_posterior


def test_the_wave_stays_within_the_square_and_bends() -> None:
    height = wave_height(np.linspace(-5.0, 5.0, 1001))
    assert np.abs(height).max() <= 2.5
    turns = np.count_nonzero(np.diff(np.sign(np.diff(height))))
    assert turns == 4


def test_class_1_is_above() -> None:
    x, y = sample_wave(2000, 0.0, np.random.default_rng(1))
    assert np.array_equal(y == 1, x[:, 1] >= wave_height(x[:, 0]))


def test_the_chance_falls_as_a_straight_line_across_the_wave() -> None:
    height = wave_height(np.zeros(5))
    x = np.stack([np.zeros(5), height + np.array([-2.0, -0.5, 0.0, 0.5, 2.0])], axis=1)
    assert wave_posterior(x, 0.2) == pytest.approx([0.0, 0.25, 0.5, 0.75, 1.0])


@pytest.mark.parametrize("noise", [0.0, 0.1, 0.5])
def test_the_error_is_the_mean_of_the_chance_over_the_square(noise: float) -> None:
    side = (np.arange(1000) + 0.5) / 100.0 - 5.0
    p = wave_posterior(np.stack([np.tile(side, 1000), np.repeat(side, 1000)], axis=1), noise)
    assert np.minimum(p, 1.0 - p).mean() == pytest.approx(wave_bayes_error(noise).value, abs=1e-5)
