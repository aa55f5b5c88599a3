"""The sheet of presets: each in the line of its data set, reached by mouse and arrow keys, with its reason."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from engine.presets import PRESETS, preset, presets
from playground.ui.panels.preset_choice import PresetChoice
from playground.ui.panels.preset_sheet import PresetSheet


@pytest.fixture
def choice(qtbot: QtBot) -> Iterator[PresetChoice]:
    window = QWidget()
    qtbot.addWidget(window)
    made = PresetChoice(parent=window)
    window.resize(600, 60)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made.show_experiment(preset("circle"))
    yield made
    window.close()


def opened(qtbot: QtBot, choice: PresetChoice) -> PresetSheet:
    sheet = choice.sheet()
    with qtbot.waitExposed(sheet):
        choice.showPopup()
    return sheet


def reason(sheet: PresetSheet) -> str:
    return [label.text() for label in sheet.findChildren(QLabel) if label.isVisible()][-1]


def focused(sheet: PresetSheet) -> str:
    return next(name for name, button in sheet.buttons.items() if button.hasFocus())


def test_every_preset_is_there_in_the_line_of_its_data_set(qtbot: QtBot, choice: PresetChoice) -> None:
    sheet = opened(qtbot, choice)
    assert set(sheet.buttons) == {row.name for row in presets()}
    top = {name: button.y() for name, button in sheet.buttons.items()}
    good = {row.experiment.data.kind: top[row.name] for row in presets() if row.kind == "good"}
    order = sorted(good.values())
    for row in (row for row in presets() if row.kind == "bad"):
        own = good[row.experiment.data.kind]
        assert own <= top[row.name] < next((y for y in order if y > own), 10**6)
        assert sheet.buttons[row.name].x() > sheet.buttons["circle"].x()


def test_a_click_takes_one_and_the_sheet_goes(qtbot: QtBot, choice: PresetChoice) -> None:
    sheet = opened(qtbot, choice)
    with qtbot.waitSignal(choice.chosen) as asked:
        QTest.mouseClick(sheet.buttons["xor-zeros"], Qt.MouseButton.LeftButton)
    assert asked.args == ["xor-zeros"]
    assert not sheet.isVisible()


def test_the_one_that_is_shown_has_the_keyboard_and_arrow_keys_go_on(qtbot: QtBot, choice: PresetChoice) -> None:
    sheet = opened(qtbot, choice)
    went = [focused(sheet)]
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up):
        QTest.keyClick(sheet.buttons[went[-1]], key)
        went.append(focused(sheet))
        assert reason(sheet) == PRESETS[went[-1]].about
    bad = [f"circle-{one}" for one in ("straight", "collapse", "vanishing")]
    assert went == ["circle", *bad, "xor-zeros", "xor", "circle"]
    QTest.keyClick(sheet.buttons["circle"], Qt.Key.Key_Up)
    assert focused(sheet) == "circle"
    with qtbot.waitSignal(choice.chosen) as asked:
        QTest.keyClick(sheet.buttons["circle"], Qt.Key.Key_Space)
    assert asked.args == ["circle"]  # the one that is shown is taken again: its settings come back


def test_escape_takes_none(qtbot: QtBot, choice: PresetChoice) -> None:
    sheet = opened(qtbot, choice)
    with qtbot.assertNotEmitted(choice.chosen):
        QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_it_fits_on_the_screen_without_scrolling(qtbot: QtBot, choice: PresetChoice) -> None:
    sheet = opened(qtbot, choice)
    assert sheet.height() <= 720 - 60
    assert sheet.buttons["digits"].visibleRegion().boundingRect().height() == sheet.buttons["digits"].height()
    assert sheet.buttons["circle"].visibleRegion().boundingRect().width() == sheet.buttons["circle"].width()


def test_without_one_of_them_it_says_what_choosing_does(choice: PresetChoice) -> None:
    choice.sheet().show_current(None)
    assert any("undo brings yours back" in label.text() for label in choice.sheet().findChildren(QLabel))
