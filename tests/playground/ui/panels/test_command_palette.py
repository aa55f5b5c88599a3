"""The palette: everything is in it, in both languages; keys alone take what was found."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from engine.presets import preset_names
from playground.ui.actions import ACTIONS
from playground.ui.language import in_chinese, install_language
from playground.ui.panels.command_palette import CommandPalette
from playground.ui.panels.palette_entries import Entry, entries

FIELDS = ("optimizer.learning_rate", "penalty.l2", "layers[0].units", "split")


def everything() -> tuple[Entry, ...]:
    return entries([row.id for row in ACTIONS], FIELDS, (Path("homework one.json"),))


@pytest.fixture
def palette(qtbot: QtBot) -> CommandPalette:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.other = QLineEdit(window)  # type: ignore[attr-defined]  # kept by the window
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    return CommandPalette(window)


def keys_shown(palette: CommandPalette) -> list[str]:
    return [str(palette.list.item(row).data(Qt.ItemDataRole.UserRole + 1)) for row in range(palette.list.count())]


def test_all_tables_are_in_it() -> None:
    keys = [entry.key for entry in everything()]
    assert len(set(keys)) == len(keys)
    assert {f"action {row.id}" for row in ACTIONS} - set(keys) == {"action palette"}
    assert {f"preset {name}" for name in preset_names()} < set(keys)
    assert {f"field {path}" for path in FIELDS} < set(keys)
    assert {"data spiral", "data digits", "file homework one.json"} < set(keys)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("undo", "action undo"),
        ("撤销", "action undo"),
        ("learning rate", "field optimizer.learning_rate"),
        ("学习率", "field optimizer.learning_rate"),
        ("xuexilv", "field optimizer.learning_rate"),
        ("xxl", "field optimizer.learning_rate"),
        ("chexiao", "action undo"),
        ("optimizer.learning_rate", "field optimizer.learning_rate"),
        ("l2", "field penalty.l2"),
        ("vanishing", "preset circle-vanishing"),
        ("homework", "file homework one.json"),
        ("dark", "action theme"),
        ("深色", "action theme"),
    ],
)
def test_it_is_found_in_both_languages(
    palette: CommandPalette, qapp: QApplication, language: str, typed: str, key: str
) -> None:
    install_language(qapp, language)
    palette.open_with(everything(), typed)
    assert keys_shown(palette)[0] == key


def test_keys_walk_and_take(palette: CommandPalette, qtbot: QtBot) -> None:
    palette.open_with(everything())
    assert QApplication.focusWidget() is palette.field
    first = keys_shown(palette)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown):
        QTest.keyClick(palette.field, key)
    assert palette.list.current_key() == first[11]
    QTest.keyClicks(palette.field, "undo")
    with qtbot.waitSignal(palette.chosen) as taken:
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert taken.args == ["action undo"]
    assert palette.isHidden()


def test_a_click_takes(palette: CommandPalette, qtbot: QtBot) -> None:
    palette.open_with(everything(), "redo")
    QApplication.processEvents()
    place = palette.list.visualItemRect(palette.list.item(0)).center()
    with qtbot.waitSignal(palette.chosen) as taken:
        QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert taken.args == ["action redo"]


def test_nothing_found_is_said_and_enter_does_nothing(palette: CommandPalette, qtbot: QtBot) -> None:
    palette.open_with(everything(), "qqqqq")
    assert palette._nothing.isVisible()
    with qtbot.assertNotEmitted(palette.chosen):
        QTest.keyClick(palette.field, Qt.Key.Key_Return)


@pytest.mark.parametrize("how", ["escape", "beside"])
def test_it_goes_away_and_gives_the_keyboard_back(palette: CommandPalette, qtbot: QtBot, how: str) -> None:
    other = palette.parentWidget().findChild(QLineEdit)
    other.setFocus()
    palette.open_with(everything())
    if how == "escape":
        QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    else:
        QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert palette.isHidden()
    assert QApplication.focusWidget() is other


def test_it_stays_inside_the_window(palette: CommandPalette) -> None:
    palette.open_with(everything())
    for size in ((300, 200), (1400, 900)):
        palette.parentWidget().resize(*size)
        QApplication.processEvents()
        assert palette.rect().contains(palette.paper.geometry())


def test_words_are_known_in_chinese_whatever_is_in_force() -> None:
    assert in_chinese("Actions", "Undo") == "撤销"
    assert in_chinese("Actions", "no such words") == ""
