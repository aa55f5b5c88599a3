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
from playground.restrictions import Restrictions
from playground.ui.panels.step_words import step_words
from playground.ui.theme import LIGHT, apply


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
    assert step_words(*playground.document.step(0)) == "Lesson: Logistic regression"
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


def test_lessons_end_the_projector_and_say_so_where_they_are_hidden(playground: Playground) -> None:
    window = playground.window
    playground.commands.do("projector")
    assert not window.story.isVisible()
    window.actions_by_id["lessons"].trigger()
    assert not playground.look.is_projecting
    assert window.story.isVisible()
    playground.document.restrict(Restrictions(hidden=("card.story",)))
    assert not window.story.isVisible()
    window.actions_by_id["lessons"].trigger()
    assert not window.story.isVisible()
    assert window.banner.isVisible()
    assert "class mode" in window.banner._title_label.text()


def test_an_experiment_that_changes_what_is_locked_is_refused_and_said(playground: Playground) -> None:
    playground.document.restrict(Restrictions(locked=("data.kind",)))
    before = playground.document.experiment
    playground.window.open_lessons("sets")
    lesson = playground.window.story.lesson
    assert lesson is not None
    lesson._page.anchorClicked.emit(QUrl("try:usual"))
    assert playground.document.experiment == before
    assert playground.window.banner.isVisible()


def test_figures_of_a_lesson_that_was_left_are_not_shown_in_another(playground: Playground, qtbot: QtBot) -> None:
    playground.window.open_lessons("softmax")
    lesson = playground.window.story.lesson
    assert lesson is not None
    lesson._check.click()
    lesson.show_lesson("cost")
    words = lesson._page.toPlainText()
    with qtbot.waitSignal(playground.teaching.check.finished, timeout=60_000):
        assert lesson._check.isEnabled()
    assert lesson._page.toPlainText() == words
    lesson.show_lesson("softmax")
    assert "✓" in lesson._page.toPlainText()


def test_a_lesson_is_turned_to_again_at_the_next_start(playground: Playground) -> None:
    assert playground.window.view_options()["lesson"] == ""
    playground.window.open_lessons("dropout")
    options = playground.window.view_options()
    assert options["lesson"] == "dropout"
    playground.window.set_view_options({**options, "lesson": "penalties"})
    assert playground.window.story.last_lesson == "penalties"


def test_large_text_scrolls_the_lessons_into_view(playground: Playground, qapp: QApplication) -> None:
    window = playground.window
    apply(qapp, LIGHT, 2.0)
    try:
        window.resize(1280, 720)
        playground.window.actions_by_id["lessons"].trigger()
        story, seen = window.story, window._sheet.viewport()
        corners = [story.mapTo(seen, corner) for corner in (story.rect().topLeft(), story.rect().bottomRight())]
        assert all(seen.rect().contains(corner) for corner in corners)
    finally:
        apply(qapp, LIGHT)
