"""The session from one start to the next, when something is in the way: broken files, a second window, a bad disk."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.edits import add_layer, choose_data, new_seed, set_field
from engine.presets import preset
from playground.program import autosave
from playground.program.background_writer import BackgroundWriter
from playground.program.keeping import Keeping
from playground.program.kept_session import DOCUMENT, document_from_bytes, document_to_bytes
from tests.playground.program.conftest import Start
from tests.playground.program.test_autosave import epoch_of, trained


def test_nothing_is_kept_before_it_begins(start: Start, tmp_path: Path) -> None:
    opened = start()
    assert isinstance(opened.keeping, Keeping)
    assert opened.keeping.autosave is None
    opened.document.apply(new_seed(5))
    opened.window.close()
    assert opened.session.is_closed


def test_a_broken_session_is_said_and_the_program_begins(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / DOCUMENT).write_text("{")
    opened = start()
    opened.keeping.begin(tmp_path)
    qtbot.waitUntil(lambda: epoch_of(opened) == 0, timeout=30_000)
    assert opened.window.banner.isVisible()
    assert "session-broken.json" in opened.window.banner._text_label.text()
    assert opened.document.experiment == preset("circle")


def test_fresh_begins_without_it_and_puts_it_aside(start: Start, tmp_path: Path) -> None:
    first = start()
    first.keeping.begin(tmp_path)
    first.document.apply(add_layer(0))
    first.window.close()
    again = start()
    again.keeping.begin(tmp_path, fresh=True)
    assert again.document.experiment == preset("circle")
    assert document_from_bytes((tmp_path / "session-before.json").read_bytes()).experiment == first.document.experiment


def test_two_windows_are_both_kept_and_come_back(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    first, second = start(), start()
    first.keeping.begin(tmp_path)
    second.keeping.begin(tmp_path)
    assert second.window.banner.isVisible()
    assert not first.window.banner.isVisible()
    second.document.apply(new_seed(99))
    second.window.close()
    first.document.apply(new_seed(5))
    first.window.close()
    again, beside = start(), start()
    again.keeping.begin(tmp_path)
    beside.keeping.begin(tmp_path)
    assert (again.document.experiment.seed, beside.document.experiment.seed) == (5, 99)


def test_a_run_that_was_changed_while_it_trained_is_not_lost_with_the_program(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    """As after a kill: the document is newer than the weights, by a change that training goes on with."""
    first = start()
    first.keeping.begin(tmp_path)
    trained(first, qtbot, 3)
    first.window.close()
    content = (tmp_path / DOCUMENT).read_text(encoding="utf-8")
    kept = document_from_bytes(content.encode())
    changed = set_field("optimizer.learning_rate", 0.5).change(kept.experiment)
    (tmp_path / DOCUMENT).write_bytes(document_to_bytes(replace(kept, experiment=changed)))
    again = start()
    again.keeping.begin(tmp_path)
    qtbot.waitUntil(lambda: epoch_of(again) == 3, timeout=30_000)
    assert again.document.experiment == changed
    again.session.step_epoch()
    qtbot.waitUntil(lambda: epoch_of(again) == 4, timeout=30_000)
    assert again.session.trainer_copy().experiment == changed


def test_what_a_killed_program_left_half_written_is_swept_away(start: Start, tmp_path: Path) -> None:
    (tmp_path / ".session.json.abc.part").write_text("half")
    (tmp_path / "mine.part").write_text("somebody's")
    start().keeping.begin(tmp_path)
    assert not (tmp_path / ".session.json.abc.part").exists()
    assert (tmp_path / "mine.part").exists()


def test_a_window_that_cannot_be_kept_asks_before_it_loses_something(start: Start, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    opened = start()
    opened.keeping.begin(tmp_path / "file")
    opened.document.apply(new_seed(5))
    opened.window.banner.dismiss()
    opened.window.close()
    assert opened.window.isVisible()
    assert not opened.session.is_closed
    assert opened.window.banner.isVisible()
    opened.window.banner._action.click()
    assert not opened.window.isVisible()
    assert opened.session.is_closed


def test_a_full_disk_asks_and_a_saved_file_is_enough(start: Start, tmp_path: Path) -> None:
    opened = start()
    opened.keeping.begin(tmp_path / "kept")
    assert opened.keeping.autosave is not None
    opened.keeping.autosave.writer.finish(10)
    opened.keeping.autosave.writer = BackgroundWriter()
    (tmp_path / "kept" / DOCUMENT).unlink(missing_ok=True)
    (tmp_path / "kept" / DOCUMENT).mkdir()
    opened.document.apply(new_seed(5))
    opened.window.close()
    assert opened.window.isVisible()
    opened.files.save_to(tmp_path / "lesson.json")
    opened.window.close()
    assert not opened.window.isVisible()
    (tmp_path / "kept" / DOCUMENT).rmdir()


def test_a_folder_that_cannot_be_written_is_no_obstacle(start: Start, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    opened = start()
    opened.keeping.begin(tmp_path / "file")
    assert "file" in opened.window.banner._text_label.text()
    opened.window.close()
    assert opened.session.is_closed


def test_what_cannot_be_kept_is_said(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    opened = start()
    opened.keeping.begin(tmp_path)
    (tmp_path / DOCUMENT).mkdir()
    opened.document.apply(new_seed(5))
    qtbot.waitUntil(opened.window.banner.isVisible, timeout=30_000)
    assert DOCUMENT in opened.window.banner._text_label.text()
    (tmp_path / DOCUMENT).rmdir()


def test_a_disk_that_hangs_does_not_keep_the_window(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = threading.Event()
    monkeypatch.setattr(autosave, "LONGEST_END", 0.05)
    monkeypatch.setattr("playground.program.background_writer.write_whole", lambda *_: held.wait(60))
    opened = start()
    opened.keeping.begin(tmp_path)
    opened.document.apply(new_seed(5))
    opened.window.close()
    assert opened.session.is_closed
    held.set()
    assert opened.keeping.autosave is not None
    assert opened.keeping.autosave.writer.finish(60)


def test_a_table_that_is_gone_is_said_and_the_window_lives(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("a,b\n" + "\n".join(f"{row},{row % 2}" for row in range(40)))
    first = start()
    first.keeping.begin(tmp_path / "kept")
    first.files.open(table)
    qtbot.waitUntil(lambda: epoch_of(first) == 0, timeout=30_000)
    first.window.close()
    table.unlink()
    again = start()
    again.keeping.begin(tmp_path / "kept")
    assert again.document.experiment.data.path == str(table)
    qtbot.waitUntil(again.window.banner.isVisible, timeout=30_000)
    again.window.preset_requested.emit("xor")
    qtbot.waitUntil(lambda: epoch_of(again) == 0, timeout=30_000)
    again.window.close()
    assert again.session.is_closed


def test_a_document_whose_data_cannot_be_read_is_kept_all_the_same(start: Start, tmp_path: Path) -> None:
    opened = start()
    opened.keeping.begin(tmp_path)
    opened.document.apply(choose_data("csv", path=str(tmp_path / "missing.csv")))
    opened.window.close()
    assert document_from_bytes((tmp_path / DOCUMENT).read_bytes()).experiment == opened.document.experiment
