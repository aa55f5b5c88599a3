"""Every change stays in its range, changes nothing at 0, repeats from its generator, and is what its name says."""

from __future__ import annotations

import numpy as np
import pytest

from engine.augmentation import TRANSFORMS, Transform, augment
from engine.errors import ExperimentError

POINTS = np.random.default_rng(0).uniform(-5, 5, size=(400, 2))
IMAGES = np.random.default_rng(1).uniform(0, 16, size=(60, 64))
SHAPE = (8, 8)


def samples_for(row: Transform) -> tuple[np.ndarray, tuple[int, int] | None]:
    """Samples of the row's kind."""
    return (IMAGES, SHAPE) if row.kind == "images" else (POINTS, None)


def changed(name: str, amount: float, seed: int = 0) -> np.ndarray:
    """Samples of the row's kind after the change."""
    row = TRANSFORMS[name]
    x, shape = samples_for(row)
    return row.apply(x, shape, amount, np.random.default_rng(seed))


@pytest.mark.parametrize("name", TRANSFORMS)
def test_nothing_at_zero_something_at_the_usual_amount(name: str) -> None:
    row = TRANSFORMS[name]
    x, _ = samples_for(row)
    np.testing.assert_allclose(changed(name, 0.0), x, rtol=1e-12, atol=1e-12)
    assert row.low == 0.0 < row.usual < row.high
    different = (changed(name, row.usual) != x).any(axis=1)
    assert different.mean() > (0.3 if "mirror" in name else 0.99)


@pytest.mark.parametrize("name", TRANSFORMS)
def test_the_generator_decides_and_the_samples_stay(name: str) -> None:
    row = TRANSFORMS[name]
    x, shape = samples_for(row)
    before = x.copy()
    first = augment(x, shape, [(name, row.usual)], np.random.default_rng(7))
    np.testing.assert_array_equal(first, augment(x, shape, [(name, row.usual)], np.random.default_rng(7)))
    assert not np.array_equal(first, augment(x, shape, [(name, row.usual)], np.random.default_rng(8)))
    np.testing.assert_array_equal(x, before)
    assert first.shape == x.shape
    assert first is not x


@pytest.mark.parametrize("name", TRANSFORMS)
def test_amounts_out_of_range_are_refused(name: str) -> None:
    row = TRANSFORMS[name]
    for amount in (row.low - 0.01, row.high + 0.01, float("nan")):
        with pytest.raises(ExperimentError, match=rf"^augmentation\.{name}: .*from 0 to {row.high:g} \("):
            changed(name, amount)


@pytest.mark.parametrize("name", TRANSFORMS)
def test_data_of_another_kind_are_refused(name: str) -> None:
    row, random = TRANSFORMS[name], np.random.default_rng(0)
    x, shape = (POINTS, None) if row.kind == "images" else (IMAGES, SHAPE)
    missing = np.where(np.arange(4) == 1, np.nan, 1.0).reshape(2, 2)
    for samples, of in ((x, shape), (np.zeros(4), None), (missing, (1, 2) if row.kind == "images" else None)):
        with pytest.raises(ExperimentError, match=rf"^augmentation\.{name}: .*of kind {row.kind}"):
            row.apply(samples, of, row.usual, random)
    own, own_shape = samples_for(row)
    assert row.fits(own.shape[1], own_shape)
    assert row.apply(own[:0], own_shape, row.usual, random).shape == (0, own.shape[1])


def test_jitter_steps_by_the_columns_own_spread() -> None:
    table = np.random.default_rng(0).normal(size=(5000, 3)) * [1.0, 100.0, 0.0]
    steps = TRANSFORMS["jitter"].apply(table, None, 0.2, np.random.default_rng(1)) - table
    np.testing.assert_allclose(steps.std(axis=0), [0.2, 20.0, 0.0], rtol=0.05)
    assert (np.abs(steps.mean(axis=0)) <= [0.02, 2.0, 0.0]).all()


def test_rotation_keeps_the_distance_and_stays_within_its_angle() -> None:
    found = changed("rotation", 30.0)
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), np.linalg.norm(POINTS, axis=1))
    turned = np.angle((found @ [1, 1j]) / (POINTS @ [1, 1j]), deg=True)
    assert 25 < turned.max() <= 30 + 1e-9
    assert -30 - 1e-9 <= turned.min() < -25


