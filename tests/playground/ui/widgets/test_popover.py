"""A popover opens at its button, on the screen, and goes with Escape."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from playground.ui import theme as look
from playground.ui.widgets.popover import Popover


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    look.apply(app, look.LIGHT)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    look.apply(app, look.LIGHT)


def opened(window: QWidget, place: QPoint, controls: int = 3) -> Popover:
    button = QPushButton("open", window)
    popover = Popover(button)
    for index in range(controls):
        popover.body.addWidget(QCheckBox(f"choice {index}", popover))
    window.move(place)
    button.show()
    button.setFocus()
    popover.open_at(button)
    return popover


@pytest.mark.parametrize("corner", ["top left", "bottom right"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_is_on_the_screen_wherever_its_button_is(window: QWidget, corner: str, scale: float) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    look.apply(app, look.LIGHT, scale)
    room = window.screen().availableGeometry()
    popover = opened(window, room.topLeft() if corner == "top left" else room.bottomRight() - QPoint(40, 40))
    assert room.contains(popover.geometry())
    assert popover.height() >= popover.body.minimumSize().height()


def test_the_first_control_has_the_keyboard_and_escape_closes(window: QWidget, qtbot: QtBot) -> None:
    popover = opened(window, QPoint(0, 0))
    boxes = popover.findChildren(QCheckBox)
    qtbot.waitUntil(lambda: popover.focusWidget() is boxes[0])
    QTest.keyClick(boxes[0], Qt.Key.Key_Space)
    QTest.keyClick(boxes[0], Qt.Key.Key_Tab)
    assert boxes[0].isChecked()
    assert popover.focusWidget() is boxes[1]
    with qtbot.waitSignal(popover.closed):
        QTest.keyClick(boxes[1], Qt.Key.Key_Escape)
    assert not popover.isVisible()


def test_it_is_not_modal(window: QWidget) -> None:
    assert not opened(window, QPoint(0, 0)).isModal()
