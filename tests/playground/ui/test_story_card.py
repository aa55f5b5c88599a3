"""The pages of the story: which one opens, and a sign on the first while it has advice and another one is seen."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.edits import Edit
from engine.presets import preset
from engine.snapshot import Failure, Review, Snapshot
from playground.ui.story_card import StoryCard
from playground.ui.widgets.segmented import Segment
from tests.playground.ui.snapshots import make_experiment, make_snapshot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


def snapshot(kind: str = "iris", advice: str = "", **changes: object) -> Snapshot:
    review = Review(
        verdict="variance",
        train_error=0.0,
        compared="dev",
        compared_error=0.1,
        attainable=0.0,
        known=False,
        advice=advice,
    )
    made = make_snapshot(make_experiment(kind), surface_size=4, unit_size=2)
    return dataclasses.replace(made, step=9, review=review, **changes)  # type: ignore[arg-type]  # fields, by name


@pytest.fixture
def card(qtbot: QtBot) -> StoryCard:
    made = StoryCard()
    qtbot.addWidget(made)
    made.resize(560, 240)
    with qtbot.waitExposed(made):
        made.show()
    return made


def segments(card: StoryCard) -> list[Segment]:
    return card._choice.findChildren(Segment)


def test_advice_is_announced_while_another_page_is_seen(card: StoryCard) -> None:
    card.show_snapshot(snapshot())
    now = segments(card)[0]
    assert not now.isChecked()  # four measurements and three classes: the results say most
    plain = now.grab().toImage()
    card.show_snapshot(snapshot(advice="weight-decay"))
    assert now.grab().toImage() != plain
    assert now.accessibleDescription().endswith("There is something to try.")
    assert "something to try" in now.toolTip()
    card.show_snapshot(snapshot())
    assert now.grab().toImage() == plain
    assert now.accessibleDescription() == "What happens now, in words"


def test_the_advice_is_a_click_away(card: StoryCard) -> None:
    card.show_snapshot(snapshot(advice="weight-decay"))
    asked: list[Edit] = []
    card.edit_requested.connect(asked.append)
    QTest.mouseClick(segments(card)[0], Qt.MouseButton.LeftButton)
    assert card.status.review.button.isVisible()
    QTest.mouseClick(card.status.review.button, Qt.MouseButton.LeftButton)
    assert [edit.label for edit in asked] == ["L2 penalty"]


def test_a_run_that_breaks_opens_the_page_that_says_why_once(card: StoryCard) -> None:
    card.show_snapshot(snapshot())
    broken = snapshot(failure=Failure(kind="diverged", step=3, layer=1, message="step 3: Z of layer 1 is not finite"))
    card.show_snapshot(broken)
    assert card.status.isVisible()
    card.show_page("results")
    card.show_snapshot(broken)
    assert card.results.isVisible()  # the user's choice stays
    card.show_snapshot(snapshot(failure=Failure(kind="diverged", step=9, layer=1, message="step 9: it is not finite")))
    assert card.status.isVisible()  # another failure is news


def test_two_classes_of_many_measurements_open_the_results(card: StoryCard) -> None:
    card.show_snapshot(snapshot("breast-cancer"))
    assert card.results.isVisible()
    card.show_snapshot(snapshot("circle"))
    assert card.status.isVisible()


def test_a_preset_that_is_to_fail_opens_the_page_that_says_why_and_its_cure_leaves_that_open(card: StoryCard) -> None:
    card.show_experiment(preset("wine"))
    card.show_snapshot(snapshot("wine"))
    assert card.results.isVisible()
    card.show_experiment(preset("wine-raw"))
    card.show_snapshot(snapshot("wine"))
    assert card.status.isVisible()
    card.show_experiment(preset("wine"))
    card.show_snapshot(snapshot("wine"))
    assert card.status.isVisible()
    card.show_page("results")
    card.show_experiment(dataclasses.replace(preset("iris-l1"), seed=0))
    card.show_snapshot(snapshot("iris"))
    assert card.status.isVisible()


def test_a_lesson_is_made_when_it_is_opened_and_stays_whatever_is_tried(card: StoryCard) -> None:
    card.show_snapshot(snapshot())
    low = card.height()
    assert card.lesson is None
    segments(card)[-1].click()
    assert card.lesson is not None
    assert card.lesson.isVisible()
    assert card.height() > low
    broken = Failure(kind="diverged", message="it overflowed", step=3, layer=1)
    card.show_snapshot(snapshot("circle", failure=broken))
    card.show_experiment(preset("wine-raw"))
    card.show_snapshot(snapshot("wine"))
    assert card.lesson.isVisible()
    card.show_page("now")
    assert not card.lesson.isVisible()
    assert card.height() == low
    card.open_lesson("penalties")
    assert card.lesson.isVisible()
    assert card.lesson.lesson().name == "penalties"
