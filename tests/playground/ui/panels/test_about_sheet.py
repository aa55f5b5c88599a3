"""The sheet about the program: in both languages, within the window, its facts to be copied."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from playground.ui import theme as look
from playground.ui.language import install_language
from playground.ui.panels.about_sheet import AboutSheet


@pytest.fixture
def sheet(qapp: QApplication, qtbot: QtBot) -> AboutSheet:
    look.apply(qapp, look.LIGHT)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1120, 660)
    with qtbot.waitExposed(window):
        window.show()
    return AboutSheet(window, "1.2.3", [(lambda: "Made of", "Qt 6"), ("Kept in", "/a/b")])


def test_it_says_the_version_and_nothing_is_cut_off(sheet: AboutSheet, qapp: QApplication) -> None:
    for language in ("en", "zh"):
        install_language(qapp, language)
        sheet.open()
        labels = sheet.findChildren(QLabel)
        assert any("1.2.3" in label.text() for label in labels)
        assert any("/a/b" in label.text() for label in labels)
        for label in labels:
            assert label.height() >= label.heightForWidth(label.width())
        assert sheet.rect().contains(sheet.paper.geometry())
    install_language(qapp, "en")


def test_the_facts_are_copied_and_escape_closes(sheet: AboutSheet, qtbot: QtBot) -> None:
    sheet.open()
    sheet.copy.click()
    assert QGuiApplication.clipboard().text() == "Neural Playground 1.2.3\nMade of: Qt 6\nKept in: /a/b"
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.isHidden()
