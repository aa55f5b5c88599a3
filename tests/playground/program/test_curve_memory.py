"""What the curves show comes back in the next session; what cannot be read is no trouble."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from playground.program.curve_memory import KEY, CurveMemory
from playground.ui import theme
from playground.ui.views.curve_options import CurveOptions
from playground.ui.views.curves_view import CurvesView


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    QSettings().remove(KEY)
    yield
    QSettings().remove(KEY)


def new_view(qtbot: QtBot) -> CurvesView:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, theme.LIGHT)
    view = CurvesView()
    qtbot.addWidget(view)
    view.show()
    return view


def test_what_was_chosen_is_shown_again(qtbot: QtBot) -> None:
    first = new_view(qtbot)
    CurveMemory(first, first).recall()
    assert first.options() == CurveOptions()
    QTest.mouseClick(first._log, Qt.MouseButton.LeftButton)
    second = new_view(qtbot)
    CurveMemory(second, second).recall()
    assert second.options() == CurveOptions(axis="log")
    assert second._log.isChecked()


@pytest.mark.parametrize("kept", ["", "{", '{"beta": 7}', 3])
def test_what_cannot_be_read_is_no_trouble(qtbot: QtBot, kept: object) -> None:
    QSettings().setValue(KEY, kept)
    view = new_view(qtbot)
    CurveMemory(view, view).recall()
    assert view.options() == CurveOptions()
