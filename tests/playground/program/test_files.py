"""Files as they are used: from the menu, by a drop, from elsewhere; and nothing is lost by opening another."""

from __future__ import annotations

import errno
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from engine.edits import add_layer, new_seed
from engine.experiment_file import load_experiment, save_experiment
from engine.presets import preset
from playground import app
from tests.playground.seen import Seen

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


def test_a_table_is_opened_and_trained(opened: app.Playground, seen: Seen, tmp_path: Path) -> None:
    random = np.random.default_rng(0)
    rows = ["width,colour,kind"]
    rows += [f"{random.normal(k % 2 * 4, 1):.3f},{'red' if k % 3 else 'blue'},{'ab'[k % 2]}" for k in range(200)]
    path = tmp_path / "table.csv"
    path.write_text("\n".join(rows))
    opened.files.open_or_say(path)
    snapshot = seen(lambda one: one.experiment.data.kind == "csv")
    assert snapshot.data.class_names == ("a", "b")
    opened.session.play()
    assert seen(lambda one: one.epoch >= 30).accuracy["test"] > 0.9


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.json", b"{"), ("a.csv", b""), ("a.npz", b"PK"), ("a.safetensors", b"x"), ("missing.json", None)],
)
def test_a_file_that_cannot_be_opened_is_said(
    opened: app.Playground, qtbot: QtBot, tmp_path: Path, name: str, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    opened.files.open_or_say(tmp_path / name)
    qtbot.waitUntil(opened.window.banner.isVisible)
    assert opened.window.banner._text_label.text()


@pytest.mark.parametrize("count", [1, 2])
def test_one_dropped_experiment_is_opened_and_of_two_none(opened: app.Playground, tmp_path: Path, count: int) -> None:
    experiment, mime = replace(preset("xor"), seed=7), QMimeData()
    paths = [tmp_path / f"{number}.json" for number in range(count)]
    for path in paths:
        save_experiment(experiment, path)
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    held = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(opened.window, QDragEnterEvent(QPoint(5, 5), *held))
    QApplication.sendEvent(opened.window, QDropEvent(QPointF(5, 5), *held))
    assert opened.document.path == (paths[0] if count == 1 else None)
    assert opened.window.banner.isVisible() == (count == 2)


def test_saving_goes_to_the_chosen_file(opened: app.Playground, qtbot: QtBot, tmp_path: Path) -> None:
    opened.document.apply(add_layer(0))
    opened.window.actions_by_id["save"].trigger()
    dialog = opened.window.findChild(QFileDialog, "file dialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "e.json"))
    dialog.reject()
    assert load_experiment(tmp_path / "e.json") == opened.document.experiment
    assert not opened.document.is_modified


def test_a_dropped_link_is_taken(opened: app.Playground) -> None:
    opened.window.drop_target.text_dropped.emit("seed=99")
    assert opened.document.experiment == replace(preset("circle"), seed=99)


def test_a_folder_is_no_file(opened: app.Playground, tmp_path: Path) -> None:
    opened.files.open_or_say(tmp_path)
    assert "This is a folder" in opened.window.banner._text_label.text()


def test_an_experiment_is_not_saved_under_a_name_that_would_be_opened_as_something_else(
    opened: app.Playground, tmp_path: Path
) -> None:
    for name in ("lesson.csv", "lesson.NPZ", "lesson.safetensors"):
        opened.files.save_to(tmp_path / name)
        assert ".json" in opened.window.banner._text_label.text()
        opened.window.banner.dismiss()
    assert list(tmp_path.iterdir()) == []


def test_what_another_program_has_written_is_not_lost(opened: app.Playground, tmp_path: Path) -> None:
    path = tmp_path / "lesson.json"
    opened.files.save_to(path)
    opened.document.apply(new_seed(5))
    save_experiment(replace(preset("circle"), seed=123_456), path)
    opened.files.look_at_disk()
    banner = opened.window.banner
    assert "lesson.json" in banner._title_label.text()
    banner.dismiss()
    opened.files.look_at_disk()
    assert not banner.isVisible()  # told once
    opened.files.save()
    assert load_experiment(path).seed == 123_456
    banner._action.click()
    assert load_experiment(path).seed == 5
    assert not opened.document.is_modified
    save_experiment(replace(preset("circle"), seed=77), path)
    banner.dismiss()
    opened.files.look_at_disk()
    assert banner.isVisible()  # another change is told again


def test_a_changed_file_can_be_opened_again_and_undo_leads_back(opened: app.Playground, tmp_path: Path) -> None:
    path = tmp_path / "lesson.json"
    opened.files.save_to(path)
    opened.document.apply(new_seed(5))
    save_experiment(replace(preset("circle"), seed=123_456), path)
    opened.files.look_at_disk()
    opened.window.banner._action.click()
    assert opened.document.experiment.seed == 123_456
    opened.document.undo()
    assert opened.document.experiment.seed == 5


def test_a_file_changed_between_two_sessions_is_told(opened: app.Playground, tmp_path: Path) -> None:
    path = tmp_path / "lesson.json"
    save_experiment(preset("circle"), path)
    opened.document.start(preset("circle"), path)
    opened.files.compare_with_disk()
    assert not opened.window.banner.isVisible()
    save_experiment(replace(preset("circle"), seed=9), path)
    opened.files.compare_with_disk()
    assert "lesson.json" in opened.window.banner._title_label.text()
    opened.window.banner.dismiss()
    opened.document.apply(new_seed(5))
    opened.files.compare_with_disk()
    assert not opened.window.banner.isVisible()  # what is not saved differs of itself


@pytest.mark.parametrize("name", ["points.CSV", "Points.Tsv"])
def test_endings_are_known_in_capitals_too(opened: app.Playground, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("a\tb\tc\n1\t2\tx\n3\t4\ty\n", encoding="utf-8")
    opened.files.open(tmp_path / name)
    assert opened.document.experiment.data.path == str((tmp_path / name).resolve())


def test_a_full_disk_is_said_in_words(opened: app.Playground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("engine.files.os.fsync", full)
    opened.files.save_to(tmp_path / "a.json")
    assert opened.window.banner._text_label.text() == f"{tmp_path / 'a.json'}: The disk is full."
    assert list(tmp_path.iterdir()) == []
