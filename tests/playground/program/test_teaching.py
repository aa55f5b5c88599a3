"""A lesson's experiment goes into the document, and undo leads back; its claims are run and shown in the lesson."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.lessons.table import LESSONS
from engine.presets import preset
from playground.app import Playground


@pytest.fixture
def playground(qtbot: QtBot, qapp: QApplication) -> Iterator[Playground]:
    made = Playground(qapp, preset("circle"))
    qtbot.addWidget(made.window)
    with qtbot.waitExposed(made.window):
        made.window.show()
    yield made
    made.window.close()
    made.deleteLater()


def test_an_experiment_of_a_lesson_is_a_named_step_that_can_be_undone(playground: Playground) -> None:
    playground.window.actions_by_id["lessons"].trigger()
    lesson = playground.window.story.lesson
    assert lesson is not None
    assert lesson.isVisible()
    before = playground.document.experiment
    lesson.show_lesson("logistic-regression")
    lesson._page.anchorClicked.emit(QUrl("try:ring"))
    assert playground.document.experiment == LESSONS["logistic-regression"].tries["ring"]
    assert playground.document.undo_stack.undoText() == "Lesson"
    assert lesson.isVisible()
    playground.document.undo()
    assert playground.document.experiment == before


def test_claims_are_run_and_shown(playground: Playground, qtbot: QtBot) -> None:
    playground.window.open_lessons("softmax")
    lesson = playground.window.story.lesson
    assert lesson is not None
    with qtbot.waitSignal(playground.teaching.check.finished, timeout=60_000):
        lesson._check.click()
    assert "✓" in lesson._page.toPlainText()
    with qtbot.waitSignal(playground.teaching.check.failed, timeout=60_000):
        playground.teaching.check.run(("nothing",))
    assert "nothing" in lesson._page.toPlainText()


def test_a_check_ends_with_the_window(playground: Playground) -> None:
    playground.window.open_lessons("penalties")
    lesson = playground.window.story.lesson
    assert lesson is not None
    lesson._check.click()
    playground.window.close()
    assert playground.teaching.check._process is None


def test_lessons_are_found_in_the_palette_and_seen_beside_a_large_picture(playground: Playground) -> None:
    window = playground.window
    window.switch_large_picture()
    assert not window.story.isVisible()
    window._do_found("lesson", "penalties")
    lesson = window.story.lesson
    assert lesson is not None
    assert lesson.isVisible()
    assert lesson.lesson().name == "penalties"
