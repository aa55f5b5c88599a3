"""An experiment goes to the clipboard by keys and comes back by keys; text fields keep their own paste."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from engine.edits import new_seed
from engine.experiment_file import save_experiment
from engine.experiment_text import SCHEME
from engine.presets import preset
from playground import app
from playground.ui.drop_target import files_in

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def paste(opened: app.Playground, qtbot: QtBot, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(opened.window, Qt.Key.Key_V, CONTROL)


@pytest.mark.parametrize("key", [Qt.Key.Key_C, Qt.Key.Key_J])
def test_copied_and_pasted_it_is_the_same(opened: app.Playground, qtbot: QtBot, key: Qt.Key) -> None:
    opened.document.apply(new_seed(77))
    copied = opened.document.experiment
    qtbot.keyClick(opened.window, key, CONTROL | SHIFT)
    text = QGuiApplication.clipboard().text()
    assert text.startswith(SCHEME if key == Qt.Key.Key_C else "{")
    opened.document.undo()
    paste(opened, qtbot, text)
    assert opened.document.experiment == copied
    qtbot.keyClick(opened.window, Qt.Key.Key_Z, CONTROL)
    assert opened.document.experiment == preset("circle")


def test_a_clipboard_that_holds_nothing_is_said(
    opened: app.Playground, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("playground.program.sharing.files_in", lambda content: files_in(None))
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(opened.window, Qt.Key.Key_V, CONTROL)
    assert opened.window.banner.isVisible()


def test_lines_change_what_is_there(opened: app.Playground, qtbot: QtBot) -> None:
    paste(opened, qtbot, "optimizer.learning_rate=0.5\nbatch_size=all")
    expected = replace(preset("circle"), batch_size="all")
    expected = replace(expected, optimizer=replace(expected.optimizer, learning_rate=0.5))
    assert opened.document.experiment == expected


@pytest.mark.parametrize("text", ["", "a letter", "neural-playground:1:abc", '{"format": 1, "seed": -1}', "seed=x"])
def test_what_is_no_experiment_is_said_in_a_line(opened: app.Playground, qtbot: QtBot, text: str) -> None:
    paste(opened, qtbot, text)
    assert opened.window.banner.isVisible()
    said = opened.window.banner._text_label.text()
    assert said
    assert "\n" not in said
    assert opened.document.undo_stack.count() == 0


def test_a_copied_file_is_opened(opened: app.Playground, qtbot: QtBot, tmp_path: Path) -> None:
    save_experiment(replace(preset("xor"), seed=7), tmp_path / "e.json")
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(tmp_path / "e.json"))])
    QGuiApplication.clipboard().setMimeData(content)
    qtbot.keyClick(opened.window, Qt.Key.Key_V, CONTROL)
    assert opened.document.path == tmp_path / "e.json"


def test_a_text_field_keeps_its_own_paste(opened: app.Playground, qtbot: QtBot) -> None:
    field = opened.window.controls.training.seed.field
    field.setFocus()
    field.selectAll()
    QGuiApplication.clipboard().setText("123")
    qtbot.keyClick(field, Qt.Key.Key_V, CONTROL)
    assert field.text() == "123"
    assert not opened.window.banner.isVisible()
