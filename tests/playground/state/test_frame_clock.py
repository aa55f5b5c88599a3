"""The frame clock: every new snapshot is shown once and painted at once, with the gate closed; idle it sleeps."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.snapshot import Snapshot
from playground.state.frame_clock import INTERVAL, FrameClock
from playground.state.session import Session
from tests.playground.state.conftest import SMALL

Shown = Callable[[Callable[[Snapshot], bool]], Snapshot]


class Picture(QWidget):
    """Remembers what it was given and what was painted, and whether the gate was closed meanwhile."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.shown: list[Snapshot] = []
        self.painted: list[tuple[Snapshot, bool]] = []

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self.shown.append(snapshot)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.shown:
            self.painted.append((self.shown[-1], self.session.gate.is_open))


@pytest.fixture
def clock(session: Session) -> FrameClock:
    return FrameClock(session)


@pytest.fixture
def picture(session: Session, clock: FrameClock, qtbot: QtBot) -> Picture:
    picture = Picture(session)
    qtbot.addWidget(picture)
    clock.frame.connect(picture.show_snapshot)
    with qtbot.waitExposed(picture):
        picture.show()
    return picture


def test_frames_are_painted_at_once_with_the_gate_closed(
    session: Session, clock: FrameClock, picture: Picture, qtbot: QtBot
) -> None:
    session.submit(SMALL)
    session.play()
    qtbot.waitUntil(lambda: len(picture.shown) >= 20)
    session.pause()
    qtbot.waitUntil(lambda: not picture.shown[-1].running)
    assert session.gate.is_open
    assert [id(snapshot) for snapshot, _ in picture.painted] == [id(snapshot) for snapshot in picture.shown]
    assert not any(is_open for _, is_open in picture.painted)
    steps = [snapshot.step for snapshot in picture.shown]
    assert steps == sorted(steps)
    assert len(set(map(id, picture.shown))) == len(picture.shown)
    assert len(clock.costs) == len(picture.shown)
    assert all(cost > 0 for cost in clock.costs)


def test_it_ticks_only_while_a_run_goes_on(session: Session, clock: FrameClock, picture: Picture, qtbot: QtBot) -> None:
    assert not clock.is_ticking
    session.submit(SMALL)
    qtbot.waitUntil(lambda: len(picture.shown) == 1)  # the beginning is shown without a tick
    assert not clock.is_ticking
    session.step_batch()
    qtbot.waitUntil(lambda: picture.shown[-1].step == 1)
    session.play()
    assert clock.is_ticking
    session.pause()
    assert not clock.is_ticking


def test_the_end_of_a_run_is_shown(session: Session, clock: FrameClock, picture: Picture, qtbot: QtBot) -> None:
    session.submit(SMALL)
    session.play()
    qtbot.waitUntil(lambda: len(picture.shown) > 2)
    session.pause()
    last = session.export_state().checkpoint.step
    qtbot.waitUntil(lambda: picture.shown[-1].step == last and not picture.shown[-1].running)


def test_a_listener_that_fails_leaves_the_gate_open(
    session: Session, clock: FrameClock, shown: Shown, qtbot: QtBot
) -> None:
    def fail(snapshot: Snapshot) -> None:
        raise KeyError("view")

    session.submit(SMALL)
    shown(lambda snapshot: True)
    clock.frame.connect(fail)
    with qtbot.captureExceptions() as caught:
        session.step_batch()
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is KeyError
    assert session.gate.is_open


@pytest.mark.parametrize(("cost", "interval"), [(0.001, INTERVAL), (0.010, INTERVAL), (0.030, 42)])
def test_dear_frames_come_less_often(session: Session, clock: FrameClock, cost: float, interval: int) -> None:
    for _ in range(60):
        clock._measured(cost)
    assert clock._timer.interval() == interval
    for _ in range(60):
        clock._measured(0.001)
    assert clock._timer.interval() == INTERVAL
