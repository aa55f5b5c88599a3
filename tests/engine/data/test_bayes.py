"""What is said to be attainable agrees with the points themselves: no better, no worse."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.data.bayes import isotropic_normal, normal_cdf
from engine.data.gaussians import BLOB_CENTRES
from engine.data.generators import GENERATORS, Generator
from engine.data.regression_surfaces import bumps_height
from engine.data.spiral import spiral_bayes_error

NOISES = pytest.mark.parametrize("noise", [0.0, 3.0, 10.0, 25.0, 50.0])
KNOWN = pytest.mark.parametrize("row", [row for row in GENERATORS.values() if row.posterior], ids=lambda row: row.name)
ROWS = pytest.mark.parametrize("row", GENERATORS.values(), ids=GENERATORS.keys())


def decide(row: Generator, x: np.ndarray, noise: float) -> np.ndarray:
    assert row.posterior is not None
    p = row.posterior(x, noise / 100.0)
    return (p >= 0.5).astype(int) if p.ndim == 1 else p.argmax(axis=1)


@ROWS
def test_the_bayes_error_rises_with_the_noise(row: Generator) -> None:
    assert row.bayes_error is not None
    errors = [row.bayes_error(noise / 100.0) for noise in (0, 10, 20, 30, 40, 50)]
    slack = [3.0 * error.standard_error for error in errors]
    assert 0.0 <= errors[0].value < 1e-3
    assert all(b.value >= a.value - s for a, b, s in zip(errors[:-1], errors[1:], slack[1:], strict=True))
    assert errors[-1].value > 0.02
    assert all((error.standard_error > 0.0) == (error.method == "Monte Carlo") for error in errors[1:] if error.value)


@KNOWN
@NOISES
def test_the_best_decision_has_the_bayes_error(row: Generator, noise: float) -> None:
    """On 40 000 fresh points, within four standard errors of the difference."""
    assert row.bayes_error is not None
    data = row.generate(40_000, noise, np.random.default_rng(77))
    wrong = np.mean(decide(row, data.x, noise) != data.y)
    stated = row.bayes_error(noise / 100.0)
    deviation = math.hypot(stated.standard_error, math.sqrt(stated.value * (1.0 - stated.value) / 40_000))
    assert abs(wrong - stated.value) <= 4.0 * deviation + 1e-4


@KNOWN
@NOISES
def test_the_posterior_is_calibrated(row: Generator, noise: float) -> None:
    """Among points given probability near p, the share of the class is p: the mean of y − p is 0 in every tenth."""
    assert row.posterior is not None
    data = row.generate(40_000, noise, np.random.default_rng(78))
    p = row.posterior(data.x, noise / 100.0)
    assert np.isfinite(p).all()
    for label in range(len(row.class_names)) if p.ndim == 2 else [1]:
        chance, hit = (p[:, label] if p.ndim == 2 else p), data.y == label
        for low in np.arange(0.0, 1.0, 0.1):
            here = (chance >= low) & (chance <= low + 0.1)
            spread = math.sqrt(np.sum(chance[here] * (1.0 - chance[here])))
            assert abs(np.sum(hit[here] - chance[here])) <= 4.5 * spread + 1.0


@KNOWN
def test_the_posterior_is_a_probability_everywhere(row: Generator) -> None:
    assert row.posterior is not None
    columns = len(row.generate(10, 0.0, np.random.default_rng(1)).feature_names)
    x = np.random.default_rng(5).uniform(-20.0, 20.0, (2000, columns))
    for noise in (0.0, 0.2, 0.5):
        p = row.posterior(x, noise)
        assert p.shape == ((2000,) if len(row.class_names) == 2 else (2000, len(row.class_names)))
        assert p.min() >= 0.0
        assert p.max() <= 1.0
        if p.ndim == 2:
            assert p.sum(axis=1) == pytest.approx(1.0)


def test_gauss_closed_form() -> None:
    """Φ(−2√2/σ) with the values of Φ from a table: σ² = 0.5 → Φ(−4), σ² = 4 → Φ(−√2)."""
    error = GENERATORS["gauss"].bayes_error
    assert error is not None
    assert error(0.0).value == pytest.approx(3.167e-5, rel=1e-3)
    assert error(0.5).value == pytest.approx(0.0786496, rel=1e-5)


def test_plane_least_error_is_the_variance_around_the_plane() -> None:
    row = GENERATORS["reg-plane"]
    assert row.bayes_error is not None
    data = row.generate(100_000, 40.0, np.random.default_rng(4))
    measured = np.mean((data.y - data.x.sum(axis=1) / 10.0) ** 2)
    assert measured == pytest.approx(row.bayes_error(0.4).value, rel=0.02)


def test_bumps_least_error_equals_an_average_over_many_readings() -> None:
    row = GENERATORS["reg-gauss"]
    assert row.bayes_error is not None
    rng = np.random.default_rng(6)
    x = rng.uniform(-6.0, 6.0, (2000, 1, 2))
    readings = bumps_height((x + 0.2 * rng.uniform(-6.0, 6.0, (2000, 100, 2))).reshape(-1, 2)).reshape(2000, 100)
    measured = readings.var(axis=1, ddof=1)
    stated = row.bayes_error(0.2)
    deviation = math.hypot(stated.standard_error, measured.std() / math.sqrt(2000))
    assert abs(measured.mean() - stated.value) < 4.0 * deviation


def test_spiral_bayes_error_equals_the_overlap_of_two_histograms() -> None:
    """½ Σ min(f₊, f₋) over fine cells, from a million points of each arm."""
    rng = np.random.default_rng(8)
    share = rng.random(1_000_000)
    r, t = 5.0 * share, 3.5 * np.pi * share
    arm = np.stack([r * np.sin(t), r * np.cos(t)], axis=1)
    moved = [sign * arm + 0.4 * rng.uniform(-1.0, 1.0, arm.shape) for sign in (1.0, -1.0)]
    edges = np.linspace(-5.6, 5.6, 113)
    first, second = (np.histogram2d(*points.T, bins=[edges, edges])[0] / 1e6 for points in moved)
    stated = spiral_bayes_error(0.4)
    assert abs(0.5 * np.minimum(first, second).sum() - stated.value) < 4.0 * stated.standard_error + 0.002


def test_normal_cdf_and_normal_points() -> None:
    assert normal_cdf(0.0) == 0.5
    assert normal_cdf(1.959964) == pytest.approx(0.975, abs=1e-7)
    points = isotropic_normal(np.random.default_rng(9).random((100_000, 2)))
    assert points.mean(axis=0) == pytest.approx([0.0, 0.0], abs=0.02)
    assert np.cov(points.T) == pytest.approx(np.eye(2), abs=0.02)
    assert (points**4).mean() == pytest.approx(3.0, rel=0.03)
    assert np.isfinite(isotropic_normal(np.array([[0.0, 0.0], [1.0 - 2.0**-53, 0.5]]))).all()


def test_blob_centres_are_a_triangle_with_equal_sides() -> None:
    sides = [np.linalg.norm(BLOB_CENTRES[a] - BLOB_CENTRES[b]) for a, b in ((0, 1), (1, 2), (2, 0))]
    assert sides == pytest.approx([sides[0]] * 3)
    assert BLOB_CENTRES.sum(axis=0) == pytest.approx([0.0, 0.0], abs=1e-12)
