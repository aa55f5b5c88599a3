"""What lies over the window is made when it is asked for, shows what it was told, and says what is taken."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from engine.edits import new_seed
from engine.experiment import Experiment
from playground.ui.overlays import Overlays
from playground.ui.panels.control_column import ControlColumn
from playground.ui.panels.history_list import HistoryList

STEPS = (("New seed", Experiment(), new_seed(7).change(Experiment())),)


@pytest.fixture
def overlays(qtbot: QtBot) -> Overlays:
    window = QMainWindow()
    qtbot.addWidget(window)
    controls = ControlColumn()
    controls.show_experiment(Experiment())
    window.setCentralWidget(controls)
    window.resize(900, 700)
    window.show()
    return Overlays(window, controls)


def test_nothing_is_made_before_it_is_asked_for(overlays: Overlays) -> None:
    overlays.follow(lambda: (STEPS, 1))
    overlays.show_recent([Path("a.json")])
    assert (overlays.palette, overlays.history, overlays.shortcuts) == (None, None, None)
    overlays.open_palette()
    overlays.open_shortcuts()
    overlays.open_history(QPoint(10, 10))
    assert overlays.palette is not None
    assert overlays.shortcuts is not None
    assert isinstance(overlays.history, HistoryList)
    assert overlays.history.list.item(1).text() == "New seed: 0 → 7"


def test_what_is_taken_is_said_by_kind_and_name(overlays: Overlays, qtbot: QtBot) -> None:
    overlays.show_recent([Path("my file.json")])
    overlays.open_palette()
    assert overlays.palette is not None
    overlays.palette.field.setText("my file")
    with qtbot.waitSignal(overlays.found) as taken:
        QTest.keyClick(overlays.palette.field, Qt.Key.Key_Return)
    assert taken.args == ["file", "my file.json"]


def test_a_history_that_is_open_follows(overlays: Overlays, qtbot: QtBot) -> None:
    overlays.open_history(QPoint(10, 10))
    assert overlays.history is not None
    assert overlays.history.list.count() == 1
    overlays.follow(lambda: (STEPS, 1))
    overlays.refresh_history()
    assert overlays.history.list.count() == 2
    overlays.history.list.setCurrentRow(0)
    with qtbot.waitSignal(overlays.step_requested) as asked:
        QTest.keyClick(overlays.history.list, Qt.Key.Key_Return)
    assert asked.args == [0]
