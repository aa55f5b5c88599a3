"""Scenes: points, grids and pictures of every built-in data set, on the plane asked for."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.data.kinds import data_kinds
from engine.data.prepare import Prepared, prepare
from engine.experiment import Data, Experiment, Split
from engine.plane import PlaneMap, plane_grid, project
from engine.snapshot import SETS
from playground.state.scene import BEST_SIZE, Scene
from playground.state.view import View

KINDS = [kind.name for kind in data_kinds()]


def prepared_for(kind: str) -> Prepared:
    return prepare(Experiment(data=Data(kind=kind), split=Split(train=50, dev=20, test=30)))


@pytest.mark.parametrize("kind", KINDS)
def test_the_run_data_fit_together(kind: str) -> None:
    prepared = prepared_for(kind)
    data = Scene(prepared, View()).data
    dataset = prepared.dataset
    assert (data.task, data.outputs, data.class_names) == (dataset.task, prepared.outputs, dataset.class_names)
    assert (data.feature_names, data.input_names) == (dataset.feature_names, prepared.input_names)
    assert data.value_range == (dataset.y.min(), dataset.y.max())
    for name in SETS:
        m = len(prepared.y[name])
        assert data.points[name].shape == (m, 2)
        assert data.points[name].dtype == np.float32
        np.testing.assert_array_equal(data.labels[name], prepared.y[name])
        np.testing.assert_allclose(
            data.points[name], project(prepared, data.plane, prepared.raw(name)), rtol=1e-5, atol=1e-5
        )
        assert not data.points[name].flags.writeable
        assert not data.labels[name].flags.writeable


@pytest.mark.parametrize("kind", KINDS)
def test_auto_is_the_only_plane_there_is_or_the_principal_one(kind: str) -> None:
    prepared = prepared_for(kind)
    plane = Scene(prepared, View()).data.plane
    assert plane.kind == ("features" if prepared.dataset.x.shape[1] == 2 else "principal")


def test_the_columns_asked_for_are_shown_where_they_exist() -> None:
    view = View(plane_kind="features", columns=(3, 1))
    assert Scene(prepared_for("iris"), view).data.plane.columns == (3, 1)
    for impossible in ((3, 3), (0, 9), (-1, 0)):
        scene = Scene(prepared_for("circle"), replace(view, columns=impossible))
        assert scene.data.plane.columns == (0, 1)


def test_only_the_digits_have_images() -> None:
    prepared = prepared_for("digits")
    images = Scene(prepared, View()).data.images
    assert images["test"].shape == (len(prepared.y["test"]), 8, 8)
    assert images["test"].dtype == np.uint8
    np.testing.assert_array_equal(
        images["test"].reshape(-1, 64), np.rint(prepared.raw("test") * (255 / 16)).astype(np.uint8)
    )
    assert Scene(prepared_for("iris"), View()).data.images["train"].shape == (0, 0, 0)


@pytest.mark.parametrize("kind", KINDS)
def test_grids_are_what_the_network_sees_over_the_plane(kind: str) -> None:
    prepared = prepared_for(kind)
    scene = Scene(prepared, View(unit_size=12, surface_size=20))
    grid = scene.unit_grid(10)
    assert grid is scene.unit_grid(20)
    np.testing.assert_array_equal(grid.x, prepared.inputs(plane_grid(prepared, scene.data.plane, 12)))
    assert grid.images.shape == (len(prepared.input_names), 12, 12)
    assert np.abs(grid.images).max() <= 1.0
    assert scene.surface_grid(30, 7, False).size == 20


def test_features_are_pictured_rows_from_the_top() -> None:
    scene = Scene(prepare(Experiment(features=("x1", "x2"), normalize=False)), View())
    x1, x2 = scene.unit_grid(8).images
    np.testing.assert_allclose(x1[0], np.linspace(-1, 1, 32), atol=1e-6)
    np.testing.assert_allclose(x2[:, 0], np.linspace(1, -1, 32), atol=1e-6)


@pytest.mark.parametrize(
    ("running", "sizes"), [(True, [100, 100, 75, 45, 32, 32]), (False, [100, 100, 100, 100, 63, 32])]
)
def test_larger_networks_get_smaller_surfaces(running: bool, sizes: list[int]) -> None:
    scene = Scene(prepared_for("circle"), View())
    networks = [(25, 7), (177, 25), (1425, 97), (8970, 138), (235_000, 394), (3_000_000, 3000)]
    assert [scene.surface_grid(parameters, units, running).size for parameters, units in networks] == sizes


def test_more_units_get_smaller_pictures() -> None:
    scene = Scene(prepared_for("circle"), View())
    assert [scene.unit_grid(units).size for units in (10, 128, 129, 5000)] == [32, 32, 16, 8]


def test_wide_data_get_smaller_surfaces(tmp_path: Path) -> None:
    random = np.random.default_rng(0)
    table = np.column_stack([random.normal(size=(60, 900)), np.arange(60) % 2])
    np.savetxt(tmp_path / "wide.csv", table, delimiter=",", fmt="%.3f")
    prepared = prepare(Experiment(data=Data(kind="csv", path=str(tmp_path / "wide.csv"))))
    assert Scene(prepared, View()).surface_grid(4000, 5, False).size == 47


def test_a_window_shows_a_part_of_the_same_plane_and_keeps_the_points() -> None:
    prepared = prepared_for("iris")
    before = Scene(prepared, View())
    window = ((-1.0, 0.5), (0.25, 1.0))
    scene = Scene(prepared, View(window=window), None, before)
    assert (scene.data.plane.low, scene.data.plane.high) == ((-1.0, 0.25), (0.5, 1.0))
    assert scene.data.plane.kind == "principal"
    assert scene.data.points is before.data.points
    corner = scene.surface_grid(100, 10, False).x[0]
    t = np.array([[-1.0, 1.0]])
    np.testing.assert_allclose(corner, prepared.inputs(PlaneMap(prepared, "principal").lift(t))[0], rtol=1e-5)
    again = Scene(prepared, View(), None, scene)
    assert again.data.plane == before.data.plane
    other = Scene(prepared, View(plane_kind="features", columns=(1, 0)), None, scene)
    assert other.data.plane.columns == (1, 0)


@pytest.mark.parametrize("kind", ["circle", "blobs", "spiral", "iris"])
def test_the_best_possible_answer_is_there_when_it_is_wanted_and_known(kind: str) -> None:
    prepared, source = prepared_for(kind), Data(kind=kind)
    assert Scene(prepared, View(), source).data.best is None
    assert Scene(prepared, View(optimal=True)).data.best is None
    best = Scene(prepared, View(optimal=True), source).data.best
    assert (best is not None) == (kind != "iris")
    if best is not None:
        assert best.posterior is not None
        posterior = best.posterior if best.posterior.ndim == 3 else np.stack([1 - best.posterior, best.posterior])
        assert posterior.shape[1:] == (BEST_SIZE, BEST_SIZE)
        top = posterior[:, 10, BEST_SIZE // 2]  # rows from the top
        assert top.argmax() == 0


@pytest.mark.parametrize(("kind", "noise", "error"), [("reg-plane", 10.0, 0.0024), ("parity", 20.0, 0.2)])
def test_the_least_error_is_known_where_there_is_no_boundary(kind: str, noise: float, error: float) -> None:
    best = Scene(prepared_for(kind), View(optimal=True), Data(kind=kind, noise=noise)).data.best
    assert best is not None
    assert best.posterior is None
    assert best.error == pytest.approx(error)


@pytest.mark.parametrize("view", [View(plane_kind="principal"), View(plane_kind="features", columns=(1, 0))])
def test_a_plane_chosen_for_more_columns_is_none_for_two(view: View) -> None:
    plane = Scene(prepared_for("gauss"), view).data.plane
    assert (plane.kind, plane.columns) == ("features", (0, 1))
