"""A choice: the user's is told, the document's is not; rows that cannot be taken are skipped."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from playground.ui.widgets import Choice
from tests.playground.ui.widgets.widget_use import shown


def test_a_choice_tells_the_users_choice_only(qtbot: QtBot) -> None:
    choice = Choice("Activation", [("tanh", "tanh"), ("relu", "ReLU")], key="relu")
    shown(qtbot, choice)
    heard: list[str] = []
    choice.chosen.connect(heard.append)
    choice.set_key("tanh")
    choice.set_rows([("relu", "ReLU"), ("tanh", "tanh"), ("sigmoid", "sigmoid")])
    assert (heard, choice.key()) == ([], "tanh")
    combo = choice.findChild(QComboBox)
    QTest.keyClick(combo, Qt.Key.Key_Down)
    assert (heard, choice.key()) == (["sigmoid"], "sigmoid")
    with pytest.raises(ValueError, match="Activation: 'cos' is no choice; allowed are relu, tanh, sigmoid"):
        choice.set_key("cos")


def test_a_choice_skips_rows_that_cannot_be_taken(qtbot: QtBot) -> None:
    choice = Choice("Loss", [("mse", "MSE"), ("ce", "cross-entropy"), ("mae", "MAE")])
    shown(qtbot, choice)
    choice.set_row_enabled("ce", False)
    QTest.keyClick(choice.findChild(QComboBox), Qt.Key.Key_Down)
    assert choice.key() == "mae"
    choice.set_row_enabled("ce", True)
    QTest.keyClick(choice.findChild(QComboBox), Qt.Key.Key_Up)
    assert choice.key() == "ce"


def test_a_choice_without_rows_has_no_key(qtbot: QtBot) -> None:
    choice = Choice("Column", [])
    qtbot.addWidget(choice)
    assert choice.key() == ""


def test_words_without_room_end_in_an_ellipsis(qtbot: QtBot) -> None:
    long = "W" * 40
    choice = Choice("", [("long", long), ("dots", "")], key="long")
    shown(qtbot, choice)
    combo = choice.findChild(QComboBox)
    choice.resize(140, choice.height())
    cut = combo.grab().toImage()
    room = combo.width()
    endings = []
    for letters in range(1, 30):  # one of them is what the eye sees
        combo.setItemText(0, "W" * letters + "\u2026")
        if combo.fontMetrics().horizontalAdvance(combo.itemText(0)) < room:
            endings.append(combo.grab().toImage())
    assert cut in endings
    combo.setItemText(0, long)
    assert combo.currentText() == long  # screen readers and the list have all of it
