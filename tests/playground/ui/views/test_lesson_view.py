"""A lesson is turned to, its links open experiments, and what its claims came to stands below it in both languages."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.claims.claim import Figure
from engine.lessons.table import LESSONS
from playground.ui.language import install_language
from playground.ui.lesson_texts import lesson_text
from playground.ui.theme import DARK, LIGHT, apply, themes
from playground.ui.views.lesson_figures import bound_text
from playground.ui.views.lesson_view import LessonView

FIRST, LAST = next(iter(LESSONS)), list(LESSONS)[-1]
FIGURES = (
    Figure(name="kept", value=0.99, least=0.97),
    Figure(name="broken <b>", value=0.5, most=0.2),
    Figure(name="free", value=12345.0),
)


@pytest.fixture
def view(qtbot: QtBot) -> LessonView:
    made = LessonView()
    qtbot.addWidget(made)
    made.resize(560, 260)
    with qtbot.waitExposed(made):
        made.show()
    return made


def words(view: LessonView) -> str:
    return view._page.toPlainText()


def marked(view: LessonView) -> set[str]:
    """Addresses of the links that have the colour of what is taken."""
    accent = themes().current.accent
    formats = [link.charFormat() for link in view._page._links()]
    return {look.anchorHref() for look in formats if look.background().color() == accent}


def test_it_begins_at_the_first_and_goes_round(view: LessonView) -> None:
    assert view.lesson().name == FIRST
    assert view._choice.currentText() == f"{LESSONS[FIRST].section}  {lesson_text(FIRST, 'en').title}"
    QTest.mouseClick(view._back, Qt.MouseButton.LeftButton)
    assert view.lesson().name == LAST == view._choice.currentData()
    QTest.mouseClick(view._on, Qt.MouseButton.LeftButton)
    assert view.lesson().name == FIRST
    assert words(view).split()[:4] == lesson_text(FIRST, "en").body.split()[:4]


def test_one_is_chosen_in_the_list(view: LessonView) -> None:
    QTest.keyClick(view._choice, Qt.Key.Key_Down)
    assert view.lesson().name == list(LESSONS)[1]
    with pytest.raises(KeyError):
        view.show_lesson("nothing")


@pytest.mark.parametrize("name", LESSONS)
def test_every_link_opens_its_experiment(view: LessonView, qtbot: QtBot, name: str) -> None:
    view.show_lesson(name)
    for key, experiment in LESSONS[name].tries.items():
        with qtbot.waitSignal(view.experiment_requested) as asked:
            view._page.anchorClicked.emit(QUrl(f"try:{key}"))
        assert asked.args == [experiment, name]


def test_a_link_is_found_by_keys_and_by_the_mouse(view: LessonView, qtbot: QtBot) -> None:
    view.show_lesson("logistic-regression")
    view._page.setFocus()
    QTest.keyClick(view._page, Qt.Key.Key_Tab)
    with qtbot.waitSignal(view.experiment_requested) as asked:
        QTest.keyClick(view._page, Qt.Key.Key_Return)
    assert asked.args is not None
    assert asked.args[0] == LESSONS["logistic-regression"].tries["clouds"]
    place = view._page.cursorRect(view._page.textCursor()).center()
    assert view._page.anchorAt(QPoint(place.x() - 4, place.y())) == "try:clouds"
    with qtbot.waitSignal(view.experiment_requested):
        QTest.mouseClick(view._page.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.x() - 4, place.y()))


def test_links_that_are_none_do_nothing(view: LessonView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.experiment_requested):
        for link in ("try:nothing", "other:clouds", "clouds"):
            view._page.anchorClicked.emit(QUrl(link))


def test_a_check_is_asked_for_once_and_its_figures_stand_below(view: LessonView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.check_requested) as asked:
        QTest.mouseClick(view._check, Qt.MouseButton.LeftButton)
    assert asked.args == [LESSONS[FIRST].claims]
    assert (view._check.text(), view._check.isEnabled()) == ("Checking …", False)
    view.show_figures(FIGURES)
    assert (view._check.text(), view._check.isEnabled()) == ("Check the claim", True)
    table = "measured claimed ✓ 0.99 ≥ 0.97 kept ✗ 0.5 ≤ 0.2 broken <b> · 12345 free"
    assert " ".join(words(view).split()).endswith(table)
    view.show_lesson(LAST)
    assert "broken" not in words(view)


def test_what_a_check_came_to_stands_in_the_lesson_that_asked(view: LessonView) -> None:
    view._check.click()
    view.show_lesson(LAST)
    assert (view._check.text(), view._check.isEnabled()) == ("Check the claim", True)
    view.show_figures(FIGURES)
    assert "broken" not in words(view)
    view.show_lesson(FIRST)
    assert "broken" in words(view)
    assert view._check.isEnabled()


def test_a_lesson_that_is_left_during_its_check_is_still_checked_when_it_is_turned_to_again(view: LessonView) -> None:
    view._check.click()
    view.show_lesson(LAST)
    view.show_lesson(FIRST)
    assert (view._check.text(), view._check.isEnabled()) == ("Checking …", False)
    view.show_lesson(LAST)
    view._check.click()  # ends the first one
    view.show_lesson(FIRST)
    assert view._check.isEnabled()
    view.show_problem("it was stopped")
    assert "it was stopped" not in words(view)


def test_the_link_to_what_is_seen_is_set_off(view: LessonView) -> None:
    view.show_lesson("logistic-regression")
    tries = LESSONS["logistic-regression"].tries
    assert marked(view) == set()
    view.show_experiment(tries["ring"])
    assert marked(view) == {"try:ring"}
    view.show_experiment(replace(tries["ring"], seed=1))
    assert marked(view) == set()
    view.show_experiment(tries["hidden"])
    view.show_lesson("cost")
    assert marked(view) == set()
    view.show_lesson("logistic-regression")
    assert marked(view) == {"try:hidden"}


def test_another_lesson_is_told(view: LessonView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.turned) as told:
        view.show_lesson(LAST)
    assert told.args == [LAST]
    with qtbot.assertNotEmitted(view.turned):
        view.show_lesson(LAST)


def test_a_check_that_failed_says_why(view: LessonView) -> None:
    view.show_problem("no such program")
    assert words(view).endswith("no such program")
    assert view._check.isEnabled()


def test_it_changes_with_the_language_and_the_theme(view: LessonView, qtbot: QtBot, qapp: QApplication) -> None:
    name = "logistic-regression"
    figures = tuple(Figure(name=str(number), value=1.0) for number in range(3))
    view.show_lesson(name)
    view.show_figures(figures)
    light = view.grab().toImage()
    install_language(qapp, "zh")
    try:
        qtbot.waitUntil(lambda: lesson_text(name, "zh").title in view._choice.currentText())
        assert lesson_text(name, "zh").figures[0] in words(view)
        assert view._check.text() == "验证结论"
        apply(qapp, DARK)
        assert view.grab().toImage() != light
    finally:
        apply(qapp, LIGHT)
        install_language(qapp, "en")
    qtbot.waitUntil(lambda: words(view).rstrip().endswith("2"))


@pytest.mark.parametrize(
    ("least", "most", "said"), [(-inf, inf, ""), (0.97, inf, "≥ 0.97"), (-inf, 1e-7, "≤ 10⁻⁷"), (0.5, 2.0, "0.5 … 2")]
)
def test_bounds_are_said(least: float, most: float, said: str) -> None:
    text = bound_text(Figure(name="", value=0.0, least=least, most=most))
    assert text.replace("1×10", "10") == said
