"""A banner shows, tells and goes; it lies over its parent and moves nothing."""

import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from playground.ui.widgets import Banner, IconButton
from tests.playground.ui.widgets.widget_use import shown


def test_a_banner_shows_tells_and_goes(qtbot: QtBot) -> None:
    holder = QWidget()
    made = Banner()
    layout = QVBoxLayout(holder)
    layout.addWidget(made)
    layout.addWidget(QLabel("below"))
    shown(qtbot, holder)
    assert not made.isVisible()
    heard: list[str] = []
    made.closed.connect(lambda: heard.append("closed"))
    gaps = "12 rows have <b>gaps</b>"
    made.show_message("warning", gaps, action="Show them", on_action=lambda: heard.append("action"))
    action, close = made.findChild(QPushButton), made.findChild(IconButton)
    assert made.isVisible()
    assert made.accessibleName() == "12 rows have <b>gaps</b>"
    action.click()
    assert not made.isVisible()
    made.show_message("warning", gaps)
    close.click()
    assert heard == ["action", "closed"]
    assert not made.isVisible()
    made.show_message("info", "Loaded")
    assert not action.isVisible()
    made.dismiss()
    assert heard == ["action", "closed"]
    with pytest.raises(ValueError, match="kind: 'joke'"):
        made.show_message("joke", "Ha")  # type: ignore[arg-type]  # the wrong kind is meant


def test_a_banner_lies_over_its_parent_and_moves_nothing(qtbot: QtBot) -> None:
    holder, ground, below = QWidget(), QLabel("ground"), QLabel("below")
    layout = QVBoxLayout(holder)
    layout.addWidget(ground, 1)
    layout.addWidget(below)
    banner = Banner(holder)
    banner.stand_in(ground)
    shown(qtbot, holder)
    holder.resize(900, 400)
    before = below.geometry()
    banner.show_message("error", "It failed", "for a reason that takes many words " * 6)
    assert below.geometry() == before
    assert ground.geometry().contains(banner.geometry())
    assert ground.geometry().bottom() - banner.geometry().bottom() < 10
    assert holder.rect().contains(banner.geometry())
    assert abs(banner.geometry().center().x() - holder.rect().center().x()) <= 1
    tall = banner.height()
    holder.resize(400, 400)
    assert holder.rect().contains(banner.geometry())
    assert banner.height() > tall


def test_a_confirmation_goes_by_itself_but_not_under_the_pointer(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(600, 300)
    banner = Banner(holder)
    holder.show()
    banner.show_message("info", "Copied", passing=True)
    assert banner._rest.isActive()
    point = QPointF(3, 3)
    QApplication.sendEvent(banner, QEnterEvent(point, point, point))
    assert not banner._rest.isActive()
    QApplication.sendEvent(banner, QEvent(QEvent.Type.Leave))
    assert banner._rest.isActive()
    banner._rest.timeout.emit()
    assert not banner.isVisible()
    banner.show_message("error", "It failed")
    assert not banner._rest.isActive()
