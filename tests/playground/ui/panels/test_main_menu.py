"""The menu: all actions in their groups, with their keys, in the language in force; the button opens it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from playground.ui.action_set import ActionSet
from playground.ui.actions import ACTIONS, MENUS, say_action
from playground.ui.language import install_language
from playground.ui.panels.main_menu import MainMenu
from playground.ui.panels.path_words import LONGEST, short_paths


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


@pytest.fixture
def actions(window: QWidget) -> ActionSet:
    return ActionSet(window)


@pytest.fixture
def menu(window: QWidget, actions: ActionSet) -> MainMenu:
    made = MainMenu(window)
    made.fill(actions.by_id)
    made.show()
    return made


def test_every_action_stands_in_its_menu(menu: MainMenu) -> None:
    for name in MENUS:
        shown = [row.objectName() for row in menu.menus[name].actions() if not row.isSeparator()]
        assert shown == [row.id for row in ACTIONS if row.menu == name and row.id != "menu"]


def test_a_row_says_its_id(menu: MainMenu, actions: ActionSet, qtbot: QtBot) -> None:
    with qtbot.waitSignal(actions.triggered) as asked:
        menu.menus["run"].actions()[1].trigger()
    assert asked.args == ["step_batch"]


def test_a_click_opens_it_and_keys_walk_to_a_row(menu: MainMenu, actions: ActionSet, qtbot: QtBot) -> None:
    def walk() -> None:
        popup = QApplication.activePopupWidget()
        assert popup is not None
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
            QTest.keyClick(popup, key)
        inner = QApplication.activePopupWidget()
        assert inner is menu.menus["file"]
        QTest.keyClick(inner, Qt.Key.Key_Return)

    QTimer.singleShot(0, walk)
    with qtbot.waitSignal(actions.triggered) as asked:
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton)
    assert asked.args == ["new"]


def test_a_key_says_the_id_too(window: QWidget, actions: ActionSet, qtbot: QtBot) -> None:
    window.activateWindow()
    with qtbot.waitSignal(actions.triggered) as asked:
        qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == ["redo"]


def test_it_speaks_the_language(menu: MainMenu, actions: ActionSet, qapp: QApplication) -> None:
    install_language(qapp, "zh")
    QApplication.processEvents()
    assert menu.menus["file"].title() == "文件"
    assert [row.id for row in ACTIONS if actions.by_id[row.id].text() != say_action(row)] == []
    assert [row.id for row in ACTIONS if say_action(row) == str(row.words)] == []


def test_recent_files_are_offered(menu: MainMenu, actions: ActionSet, qtbot: QtBot, tmp_path: Path) -> None:
    assert not actions.by_id["open_recent"].isEnabled()
    menu.set_recent([tmp_path / "a & b.json"])
    assert actions.by_id["open_recent"].isEnabled()
    (row,) = menu.recent.actions()
    assert row.text() == "a && b.json"
    with qtbot.waitSignal(menu.recent_requested) as asked:
        row.trigger()
    assert asked.args == [tmp_path / "a & b.json"]


def test_paths_are_named_shortly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/people/me"))
    paths = [Path("/people/me/one/a.json"), Path("/data/two/a.json"), Path("/data/b.json"), Path("/", "x" * 200)]
    first, second, third, long = short_paths(paths)
    assert (first, second, third) == ("a.json – ~/one", "a.json – /data/two", "b.json")
    assert len(long) == LONGEST
    assert "…" in long
