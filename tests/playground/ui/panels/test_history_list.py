"""The history: oldest first, the state it is in stands out, what was taken back is faint, keys and clicks go there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from engine.edits import new_seed, set_field
from engine.experiment import Experiment
from playground.ui.language import install_language
from playground.ui.panels.found_list import FAINT, MARKED, FoundList
from playground.ui.panels.history_list import HistoryList, Step


def steps(count: int) -> list[Step]:
    at, made = Experiment(), []
    for number in range(count):
        edit = new_seed(number + 1) if number % 2 else set_field("penalty.l2", number + 1.0)
        made.append((edit.label, at, edit.change(at), None))
        at = made[-1][2]
    return made


@pytest.fixture
def history(qtbot: QtBot) -> HistoryList:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    made = HistoryList(window)
    made.show_steps(steps(3), 2)
    made.open_below(QPoint(300, 40))
    return made


def rows(shown: FoundList, role: int) -> list[object]:
    return [shown.item(row).data(role) for row in range(shown.count())]


def test_it_shows_where_it_stands(history: HistoryList) -> None:
    assert [shown.split(":")[0] for shown in map(str, rows(history.list, Qt.ItemDataRole.DisplayRole))] == [
        "Start",
        "L2 penalty",
        "New seed",
        "L2 penalty",
    ]
    assert [bool(one) for one in rows(history.list, MARKED)] == [False, False, True, False]
    assert [bool(one) for one in rows(history.list, FAINT)] == [False, False, False, True]
    assert history.list.currentRow() == 2


def test_a_click_asks_and_the_present_state_is_not_asked_for(history: HistoryList, qtbot: QtBot) -> None:
    QApplication.processEvents()

    def click(row: int) -> None:
        place = history.list.visualItemRect(history.list.item(row)).center()
        QTest.mouseClick(history.list.viewport(), Qt.MouseButton.LeftButton, pos=place)

    with qtbot.waitSignal(history.step_requested) as asked:
        click(3)
    assert asked.args == [3]
    with qtbot.assertNotEmitted(history.step_requested):
        click(2)


def test_a_long_history_scrolls_to_where_it_stands(history: HistoryList) -> None:
    history.show_steps(steps(200), 150)
    QApplication.processEvents()
    assert history.paper.height() < 600
    current = history.list.visualItemRect(history.list.item(150))
    assert history.list.viewport().rect().contains(current)


def test_it_speaks_the_language(history: HistoryList, qapp: QApplication) -> None:
    install_language(qapp, "zh")
    QApplication.processEvents()
    assert history.list.item(0).text() == "开始"
    assert history.list.item(2).text().startswith("换种子")
