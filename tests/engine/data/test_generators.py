"""Every generated set: shapes, classes, range, seeds, what noise does, and TensorFlow Playground's definitions."""

from __future__ import annotations

import numpy as np
import pytest

from engine.choices import GENERATED_KINDS, PLANE_KINDS
from engine.data.generators import GENERATORS, NOISE_RANGE, SAMPLES_RANGE, Generator, samples_of
from engine.data.regression_surfaces import bumps_height
from engine.errors import ExperimentError
from engine.experiment import Data

ROWS = pytest.mark.parametrize("row", GENERATORS.values(), ids=GENERATORS.keys())
CLASS_ROWS = pytest.mark.parametrize(
    "row", [row for row in GENERATORS.values() if row.class_names], ids=lambda r: r.name
)


def generator(seed: int = 3) -> np.random.Generator:
    return np.random.default_rng(seed)


def test_the_menu_has_all_sets_in_order() -> None:
    assert list(GENERATORS) == list(GENERATED_KINDS)


@ROWS
@pytest.mark.parametrize("noise", [0.0, 17.0, 50.0])
@pytest.mark.parametrize("samples", [10, 301])
def test_shapes_types_and_range(row: Generator, noise: float, samples: int) -> None:
    data = row.generate(samples, noise, generator())
    assert data.x.shape == (samples, len(data.feature_names))
    assert data.y.shape == (samples,)
    assert (data.feature_names == ("x1", "x2")) == (row.name in PLANE_KINDS) == (row.width is None)
    assert (data.task, data.class_names) == (row.task, row.class_names)
    assert np.isfinite(data.x).all()
    assert np.abs(data.x).max() <= (6.0 if row.bounded else 15.0)


@ROWS
def test_the_table_is_complete(row: Generator) -> None:
    assert row.title
    assert row.default_samples == samples_of(Data(kind=row.name))
    assert samples_of(Data(kind=row.name, samples=77)) == 77
    assert row.noise_meaning.endswith(".")
    assert SAMPLES_RANGE[0] <= row.default_samples <= SAMPLES_RANGE[1]
    assert NOISE_RANGE[0] <= row.default_noise <= NOISE_RANGE[1]


@CLASS_ROWS
def test_all_classes_are_there_in_equal_parts_without_noise(row: Generator) -> None:
    counts = np.bincount(row.generate(600, 0.0, generator()).y, minlength=len(row.class_names))
    assert len(counts) == len(row.class_names)
    assert counts.min() > 0.8 * 600 / len(row.class_names)


@ROWS
def test_the_same_seed_gives_the_same_points_and_another_seed_others(row: Generator) -> None:
    first, again = row.generate(50, 20.0, generator(1)), row.generate(50, 20.0, generator(1))
    other = row.generate(50, 20.0, generator(2))
    assert np.array_equal(first.x, again.x)
    assert np.array_equal(first.y, again.y)
    assert not np.array_equal(first.x, other.x)


@ROWS
def test_noise_changes_the_set_a_little_at_a_time(row: Generator) -> None:
    """The slider moves or relabels the same points; it never draws new ones."""
    calm, shaken = row.generate(400, 20.0, generator()), row.generate(400, 20.5, generator())
    assert np.abs(calm.x - shaken.x).max() < 0.2
    assert np.mean(calm.y != shaken.y) < 0.05 or row.task == "regression"
    assert np.abs(calm.y - shaken.y).mean() < 0.05


@pytest.mark.parametrize("name", [name for name in GENERATORS if name != "spiral"])
def test_more_samples_move_none_of_the_first(name: str) -> None:
    few, many = (GENERATORS[name].generate(samples, 30.0, generator()) for samples in (40, 90))
    assert np.array_equal(few.x, many.x[:40])
    assert np.array_equal(few.y, many.y[:40])


@ROWS
@pytest.mark.parametrize("samples", [9, 0, -5, 1_000_001, 10.0, True])
def test_a_wrong_number_of_samples_is_refused(row: Generator, samples: int) -> None:
    with pytest.raises(ExperimentError, match=r"data\.samples: .* whole number from 10 to 1000000"):
        row.generate(samples, 0.0, generator())


@ROWS
@pytest.mark.parametrize("noise", [-1.0, 50.1, float("nan"), float("inf")])
def test_wrong_noise_is_refused(row: Generator, noise: float) -> None:
    with pytest.raises(ExperimentError, match=r"data\.noise: .* percent from 0 to 50"):
        row.generate(20, noise, generator())


def test_circle_is_a_disc_in_a_ring() -> None:
    data = GENERATORS["circle"].generate(1000, 0.0, generator())
    radius = np.hypot(*data.x.T)
    assert radius[data.y == 1].max() < 2.5
    assert radius[data.y == 0].min() > 3.5
    assert radius.max() < 5.0
    assert radius[data.y == 1].mean() == pytest.approx(1.25, abs=0.1)  # uniform in the radius, not in the area
    assert np.count_nonzero(data.y) == 500


