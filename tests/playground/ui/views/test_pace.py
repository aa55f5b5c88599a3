"""A pace passes on the first at once and the last in the end."""

from pytestqt.qtbot import QtBot

from playground.ui.views.pace import Pace


def test_the_first_at_once_then_only_the_newest(qtbot: QtBot) -> None:
    pace, passed = Pace(20), list[object]()
    pace.due.connect(passed.append)
    pace.offer(1)
    assert passed == [1]
    for value in (2, 3, 4):
        pace.offer(value)
    assert passed == [1]
    qtbot.waitUntil(lambda: len(passed) == 2)
    assert passed == [1, 4]


def test_at_once_does_not_wait_and_leaves_nothing_behind(qtbot: QtBot) -> None:
    pace, passed = Pace(10), list[object]()
    pace.due.connect(passed.append)
    pace.offer(1)
    pace.offer(2)
    pace.offer(3, at_once=True)
    assert passed == [1, 3]
    with qtbot.waitSignal(pace._rest.timeout):
        pass
    assert passed == [1, 3]
