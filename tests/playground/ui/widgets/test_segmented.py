"""Segments: taken by click and arrows, wrapped but never cut."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from playground.ui.widgets import Segmented
from tests.playground.ui.widgets.widget_use import shown


def test_segments_are_taken_by_click_and_arrows(qtbot: QtBot) -> None:
    segmented = Segmented([(key, key, "") for key in ("gd", "momentum", "adam")], key="momentum")
    shown(qtbot, segmented)
    heard: list[str] = []
    segmented.chosen.connect(heard.append)
    segmented.set_key("gd")
    assert (heard, segmented.key()) == ([], "gd")
    first, second, third = segmented.findChildren(QAbstractButton)
    QTest.mouseClick(third, Qt.MouseButton.LeftButton)
    QTest.mouseClick(third, Qt.MouseButton.LeftButton)
    assert (heard, segmented.key()) == (["adam"], "adam")
    third.setFocus()
    QTest.keyClick(third, Qt.Key.Key_Left)
    assert heard == ["adam", "momentum"]
    assert [first.isChecked(), second.isChecked(), third.isChecked()] == [False, True, False]
    with pytest.raises(ValueError, match="'sgd' is no choice"):
        segmented.set_key("sgd")


@pytest.mark.parametrize("width", [90, 160, 400])
def test_segments_wrap_and_stay_whole(qtbot: QtBot, width: int) -> None:
    segmented = Segmented([(key, key, "") for key in ("GD", "Momentum", "RMSprop", "Adam")])
    shown(qtbot, segmented, width)
    segmented.resize(width, segmented.heightForWidth(width))
    for segment in segmented.findChildren(QAbstractButton):
        assert segmented.rect().contains(segment.geometry())
        assert segment.fontMetrics().horizontalAdvance(segment.text()) <= segment.width()
