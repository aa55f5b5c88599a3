"""Claims are run in a process of their own; what came of them, or why nothing did, is told once."""

from __future__ import annotations

import math
import sys

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from engine.claims.table import CLAIMS
from playground.program.claim_check import ClaimCheck, _figure

PATIENCE = 60_000  # milliseconds


@pytest.fixture
def check() -> ClaimCheck:
    return ClaimCheck()


def test_figures_arrive(check: ClaimCheck, qtbot: QtBot) -> None:
    with qtbot.waitSignal(check.finished, timeout=PATIENCE) as told:
        check.run(("softmax", "units-alike"))
    assert told.args == [(*CLAIMS["units-alike"].measure(), *CLAIMS["softmax"].measure())]
    with qtbot.waitSignal(check.finished, timeout=PATIENCE):
        check.run(("softmax",))


def test_what_is_no_claim_is_told(check: ClaimCheck, qtbot: QtBot) -> None:
    with qtbot.waitSignal(check.failed, timeout=PATIENCE) as told:
        check.run(("no-such-claim",))
    assert told.args is not None
    assert "no-such-claim" in told.args[0]


def test_a_program_that_is_not_there_is_told(check: ClaimCheck, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/program")
    with qtbot.waitSignal(check.failed, timeout=PATIENCE) as told:
        check.run(("softmax",))
    assert told.args is not None
    assert told.args[0]


def test_only_the_last_one_tells(check: ClaimCheck, qtbot: QtBot) -> None:
    said: list[object] = []
    check.finished.connect(said.append)
    check.failed.connect(said.append)
    check.run(("race-ravine",))
    first = check._process
    assert first is not None
    with qtbot.waitSignal(check.finished, timeout=PATIENCE):
        check.run(("softmax",))
        assert first.state() == QProcess.ProcessState.NotRunning  # or it would go on for seconds
    assert said == [CLAIMS["softmax"].measure()]


def test_closing_ends_it_without_a_word(check: ClaimCheck, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(check.finished, wait=300), qtbot.assertNotEmitted(check.failed):
        check.run(("race-ravine",))
        check.close()
        check.close()


def test_what_could_not_be_measured_is_no_number() -> None:
    figure = _figure({"name": "a", "value": None, "least": 0.5, "most": None})
    assert math.isnan(figure.value)
    assert not figure.holds
