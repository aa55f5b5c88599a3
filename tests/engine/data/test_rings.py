"""Rings: three bands with gaps between them, in equal parts; noise relabels and never moves."""

from __future__ import annotations

import numpy as np

from engine.data.rings import BANDS, BOUNDARIES, rings_posterior, sample_rings


def test_every_class_keeps_to_its_band_and_has_its_third() -> None:
    x, y = sample_rings(900, 0.0, np.random.default_rng(3))
    radius = np.hypot(*x.T)
    for label, (low, high) in enumerate(BANDS):
        here = radius[y == label]
        assert len(here) == 300
        assert low <= here.min() < low + 0.1
        assert high - 0.1 < here.max() <= high


def test_boundaries_stand_halfway_across_the_gaps() -> None:
    assert list(BOUNDARIES) == [(BANDS[k, 1] + BANDS[k + 1, 0]) / 2 for k in range(2)]


def test_noise_leaves_the_points_where_they_are() -> None:
    calm, noisy = (sample_rings(1000, noise, np.random.default_rng(3)) for noise in (0.0, 0.4))
    assert np.array_equal(calm[0], noisy[0])
    assert 0.1 < np.mean(calm[1] != noisy[1]) < 0.5


def test_without_noise_the_posterior_is_sure_everywhere() -> None:
    x = np.random.default_rng(4).uniform(-6.0, 6.0, (500, 2))
    p = rings_posterior(x, 0.0)
    assert set(np.unique(p)) == {0.0, 1.0}
    assert np.array_equal(p.argmax(axis=1), np.digitize(np.hypot(*x.T), BOUNDARIES))
