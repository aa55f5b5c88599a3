"""The sheet says every action and every key of the table, in the language in force."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from playground.ui import theme as look
from playground.ui.actions import ACTIONS, native, say_action
from playground.ui.language import install_language
from playground.ui.panels.shortcut_sheet import KeyCap, ShortcutSheet
from playground.ui.view_keys import SIGNS, VIEW_KEYS, say_view_key


@pytest.fixture
def sheet(qtbot: QtBot) -> ShortcutSheet:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    made = ShortcutSheet(window)
    made.open()
    return made


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_row_of_the_table_is_on_it(sheet: ShortcutSheet, qapp: QApplication, language: str) -> None:
    install_language(qapp, language)
    QApplication.processEvents()
    words = [label.text() for label in sheet.findChildren(QLabel)]
    assert [row.id for row in ACTIONS if say_action(row) not in words] == []
    caps = [cap.text() for cap in sheet.findChildren(KeyCap)]
    assert [row for row in VIEW_KEYS if say_view_key(row) not in words] == []
    keys = [native(key) for row in ACTIONS for key in (row.shortcut, *row.also)]
    keys += [SIGNS.get(key) or native(key) for row in VIEW_KEYS for key in row.keys]
    assert sorted(caps) == sorted(keys)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_it_goes_away(sheet: ShortcutSheet, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or sheet, key)
    assert sheet.isHidden()


def test_it_fits_into_the_smallest_window(sheet: ShortcutSheet) -> None:
    assert sheet.paper.height() <= 720
    assert sheet.wanted_size().width() <= sheet.room().width()
    assert sheet._area.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_key_is_beyond_its_edge_however_large_the_text(
    sheet: ShortcutSheet, qapp: QApplication, language: str, scale: float
) -> None:
    sheet.leave()
    install_language(qapp, language)
    look.apply(qapp, look.LIGHT, scale)
    try:
        QApplication.processEvents()
        sheet.open()
        QApplication.processEvents()
        seen = sheet._area.viewport().width()
        right = [cap.mapTo(sheet._sheet, cap.rect().topRight()).x() for cap in sheet.findChildren(KeyCap)]
        assert max(right) < seen
    finally:
        look.apply(qapp, look.LIGHT)
        install_language(qapp, "en")