@pytest.mark.parametrize("name", ["circle", "xor"])
def test_label_noise_leaves_the_points_where_they_are(name: str) -> None:
    calm, noisy = (GENERATORS[name].generate(1000, noise, generator()) for noise in (0.0, 40.0))
    assert np.array_equal(calm.x, noisy.x)
    assert 0.05 < np.mean(calm.y != noisy.y) < 0.5


def test_xor_keeps_away_from_the_axes() -> None:
    data = GENERATORS["xor"].generate(1000, 0.0, generator())
    assert np.array_equal(data.y, (data.x[:, 0] * data.x[:, 1] >= 0).astype(int))
    assert np.abs(data.x).min() >= 0.3
    assert 5.0 < np.abs(data.x).max() <= 5.3


@pytest.mark.parametrize("noise", [0.0, 50.0])
def test_gauss_has_the_stated_centres_and_variance(noise: float) -> None:
    data = GENERATORS["gauss"].generate(40_000, noise, generator())
    for label, centre in ((1, 2.0), (0, -2.0)):
        cloud = data.x[data.y == label]
        assert len(cloud) == 20_000
        assert cloud.mean(axis=0) == pytest.approx([centre, centre], abs=0.06)
        assert cloud.var(axis=0) == pytest.approx(0.5 + 7.0 * noise / 100.0, rel=0.04)


def test_spiral_follows_its_formula() -> None:
    data = GENERATORS["spiral"].generate(500, 0.0, generator())
    i = np.arange(250)
    r, t = 5.0 * i / 250, 1.75 * i / 250 * 2.0 * np.pi
    assert data.x[data.y == 1] == pytest.approx(np.stack([r * np.sin(t), r * np.cos(t)], axis=1))
    assert data.x[data.y == 0] == pytest.approx(np.stack([r * np.sin(t + np.pi), r * np.cos(t + np.pi)], axis=1))


def test_spiral_noise_moves_points_within_a_square() -> None:
    calm, noisy = (GENERATORS["spiral"].generate(2000, noise, generator()) for noise in (0.0, 30.0))
    step = noisy.x - calm.x
    assert 0.29 < np.abs(step).max() <= 0.3
    assert step.var() == pytest.approx(0.3**2 / 3.0, rel=0.05)
    assert np.array_equal(calm.y, noisy.y)


def test_moons_without_noise_are_half_circles() -> None:
    data = GENERATORS["moons"].generate(400, 0.0, generator())
    upper, lower = data.x[data.y == 1], data.x[data.y == 0]
    assert np.hypot(upper[:, 0] + 1.5, upper[:, 1] + 0.75) == pytest.approx(3.0)
    assert np.hypot(lower[:, 0] - 1.5, lower[:, 1] - 0.75) == pytest.approx(3.0)
    assert upper[:, 1].min() >= -0.75
    assert lower[:, 1].max() <= 0.75


def test_moons_noise_has_the_stated_spread() -> None:
    calm, noisy = (GENERATORS["moons"].generate(20_000, noise, generator()) for noise in (0.0, 50.0))
    assert (noisy.x - calm.x).std(axis=0) == pytest.approx(1.0, rel=0.03)


def test_plane_without_noise_is_a_plane() -> None:
    data = GENERATORS["reg-plane"].generate(1200, 0.0, generator())
    assert data.y == pytest.approx(data.x.sum(axis=1) / 10.0)
    assert np.abs(data.x).max() > 5.9


def test_bumps_have_the_stated_signs_and_heights() -> None:
    centres = np.array([[-4, 2.5], [0, 2.5], [4, 2.5], [-4, -2.5], [0, -2.5], [4, -2.5]], dtype=float)
    signs = np.array([1.0, -1.0, 1.0, -1.0, 1.0, -1.0])
    assert bumps_height(centres) == pytest.approx(signs)
    assert bumps_height(centres + np.array([0.6, 0.8])) == pytest.approx(signs * 0.5)
    assert bumps_height(np.array([[2.0, 0.0], [-2.0, 6.0]])) == pytest.approx([0.0, 0.0])
    data = GENERATORS["reg-gauss"].generate(100, 0.0, generator())
    assert np.array_equal(data.y, bumps_height(data.x))


@pytest.mark.parametrize("name", ["reg-plane", "reg-gauss"])
def test_regression_noise_changes_heights_only(name: str) -> None:
    calm, noisy = (GENERATORS[name].generate(300, noise, generator()) for noise in (0.0, 30.0))
    assert np.array_equal(calm.x, noisy.x)
    assert np.mean(calm.y != noisy.y) > 0.3
