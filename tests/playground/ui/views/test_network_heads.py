"""Heads and signs are real buttons: large enough, reached by keys, with names."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from playground.ui.theme import TARGET
from playground.ui.views.network_heads import ColumnHead, SignButton, head_height
from tests.playground.ui.views.pictures import dress, keep, pixels

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    dress()
    widget = QWidget()
    widget.resize(200, 100)
    keep(qtbot, widget)
    widget.show()
    return widget


@pytest.mark.parametrize("sign", ["+", "-"])
def test_sign_is_a_target_with_a_name(parent: QWidget, sign: str) -> None:
    button = SignButton("+" if sign == "+" else "-", parent)
    button.set_words("Add a unit")
    assert min(button.width(), button.height()) >= TARGET >= 24
    assert button.accessibleName() == button.toolTip() == "Add a unit"
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("name", ["light", "dark"])
def test_signs_look_different_and_show_when_they_are_off(parent: QWidget, name: str) -> None:
    dress(name)
    plus, minus = SignButton("+", parent), SignButton("-", parent)
    assert (pixels(plus) != pixels(minus)).any()
    on = pixels(plus)
    plus.setEnabled(False)
    assert (pixels(plus) != on).any()


def test_space_and_click_press_a_sign(qtbot: QtBot, parent: QWidget) -> None:
    button = SignButton("+", parent)
    button.show()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_head_shows_a_ring_with_the_keyboard(qtbot: QtBot, parent: QWidget) -> None:
    head = ColumnHead(parent, menu=True)
    head.set_words("Layer 1", "4 · tanh", "choose")
    head.resize(120, head_height())
    head.show()
    before = pixels(head)
    parent.activateWindow()
    head.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(head.hasFocus)
    assert (pixels(head) != before).any()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_Space])
def test_keys_that_open_the_menu(qtbot: QtBot, parent: QWidget, key: Qt.Key) -> None:
    head = ColumnHead(parent, menu=True)
    with qtbot.waitSignal(head.clicked):
        qtbot.keyClick(head, key)


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_keys_that_remove_the_layer(qtbot: QtBot, parent: QWidget, key: Qt.Key) -> None:
    head = ColumnHead(parent, menu=True)
    with qtbot.waitSignal(head.removal_requested):
        qtbot.keyClick(head, key)


def test_head_without_a_menu_is_only_words(parent: QWidget) -> None:
    head = ColumnHead(parent, menu=False)
    head.set_words("Inputs", "2 of 7", "")
    assert not head.isEnabled()
    assert head.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert head.accessibleName() == "Inputs, 2 of 7"
    assert head.toolTip() == "Inputs · 2 of 7"


@pytest.mark.parametrize("width", [48, 60, 120])
def test_words_stay_inside_of_the_head(parent: QWidget, width: int) -> None:
    head = ColumnHead(parent, menu=True)
    head.set_words("Layer 10", "16 · leaky ReLU", "choose", ("10", "16 leaky ReLU"))
    head.resize(width, head_height())
    ground = pixels(head)[0, 0]
    image = pixels(head)
    assert (image != ground).any()
    assert (image[:, 0] == ground).all()
    assert (image[:, -1] == ground).all()
