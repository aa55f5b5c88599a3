"""Closing a session always works: in every state, forgotten, and while a large table is being read."""

import threading
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from engine.data.prepare import Prepared, prepare
from engine.experiment import Data, Experiment
from playground.state import data_at_hand as data_module
from playground.state import session as session_module
from playground.state.session import Session
from tests.playground.state.conftest import SMALL


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

    monkeypatch.setattr(data_module, "prepare", slow)
    monkeypatch.setattr(session_module, "LONGEST_CLOSE", 0.01)
    session = Session()
    session.submit(SMALL)
    reading.wait()
    with pytest.raises(TimeoutError, match="being prepared"):
        session.export_state(timeout=0.01)
    assert not session.close()
    read.set()
    qtbot.waitUntil(session.close)
