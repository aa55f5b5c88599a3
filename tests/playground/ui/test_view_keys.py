"""Every key that the sheet of shortcuts names does something where it says so."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from playground.ui.main_window import MainWindow
from playground.ui.view_keys import PLACES, VIEW_KEYS, ViewKey
from playground.ui.views.curve_plot import CurvePlot
from playground.ui.views.network_canvas import NetworkCanvas
from playground.ui.views.surface_canvas import SurfaceCanvas
from playground.ui.widgets.slider_track import SliderTrack
from tests.playground.ui.snapshots import make_experiment, make_snapshot

WHERE: dict[str, type[QWidget]] = {
    "picture": NetworkCanvas,
    "surface": SurfaceCanvas,
    "curves": CurvePlot,
    "slider": SliderTrack,
}


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow()
    qtbot.addWidget(made)
    experiment = make_experiment("circle")
    made.show_experiment(experiment)
    made.resize(1280, 720)
    made.show()
    made.show_snapshot(make_snapshot(experiment))
    QApplication.processEvents()
    return made


@pytest.mark.parametrize("row", VIEW_KEYS, ids=lambda row: f"{row.place}-{row.keys[0]}")
def test_a_key_of_the_table_is_taken_where_it_says(window: MainWindow, row: ViewKey) -> None:
    view = window.findChild(WHERE[row.place])
    assert isinstance(view, QWidget)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert is_taken(view, "Right")  # an input has no weights to go through
    for key in row.keys:
        assert is_taken(view, key), key
    assert not is_taken(view, "F12")


def is_taken(view: QWidget, key: str) -> bool:
    combination: QKeyCombination = QKeySequence(key)[0]  # type: ignore[index]  # the stubs lack it
    event = QKeyEvent(QEvent.Type.KeyPress, combination.key(), combination.keyboardModifiers())
    view.keyPressEvent(event)
    return event.isAccepted()


def test_every_place_has_rows() -> None:
    assert {row.place for row in VIEW_KEYS} == set(PLACES) == set(WHERE)
