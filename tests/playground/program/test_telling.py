"""What went wrong, what is locked and what can be undone is told in the window, in its own words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from engine.edits import choose_data, new_seed, set_field
from engine.experiment import Layer, Optimizer
from engine.painting import start_painting
from engine.presets import preset
from playground import app
from playground.program.application import make_application
from playground.restrictions import Restrictions
from playground.ui.language import install_language
from playground.ui.views.surface_canvas import SurfaceCanvas
from tests.playground.seen import Seen


def test_a_diverged_run_says_why_and_stays_alive(opened: app.Playground, seen: Seen, qtbot: QtBot) -> None:
    broken = replace(
        preset("reg-plane"),
        layers=(Layer(units=6, activation="relu"), Layer(units=6, activation="relu")),
        optimizer=Optimizer(kind="gd", learning_rate=900.0),
    )
    opened.document.start(broken)
    opened.session.play()
    seen(lambda one: one.failure is not None)
    qtbot.waitUntil(opened.window.banner.isVisible)
    assert "learning rate" in opened.window.banner._text_label.text()
    assert opened.window.banner._title_label.text() == "Training diverged"
    opened.document.apply(set_field("optimizer.learning_rate", 0.01))
    opened.session.reset()
    opened.session.play()
    seen(lambda one: one.running and one.epoch >= 1 and one.failure is None)


@pytest.mark.parametrize("room", ["large_picture", "projector"])
def test_a_diverged_run_leads_to_what_to_do_from_a_picture_that_hides_it(
    opened: app.Playground, seen: Seen, qtbot: QtBot, room: str
) -> None:
    opened.document.start(preset("reg-plane-diverges"))
    opened.window.actions_by_id[room].trigger()
    story, banner = opened.window.story, opened.window.banner
    assert not story.isVisible()
    opened.session.play()
    seen(lambda one: one.failure is not None)
    qtbot.waitUntil(banner.isVisible, timeout=30_000)
    assert banner._action.text() == "What to do"
    banner._action.click()
    qtbot.waitUntil(story.status.isVisible, timeout=30_000)
    assert not banner.isVisible()


def test_a_message_covers_nothing_that_can_be_pressed(opened: app.Playground) -> None:
    opened.window.resize(1280, 720)
    QApplication.processEvents()
    banner = opened.window.banner
    banner.show_message("warning", "This is not possible", "For a reason that takes a few words more than the title.")
    under = QRect(banner.mapToGlobal(QPoint()), banner.size())
    buttons = [one for one in opened.window.findChildren(QAbstractButton) if one.isVisible()]
    covered = [
        one
        for one in buttons
        if not banner.isAncestorOf(one) and under.intersects(QRect(one.mapToGlobal(QPoint()), one.size()))
    ]
    assert covered == []


def test_a_refused_edit_is_said_and_changes_nothing(opened: app.Playground) -> None:
    before = opened.document.experiment
    opened.window.edit_requested.emit(set_field("optimizer.learning_rate", -1.0))
    assert opened.document.experiment == before
    assert opened.window.banner.isVisible()
    assert "optimizer.learning_rate" in opened.window.banner._text_label.text()


def test_own_points_of_a_table_begin_empty_with_a_word_and_a_brush_in_hand(
    opened: app.Playground, seen: Seen, qtbot: QtBot
) -> None:
    opened.document.apply(choose_data("iris"))
    seen(lambda one: one.experiment.data.kind == "iris")
    banner, card = opened.window.banner, opened.window.surface
    assert not card.brush.isChecked()
    opened.document.apply(start_painting())
    qtbot.waitUntil(banner.isVisible)
    assert "Nothing to train on" in [label.text() for label in banner.findChildren(QLabel)]
    assert card.brush.isChecked()
    canvas = card.view.findChild(SurfaceCanvas)
    assert isinstance(canvas, SurfaceCanvas)
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Return, Qt.Key.Key_2, Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(canvas, key)
    points = opened.document.experiment.data.points
    assert [point[2] for point in points] == [0, 1]
    assert points[0][0] < points[1][0] == pytest.approx(0.0, abs=0.01)
    assert opened.document.undo_stack.count() == 4
    assert seen(lambda one: one.experiment.data.points == points).data.class_names == ("class 1", "class 2")
    qtbot.waitUntil(lambda: not banner.isVisible())


def test_a_locked_setting_is_named_in_the_words_of_the_window(opened: app.Playground) -> None:
    opened.document.restrict(Restrictions(locked=("data.kind",)))
    opened.window.edit_requested.emit(choose_data("xor"))
    assert "Data sets" in opened.window.banner._text_label.text()
    install_language(make_application(), "zh")
    QApplication.processEvents()
    assert "数据集" in opened.window.banner._text_label.text()


def test_a_new_run_takes_away_what_was_wrong_with_the_last_and_nothing_else(opened: app.Playground, seen: Seen) -> None:
    banner = opened.window.banner
    opened.window.edit_requested.emit(set_field("optimizer.learning_rate", -1.0))
    assert banner.isVisible()
    for title in ("", "Something else"):
        if title:
            banner.show_message("info", title, "It stays.")
        run = seen(lambda one: True).run
        opened.session.reset()
        seen(lambda one, run=run: one.run > run)
        assert banner.isVisible() == bool(title)


def test_undo_and_redo_name_their_own_steps(opened: app.Playground) -> None:
    opened.document.apply(new_seed(5))
    opened.document.apply(set_field("penalty.l2", 0.25))
    opened.document.undo()
    words = {name: opened.window.actions_by_id[name].text() for name in ("undo", "redo")}
    assert "5" in words["undo"]
    assert "0.25" in words["redo"]
    assert "0.25" not in words["undo"]
