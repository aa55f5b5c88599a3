"""Labels show what they are given as it is, never as markup."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from playground.ui.theme import LIGHT
from playground.ui.widgets import Label
from tests.playground.ui.widgets.widget_use import shown


def test_labels_show_markup_as_it_is(qtbot: QtBot) -> None:
    label = Label("<b>x</b>", "title", "error")
    shown(qtbot, label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.font().pixelSize() == 16
    assert label.property("role") == "error"
    assert label.palette().color(label.foregroundRole()) == LIGHT.error
