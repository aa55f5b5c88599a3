"""The session: what is played is what the engine trains, runs never mix, and closing always works."""

import threading
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from random import Random

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from engine.data.prepare import Prepared, prepare
from engine.edits import (
    Edit,
    add_layer,
    choose_data,
    freeze,
    new_seed,
    release,
    remove_layer,
    set_field,
    toggle_feature,
)
from engine.errors import ExperimentError
from engine.experiment import Data, EarlyStopping, Experiment, Layer, Optimizer, Split
from engine.painting import add_points, erase_points
from engine.snapshot import SETS, Failure, RunData, Snapshot
from engine.trainer import Trainer
from playground.state import session as session_module
from playground.state import worker as worker_module
from playground.state.session import Session
from tests.playground.state.conftest import SMALL

Shown = Callable[[Callable[[Snapshot], bool]], Snapshot]


def assert_equal_runs(trainer: Trainer, other: Trainer) -> None:
    """The same weights, history and place in the run, to the last bit."""
    np.testing.assert_array_equal(trainer.parameters, other.parameters)
    np.testing.assert_array_equal(trainer.history.table, other.history.table)
    assert (trainer.steps, trainer.epoch, trainer.batch_in_epoch) == (other.steps, other.epoch, other.batch_in_epoch)


RICH = replace(
    SMALL,
    layers=(Layer(units=5, activation="relu", batch_norm=True), Layer(units=4, keep_prob=0.8)),
    optimizer=Optimizer(kind="adam", learning_rate=0.01),
)


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

    monkeypatch.setattr(worker_module, "prepare", counted)
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


@pytest.mark.parametrize("state", ["new", "standing", "playing", "stepping", "gate closed"])
def test_closing_ends_the_thread_in_every_state(qtbot: QtBot, state: str) -> None:
    session = Session()
    if state != "new":
        session.submit(SMALL)
    if state in ("playing", "gate closed"):
        session.play()
        qtbot.waitUntil(lambda: session.latest() is not None)
    if state == "stepping":
        session.submit(replace(SMALL, data=Data(samples=100_000), batch_size=1))
        session.step_epoch()
    if state == "gate closed":
        session.gate.close()
    assert session.close()
    assert session.close()
    assert session.is_closed
    assert not session.is_running
    for refused in (session.play, session.pause, session.step_batch, session.reset):
        refused()
    session.submit(SMALL)
    assert not session.is_running
    with pytest.raises(RuntimeError, match="closed"):
        session.export_state()


def test_a_session_that_is_forgotten_ends_its_thread(qtbot: QtBot) -> None:
    session = Session()
    session.submit(SMALL)
    session.play()
    thread = session._thread
    del session
    assert thread.isFinished()


