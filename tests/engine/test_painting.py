"""Painting: pure edits on points of one's own, which begin as a copy of a generated set's."""

from dataclasses import replace

import numpy as np
import pytest

from engine.choices import GENERATED_KINDS, PLANE_KINDS
from engine.data.prepare import load_data, prepare
from engine.edits import choose_data
from engine.errors import ExperimentError
from engine.experiment import Data, Experiment
from engine.experiment_file import experiment_from_json, experiment_to_json
from engine.impact import impact
from engine.painting import (
    MERGE_KEY,
    add_points,
    can_be_painted,
    clear_points,
    erase_points,
    move_point,
    own_points,
    start_painting,
)
from engine.points import FARTHEST, MOST_POINTS
from engine.trainer import Trainer

CIRCLE = Experiment(data=Data(kind="circle", samples=100, noise=10.0, seed=3), features=("x1", "x2^2"))
OWN = Experiment(data=Data(kind="painted", points=((0.0, 0.0, 0), (1.0, 1.0, 1), (1.0, 1.0, 1))))
CLASSES = [kind for kind in PLANE_KINDS if not kind.startswith("reg-")]
VALUES = Experiment(data=Data(kind="painted-values", points=((0.0, 0.0, 0.5), (1.0, 1.0, -1.0))))


@pytest.mark.parametrize("kind", GENERATED_KINDS)
def test_the_first_stroke_copies_the_points_at_hand(kind: str) -> None:
    experiment = Experiment(data=Data(kind=kind, samples=60))
    assert can_be_painted(experiment) == (kind in PLANE_KINDS)
    painted = add_points([(1.23456, -2.0, 0)]).change(experiment)
    assert painted.data.kind == ("painted-values" if kind.startswith("reg-") else "painted")
    assert painted.data.points[-1] == (1.235, -2.0, 0)
    copied = load_data(experiment.data) if kind in PLANE_KINDS else None
    assert len(painted.data.points) == (61 if copied is not None else 1)
    if copied is not None:
        np.testing.assert_allclose(load_data(painted.data).x[:-1], copied.x, atol=6e-4)
        np.testing.assert_allclose(load_data(painted.data).y[:-1], copied.y, atol=6e-4)


def test_what_fits_is_kept_and_training_goes_on() -> None:
    painted = add_points([(0.0, 0.0, 0)]).change(CIRCLE)
    assert (painted.features, painted.split, painted.seed) == (CIRCLE.features, CIRCLE.split, CIRCLE.seed)
    assert (painted.data.noise, painted.data.samples, painted.data.seed) == (0.0, None, 3)
    assert impact(CIRCLE, painted) == "data"
    assert impact(painted, add_points([(1.0, 0.0, 1)]).change(painted)) == "data"
    assert impact(painted, CIRCLE) == "restart"


@pytest.mark.parametrize("kind", CLASSES)
def test_a_class_more_begins_anew(kind: str) -> None:
    experiment = Experiment(data=Data(kind=kind, samples=60))
    classes = len(load_data(experiment.data).class_names)
    assert impact(experiment, add_points([(0.0, 0.0, classes - 1)]).change(experiment)) == "data"
    assert impact(experiment, add_points([(0.0, 0.0, classes)]).change(experiment)) == "restart"


def test_a_large_set_is_copied_in_part() -> None:
    large = Experiment(data=Data(kind="moons", samples=5000))
    assert len(own_points(large)) == MOST_POINTS
    with pytest.raises(ExperimentError, match="at most 2000"):
        add_points([(0.0, 0.0, 0)]).change(large)


def test_strokes_merge_and_choosing_the_set_does_not() -> None:
    edits = (add_points([]), erase_points(0, 0, 1), move_point((0.0, 0.0, 0), (1.0, 0.0, 0)))
    assert {edit.merge_key for edit in edits} == {MERGE_KEY}
    assert start_painting().merge_key is None
    assert start_painting().change(OWN) == OWN
    assert len(start_painting().change(CIRCLE).data.points) == 100
    assert start_painting().change(choose_data("iris").change(CIRCLE)).data.points == ()


def test_far_points_come_to_the_edge_and_wrong_classes_are_refused() -> None:
    assert add_points([(1e9, -1e9, 0)]).change(OWN).data.points[-1] == (FARTHEST, -FARTHEST, 0)
    with pytest.raises(ExperimentError, match=r"data\.points\[3\]"):
        add_points([(0.0, 0.0, 9)]).change(OWN)


def test_erasing_takes_what_is_within_reach() -> None:
    assert erase_points(1.0, 1.2, 0.25).change(OWN).data.points == ((0.0, 0.0, 0),)
    assert erase_points(5.0, 5.0, 1.0).change(OWN) == OWN
    assert erase_points(0.0, 0.0, 99.0).change(OWN).data.points == ()


def test_moving_moves_one() -> None:
    moved = move_point((1.0, 1.0, 1), (2.0, 2.0, 1)).change(OWN)
    assert moved.data.points == ((0.0, 0.0, 0), (2.0, 2.0, 1), (1.0, 1.0, 1))
    assert move_point((9.0, 9.0, 0), (2.0, 2.0, 1)).change(OWN) == OWN


