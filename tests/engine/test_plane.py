"""Planes: the grid and the projection are each other's inverse, over every built-in data set and odd tables."""

from pathlib import Path
from typing import Literal

import numpy as np
import pytest

from engine.choices import PLANE_KINDS
from engine.data.kinds import data_kinds
from engine.data.prepare import Prepared, prepare
from engine.errors import ExperimentError
from engine.experiment import Data, Experiment
from engine.plane import PlaneMap, make_plane, plane_grid, project
from engine.snapshot import SETS

KINDS = [kind.name for kind in data_kinds()]
GENERATED = list(PLANE_KINDS)
PLANES: tuple[Literal["features", "principal"], ...] = ("features", "principal")


def table(folder: Path, text: str) -> Prepared:
    path = folder / "table.csv"
    path.write_text(text)
    return prepare(Experiment(data=Data(kind="csv", path=str(path))))


@pytest.mark.parametrize("plane_kind", PLANES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_grid_lies_on_the_plane_rows_from_the_top(kind: str, plane_kind: Literal["features", "principal"]) -> None:
    prepared = prepare(Experiment(data=Data(kind=kind)))
    plane = make_plane(prepared, plane_kind)
    raw = plane_grid(prepared, plane, 7)
    assert raw.shape == (49, prepared.dataset.x.shape[1])
    t = project(prepared, plane, raw).reshape(7, 7, 2)
    np.testing.assert_allclose(t[0, :, 0], np.linspace(plane.low[0], plane.high[0], 7), atol=1e-9)
    np.testing.assert_allclose(t[:, 0, 1], np.linspace(plane.high[1], plane.low[1], 7), atol=1e-9)
    np.testing.assert_allclose(t[3, 3], (np.array(plane.low) + plane.high) / 2, atol=1e-9)


@pytest.mark.parametrize("plane_kind", PLANES)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in GENERATED])
def test_every_sample_of_real_data_lies_within_the_axes(
    kind: str, plane_kind: Literal["features", "principal"]
) -> None:
    prepared = prepare(Experiment(data=Data(kind=kind)))
    plane = make_plane(prepared, plane_kind, (2, 3))  # the digits' first pixel is constant
    points = np.concatenate([project(prepared, plane, prepared.raw(name)) for name in SETS])
    span = np.array(plane.high) - plane.low
    margins = np.array([points.min(axis=0) - plane.low, plane.high - points.max(axis=0)]) / span
    np.testing.assert_allclose(margins, 0.05 / 1.1, atol=1e-9)


@pytest.mark.parametrize("kind", GENERATED)
def test_generated_sets_have_the_same_axes_at_every_noise(kind: str) -> None:
    for noise in (0.0, 50.0):
        plane = make_plane(prepare(Experiment(data=Data(kind=kind, noise=noise))))
        assert (plane.low, plane.high) == ((-6.0, -6.0), (6.0, 6.0))
        assert (plane.columns, plane.labels) == ((0, 1), ("x1", "x2"))


def test_chosen_features_are_their_own_coordinates_and_the_others_are_at_their_mean() -> None:
    prepared = prepare(Experiment(data=Data(kind="iris")))
    plane = make_plane(prepared, "features", (3, 1))
    assert plane.labels == (prepared.dataset.feature_names[3], prepared.dataset.feature_names[1])
    raw = prepared.raw("train")
    np.testing.assert_array_equal(project(prepared, plane, raw), raw[:, [3, 1]])
    grid = plane_grid(prepared, plane, 5)
    np.testing.assert_allclose(grid[:, [0, 2]], np.tile(raw.mean(axis=0)[[0, 2]], (25, 1)), rtol=1e-12)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in GENERATED])
def test_principal_coordinates_are_uncorrelated_and_of_unit_spread(kind: str) -> None:
    prepared = prepare(Experiment(data=Data(kind=kind)))
    t = project(prepared, make_plane(prepared, "principal"), prepared.raw("train"))
    np.testing.assert_allclose(np.cov(t.T, bias=True), np.eye(2), atol=1e-8)


def test_the_principal_plane_keeps_more_variance_than_any_two_columns() -> None:
    prepared = prepare(Experiment(data=Data(kind="wine")))
    raw = prepared.raw("train")
    Z = (raw - raw.mean(axis=0)) / raw.std(axis=0)
    plane_map = PlaneMap(prepared, "principal")
    kept = (plane_map.lift(plane_map.project(raw)) - raw.mean(axis=0)) / raw.std(axis=0)
    singular = np.linalg.svd(Z, compute_uv=False)
    np.testing.assert_allclose((kept**2).sum(), (singular[:2] ** 2).sum(), rtol=1e-9)


def test_signs_and_axes_do_not_depend_on_the_samples_drawn() -> None:
    directions = [
        PlaneMap(prepare(Experiment(data=Data(kind="iris", seed=seed))), "principal").directions for seed in range(5)
    ]
    for other in directions[1:]:
        assert (np.sum(other * directions[0], axis=1) > 0).all()


@pytest.mark.parametrize("plane_kind", PLANES)
def test_one_column_leaves_the_second_axis_unused(tmp_path: Path, plane_kind: Literal["features", "principal"]) -> None:
    prepared = table(tmp_path, "size,price\n" + "".join(f"{n},{n * 2.5}\n" for n in range(40)))
    plane = make_plane(prepared, plane_kind)
    assert (plane.kind, plane.columns, plane.labels) == ("features", (0, -1), ("size", ""))
    assert (plane.low[1], plane.high[1]) == (-1.0, 1.0)
    grid = plane_grid(prepared, plane, 4).reshape(4, 4)
    assert (grid == grid[0]).all()
    points = project(prepared, plane, prepared.raw("train"))
    np.testing.assert_array_equal(points[:, 1], 0.0)
    np.testing.assert_array_equal(points[:, 0], prepared.raw("train")[:, 0])


@pytest.mark.parametrize("plane_kind", PLANES)
def test_a_constant_column_and_few_samples_give_finite_planes(
    tmp_path: Path, plane_kind: Literal["features", "principal"]
) -> None:
    rows = "".join(f"7,{n % 3},{n},{-n},{n * n},{n % 2},{n % 5},{n % 2}\n" for n in range(12))
    prepared = table(tmp_path, "a,b,c,d,e,f,g,y\n" + rows)
    assert len(prepared.y["train"]) < prepared.dataset.x.shape[1]
    plane = make_plane(prepared, plane_kind)
    grid = plane_grid(prepared, plane, 6)
    assert np.isfinite(grid).all()
    assert (np.array(plane.high) > plane.low).all()
    lifted = PlaneMap(prepared, plane_kind).lift(project(prepared, plane, grid))
    np.testing.assert_allclose(lifted, grid, atol=1e-9)


@pytest.mark.parametrize("columns", [(0, 0), (0, 4), (-1, 1), (4, 0)])
def test_columns_that_are_not_there_are_named(columns: tuple[int, int]) -> None:
    prepared = prepare(Experiment(data=Data(kind="iris")))
    with pytest.raises(ExperimentError, match=r"plane\.columns: .* two different columns from 0 to 3"):
        make_plane(prepared, "features", columns)


def test_an_unknown_kind_is_named() -> None:
    prepared = prepare(Experiment())
    with pytest.raises(ExperimentError, match=r"plane\.kind"):
        make_plane(prepared, "sphere")  # type: ignore[arg-type]  # what an untyped caller may pass
