"""Surfaces have the gradients and minima they claim; descents follow the closed form and what each surface is for."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import ExperimentError
from engine.experiment import Optimizer
from engine.hessian import hessian_of, spectrum
from engine.optimizers import OPTIMIZERS
from engine.surfaces import SURFACES, descend, ravine
from tests import reference

coordinates = st.floats(-5.0, 5.0)


def distance_to_minimum(path: np.ndarray, name: str) -> float:
    """Of the last point, to the nearest minimum."""
    return float(np.linalg.norm(np.array(SURFACES[name].minima) - path[-1], axis=1).min())


@pytest.mark.parametrize("name", SURFACES)
@given(x=coordinates, y=coordinates)
def test_the_gradient_is_right(name: str, x: float, y: float) -> None:
    surface, theta, e = SURFACES[name], np.array([x, y]), 1e-5
    numeric = [(surface.f(theta + step) - surface.f(theta - step)) / (2 * e) for step in e * np.eye(2)]
    np.testing.assert_allclose(surface.gradient(theta), numeric, rtol=1e-6, atol=1e-7)


@pytest.mark.parametrize("name", SURFACES)
def test_the_minima_are_the_lowest_points_of_what_is_shown(name: str) -> None:
    surface = SURFACES[name]
    axes = [np.linspace(low, high, 201) for low, high in zip(surface.low, surface.high, strict=True)]
    grid = np.stack(np.meshgrid(*axes), axis=-1)
    heights = surface.f(grid)
    assert heights.shape == (201, 201)
    assert surface.gradient(grid).shape == (201, 201, 2)
    for minimum in surface.minima:
        point = np.array(minimum)
        assert surface.f(point) == pytest.approx(float(surface.f(np.array(surface.minima[0]))), abs=1e-12)
        assert surface.f(point) <= heights.min() + 1e-12
        np.testing.assert_allclose(surface.gradient(point), 0.0, atol=1e-12)
        assert spectrum(hessian_of(surface.gradient, point)).positive == 1.0
    lowest = grid[heights < surface.f(np.array(surface.minima[0])) + 0.01]
    nearest = np.linalg.norm(lowest[:, None] - np.array(surface.minima), axis=2).min(axis=1)
    assert nearest.max() < 0.25  # no minimum is missing


@pytest.mark.parametrize("name", SURFACES)
def test_start_and_minima_are_in_view(name: str) -> None:
    surface = SURFACES[name]
    for point in (surface.start, *surface.minima):
        assert (np.array(surface.low) < point).all()
        assert (np.array(point) < surface.high).all()


@pytest.mark.parametrize("condition", [1.0, 10.0, 400.0])
def test_the_ravine_has_its_condition_number(condition: float) -> None:
    surface = ravine(condition)
    assert spectrum(hessian_of(surface.gradient, np.array([0.3, -1.0]))).condition == pytest.approx(condition)


@pytest.mark.parametrize("condition", [0.5, float("nan"), float("inf")])
def test_a_condition_number_below_one_is_refused(condition: float) -> None:
    with pytest.raises(ExperimentError, match=r"^condition: .*at least 1"):
        ravine(condition)


def test_the_saddle_point_is_one_and_the_bowl_has_other_minima() -> None:
    assert spectrum(hessian_of(SURFACES["saddle"].gradient, np.zeros(2))).negative == 0.5
    stuck = descend(SURFACES["many-minima"], Optimizer(learning_rate=0.02), 2000)
    assert np.linalg.norm(SURFACES["many-minima"].gradient(stuck[-1])) < 1e-9
    assert distance_to_minimum(stuck, "many-minima") > 1.0


@pytest.mark.parametrize("name", SURFACES)
@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_a_descent_is_the_optimisers_formula(kind: str, name: str) -> None:
    surface, optimizer = SURFACES[name], Optimizer(kind=kind, learning_rate=0.02, momentum=0.8, rho=0.95, beta1=0.85)
    path = descend(surface, optimizer, 60)
    theta, state = np.array(surface.start), {}
    np.testing.assert_array_equal(path[0], theta)
    for t in range(1, 61):
        theta = reference.step(optimizer, theta, surface.gradient(theta), state, t)
        np.testing.assert_allclose(path[t], theta, rtol=0, atol=1e-9)


def test_gradient_descent_in_the_ravine_shrinks_each_axis_by_its_own_factor() -> None:
    path, steps = descend(ravine(25.0), Optimizer(learning_rate=0.05), 40), np.arange(41)
    np.testing.assert_allclose(path[:, 0], -4.0 * (1 - 0.05) ** steps, rtol=1e-9)
    np.testing.assert_allclose(path[:, 1], (1 - 0.05 * 25) ** steps, rtol=1e-9)  # changes its sign: the zigzag


def test_momentum_leaves_the_ravine_sooner_than_the_best_gradient_descent() -> None:
    best = Optimizer(learning_rate=2 / 26)  # 2/(1 + κ) shrinks both axes alike, by (κ−1)/(κ+1) a step
    swift = Optimizer(kind="momentum", learning_rate=0.3, momentum=0.6)
    paths = {"best": descend(SURFACES["ravine"], best, 60), "momentum": descend(SURFACES["ravine"], swift, 60)}
    assert distance_to_minimum(paths["momentum"], "ravine") < 0.1 * distance_to_minimum(paths["best"], "ravine")


@pytest.mark.parametrize("name", ["saddle", "plateau"])
def test_adam_leaves_flat_places_sooner_than_gradient_descent(name: str) -> None:
    rates = Optimizer(learning_rate=0.1), Optimizer(kind="adam", learning_rate=0.1)
    plain, adam = (distance_to_minimum(descend(SURFACES[name], optimizer, 60), name) for optimizer in rates)
    assert adam < 0.2
    assert plain > 0.6


def test_another_start_goes_another_way() -> None:
    path = descend(SURFACES["saddle"], Optimizer(learning_rate=0.1), 300, start=(1.0, -0.5))
    np.testing.assert_array_equal(path[0], [1.0, -0.5])
    np.testing.assert_allclose(path[-1], [0.0, -1.0], atol=1e-6)


def test_a_descent_that_diverges_ends_in_nan() -> None:
    path = descend(ravine(25.0), Optimizer(learning_rate=1.0), 600)
    finite = np.isfinite(path).all(axis=1)
    last = int(finite.sum())
    assert 100 < last < 600
    assert finite[:last].all()
    assert np.isnan(path[last:]).all()


def test_no_steps_are_the_start_and_nonsense_is_refused() -> None:
    surface = SURFACES["plateau"]
    np.testing.assert_array_equal(descend(surface, Optimizer(), 0), [surface.start])
    with pytest.raises(ExperimentError, match=r"^steps: -1"):
        descend(surface, Optimizer(), -1)
    with pytest.raises(ExperimentError, match=r"^start: \(3,\)"):
        descend(surface, Optimizer(), 1, start=[1.0, 2.0, 3.0])
