"""Dialogs begin where the last one ended, and offer the document's name with the ending of what is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.presets import preset
from playground import app
from tests.playground.program.test_files import dialog_of


def test_a_dialog_begins_where_the_last_one_ended(opened: app.Playground, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    opened.files.save_to(tmp_path / "a" / "lesson.json")
    opened.files.save_as()
    dialog = dialog_of(opened)
    assert dialog.directory().absolutePath() == str(tmp_path / "a")
    assert Path(dialog.selectedFiles()[0]).name == "lesson.json"
    dialog.setObjectName("done")
    dialog.fileSelected.emit(str(tmp_path / "b" / "other.json"))
    dialog.reject()
    opened.files.ask_to_open()
    assert dialog_of(opened).directory().absolutePath() == str(tmp_path / "b")


def test_a_new_document_is_called_as_its_data(opened: app.Playground) -> None:
    opened.files.save_as()
    assert Path(dialog_of(opened).selectedFiles()[0]).name == "circle.json"


def test_one_on_a_table_is_called_as_the_table_and_its_step_names_it(opened: app.Playground, tmp_path: Path) -> None:
    (tmp_path / "数据.csv").write_text("a,b\n" + "\n".join(f"{row},{row % 2}" for row in range(40)), encoding="utf-8")
    opened.files.open(tmp_path / "数据.csv")
    assert "数据.csv" in opened.window.actions_by_id["undo"].text()
    opened.files.save_as()
    assert Path(dialog_of(opened).selectedFiles()[0]).name == "数据.json"


def test_a_folder_that_is_gone_is_not_offered(
    opened: app.Playground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    opened.document.start(preset("circle"), tmp_path / "gone" / "a.json")
    opened.files.ask_to_open()
    assert dialog_of(opened).directory().absolutePath() == str(tmp_path)