@pytest.mark.parametrize("share", [0.5, 1.0])
def test_mirror_changes_one_sign_of_its_share(share: float) -> None:
    found = changed("mirror", share)
    np.testing.assert_array_equal(np.abs(found), np.abs(POINTS))
    np.testing.assert_array_equal(found[:, 1], POINTS[:, 1])
    assert (found[:, 0] != POINTS[:, 0]).mean() == pytest.approx(share, abs=0.08)


def test_scaling_keeps_the_direction_and_stays_within_its_factor() -> None:
    factor = changed("scaling", 0.25) / POINTS
    np.testing.assert_allclose(factor[:, 0], factor[:, 1])
    assert 1 / 1.25 <= factor.min() < 0.82
    assert 1.22 < factor.max() <= 1.25
    assert np.log(factor).mean() == pytest.approx(0.0, abs=0.03)  # as often smaller as larger


def middle_of_mass(images: np.ndarray) -> np.ndarray:
    """Row and column of the middle of mass of flat pictures, (m, 2)."""
    stacked = images.reshape(-1, *SHAPE)
    rows, columns = np.mgrid[0:8, 0:8]
    moments = np.stack([(stacked * axis).sum(axis=(1, 2)) for axis in (rows, columns)], axis=1)
    return moments / images.sum(axis=1)[:, None]


def blob(row: float, column: float, count: int = 300) -> np.ndarray:
    """Round spots in a dark picture, flat."""
    rows, columns = np.mgrid[0:8, 0:8]
    return np.tile(np.exp(-((rows - row) ** 2) - (columns - column) ** 2).ravel(), (count, 1))


def test_a_shift_moves_the_picture_by_up_to_its_amount() -> None:
    spots = blob(3.5, 3.5)
    found = TRANSFORMS["image_shift"].apply(spots, SHAPE, 1.0, np.random.default_rng(0))
    way = middle_of_mass(found) - 3.5
    assert (np.abs(way) <= 1.02).all()
    assert (way.max(axis=0) > 0.9).all()
    assert (way.min(axis=0) < -0.9).all()
    assert abs(np.corrcoef(way.T)[0, 1]) < 0.2


def test_a_rotation_turns_the_picture_around_its_middle() -> None:
    spots = blob(3.5, 5.5)
    found = TRANSFORMS["image_rotation"].apply(spots, SHAPE, 30.0, np.random.default_rng(0))
    way = middle_of_mass(found) - 3.5
    angle = np.rad2deg(np.arctan2(way[:, 0], way[:, 1]))
    np.testing.assert_allclose(np.hypot(way[:, 0], way[:, 1]), 2.0, atol=0.1)
    assert 25 < angle.max() < 32
    assert -32 < angle.min() < -25


def test_a_crop_enlarges_and_stays_inside_the_picture() -> None:
    found = TRANSFORMS["image_crop"].apply(np.ones((50, 64)), SHAPE, 0.5, np.random.default_rng(0))
    np.testing.assert_allclose(found, 1.0)  # no background comes in
    spots = TRANSFORMS["image_crop"].apply(blob(3.5, 3.5), SHAPE, 0.5, np.random.default_rng(0))
    light = spots.sum(axis=1) / blob(3.5, 3.5).sum(axis=1)
    assert light.min() > 0.6
    assert light.mean() > 1.2  # a spot twice as wide has four times the light


def test_an_image_mirror_exchanges_left_and_right() -> None:
    found = changed("image_mirror", 1.0).reshape(-1, 8, 8)
    np.testing.assert_array_equal(found, IMAGES.reshape(-1, 8, 8)[:, :, ::-1])
    some = (changed("image_mirror", 0.5) != IMAGES).any(axis=1)
    assert some.mean() == pytest.approx(0.5, abs=0.2)


def test_changes_follow_each_other() -> None:
    both = augment(POINTS, None, [("mirror", 1.0), ("rotation", 20.0)], np.random.default_rng(3))
    random = np.random.default_rng(3)
    mirrored = TRANSFORMS["mirror"].apply(POINTS, None, 1.0, random)
    np.testing.assert_array_equal(both, TRANSFORMS["rotation"].apply(mirrored, None, 20.0, random))
    np.testing.assert_array_equal(augment(POINTS, None, [], random), POINTS)


def test_an_unknown_change_is_refused() -> None:
    with pytest.raises(ExperimentError, match=r"^augmentation: 'blur' .*jitter, rotation"):
        augment(POINTS, None, [("blur", 1.0)], np.random.default_rng(0))
