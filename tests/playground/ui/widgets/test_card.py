"""A card: its head through a new parent and another language."""

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from playground.ui.widgets import Card
from tests.playground.ui.widgets.widget_use import shown


def test_a_card_keeps_its_head_through_a_new_parent(qtbot: QtBot) -> None:
    card = Card("Data")
    head = card.findChild(QLabel)
    corner, content = QPushButton("corner"), QPushButton("content")
    card.set_corner(corner)
    card.add(content)
    layout = QVBoxLayout()
    card.add(layout)
    holder = QWidget()
    QVBoxLayout(holder).addWidget(card)
    shown(qtbot, holder)
    assert (head.font().pixelSize(), head.font().capitalization()) == (11, head.font().Capitalization.AllUppercase)
    assert corner.geometry().bottom() < content.geometry().top()
    assert corner.geometry().left() > head.geometry().left()
    card.set_title("数据")
    assert (card.title(), head.font().capitalization()) == ("数据", head.font().Capitalization.MixedCase)
