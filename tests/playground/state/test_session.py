"""The session: what is played is what the engine trains, runs never mix, and closing always works."""

from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.data.prepare import Prepared, prepare
from engine.edits import (
    Edit,
    add_layer,
    choose_data,
    new_seed,
    remove_layer,
    set_field,
    toggle_feature,
)
from engine.errors import ExperimentError
from engine.experiment import Data, EarlyStopping, Experiment, Layer, Optimizer, Split
from engine.snapshot import RunData
from engine.trainer import Trainer
from playground.state import data_at_hand as data_module
from playground.state.session import Session
from tests.playground.state.conftest import RICH, SMALL, Shown, assert_equal_runs


@pytest.mark.parametrize("experiment", [SMALL, RICH, replace(RICH, dtype="float64")], ids=["small", "rich", "float64"])
def test_played_is_trained_to_the_last_bit(session: Session, shown: Shown, experiment: Experiment) -> None:
    session.submit(experiment)
    session.play()
    shown(lambda snapshot: snapshot.epoch >= 3)
    session.step_epoch()  # ends at the end of an epoch, wherever playing had come to
    snapshot = shown(lambda snapshot: not snapshot.running and snapshot.batch_in_epoch == 0)
    played = session.trainer_copy()
    headless = Trainer(experiment)
    headless.run(snapshot.epoch)
    assert_equal_runs(played, headless)
    np.testing.assert_array_equal(snapshot.parameters, headless.parameters)


def test_an_adopted_trainer_goes_on_where_it_stands(session: Session, shown: Shown) -> None:
    """As exported weights do that are opened again: a new run with those weights; a reset begins from the seeds."""
    trained, twin = Trainer(RICH), Trainer(RICH)
    trained.run(2)
    twin.run(2)
    session.submit(SMALL)
    first = shown(lambda snapshot: True)
    session.adopt(trained)
    adopted = shown(lambda snapshot: snapshot.run > first.run)
    np.testing.assert_array_equal(adopted.parameters, twin.parameters)
    session.step_epoch()
    shown(lambda snapshot: snapshot.epoch == 3)
    twin.run(1)
    assert_equal_runs(session.trainer_copy(), twin)
    session.reset()
    shown(lambda snapshot: snapshot.run > adopted.run)
    assert_equal_runs(session.trainer_copy(), Trainer(RICH))


def test_steps_are_steps(session: Session) -> None:
    session.submit(SMALL)
    headless = Trainer(SMALL)
    for _ in range(3):
        session.step_batch()
    headless.advance(3)
    assert_equal_runs(session.trainer_copy(), headless)


def test_epoch_steps_end_with_their_epoch(session: Session, shown: Shown) -> None:
    session.submit(SMALL)
    session.step_batch()
    session.step_epoch()
    session.step_epoch()
    snapshot = shown(lambda snapshot: snapshot.epoch == 2)
    assert (snapshot.step, snapshot.batch_in_epoch, snapshot.running) == (10, 0, False)
    headless = Trainer(SMALL)
    headless.run(2)
    assert_equal_runs(session.trainer_copy(), headless)


def test_commands_and_edits_keep_their_order(session: Session) -> None:
    faster = set_field("optimizer.learning_rate", 0.3).change(SMALL)
    wider = set_field("layers[0].units", 6).change(faster)
    headless = Trainer(SMALL)
    session.submit(SMALL)
    for experiment in (faster, wider, remove_layer(0).change(wider), wider):
        session.step_batch()
        session.submit(experiment)
        headless.advance(1)
        headless.update(experiment)
    session.step_batch()
    headless.advance(1)
    assert_equal_runs(session.trainer_copy(), headless)


def test_reset_begins_again_bit_for_bit(session: Session, shown: Shown) -> None:
    session.submit(RICH)
    first = shown(lambda snapshot: True)
    session.play()
    shown(lambda snapshot: snapshot.step > 20)
    session.pause()
    session.reset()
    again = shown(lambda snapshot: snapshot.step == 0)
    assert again.run > first.run
    np.testing.assert_array_equal(again.parameters, first.parameters)
    assert_equal_runs(session.trainer_copy(), Trainer(RICH))


