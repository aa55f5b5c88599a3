"""The editor of a weight: typed, stepped, refused, frozen, closed, with real keys and a real wheel."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from playground.ui.theme import TARGET
from playground.ui.views.network_editor import WeightEditor
from tests.playground.ui.views.pictures import dress, keep

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def editor(qtbot: QtBot) -> WeightEditor:
    dress()
    parent = QWidget()
    parent.resize(400, 200)
    keep(qtbot, parent)
    parent.show()
    parent.activateWindow()
    made = WeightEditor(parent)
    made.show_weight("w[1]₂,₁", 0.25, False)
    made.begin()
    qtbot.waitUntil(made.field.hasFocus)
    return made


def heard(editor: WeightEditor) -> list[object]:
    told: list[object] = []
    editor.value_edited.connect(told.append)
    editor.frozen_switched.connect(told.append)
    editor.closed.connect(lambda: told.append("closed"))
    return told


def wheel(widget: QWidget, turns: float) -> None:
    at = QPointF(5, 5)
    none = Qt.KeyboardModifier.NoModifier
    angle = QPoint(0, round(120 * turns))
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, widget.mapToGlobal(at), QPoint(), angle, Qt.MouseButton.NoButton, none, phase, False)
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize(("text", "value"), [("-1.5", -1.5), ("1,25", 1.25), ("3e-2", 0.03)])
def test_what_is_typed_replaces_the_value_and_enter_closes(
    qtbot: QtBot, editor: WeightEditor, text: str, value: float
) -> None:
    told = heard(editor)
    qtbot.keyClicks(editor.field, text)
    assert editor.field.text() == text
    qtbot.keyClick(editor.field, Qt.Key.Key_Return)
    assert told == [value, "closed"]


def test_enter_without_typing_only_closes(qtbot: QtBot, editor: WeightEditor) -> None:
    told = heard(editor)
    qtbot.keyClick(editor.field, Qt.Key.Key_Return)
    assert told == ["closed"]


@pytest.mark.parametrize("text", ["abc", "", "2000000", "nan", "-inf"])
def test_what_is_no_value_is_said_and_changes_nothing(qtbot: QtBot, editor: WeightEditor, text: str) -> None:
    told = heard(editor)
    qtbot.keyClicks(editor.field, text or "1")
    if not text:
        qtbot.keyClick(editor.field, Qt.Key.Key_Backspace)
    qtbot.keyClick(editor.field, Qt.Key.Key_Return)
    assert told == []
    assert editor.field.property("invalid")
    assert "from −1,000,000 to 1,000,000" in editor._error.text()
    assert editor._error.isVisible()
    qtbot.keyClick(editor.field, Qt.Key.Key_Up)
    assert told == [0.35]
    assert not editor._error.isVisible()


def test_escape_closes_and_takes_nothing(qtbot: QtBot, editor: WeightEditor) -> None:
    told = heard(editor)
    qtbot.keyClicks(editor.field, "7")
    qtbot.keyClick(editor.field, Qt.Key.Key_Escape)
    assert told == ["closed"]
    qtbot.keyClick(editor.frozen, Qt.Key.Key_Escape)
    assert told == ["closed", "closed"]


def test_arrow_keys_and_the_wheel_step(qtbot: QtBot, editor: WeightEditor) -> None:
    told = heard(editor)
    qtbot.keyClick(editor.field, Qt.Key.Key_Up)
    qtbot.keyClick(editor.field, Qt.Key.Key_Down)
    wheel(editor, 2)
    wheel(editor, -0.5)
    wheel(editor, -0.5)
    assert told == pytest.approx([0.35, 0.25, 0.45, 0.35])
    assert editor.field.text() == "0.35"


def test_the_switch_is_the_user_s(qtbot: QtBot, editor: WeightEditor) -> None:
    told = heard(editor)
    editor.show_weight("b", 0.25, True)
    assert editor.frozen.is_on()
    assert told == []
    qtbot.mouseClick(editor.frozen, Qt.MouseButton.LeftButton)
    qtbot.keyClick(editor.frozen, Qt.Key.Key_Space)
    assert told == [False, True]


def test_the_value_is_live_but_what_is_typed_stays(qtbot: QtBot, editor: WeightEditor) -> None:
    editor.show_weight("w", 0.5, False)
    assert editor.field.text() == "0.5"
    qtbot.keyClicks(editor.field, "1.2")
    editor.show_weight("w", 0.75, False)
    assert editor.field.text() == "1.2"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_targets_are_large_and_have_names(qtbot: QtBot, editor: WeightEditor, scale: float) -> None:
    dress("light", scale)
    editor.adjustSize()
    for widget in editor.stops():
        assert min(widget.width(), widget.height()) >= TARGET
        assert widget.accessibleName()
        assert widget.toolTip()
        assert editor.rect().contains(widget.geometry())
