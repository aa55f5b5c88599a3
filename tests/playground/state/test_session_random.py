"""Whatever is done with a session, runs never mix and what it says is whole."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from random import Random

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from engine.edits import Edit, add_layer, choose_data, new_seed, remove_layer, set_field, toggle_feature
from engine.errors import ExperimentError
from engine.experiment import Experiment
from engine.snapshot import Failure
from engine.trainer import Trainer
from playground.state.session import Session
from tests.playground.state.conftest import SMALL, assert_equal_runs


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