@pytest.mark.parametrize("playing", [False, True])
def test_a_restart_keeps_playing_or_standing_still(session: Session, shown: Shown, qtbot: QtBot, playing: bool) -> None:
    session.submit(SMALL)
    if playing:
        session.play()
        shown(lambda snapshot: snapshot.step > 10)
    else:
        session.step_batch()
    first = shown(lambda snapshot: snapshot.step > 0).run
    with qtbot.waitSignal(session.started, check_params_cb=lambda run: run > first) as started:
        session.submit(new_seed(3).change(SMALL))
    snapshot = shown(lambda snapshot: snapshot.step > 0 if playing else True)
    assert (snapshot.run, snapshot.running, snapshot.experiment.seed) == (started.args[0], playing, 3)
    assert session.is_running is playing
    if not playing:
        assert snapshot.step == 0


@pytest.mark.parametrize(
    ("path", "value"),
    [("optimizer.learning_rate", 0.5), ("penalty.l2", 0.1), ("batch_size", 4), ("optimizer.kind", "adam")],
)
def test_a_live_edit_goes_on_training(session: Session, shown: Shown, path: str, value: object) -> None:
    session.submit(SMALL)
    session.play()
    before = shown(lambda snapshot: snapshot.step > 10)
    edited = set_field(path, value).change(SMALL)
    session.submit(edited)
    after = shown(lambda snapshot: snapshot.experiment == edited)
    assert (after.run, after.running) == (before.run, True)
    assert after.step >= before.step


def test_a_change_of_shape_keeps_the_weights_it_can(session: Session, shown: Shown) -> None:
    session.submit(SMALL)
    session.step_epoch()
    shown(lambda snapshot: snapshot.epoch == 1)
    session.submit(set_field("layers[0].units", 4).change(SMALL))
    before = Trainer(SMALL)
    before.run(1)
    after = session.trainer_copy()
    np.testing.assert_array_equal(after.weights(1)[:3], before.weights(1))
    assert after.steps == 5


@pytest.mark.parametrize(
    "edit",
    [set_field("penalty.l2", 0.5), add_layer(1), set_field("batch_size", 3), set_field("layers[0].keep_prob", 0.5)],
)
def test_an_edit_before_the_first_step_is_as_if_it_had_been_there_from_the_start(
    session: Session, shown: Shown, edit: Edit
) -> None:
    edited = edit.change(SMALL)
    session.submit(SMALL)
    assert session.export_state().checkpoint.step == 0
    session.submit(edited)
    session.step_epoch()
    session.step_epoch()
    shown(lambda snapshot: snapshot.epoch == 2)
    session.step_batch()
    headless = Trainer(edited)
    headless.run(2)
    headless.advance(1)
    assert_equal_runs(session.trainer_copy(), headless)


def test_an_older_run_is_never_seen_again(session: Session, shown: Shown) -> None:
    session.submit(SMALL)
    session.play()
    for seed in range(1, 20):
        shown(lambda snapshot: snapshot.step > 0)
        session.submit(new_seed(seed).change(SMALL))
        snapshot = session.latest()
        assert snapshot is None or snapshot.experiment.seed == seed
        assert shown(lambda snapshot: True).experiment.seed == seed