def test_points_go_through_a_file_a_line_each() -> None:
    text = experiment_to_json(OWN)
    assert "      [0.0, 0.0, 0],\n" in text
    assert experiment_from_json(text) == OWN
    assert experiment_to_json(experiment_from_json(text)) == text
    with pytest.raises(ExperimentError, match=r"data\.points\[1\]"):
        experiment_from_json(text.replace("[1.0, 1.0, 1]", '[1.0, 1.0, "1"]'))
    with pytest.raises(ExperimentError, match=r"data\.points"):
        experiment_from_json(text.replace("[1.0, 1.0, 1]", "[1.0, 1.0]"))


@pytest.mark.parametrize("points", [((0.0, 0.0, 1),), OWN.data.points, (*OWN.data.points, (3.0, 3.0, 3))])
def test_any_painted_set_trains(points: tuple[tuple[float, float, int], ...]) -> None:
    trainer = Trainer(replace(OWN, data=replace(OWN.data, points=points)))
    trainer.run(3)
    assert np.isfinite(trainer.parameters).all()
    assert trainer.network.outputs == (4 if len(points) == 4 else 1)


def test_other_points_go_on_with_the_weights_and_begin_an_epoch() -> None:
    trainer = Trainer(CIRCLE)
    trainer.advance(7)
    weights, steps, momentum = trainer.parameters.copy(), trainer.steps, [one.copy() for one in trainer._updates.states]
    painted = add_points([(3.0, 3.0, 1)] * 40).change(CIRCLE)
    trainer.take_data(painted, prepare(painted))
    np.testing.assert_array_equal(trainer.parameters, weights)
    assert all(np.array_equal(a, b) for a, b in zip(trainer._updates.states, momentum, strict=True))
    assert (trainer.steps, trainer.batch_in_epoch, trainer.experiment) == (steps, 0, painted)
    assert len(trainer.evaluate().outputs["train"]) + len(trainer.evaluate().outputs["test"]) == 140
    np.testing.assert_allclose(trainer.prepared.x["train"].mean(axis=0), 0.0, atol=1e-5)  # normalised anew
    trainer.run(2)
    assert not np.array_equal(trainer.parameters, weights)


def test_points_that_do_not_fit_the_network_leave_it_as_it_was() -> None:
    trainer = Trainer(CIRCLE)
    prepared = trainer.prepared
    three = add_points([(3.0, 3.0, 2)]).change(CIRCLE)
    with pytest.raises(ExperimentError, match="as many inputs and outputs"):
        trainer.take_data(three, prepare(three))
    assert trainer.prepared is prepared
    assert trainer.experiment == CIRCLE


def test_numbers_are_painted_on_sets_of_numbers_and_classes_elsewhere() -> None:
    plane = Experiment(data=Data(kind="reg-plane", samples=60))
    painted = add_points([(5.0, 5.0, 1.0)]).change(plane)
    assert impact(plane, painted) == "data"
    assert impact(painted, add_points([(5.0, 4.0, -7.25)]).change(painted)) == "data"
    assert impact(CIRCLE, start_painting("painted-values").change(CIRCLE)) == "restart"
    assert start_painting("painted-values").change(CIRCLE).data.points == ()
    assert start_painting("painted").change(VALUES).data.points == ()
    assert start_painting().change(VALUES) == VALUES == start_painting("painted-values").change(VALUES)


def test_values_train_and_go_through_a_file() -> None:
    text = experiment_to_json(VALUES)
    assert "[1.0, 1.0, -1.0]" in text
    assert experiment_from_json(text) == VALUES
    trainer = Trainer(VALUES)
    trainer.run(3)
    assert (trainer.prepared.task, trainer.network.outputs) == ("regression", 1)
    other = add_points([(3.0, 3.0, 2.0)] * 9).change(VALUES)
    trainer.take_data(other, prepare(other))
    trainer.run(1)
    assert np.isfinite(trainer.parameters).all()


@pytest.mark.parametrize("point", [(0.0, 0.0, 101.0), (0.0, 0.0, float("nan")), (0.0, 0.0, True), (0.0, 0.0, "1")])
def test_a_bad_value_is_named(point: tuple[float, float, float]) -> None:
    with pytest.raises(ExperimentError, match=r"data\.points\[1\]: .*a value in the same range"):
        Data(kind="painted-values", points=((0.0, 0.0, 1), point))


def test_a_value_is_no_class() -> None:
    with pytest.raises(ExperimentError, match=r"data\.points\[0\]: .*a class from 0"):
        replace(VALUES, data=replace(VALUES.data, kind="painted"))


@pytest.mark.parametrize("before", [CIRCLE, OWN, VALUES])
def test_a_clean_sheet_is_an_entry_of_its_own(before: Experiment) -> None:
    edit = clear_points()
    after = edit.change(before)
    assert (after.data.points, edit.merge_key) == ((), None)
    assert after.data.kind == ("painted-values" if before is VALUES else "painted")