def test_closing_does_not_wait_for_ever_for_a_large_table(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    reading, read = threading.Event(), threading.Event()

    def slow(experiment: Experiment) -> Prepared:
        reading.set()
        read.wait()
        return prepare(experiment)

    monkeypatch.setattr(worker_module, "prepare", slow)
    monkeypatch.setattr(session_module, "LONGEST_CLOSE", 0.01)
    session = Session()
    session.submit(SMALL)
    reading.wait()
    with pytest.raises(TimeoutError, match="being prepared"):
        session.export_state(timeout=0.01)
    assert not session.close()
    read.set()
    qtbot.waitUntil(session.close)


class Listener:
    """Checks all that a session says: run numbers rise, nothing of an older run, snapshots are whole."""

    def __init__(self, session: Session) -> None:
        self.session, self.run, self.failures = session, 0, list[Failure]()
        session.started.connect(self.on_started)
        session.failed.connect(self.failures.append)

    def on_started(self, run: int) -> None:
        assert run > self.run
        self.run = run

    def look(self, experiment: Experiment) -> None:
        snapshot = self.session.latest()
        if snapshot is None:
            return
        assert snapshot.run >= self.run
        assert (snapshot.experiment.data, snapshot.experiment.seed) == (experiment.data, experiment.seed)
        sizes = [len(snapshot.data.input_names), *(one.units for one in snapshot.experiment.layers)]
        sizes.append(snapshot.data.outputs)
        shapes = [layer.weights.shape for layer in snapshot.layers]
        assert shapes == [(n, n_prev) for n_prev, n in pairwise(sizes)]
        assert [len(layer.units) for layer in snapshot.layers] == sizes[1:]
        assert np.isfinite(snapshot.parameters).all()


EDITS: tuple[Callable[[Random], Edit], ...] = (
    lambda random: set_field("optimizer.learning_rate", random.choice([0.01, 0.1, 1.0])),
    lambda random: set_field("penalty.l2", random.choice([0.0, 0.1])),
    lambda random: set_field("batch_size", random.choice([1, 5, 10, "all"])),
    lambda random: set_field("optimizer.kind", random.choice(["gd", "momentum", "rmsprop", "adam"])),
    lambda random: set_field("layers[0].keep_prob", random.choice([0.7, 1.0])),
    lambda random: set_field("layers[0].units", random.randint(1, 6)),
    lambda random: add_layer(0),
    lambda random: remove_layer(0),
    lambda random: toggle_feature(random.choice(["x1^2", "sin(x1)"])),
    lambda random: new_seed(random.randint(0, 9)),
    lambda random: set_field("data.noise", random.choice([0, 10, 20])),
    lambda random: set_field("layers[0].batch_norm", random.choice([True, False])),
    lambda random: choose_data(random.choice(["circle", "blobs", "reg-plane", "iris", "digits"])),
    lambda random: set_field("loss", random.choice(["auto", "cross-entropy", "squared-error"])),
)


@pytest.mark.parametrize("seed", range(4))
def test_two_hundred_random_operations(session: Session, qtbot: QtBot, seed: int) -> None:
    random, listener, experiment = Random(seed), Listener(session), SMALL
    session.submit(experiment)
    commands = [session.play, session.pause, session.step_batch, session.step_epoch, session.reset, session.play]
    for _ in range(200):
        if random.random() < 0.5:
            random.choice(commands)()
        else:
            try:
                edited = random.choice(EDITS)(random).change(experiment)
            except ExperimentError:
                continue  # the document would have refused it
            experiment = edited if len(edited.layers) <= 4 else experiment
            session.submit(experiment)
        if random.random() < 0.1:
            session.set_view(random.choice(["auto", "features", "principal"]), (0, random.randint(0, 5)), 16, 8)
        listener.look(experiment)
        if random.random() < 0.5:
            QCoreApplication.processEvents()
            listener.look(experiment)
    session.pause()
    valid = replace(choose_data(experiment.data.kind).change(experiment), loss="auto")  # what fits its data
    session.submit(valid)
    session.reset()
    assert_equal_runs(session.trainer_copy(), Trainer(valid))
    qtbot.waitUntil(lambda: session.latest() is not None)
    assert {failure.kind for failure in listener.failures} <= {"failed", "diverged"}
    assert all(failure.message for failure in listener.failures)


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


# Weights set and frozen by hand.


def test_a_weight_is_set_between_two_steps(session: Session) -> None:
    """Where it stands in the mail, it acts: the run is the headless one with the same hand in it."""
    session.submit(RICH)
    session.step_batch()
    session.set_weight(2, 3, 4, -1.5)
    session.set_weight(1, 2, None, 0.75)
    session.step_batch()
    headless = Trainer(RICH)
    headless.advance(1)
    headless.set_weight(2, 3, 4, -1.5)
    headless.set_weight(1, 2, None, 0.75)
    headless.advance(1)
    assert_equal_runs(session.trainer_copy(), headless)


def test_a_typed_value_is_kept_through_snapshots_and_live_edits_of_a_run_that_has_not_begun(
    session: Session, shown: Shown
) -> None:
    session.submit(SMALL)
    shown(lambda snapshot: True)
    session.set_weight(1, 1, 1, 0.25)
    snapshot = shown(lambda snapshot: snapshot.layers[0].weights[0, 0] == 0.25)
    assert (snapshot.step, snapshot.running) == (0, False)
    session.submit(set_field("optimizer.learning_rate", 0.5).change(SMALL))
    again = shown(lambda snapshot: snapshot.experiment.optimizer.learning_rate == 0.5)
    assert again.layers[0].weights[0, 0] == 0.25
    assert again.run == snapshot.run
    session.reset()
    fresh = shown(lambda snapshot: snapshot.run > again.run)
    np.testing.assert_array_equal(fresh.parameters, Trainer(SMALL).parameters)


def test_a_weight_can_be_set_and_frozen_while_it_runs(session: Session, shown: Shown) -> None:
    session.submit(SMALL)
    session.play()
    shown(lambda snapshot: snapshot.step > 20)
    session.set_weight(1, 1, 1, 3.0)
    frozen = freeze(1, 1, 1, 3.0).change(SMALL)
    session.submit(frozen)
    first = shown(lambda snapshot: snapshot.experiment == frozen and snapshot.running)
    later = shown(lambda snapshot: snapshot.step > first.step + 50)
    assert first.layers[0].weights[0, 0] == later.layers[0].weights[0, 0] == 3.0
    assert first.run == later.run
    session.submit(release(1, 1, 1).change(frozen))
    freed = shown(lambda snapshot: snapshot.experiment == SMALL and snapshot.layers[0].weights[0, 0] != 3.0)
    assert abs(freed.layers[0].weights[0, 0] - 3.0) < 1.0


def test_a_weight_that_is_gone_or_frozen_stays_and_training_goes_on(session: Session, shown: Shown) -> None:
    session.submit(freeze(1, 1, 1, 0.5).change(SMALL))
    session.set_weight(1, 1, 1, 2.0)
    session.set_weight(9, 1, 1, 2.0)
    session.step_batch()
    snapshot = shown(lambda snapshot: snapshot.step == 1)
    assert snapshot.failure is None
    assert snapshot.layers[0].weights[0, 0] == 0.5
    with pytest.raises(ExperimentError, match=r"^value: nan"):
        session.set_weight(1, 1, 1, float("nan"))


def test_points_painted_while_it_trains_are_trained_on(session: Session, shown: Shown) -> None:
    session.submit(SMALL)
    session.play()
    first = shown(lambda snapshot: snapshot.running and snapshot.epoch > 3)
    painted = add_points([(4.0, 4.0, 1)] * 5).change(SMALL)
    session.submit(painted)
    second = shown(lambda snapshot: snapshot.experiment == painted)
    assert (second.run, second.running) == (first.run, True)
    assert second.step >= first.step
    assert sum(len(second.data.labels[name]) for name in SETS) == 65
    session.submit(add_points([(0.0, 0.0, 2)]).change(painted))
    third = shown(lambda snapshot: snapshot.run != first.run)
    assert third.data.class_names == ("class 1", "class 2", "class 3")
    assert third.surface.ndim == 3


def test_painting_before_the_first_step_is_the_painted_experiment_to_the_last_bit(
    session: Session, shown: Shown
) -> None:
    session.submit(SMALL)
    shown(lambda snapshot: True)
    painted = add_points([(4.0, 4.0, 1)]).change(SMALL)
    session.submit(painted)
    session.step_epoch()
    shown(lambda snapshot: snapshot.epoch == 1)
    alone = Trainer(painted)
    alone.run(1)
    np.testing.assert_array_equal(session.trainer_copy().parameters, alone.parameters)


def test_an_empty_set_is_told_and_the_next_point_trains_again(session: Session, shown: Shown, qtbot: QtBot) -> None:
    painted = Experiment(data=Data(kind="painted", points=((0.0, 0.0, 0), (1.0, 1.0, 1))))
    session.submit(painted)
    shown(lambda snapshot: snapshot.experiment == painted)
    with qtbot.waitSignal(session.failed) as told:
        session.submit(erase_points(0, 0, 9).change(painted))
    assert told.args[0].message.startswith("no points yet")
    again = add_points([(2.0, 2.0, 0)]).change(painted)
    session.submit(again)
    session.step_epoch()
    assert shown(lambda snapshot: snapshot.experiment == again and snapshot.epoch == 1).failure is None


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