def test_data_are_not_read_again_for_another_seed(
    session: Session, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared: list[Experiment] = []

    def counted(experiment: Experiment) -> Prepared:
        prepared.append(experiment)
        return prepare(experiment)

    monkeypatch.setattr(data_module, "prepare", counted)
    for experiment in (SMALL, new_seed(1).change(SMALL), toggle_feature("x1^2").change(SMALL)):
        session.submit(experiment)
        session.export_state()
    session.reset()
    session.export_state()
    assert [one.features for one in prepared] == [(), ("x1", "x2", "x1^2")]


def test_the_view_changes_without_touching_the_run(session: Session, shown: Shown, qtbot: QtBot) -> None:
    session.submit(choose_data("iris").change(SMALL))
    first = shown(lambda snapshot: True)
    assert first.data.plane.kind == "principal"
    with qtbot.waitSignal(session.prepared, check_params_cb=lambda data: data.plane.columns == (2, 3)) as prepared:
        session.set_view("features", (2, 3), 24, 12)
    second = shown(lambda snapshot: snapshot.data.plane.columns == (2, 3))
    assert isinstance(prepared.args[0], RunData)
    assert prepared.args[0].plane == second.data.plane
    assert (second.run, second.step, second.surface.shape) == (first.run, 0, (3, 24, 24))
    session.set_view("features", (2, 3), 24, 12)
    with pytest.raises(ExperimentError, match=r"view\.surface_size"):
        session.set_view(surface_size=0)


def test_zooming_and_the_best_line_change_nothing_but_the_picture(session: Session, shown: Shown) -> None:
    session.submit(SMALL)
    session.step_epoch()
    first = shown(lambda snapshot: snapshot.epoch == 1)
    session.change_view(window=((-1.0, 1.0), (0.0, 2.0)))
    near = shown(lambda snapshot: snapshot.data.plane.high == (1.0, 2.0))
    session.change_view(optimal=True)
    best = shown(lambda snapshot: snapshot.data.best is not None)
    assert best.data.plane == near.data.plane
    assert (near.run, near.step) == (best.run, best.step) == (first.run, first.step)
    np.testing.assert_array_equal(best.parameters, first.parameters)
    assert not np.array_equal(near.surface, first.surface)
    session.change_view(window=None)
    assert shown(lambda snapshot: snapshot.data.plane == first.data.plane).data.best is not None


def test_a_copy_is_taken_while_training_goes_on(session: Session, shown: Shown) -> None:
    session.submit(SMALL)
    session.play()
    shown(lambda snapshot: snapshot.step > 0)
    copies = [session.trainer_copy() for _ in range(3)]
    assert session.is_running
    assert copies[0].steps < copies[1].steps < copies[2].steps
    for copy in copies:
        headless = Trainer(SMALL)
        headless.advance(copy.steps)
        assert_equal_runs(copy, headless)


def test_nothing_is_there_to_copy_before_anything_was_submitted(session: Session) -> None:
    with pytest.raises(RuntimeError, match="no trained network"):
        session.export_state()
    assert session.latest() is None
    session.reset()
    session.step_batch()
    session.play()
    assert session.is_running


def test_it_plays_what_is_submitted_later(session: Session, shown: Shown) -> None:
    session.play()
    session.submit(SMALL)
    assert shown(lambda snapshot: snapshot.step > 0).running


def test_speed_is_told_while_running_only(session: Session, shown: Shown) -> None:
    session.submit(SMALL)
    session.play()
    assert shown(lambda snapshot: snapshot.steps_per_second > 0).running
    session.pause()
    assert shown(lambda snapshot: not snapshot.running).steps_per_second == 0


def test_early_stopping_pauses_the_session_and_play_goes_on(session: Session, shown: Shown) -> None:
    experiment = replace(
        SMALL,
        data=Data(kind="moons", samples=60, noise=30),
        split=Split(train=40, dev=40, test=20),
        layers=(Layer(units=30, activation="relu"),),
        optimizer=Optimizer(kind="adam", learning_rate=0.05),
        early_stopping=EarlyStopping(patience=5),
    )
    session.submit(experiment)
    session.play()
    snapshot = shown(lambda one: one.stopped)
    headless = Trainer(experiment)
    headless.run(10_000)
    assert not snapshot.running
    assert snapshot.failure is None
    assert (snapshot.epoch, snapshot.best_epoch) == (headless.epoch, headless.best_epoch)
    np.testing.assert_array_equal(snapshot.parameters, headless.parameters)
    session.play()
    again = shown(lambda one: one.stopped and one.epoch > snapshot.epoch)
    assert again.epoch >= snapshot.epoch + 5


def test_a_kept_run_goes_on_where_it_stood(session: Session, shown: Shown) -> None:
    trained = Trainer(RICH)
    trained.advance(trained.batches_per_epoch + 1)  # into the second epoch
    session.submit(SMALL)
    session.resume(RICH, trained.checkpoint())
    assert shown(lambda snapshot: snapshot.experiment == RICH).step == trained.steps
    session.step_epoch()
    shown(lambda snapshot: snapshot.epoch == 2)
    trained.run(1)
    assert_equal_runs(session.trainer_copy(), trained)


def test_a_kept_run_that_does_not_fit_is_said_and_begins_anew(session: Session, shown: Shown, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.failed) as caught:
        session.resume(RICH, Trainer(SMALL).checkpoint())
    assert "kept weights" in caught.args[0].message
    assert_equal_runs(session.trainer_copy(), Trainer(RICH))
    session.step_batch()
    assert shown(lambda snapshot: snapshot.step == 1).failure is None
