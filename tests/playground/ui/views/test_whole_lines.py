"""A page whose lower edge cuts no line: whatever its height, what is seen last is seen whole."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from playground.ui.views.whole_lines import WholeLines
from tests.playground.ui.views.pictures import dress, keep

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

WORDS = "Each of six sigmoid layers shrinks the gradient to a quarter or less: the first layers hardly learn."


def page_of(qtbot: QtBot, height: int, *, labels: int = 4) -> tuple[WholeLines, list[QLabel]]:
    dress()
    sheet = QWidget()
    column, row = QVBoxLayout(sheet), QHBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    made = [QLabel(WORDS) for _ in range(labels)]
    for label in made:
        label.setWordWrap(True)
        column.addWidget(label)
    row.addWidget(QPushButton("Try it"))
    column.addLayout(row)
    column.addStretch(1)
    page = WholeLines(sheet)
    keep(qtbot, page)
    page.resize(260, height)
    page.show()
    QApplication.processEvents()
    return page, made


def sheet_of(page: WholeLines) -> QWidget:
    sheet = page.widget()
    assert sheet is not None
    return sheet


def cut(page: WholeLines, labels: list[QLabel]) -> list[int]:
    """How far above the lower edge each line begins that ends below it."""
    edge, sheet = page.viewport().height(), sheet_of(page)
    found = []
    for label in labels:
        top, step = label.mapTo(sheet, QPoint(0, 0)).y(), label.fontMetrics().lineSpacing()
        lines = range(round(label.height() / step))
        found += [
            edge - top - line * step for line in lines if top + line * step + 2 < edge < top + (line + 1) * step - 2
        ]
    return found


@pytest.mark.parametrize("height", range(60, 330, 7))
def test_no_line_is_cut(qtbot: QtBot, height: int) -> None:
    page, labels = page_of(qtbot, height)
    assert cut(page, labels) == []
    sheet, button, edge = sheet_of(page), page.findChild(QPushButton), page.viewport().height()
    layout = sheet.layout()
    assert isinstance(button, QPushButton)
    assert layout is not None
    top = button.mapTo(sheet, QPoint(0, 0)).y()
    assert not top < edge < top + button.height()
    needed = layout.heightForWidth(sheet.width())
    assert page.verticalScrollBar().maximum() == max(0, needed - edge)  # all of it can be reached


def test_where_all_has_room_the_page_takes_all_of_it(qtbot: QtBot) -> None:
    page, _ = page_of(qtbot, 500)
    assert page.viewportMargins().bottom() == 0
    assert page.verticalScrollBar().maximum() == 0


def test_other_words_end_at_a_line_too(qtbot: QtBot) -> None:
    page, labels = page_of(qtbot, 121)
    for words in (WORDS, WORDS * 2, "short", WORDS * 3):
        labels[0].setText(words)
        QApplication.processEvents()
        assert cut(page, labels) == []


def test_a_page_lower_than_a_line_still_shows_what_it_can(qtbot: QtBot) -> None:
    page, _ = page_of(qtbot, 12)
    assert page.viewport().height() > 0
