"""Files as they are used: from the menu and the title bar, and nothing is lost by opening another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from engine.edits import add_layer, new_seed
from engine.experiment_file import load_experiment, save_experiment
from engine.presets import preset
from playground import app

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def dialog_of(opened: app.Playground) -> QFileDialog:
    dialog = opened.window.findChild(QFileDialog, "file dialog")
    assert isinstance(dialog, QFileDialog)
    return dialog


def test_the_title_names_the_file_and_dots_what_is_not_saved(
    opened: app.Playground, qtbot: QtBot, tmp_path: Path
) -> None:
    assert opened.window.windowTitle() == "Neural Playground"
    opened.document.apply(new_seed(5))
    assert opened.window.windowTitle() == "• Untitled – Neural Playground"
    qtbot.keyClick(opened.window, Qt.Key.Key_S, CONTROL | SHIFT)
    dialog = dialog_of(opened)
    dialog.fileSelected.emit(str(tmp_path / "lesson.json"))
    dialog.reject()
    assert opened.window.windowTitle() == "lesson.json – Neural Playground"
    opened.document.apply(new_seed(6))
    assert opened.window.windowTitle() == "• lesson.json – Neural Playground"
    qtbot.keyClick(opened.window, Qt.Key.Key_S, CONTROL)
    assert opened.window.windowTitle() == "lesson.json – Neural Playground"
    assert load_experiment(tmp_path / "lesson.json").seed == 6


def test_new_begins_with_the_circle_and_undo_brings_the_work_back(opened: app.Playground, qtbot: QtBot) -> None:
    opened.document.apply(add_layer(0))
    work = opened.document.experiment
    qtbot.keyClick(opened.window, Qt.Key.Key_N, CONTROL)
    assert opened.document.experiment == preset("circle")
    assert not opened.document.is_modified
    qtbot.keyClick(opened.window, Qt.Key.Key_Z, CONTROL)
    assert opened.document.experiment == work
    assert opened.document.is_modified


def test_a_recent_file_is_opened_from_the_menu(opened: app.Playground, tmp_path: Path) -> None:
    assert not opened.window.actions_by_id["open_recent"].isEnabled()
    for name, seed in (("a", 7), ("b", 8)):
        save_experiment(replace(preset("xor"), seed=seed), tmp_path / f"{name}.json")
        opened.files.open(tmp_path / f"{name}.json")
    menu = opened.window.top_bar.menu
    menu.opening.emit()
    assert [row.text() for row in menu.recent.actions()] == ["b.json", "a.json"]
    menu.recent.actions()[1].trigger()
    assert opened.document.experiment.seed == 7
    (tmp_path / "b.json").unlink()
    menu.opening.emit()
    assert [row.text() for row in menu.recent.actions()] == ["a.json"]


def test_what_cannot_be_written_is_said_and_nothing_is_lost(opened: app.Playground, tmp_path: Path) -> None:
    opened.document.apply(new_seed(5))
    opened.files.save_to(tmp_path / "missing" / "a.json")
    assert opened.window.banner.isVisible()
    assert "a.json" in opened.window.banner._text_label.text()
    assert opened.document.is_modified


def test_a_picture_is_written(opened: app.Playground, tmp_path: Path) -> None:
    opened.files.picture_to(tmp_path / "picture.png")
    assert QImage(str(tmp_path / "picture.png")).width() == opened.window.width()


def test_the_surface_is_saved_as_picture_drawing_or_points(opened: app.Playground, tmp_path: Path) -> None:
    opened.session.step_epoch()
    opened.window.surface.menu.commands["save"].trigger()
    dialog = dialog_of(opened)
    dialog.filterSelected.emit(dialog.nameFilters()[2])
    assert dialog.defaultSuffix() == "csv"
    dialog.reject()
    for name in ("surface.png", "surface.svg", "points.csv"):
        opened.files.surface_to(tmp_path / name)
        assert opened.window.banner.isVisible()
    assert not QImage(str(tmp_path / "surface.png")).isNull()
    assert (tmp_path / "surface.svg").read_text(encoding="utf-8").startswith("<?xml")
    table = (tmp_path / "points.csv").read_text(encoding="utf-8").splitlines()
    assert table[0] == "set,x1,x2,y,predicted y,p(outside),p(inside)"
    assert len(table) == 501


def test_a_file_that_cannot_be_written_is_said(opened: app.Playground, tmp_path: Path) -> None:
    for name in ("nowhere/surface.png", "nowhere/points.csv", "surface.gif"):
        opened.window.banner.dismiss()
        opened.files.surface_to(tmp_path / name)
        assert opened.window.banner.isVisible()
    assert list(tmp_path.iterdir()) == []
