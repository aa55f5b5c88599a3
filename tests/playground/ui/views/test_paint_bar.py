"""The tools of painting are for everybody: named, large enough, reached by Tab, seen when they have the keyboard."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from engine.points import MOST_CLASSES
from playground.ui.language import install_language
from playground.ui.theme import TARGET
from playground.ui.views.paint_bar import PaintBar
from playground.ui.views.paint_strokes import BRUSHES
from tests.playground.ui.views.pictures import dress, keep, pixels

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def bar_of(qtbot: QtBot, classes: int = 2, width: int = 300) -> PaintBar:
    bar = PaintBar()
    keep(qtbot, bar)
    bar.resize(width, 80)
    bar.show_classes(classes)
    bar.show_hint("Paints on a copy; undo brings the set back.", True)
    bar.show()
    bar.activateWindow()
    QApplication.processEvents()
    return bar


def buttons(bar: PaintBar) -> list[QAbstractButton]:
    return [one for one in bar.findChildren(QAbstractButton) if one.isVisible()]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("classes", [0, 2, MOST_CLASSES])
def test_all_are_named_large_enough_and_inside(qtbot: QtBot, classes: int, scale: float) -> None:
    dress("light", scale)
    bar = bar_of(qtbot, classes, round(300 * scale))
    bar.resize(bar.width(), max(bar.height(), bar.minimumSizeHint().height(), bar.heightForWidth(bar.width())))
    QApplication.processEvents()
    found = buttons(bar)
    dress()
    assert len(found) == 5 + {0: 5, 2: 4, MOST_CLASSES: MOST_CLASSES}[classes]
    names = [one.accessibleName() for one in found]
    assert len(set(names)) == len(names)
    assert all(one.toolTip() for one in found)
    assert all(min(one.width(), one.height()) >= TARGET for one in found)
    places = [one.geometry().translated(one.parentWidget().pos()) for one in found]
    assert all(bar.rect().contains(place) for place in places)
    assert not any(a.intersects(b) for at, a in enumerate(places) for b in places[at + 1 :])


def test_tab_comes_to_the_tools_and_arrows_walk_on(qtbot: QtBot) -> None:
    dress()
    bar = bar_of(qtbot)
    bar.tools["point"].setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(bar.tool_chosen) as chosen:
        QTest.keyClick(bar.tools["point"], Qt.Key.Key_Right)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert chosen.args == [bar.tool()]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is bar.sizes
    with qtbot.waitSignal(bar.size_chosen) as size:
        QTest.keyClick(bar.sizes, Qt.Key.Key_Space)
    assert size.args == [1 % len(BRUSHES)]


def test_what_has_the_keyboard_shows_it(qtbot: QtBot) -> None:
    dress()
    bar = bar_of(qtbot)
    blind = []
    for one in buttons(bar):
        bar.sizes.setFocus() if one is not bar.sizes else bar.tools["erase"].setFocus()
        QApplication.processEvents()
        without = pixels(one)
        one.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if np.abs(pixels(one) - without).max() < 40:
            blind.append(one.accessibleName())
    assert blind == []


def test_tools_at_rest_choose_nothing(qtbot: QtBot) -> None:
    dress()
    bar = bar_of(qtbot)
    bar.show_hint("Only points in the plane can be painted.", False)
    with qtbot.assertNotEmitted(bar.tool_chosen):
        for one in buttons(bar):
            QTest.mouseClick(one, Qt.MouseButton.LeftButton)
    assert bar.hint() in [label.text() for label in bar.findChildren(QLabel)]


def test_language_is_followed(qtbot: QtBot, qapp: QApplication) -> None:
    dress()
    bar = bar_of(qtbot)
    english = [one.accessibleName() for one in buttons(bar)]
    install_language(qapp, "zh")
    QApplication.processEvents()
    chinese = [one.accessibleName() for one in buttons(bar)]
    install_language(qapp, "en")
    assert all(a != b for a, b in zip(english, chinese, strict=True))
