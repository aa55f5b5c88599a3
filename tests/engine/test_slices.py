"""A slice holds the costs a trainer would give, directions have the lengths they should, and the run is only read."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.errors import ExperimentError
from engine.experiment import Data, Experiment, Layer, Optimizer, Penalty
from engine.slices import cost_slice, path_slice, principal_directions, random_directions
from engine.trainer import Trainer

SMALL = Experiment(
    data=Data(kind="xor", samples=80),
    layers=(Layer(units=3), Layer(units=4, activation="relu", batch_norm=True)),
    penalty=Penalty(l2=0.5),
    dtype="float64",
)


def run_with_path(experiment: Experiment, epochs: int) -> tuple[Trainer, list[np.ndarray]]:
    """A trained trainer and its θ after every epoch."""
    trainer = Trainer(experiment)
    path = [trainer.parameters.copy()]
    for _ in range(epochs):
        trainer.run(1)
        path.append(trainer.parameters.copy())
    return trainer, path


def cost_at(trainer: Trainer, theta: np.ndarray) -> float:
    """J at θ on the whole training set."""
    other = Trainer(trainer.experiment)
    other.parameters = theta
    return other.cost_and_gradient(*other.split("train"))[0]


def test_every_point_is_the_cost_there() -> None:
    trainer, _ = run_with_path(SMALL, 2)
    directions = random_directions(trainer, np.random.default_rng(0))
    found = cost_slice(trainer, directions, [-1.0, 0.0, 0.5], [0.0, 2.0])
    assert found.cost.shape == (2, 3)
    for row, t in enumerate(found.across):
        for column, s in enumerate(found.along):
            theta = trainer.parameters + s * directions[0] + t * directions[1]
            assert found.cost[row, column] == pytest.approx(cost_at(trainer, theta), rel=1e-12)
    assert found.cost[0, 1] == pytest.approx(cost_at(trainer, trainer.parameters), rel=1e-12)


def test_a_line_is_the_plane_at_zero_and_may_start_elsewhere() -> None:
    trainer = Trainer(SMALL)
    first, second = random_directions(trainer, np.random.default_rng(0))
    along, origin = np.linspace(-1, 1, 5), trainer.parameters + 0.1
    line = cost_slice(trainer, first, along, origin=origin)
    plane = cost_slice(trainer, [first, second], along, [0.0], origin=origin)
    assert line.cost.shape == (5,)
    np.testing.assert_array_equal(line.cost, plane.cost[0])
    assert line.cost[2] == pytest.approx(cost_at(trainer, origin), rel=1e-12)


def test_the_slope_of_a_line_along_the_gradient_is_its_squared_length() -> None:
    trainer = Trainer(SMALL)
    _, g = trainer.cost_and_gradient(*trainer.split("train"))
    line = cost_slice(trainer, g, [-1e-5, 1e-5])
    assert (line.cost[1] - line.cost[0]) / 2e-5 == pytest.approx(g @ g, rel=1e-6)


def test_a_random_direction_is_as_long_as_the_weights_of_each_unit() -> None:
    trainer = Trainer(SMALL)
    trainer.weights(1)[1] = 0.0
    directions = random_directions(trainer, np.random.default_rng(4), count=3)
    for direction in directions:
        for shape in trainer.network.layout.layers:
            theirs, ours = shape.weights(trainer.parameters), shape.weights(direction)
            np.testing.assert_allclose(np.linalg.norm(ours, axis=1), np.linalg.norm(theirs, axis=1), rtol=1e-12)
        assert not direction[~trainer.network.layout.weight_mask()].any()  # biases, γ, β
    assert abs(np.corrcoef(directions)[0, 1]) < 0.9
    np.testing.assert_array_equal(directions, random_directions(trainer, np.random.default_rng(4), count=3))


def test_scaling_a_relu_unit_up_and_its_successor_down_does_not_change_the_slice() -> None:
    """What filter normalisation is for: the same function at another scale shows the same landscape."""
    experiment = replace(SMALL, layers=(Layer(units=3, activation="relu"),), penalty=Penalty())
    first, scaled = Trainer(experiment), Trainer(experiment)
    scaled.weights(1)[...] *= 10.0
    scaled.biases(1)[...] *= 10.0
    scaled.weights(2)[...] /= 10.0
    grids = []
    for trainer in (first, scaled):
        directions = random_directions(trainer, np.random.default_rng(0))
        grids.append(cost_slice(trainer, directions, np.linspace(-1, 1, 5), np.linspace(-1, 1, 5)).cost)
    np.testing.assert_allclose(grids[0], grids[1], rtol=1e-9)


def test_a_path_in_a_plane_is_found_whole() -> None:
    random = np.random.default_rng(0)
    basis, _ = np.linalg.qr(random.normal(size=(9, 2)))
    places = random.normal(size=(12, 2)) * [5.0, 1.0]
    path = 3.0 + places @ basis.T
    directions, share = principal_directions(path)
    np.testing.assert_allclose(directions @ directions.T, np.eye(2), atol=1e-12)
    assert share.sum() == pytest.approx(1.0)
    assert share[0] > share[1]
    flat = (path - path[-1]) @ directions.T
    np.testing.assert_allclose(path[-1] + flat @ directions, path, atol=1e-12)
    assert (directions[np.arange(2), np.abs(directions).argmax(axis=1)] > 0).all()


def test_a_path_is_seen_from_its_last_point() -> None:
    """Two steps at right angles, of squared lengths 4 and 1."""
    directions, share = principal_directions([[1.0, 0.0, 5.0], [0.0, 2.0, 5.0], [0.0, 0.0, 5.0]])
    np.testing.assert_allclose(directions, [[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]], atol=1e-12)
    np.testing.assert_allclose(share, [0.8, 0.2])


def test_the_runs_own_plane_holds_its_path_and_the_costs_below_it() -> None:
    experiment = replace(SMALL, batch_size="all", optimizer=Optimizer(learning_rate=0.3))
    trainer, path = run_with_path(experiment, 30)
    found = path_slice(trainer, path, points=9)
    assert found.slice.cost.shape == (9, 9)
    assert 0.9 < found.share.sum() <= 1.0 + 1e-12
    np.testing.assert_array_equal(found.path[-1], [0.0, 0.0])
    np.testing.assert_allclose(found.slice.project(path), found.path, atol=1e-9)
    for axis, values in enumerate((found.slice.along, found.slice.across)):
        assert values[0] < found.path[:, axis].min()
        assert values[-1] > found.path[:, axis].max()
    assert found.slice.cost.max() > cost_at(trainer, path[0]) > cost_at(trainer, path[-1])
    nearest = [int(np.abs(values).argmin()) for values in (found.slice.across, found.slice.along)]
    place = found.slice.along[nearest[1]], found.slice.across[nearest[0]]
    theta = path[-1] + place @ found.slice.directions
    assert found.slice.cost[tuple(nearest)] == pytest.approx(cost_at(trainer, theta), rel=1e-9)


def test_a_straight_path_still_gets_a_plane() -> None:
    trainer = Trainer(SMALL)
    direction = random_directions(trainer, np.random.default_rng(0), 1)[0]
    found = path_slice(trainer, [trainer.parameters + t * direction for t in (1.0, 0.5, 0.0)], points=3)
    assert found.share[0] == pytest.approx(1.0)
    assert np.ptp(found.slice.across) > 0.0
    assert np.isfinite(found.slice.cost).all()


def test_projection_on_directions_that_are_not_orthogonal() -> None:
    trainer = Trainer(SMALL)
    directions = random_directions(trainer, np.random.default_rng(0))
    found = cost_slice(trainer, directions, [0.0], [0.0])
    points = trainer.parameters + np.array([[1.0, 2.0], [-0.5, 3.0]]) @ directions
    np.testing.assert_allclose(found.project(points), [[1.0, 2.0], [-0.5, 3.0]], atol=1e-9)


def test_the_run_is_only_read() -> None:
    experiment = replace(SMALL, layers=(Layer(units=4, keep_prob=0.5, batch_norm=True),), dtype="float32")
    watched, alone = Trainer(experiment), Trainer(experiment)
    for trainer in (watched, alone):
        trainer.advance(3)
    directions = random_directions(watched, np.random.default_rng(0))
    first = cost_slice(watched, directions, [-1.0, 1.0], [-1.0, 1.0])
    np.testing.assert_array_equal(first.cost, cost_slice(watched, directions, [-1.0, 1.0], [-1.0, 1.0]).cost)
    for trainer in (watched, alone):
        trainer.advance(20)
    assert watched.parameters.tobytes() == alone.parameters.tobytes()
    assert watched.network.running.tobytes() == alone.network.running.tobytes()


def test_an_overflow_is_shown_as_it_is() -> None:
    trainer = Trainer(replace(SMALL, data=Data(kind="reg-plane"), dtype="float32"))
    line = cost_slice(trainer, np.ones(trainer.parameters.size), [0.0, 1e30])
    assert np.isfinite(line.cost).tolist() == [True, False]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ([], "path: .*three"),
        ([[0.0, 0.0], [1.0, 1.0]], "path: .*three"),
        ([[0.0, np.nan]] * 3, "path: .*finite"),
        ([[1.0, 2.0]] * 3, "path: .*moves"),
    ],
)
def test_a_path_without_a_plane_is_refused(path: list[list[float]], message: str) -> None:
    with pytest.raises(ExperimentError, match=message):
        path_slice(Trainer(SMALL), path)


@pytest.mark.parametrize(
    ("directions", "along", "across", "fields", "message"),
    [
        (np.ones(3), [0.0], [], {}, "directions"),
        (np.ones((3, 34)), [0.0], [0.0], {}, "directions"),
        (np.ones((1, 34)), [], [], {}, "along"),
        (np.ones((2, 34)), [0.0], [], {}, "across"),
        (np.ones((1, 34)), [0.0], [0.0], {}, "across"),
        (np.ones((1, 34)), [0.0], [], {"origin": np.ones(3)}, "origin"),
        (np.ones((1, 34)), [0.0], [], {"samples": 0}, "samples"),
    ],
)
def test_shapes_that_do_not_fit_are_refused(
    directions: np.ndarray, along: list[float], across: list[float], fields: dict[str, object], message: str
) -> None:
    trainer = Trainer(SMALL)
    assert trainer.parameters.size == 34
    with pytest.raises(ExperimentError, match=rf"^{message}: "):
        cost_slice(trainer, directions, along, across, **fields)
