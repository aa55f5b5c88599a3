"""Points of one's own are drawn as the engine will split them, before any run has seen them."""

import numpy as np

from engine.data.prepare import prepare
from engine.experiment import Data, Experiment, Split
from engine.snapshot import SETS, Plane
from playground.ui.views.own_points import own_data
from tests.playground.ui.snapshots import make_experiment, make_snapshot

PLACES = np.random.default_rng(0).uniform(-5, 5, (90, 2)).round(3).tolist()
POINTS = tuple((x1, x2, index % 3) for index, (x1, x2) in enumerate(PLACES))


def own(points: tuple[tuple[float, float, int], ...]) -> Experiment:
    return Experiment(data=Data(kind="painted", points=points, seed=4), split=Split(train=60, dev=20, test=20))


def test_sets_and_labels_are_the_engine_s() -> None:
    data, prepared = own_data(own(POINTS), None), prepare(own(POINTS))
    assert data is not None
    assert (data.task, data.class_names, data.outputs) == ("classes", prepared.dataset.class_names, prepared.outputs)
    for name in SETS:
        np.testing.assert_allclose(data.points[name], prepared.raw(name), atol=1e-6)
        np.testing.assert_array_equal(data.labels[name], prepared.y[name])


def test_an_empty_set_can_be_shown() -> None:
    data = own_data(own(()), None)
    assert data is not None
    assert (data.task, data.class_names, data.plane) == ("two-class", ("class 1", "class 2"), Plane())
    assert all(len(data.labels[name]) == 0 for name in SETS)


def test_the_plane_is_the_one_last_seen_unless_it_is_of_other_inputs() -> None:
    seen = make_snapshot(make_experiment(), surface_size=8, unit_size=8).data
    data = own_data(own(POINTS), seen)
    assert data is not None
    assert data.plane is seen.plane
    iris = make_snapshot(make_experiment("iris"), surface_size=8, unit_size=8).data
    other = own_data(own(POINTS), iris)
    assert other is not None
    assert other.plane == Plane()


def test_other_data_are_a_run_s_business() -> None:
    assert own_data(make_experiment("circle"), None) is None


def test_values_have_their_range() -> None:
    experiment = Experiment(
        data=Data(kind="painted-values", points=((0.0, 0.0, 0.5), (1.0, 1.0, -2.0), (2.0, 0.0, 0.0)))
    )
    data, empty = own_data(experiment, None), own_data(Experiment(data=Data(kind="painted-values")), None)
    assert data is not None
    assert empty is not None
    assert (data.task, data.class_names, data.outputs, data.value_range) == ("regression", (), 1, (-2.0, 0.5))
    assert empty.value_range == (-1.0, 1.0)
