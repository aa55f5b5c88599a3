"""A window comes back where the last one stood, also when that one was never closed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from playground.program.window_place import FRAME, SIZE, WindowPlace


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    return placed(qtbot)


def placed(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    WindowPlace(made)
    return made


def test_the_first_one_fits_the_screen(window: QWidget) -> None:
    room = window.screen().availableSize() - QSize(*FRAME)
    assert window.size() == QSize(*SIZE).boundedTo(room)


def test_it_comes_back_without_being_closed(window: QWidget, qtbot: QtBot) -> None:
    with qtbot.waitExposed(window):
        window.show()
    window.setGeometry(20, 30, 500, 400)
    qtbot.waitUntil(lambda: QSettings().value("geometry") == window.saveGeometry(), timeout=30_000)
    assert placed(qtbot).geometry() == window.geometry()


def test_what_the_settings_hold_may_be_nonsense(qtbot: QtBot) -> None:
    QSettings().setValue("geometry", "wide")
    assert placed(qtbot).width() > 0
