"""A lesson is turned to, its links open experiments, and what its claims came to stands below it in both languages."""

from __future__ import annotations

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
from playground.ui.theme import DARK, LIGHT, apply
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


def test_it_begins_at_the_first_and_goes_round(view: LessonView) -> None:
    assert view.lesson().name == FIRST
    assert view._choice.count() == len(LESSONS)
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
        assert asked.args == [experiment, lesson_text(name, "en").title]


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
    table = "✓ 0.99 ≥ 0.97 kept ✗ 0.5 ≤ 0.2 broken <b> · 12345 free"
    assert " ".join(words(view).split()).endswith(table)
    view.show_lesson(LAST)
    assert "broken" not in words(view)


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
