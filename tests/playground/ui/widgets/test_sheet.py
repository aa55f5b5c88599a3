"""A sheet fills its place while it fits, and can be scrolled to its ends where it does not."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from playground.ui.widgets.sheet import Sheet


def shown(qtbot: QtBot, width: int, height: int) -> Sheet:
    content = QWidget()
    words = QLabel("a text that would like to be much higher than wide " * 20)
    words.setWordWrap(True)  # height for width: what a plain scroll area would scroll for
    QVBoxLayout(content).addWidget(words)
    sheet = Sheet(content)
    qtbot.addWidget(sheet)
    sheet.set_smallest(200, 100)
    sheet.resize(width, height)
    with qtbot.waitExposed(sheet):
        sheet.show()
    return sheet


def test_what_fits_fills_its_place_and_does_not_scroll(qtbot: QtBot) -> None:
    sheet = shown(qtbot, 260, 120)
    assert sheet.widget().size() == sheet.viewport().size()
    assert not sheet.verticalScrollBar().isVisible()
    sheet.resize(400, 300)
    assert sheet.widget().size() == sheet.viewport().size()
    assert sheet.widget().width() > 380


def test_what_does_not_fit_keeps_its_size_and_scrolls(qtbot: QtBot) -> None:
    sheet = shown(qtbot, 150, 80)
    assert sheet.widget().size() == QSize(200, 100)
    assert sheet.verticalScrollBar().maximum() > 0
    assert sheet.horizontalScrollBar().maximum() > 0
    sheet.set_smallest(100, 50)
    assert sheet.widget().size() == sheet.maximumViewportSize()


def test_the_bar_beside_a_sheet_makes_no_bar_below_it(qtbot: QtBot) -> None:
    sheet = shown(qtbot, 260, 80)
    assert sheet.verticalScrollBar().maximum() > 0
    assert sheet.horizontalScrollBar().maximum() == 0
    assert sheet.widget().width() == sheet.viewport().width()
