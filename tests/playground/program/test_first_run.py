"""The training thread is at work before there is a window."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from engine.presets import preset
from playground.app import Playground
from playground.program.first_run import FIRST, begin_training
from tests.playground.program.conftest import Start


def test_the_first_experiment_is_prepared_without_a_window(qtbot: QtBot) -> None:
    session = begin_training()
    qtbot.waitUntil(lambda: session.latest() is not None)
    snapshot = session.latest()
    assert snapshot is not None
    assert (snapshot.step, snapshot.experiment) == (0, preset(FIRST))
    session.close()


def test_the_program_goes_on_with_it(start: Start, qtbot: QtBot) -> None:
    session = begin_training()
    playground: Playground = start(preset(FIRST), session=session)
    assert playground.session is session
    session.step_batch()
    qtbot.waitUntil(lambda: (shown := session.latest()) is not None and shown.step == 1)
    assert session.latest() is not None
    assert playground.document.experiment == preset(FIRST)
