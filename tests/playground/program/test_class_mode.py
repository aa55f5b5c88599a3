"""Class mode from the menu to the file: chosen, seen, kept, sent, taken back."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from engine.edits import add_unit, set_field
from engine.experiment_file import load_experiment
from engine.experiment_text import experiment_to_link, read_text
from engine.presets import preset
from playground import app
from playground.program.kept_session import session_folder
from playground.restrictions import NOTHING, Restrictions, restrictions_aside
from playground.ui.main_window import MainWindow
from playground.ui.widgets.slider_track import SliderTrack
from tests.playground.program.conftest import Start, end

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
CHOSEN = Restrictions(hidden=("batch_size", "card.curves"), locked=("optimizer.learning_rate", "layers"))


def choose(opened: app.Playground, name: str, number: int) -> None:
    """Click the segment in the list: 0 shown, 1 locked, 2 hidden."""
    dialog = opened.window.class_mode.dialog
    assert dialog is not None
    QTest.mouseClick(dialog.choices[name].findChildren(QAbstractButton)[number], Qt.MouseButton.LeftButton)


def test_a_teacher_hides_and_locks_by_clicks(opened: app.Playground, qtbot: QtBot) -> None:
    window = opened.window
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL | SHIFT)
    assert window.class_mode.dialog is not None
    assert window.class_mode.dialog.isVisible()
    choose(opened, "batch_size", 2)
    choose(opened, "optimizer.learning_rate", 1)
    choose(opened, "card.curves", 1)  # cards can be hidden, not locked
    assert opened.document.restrictions == Restrictions(
        hidden=("batch_size", "card.curves"), locked=("optimizer.learning_rate",)
    )
    assert not window.controls.training.sliders["batch_size"].isVisible()
    assert not window.controls.training.sliders["optimizer.learning_rate"].isEnabled()
    assert not window.curves.isVisible()
    assert window.controls.badge.isVisible()
    assert opened.document.is_modified
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert window.curves.isVisible()
    QTest.mouseClick(window.class_mode.dialog._everything, Qt.MouseButton.LeftButton)
    assert opened.document.restrictions == NOTHING
    assert window.controls.training.sliders["batch_size"].isVisible()
    assert not window.controls.badge.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert not window.controls.training.sliders["batch_size"].isVisible()


def test_what_is_locked_cannot_be_changed_in_any_way(opened: app.Playground, qtbot: QtBot) -> None:
    opened.document.restrict(CHOSEN)
    before = opened.document.experiment
    track = opened.window.controls.training.sliders["optimizer.learning_rate"].findChild(SliderTrack)
    QTest.mouseClick(track, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    opened.window.edit_requested.emit(add_unit(0))  # as the picture's plus does
    assert opened.window.banner.isVisible()
    assert "Locked" in opened.window.banner._title_label.text()
    opened.window.preset_requested.emit("spiral")
    QGuiApplication.clipboard().setText("optimizer.learning_rate=0.5")
    qtbot.keyClick(opened.window, Qt.Key.Key_V, CONTROL)
    assert opened.document.experiment == before
    opened.window.edit_requested.emit(set_field("batch_size", 7))  # hidden is not locked
    assert opened.document.experiment == replace(before, batch_size=7)


def test_it_is_kept_in_the_file_and_comes_back_with_it(opened: app.Playground, tmp_path: Path) -> None:
    opened.document.restrict(CHOSEN)
    opened.files.save_to(tmp_path / "lesson.json")
    assert not opened.document.is_modified
    assert load_experiment(tmp_path / "lesson.json") == opened.document.experiment
    tree = json.loads((tmp_path / "lesson.json").read_text(encoding="utf-8"))
    assert tree["class"] == {"hidden": list(CHOSEN.hidden), "locked": list(CHOSEN.locked)}
    opened.window.actions_by_id["new"].trigger()
    assert opened.document.restrictions == NOTHING
    assert opened.window.curves.isVisible()
    opened.files.open(tmp_path / "lesson.json")
    assert opened.document.restrictions == CHOSEN
    assert not opened.window.curves.isVisible()


def test_a_file_with_a_wrong_name_in_it_is_said(opened: app.Playground, tmp_path: Path) -> None:
    opened.files.save_to(tmp_path / "lesson.json")
    tree = json.loads((tmp_path / "lesson.json").read_text(encoding="utf-8"))
    (tmp_path / "lesson.json").write_text(json.dumps(tree | {"class": {"hidden": ["everything"]}}), encoding="utf-8")
    opened.files.open_or_say(tmp_path / "lesson.json")
    assert opened.window.banner.isVisible()
    assert "class.hidden[0]" in opened.window.banner._text_label.text()


def test_it_travels_in_links(opened: app.Playground, qtbot: QtBot) -> None:
    opened.document.restrict(CHOSEN)
    for key in (Qt.Key.Key_C, Qt.Key.Key_J):
        qtbot.keyClick(opened.window, key, CONTROL | SHIFT)
        opened.window.actions_by_id["new"].trigger()
        qtbot.keyClick(opened.window, Qt.Key.Key_V, CONTROL)
        assert opened.document.restrictions == CHOSEN
        assert opened.document.experiment == preset("circle")
        assert opened.document.is_modified  # no file holds it


def test_it_is_there_at_the_next_start(start: Start, tmp_path: Path) -> None:
    first = start()
    first.keeping.begin(tmp_path)
    first.document.restrict(CHOSEN)
    first.window.close()
    again = start()
    again.keeping.begin(tmp_path)
    assert again.document.restrictions == CHOSEN
    assert not again.window.controls.training.sliders["batch_size"].isVisible()
    assert again.document.is_modified


def test_the_palette_offers_no_hidden_settings(opened: app.Playground) -> None:
    opened.document.restrict(CHOSEN)
    offered = opened.window.controls.fields()
    assert "batch_size" not in offered
    assert {"penalty.l2", "optimizer.learning_rate"} < set(offered)
    assert opened.window.controls.show_field("optimizer.learning_rate")  # shown with the reason why it rests


def test_a_link_on_the_command_line_brings_it(fresh: QApplication) -> None:
    shared = read_text(experiment_to_link(preset("xor"), restrictions_aside(CHOSEN)))
    window = MainWindow(empty=True)
    playground = app.begin(fresh, window, shared)
    assert playground.document.experiment == preset("xor")
    assert playground.document.restrictions == CHOSEN
    end(playground)
    for file in session_folder().glob("*"):
        file.unlink()
