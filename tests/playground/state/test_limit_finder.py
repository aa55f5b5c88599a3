"""The limits are told once the experiment rests, never those of an older one, and closing begins nothing."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from engine.collapse import Limits, collapse_limits
from engine.experiment import Data, Experiment, Layer, Penalty
from playground.state.limit_finder import LimitFinder

SMALL = Experiment(data=Data(samples=60), layers=(Layer(units=2),))


def test_the_limits_of_the_newest_experiment_are_told_once(qtbot: QtBot) -> None:
    finder, told = LimitFinder(), []
    finder.found.connect(told.append)
    for noise in (5.0, 10.0, 20.0):
        finder.look_at(replace(SMALL, data=replace(SMALL.data, noise=noise)))
    newest = replace(SMALL, layers=())
    finder.look_at(newest)
    assert told == [Limits()] * 4  # what was known holds no more
    qtbot.waitUntil(lambda: len(told) > 4)
    assert told[4:] == [collapse_limits(newest)]
    assert told[4] != Limits()
    finder.close()


def test_a_change_that_does_not_move_them_asks_nothing(qtbot: QtBot) -> None:
    finder, told = LimitFinder(), []
    finder.look_at(SMALL)
    finder.found.connect(told.append)
    finder.look_at(replace(SMALL, penalty=Penalty(l2=5.0), batch_size=7))
    assert told == []
    finder.close()


def test_after_closing_nothing_is_told(qtbot: QtBot) -> None:
    finder, told = LimitFinder(), []
    finder.look_at(SMALL)
    with qtbot.waitSignal(finder._rest.timeout, timeout=5000):
        pass
    finder.found.connect(told.append)
    finder.close()
    QCoreApplication.processEvents()
    assert told == []


def test_data_that_cannot_be_read_have_no_limits(qtbot: QtBot) -> None:
    finder, told = LimitFinder(), []
    finder.found.connect(told.append)
    finder.look_at(Experiment(data=Data(kind="csv", path="no such file.csv")))
    with qtbot.waitSignal(finder._rest.timeout, timeout=5000):
        pass
    finder._pool.waitForDone()
    QCoreApplication.processEvents()
    assert told == [Limits()]
    finder.close()
