"""What was being done is there again at the next start: the experiment, its file, the trained weights, the view."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.edits import add_layer, new_seed, set_field
from engine.export.checkpoint_file import run_from_bytes
from engine.presets import preset
from engine.trainer import Trainer
from playground import app
from playground.program import autosave
from playground.program.kept_session import DOCUMENT, RUN, document_from_bytes
from tests.playground.program.conftest import Start


def trained(opened: app.Playground, qtbot: QtBot, epochs: int) -> None:
    """Train so many epochs, and wait until they are seen."""
    for _ in range(epochs):
        opened.session.step_epoch()
    qtbot.waitUntil(lambda: epoch_of(opened) >= epochs, timeout=30_000)


def epoch_of(opened: app.Playground) -> int:
    snapshot = opened.session.latest()
    return -1 if snapshot is None else snapshot.epoch


def test_the_session_comes_back_and_trains_on_to_the_last_bit(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    first = start()
    first.keeping.begin(tmp_path)
    first.document.apply(set_field("optimizer.learning_rate", 0.05))
    trained(first, qtbot, 3)
    first.window.close()
    again = start()
    again.keeping.begin(tmp_path)
    qtbot.waitUntil(lambda: epoch_of(again) == 3, timeout=30_000)
    assert again.document.is_modified
    assert again.document.past() == first.document.past()
    again.session.step_epoch()
    qtbot.waitUntil(lambda: epoch_of(again) == 4, timeout=30_000)
    headless = Trainer(first.document.experiment)
    headless.run(4)
    np.testing.assert_array_equal(again.session.trainer_copy().parameters, headless.parameters)
    np.testing.assert_array_equal(again.session.trainer_copy().history.table, headless.history.table)


def test_a_change_is_kept_soon_and_a_file_with_it(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    opened = start()
    opened.keeping.begin(tmp_path / "kept")
    opened.files.save_to(tmp_path / "lesson.json")
    opened.document.apply(new_seed(7))

    def is_kept() -> bool:
        file = tmp_path / "kept" / DOCUMENT
        kept = document_from_bytes(file.read_bytes()) if file.exists() else None
        return kept is not None and kept.experiment.seed == 7 and kept.modified

    qtbot.waitUntil(is_kept, timeout=30_000)
    opened.window.close()
    again = start()
    again.keeping.begin(tmp_path / "kept")
    assert (again.document.path, again.document.is_modified) == (tmp_path / "lesson.json", True)
    assert again.window.windowTitle() == "• lesson.json – Neural Playground"


def test_weights_are_kept_when_training_pauses_and_after_a_live_edit(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    opened = start()
    opened.keeping.begin(tmp_path)

    def kept_rate() -> float:
        file = tmp_path / RUN
        return run_from_bytes(file.read_bytes()).experiment.optimizer.learning_rate if file.exists() else 0.0

    qtbot.keyClick(opened.window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: epoch_of(opened) >= 1, timeout=30_000)
    qtbot.keyClick(opened.window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: kept_rate() == preset("circle").optimizer.learning_rate, timeout=30_000)
    opened.document.apply(set_field("optimizer.learning_rate", 0.5))
    qtbot.waitUntil(lambda: kept_rate() == 0.5, timeout=30_000)
    assert run_from_bytes((tmp_path / RUN).read_bytes()).checkpoint.epoch >= 1


def test_undo_leads_back_across_a_start(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    first = start()
    first.keeping.begin(tmp_path)
    first.document.apply(add_layer(0))
    first.document.apply(new_seed(7))
    first.window.close()
    again = start()
    again.keeping.begin(tmp_path)
    assert "0 → 7" in again.window.top_bar.undo.toolTip()
    for _ in range(2):
        qtbot.keyClick(again.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert again.document.experiment == preset("circle")
    assert not again.window.actions_by_id["undo"].isEnabled()


def test_view_options_come_back(start: Start, tmp_path: Path) -> None:
    first = start()
    first.keeping.begin(tmp_path)
    first.window.controls.training.set_folded(True)
    first.window.show_controls(False)
    first.window.close()
    again = start()
    again.keeping.begin(tmp_path)
    assert not again.window.controls.isVisible()
    sections = again.window.controls.sections
    assert {name: one.is_folded() for name, one in sections.items()} == {
        "data": False,
        "training": True,
        "network": False,
    }


@pytest.mark.parametrize("options", [{}, {"folded": 3}, {"folded": [None, "nothing"]}, {"more": 1}])
def test_view_options_that_are_nonsense_are_passed_over(opened: app.Playground, options: dict[str, object]) -> None:
    opened.window.set_view_options(options)
    assert opened.window.view_options() == {"folded": [], "large_picture": False, "lesson": "", "controls": True}


def test_a_lock_is_given_once(tmp_path: Path) -> None:
    first = autosave.lock(tmp_path)
    with pytest.raises(autosave.FolderTaken):
        autosave.lock(tmp_path)
    first.unlock()
    autosave.lock(tmp_path).unlock()
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="file"):
        autosave.lock(tmp_path / "file")
