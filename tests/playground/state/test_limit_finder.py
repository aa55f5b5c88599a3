"""The limits are told once the experiment rests, never those of an older one, and closing begins nothing."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from engine.collapse import Limits, collapse_limits
from engine.experiment import Data, Experiment, Layer, Penalty
from playground.state.limit_finder import LimitFinder

SMALL = Experiment(data=Data(samples=60), layers=(Layer(units=2),))
PENALISED = replace(SMALL, penalty=Penalty(l2=1.0))


def test_nobody_asks_without_a_penalty_until_somebody_wants_it(qtbot: QtBot) -> None:
    finder, told = LimitFinder(), []
    finder.found.connect(told.append)
    finder.want()  # before there is anything
    finder.look_at(SMALL)
    assert not finder._rest.isActive()
    finder.want()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [Limits(), collapse_limits(SMALL)]
    finder.want()
    assert not finder._rest.isActive()  # it is known
    finder.close()


def test_the_limits_of_the_newest_experiment_are_told_once(qtbot: QtBot) -> None:
    finder, told = LimitFinder(), []
    finder.found.connect(told.append)
    for noise in (5.0, 10.0, 20.0):
        finder.look_at(replace(PENALISED, data=replace(SMALL.data, noise=noise)))
    newest = replace(PENALISED, layers=())
    finder.look_at(newest)
    assert told == [Limits()] * 4  # what was known holds no more
    qtbot.waitUntil(lambda: len(told) > 4)
    assert told[4:] == [collapse_limits(newest)]
    assert told[4] != Limits()
    finder.close()


def test_a_change_that_does_not_move_them_asks_nothing(qtbot: QtBot) -> None:
    finder, told = LimitFinder(), []
    finder.look_at(PENALISED)
    finder.found.connect(told.append)
    qtbot.waitUntil(lambda: len(told) == 1)
    finder.look_at(replace(SMALL, penalty=Penalty(l2=7.0), batch_size=7))
    assert not finder._rest.isActive()
    assert len(told) == 1
    finder.close()


def test_what_is_not_wanted_any_more_ends_early_and_is_not_told(qtbot: QtBot) -> None:
    finder, told = LimitFinder(), []
    finder.look_at(replace(PENALISED, data=Data(samples=10_000)))
    with qtbot.waitSignal(finder._rest.timeout, timeout=5000):
        pass
    finder.found.connect(told.append)
    finder.close()
    QCoreApplication.processEvents()
    assert told == []


def test_a_measurement_asks_whether_it_is_still_wanted() -> None:
    answers = iter([True, True, False])
    assert collapse_limits(SMALL, lambda: next(answers, False)) == Limits()


def test_data_that_cannot_be_read_have_no_limits(qtbot: QtBot) -> None:
    finder, told = LimitFinder(), []
    finder.found.connect(told.append)
    finder.look_at(Experiment(data=Data(kind="csv", path="no such file.csv"), penalty=Penalty(l1=1.0)))
    with qtbot.waitSignal(finder._rest.timeout, timeout=5000):
        pass
    finder._pool.waitForDone()
    QCoreApplication.processEvents()
    assert told == [Limits()]
    finder.close()
