"""The pinwheel: five arms alike but for their turn, a class that the radius says nothing about."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data.pinwheel import ARMS, RADII, TWIST, pinwheel_bayes_error, pinwheel_posterior, sample_pinwheel, spread


def turned(x: np.ndarray, angle: float) -> np.ndarray:
    return x @ np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])


def test_the_arms_share_the_samples_and_spread_as_stated() -> None:
    x, y = sample_pinwheel(50_000, 0.2, np.random.default_rng(2))
    assert np.bincount(y).tolist() == [10_000] * ARMS
    radius = np.hypot(*x.T)
    assert (RADII[0], RADII[1]) == (pytest.approx(radius.min(), abs=0.01), pytest.approx(radius.max(), abs=0.01))
    residual = np.arctan2(x[:, 1], x[:, 0]) - TWIST * radius - 2.0 * np.pi * y / ARMS
    assert np.std(np.angle(np.exp(1j * residual))) == pytest.approx(spread(0.2), rel=0.03)


def test_a_fifth_of_a_turn_leads_to_the_next_arm() -> None:
    x = np.random.default_rng(3).uniform(-5.0, 5.0, (300, 2))
    here, there = pinwheel_posterior(x, 0.3), pinwheel_posterior(turned(x, 2.0 * np.pi / ARMS), 0.3)
    assert there == pytest.approx(np.roll(here, 1, axis=1))


def test_without_any_spread_left_to_tell_the_error_is_four_fifths_at_most() -> None:
    assert pinwheel_bayes_error(0.0).value < 1e-6
    assert 0.3 < pinwheel_bayes_error(0.5).value < 0.8
