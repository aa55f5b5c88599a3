"""The posterior of the spiral is that of its points, and where there are none its boundary runs between the arms."""

import numpy as np
import pytest

from engine.data.spiral import sample_spiral, spiral_posterior


@pytest.mark.parametrize("noise", [0.1, 0.3, 0.5])
def test_the_posterior_is_the_share_of_the_class_wherever_points_lie(noise: float) -> None:
    """In each small square where the arms overlap drawn points agree with p: Σ(y − p) is 0 in the mean."""
    rng = np.random.default_rng(11)
    share, y = rng.random(60_000), rng.integers(0, 2, 60_000)
    r, t = 5.0 * share, 3.5 * np.pi * share
    arm = np.stack([r * np.sin(t), r * np.cos(t)], axis=1)
    x = np.where(y[:, None] == 1, arm, -arm) + noise * rng.uniform(-1.0, 1.0, arm.shape)
    middle = (np.abs(x) < 1.5).all(axis=1)
    x, y = x[middle], y[middle]
    p, squares = spiral_posterior(x, noise), np.floor(x / 0.25).astype(int) @ [100, 1]
    doubtful = 0
    for square in np.unique(squares):
        here = squares == square
        spread = np.sqrt(np.sum(p[here] * (1.0 - p[here])))
        assert abs(np.sum(y[here] - p[here])) <= 4.5 * spread + 1.0
        doubtful += spread > 2.0
    assert doubtful >= 2


def test_points_of_one_arm_alone_are_sure() -> None:
    x, y = sample_spiral(2000, 0.1, np.random.default_rng(3))
    p, outside = spiral_posterior(x, 0.1), np.hypot(*x.T) > 1.0  # where the arms lie apart
    assert p[outside] == pytest.approx(y[outside], abs=1e-12)


def test_the_arms_are_mirror_images() -> None:
    x = np.random.default_rng(5).uniform(-6.0, 6.0, (500, 2))
    for noise in (0.0, 0.2, 0.5):
        assert spiral_posterior(x, noise) + spiral_posterior(-x, noise) == pytest.approx(np.ones(500))


def test_without_noise_the_boundary_runs_halfway_between_the_arms() -> None:
    """On the axis x₂ > 0 the first arm passes at full turns, the second at half ones: r = 5t/3.5π."""
    first, second = 5.0 * 2.0 / 3.5, 5.0 * 1.0 / 3.5
    x = np.stack([np.zeros(401), np.linspace(second, first, 401)], axis=1)
    p = spiral_posterior(x, 0.0)
    crossing = x[int(np.abs(p - 0.5).argmin()), 1]
    assert crossing == pytest.approx((first + second) / 2.0, abs=0.1)
    assert p[0] < 0.05
    assert p[-1] > 0.95
    assert ((p > 0.2) & (p < 0.8)).sum() > 100  # no step: a line through a grid of it is smooth
