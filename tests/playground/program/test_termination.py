"""A signal is told once, between two events; the second ends the program; what is ignored stays ignored."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from playground.program.termination import NAMES, Termination

HERE = [getattr(signal, name) for name in NAMES if hasattr(signal, name)]


@pytest.fixture(autouse=True)
def as_a_program_begins() -> Iterator[None]:
    """Shells let what runs in the background ignore Ctrl-C; here nothing is ignored to begin with."""
    before = {number: signal.signal(number, signal.SIG_DFL) for number in HERE}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture
def termination(qtbot: QtBot) -> Iterator[Termination]:
    made = Termination()
    yield made
    made.stop()


@pytest.mark.parametrize("number", HERE)
def test_each_signal_is_told_and_the_next_ends_the_program(
    termination: Termination, qtbot: QtBot, number: signal.Signals
) -> None:
    told: list[int] = []
    termination.asked.connect(told.append)
    with qtbot.waitSignal(termination.asked, timeout=30_000):
        signal.raise_signal(number)
        assert told == []  # not in the middle of what is being done
    assert told == [number]
    assert signal.getsignal(number) == signal.SIG_DFL


def test_others_have_their_signals_again(qtbot: QtBot) -> None:
    before = [signal.getsignal(number) for number in HERE]
    made = Termination()
    made.stop()
    made.stop()
    assert [signal.getsignal(number) for number in HERE] == before
    assert signal.set_wakeup_fd(-1) == -1


def test_what_is_ignored_stays_ignored(qtbot: QtBot) -> None:
    """As after ``nohup``."""
    before = signal.signal(HERE[-1], signal.SIG_IGN)
    made = Termination()
    assert signal.getsignal(HERE[-1]) == signal.SIG_IGN
    made.stop()
    signal.signal(HERE[-1], before)
