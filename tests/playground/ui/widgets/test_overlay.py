"""A sheet over the window: inside of it at every size, away by Escape or a click beside it, the keyboard given back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from playground.ui.widgets.overlay import Overlay


class Large(Overlay):
    """One that would like to be larger than most windows, and far out."""

    def wanted_size(self) -> QSize:
        return QSize(3000, 400)

    def wanted_place(self, size: QSize) -> QPoint:
        return QPoint(-50, 5000)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(700, 500)
    QLineEdit(made).setObjectName("below")
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    return made


def test_it_stays_inside_of_the_window(window: QWidget) -> None:
    overlay = Large(window)
    overlay.open()
    for size in ((300, 200), (700, 500), (1600, 1000)):
        window.resize(*size)
        QApplication.processEvents()
        assert overlay.geometry() == window.rect()
        assert overlay.rect().contains(overlay.paper.geometry())


@pytest.mark.parametrize("how", ["escape", "beside"])
def test_it_goes_away_and_gives_the_keyboard_back(window: QWidget, qtbot: QtBot, how: str) -> None:
    below = window.findChild(QLineEdit, "below")
    below.setFocus()
    overlay = Overlay(window)
    field = QLineEdit()
    overlay.body.addWidget(field)
    overlay.open()
    field.setFocus()
    with qtbot.waitSignal(overlay.closed):
        if how == "escape":
            QTest.keyClick(overlay, Qt.Key.Key_Escape)
        else:
            QTest.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert overlay.isHidden()
    assert QApplication.focusWidget() is below


def test_a_click_on_the_sheet_leaves_it_open(window: QWidget) -> None:
    overlay = Overlay(window)
    overlay.body.addWidget(QWidget())
    overlay.open()
    QTest.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=overlay.paper.geometry().center())
    assert overlay.isVisible()


def test_leaving_twice_is_said_once(window: QWidget, qtbot: QtBot) -> None:
    overlay = Overlay(window)
    overlay.open()
    overlay.leave()
    with qtbot.assertNotEmitted(overlay.closed):
        overlay.leave()
