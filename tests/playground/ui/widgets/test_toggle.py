"""A toggle tells the user's switch, not the document's."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from playground.ui.widgets import Toggle
from tests.playground.ui.widgets.widget_use import shown


def test_a_toggle_tells_the_users_switch_only(qtbot: QtBot) -> None:
    toggle = Toggle("Show test data")
    shown(qtbot, toggle)
    heard: list[bool] = []
    toggle.switched.connect(heard.append)
    toggle.set_on(True)
    assert (heard, toggle.is_on()) == ([], True)
    QTest.mouseClick(toggle, Qt.MouseButton.LeftButton, pos=QPoint(toggle.width() - 2, toggle.height() // 2))
    QTest.keyClick(toggle, Qt.Key.Key_Space)
    assert heard == [False, True]
