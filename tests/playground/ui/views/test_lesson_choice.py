"""All lessons stand in the list by chapter; a chapter's own row cannot be taken, by mouse or by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.lessons.table import LESSONS
from playground.ui.views.lesson_choice import LessonChoice


@pytest.fixture
def choice(qtbot: QtBot) -> LessonChoice:
    made = LessonChoice()
    qtbot.addWidget(made)
    made.fill("en")
    return made


def test_lessons_stand_in_their_chapters(choice: LessonChoice) -> None:
    assert [choice.itemData(row) for row in range(choice.count()) if choice.itemData(row)] == list(LESSONS)
    chapter = ""
    for row in range(choice.count()):
        number = choice.itemText(row).split()[0]
        can_be_taken = bool(choice.model().flags(choice.model().index(row, 0)) & Qt.ItemFlag.ItemIsEnabled)
        assert can_be_taken == (choice.itemData(row) is not None)
        if can_be_taken:
            assert number.startswith(f"{chapter}.")
        else:
            assert number > chapter
            chapter = number
    assert chapter == "2.3"


def test_keys_go_past_a_chapter(choice: LessonChoice) -> None:
    names = list(LESSONS)
    last_of_first = max(index for index, name in enumerate(names) if LESSONS[name].section.startswith("1.1."))
    choice.show_lesson(names[last_of_first])
    QTest.keyClick(choice, Qt.Key.Key_Down)
    assert choice.currentData() == names[last_of_first + 1]
    QTest.keyClick(choice, Qt.Key.Key_Up)
    assert choice.currentData() == names[last_of_first]


def test_another_language_keeps_the_lesson(choice: LessonChoice) -> None:
    choice.show_lesson("penalties")
    english = choice.currentText()
    choice.fill("zh")
    assert choice.currentData() == "penalties"
    assert choice.currentText() != english
