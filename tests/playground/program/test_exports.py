"""Weights, pictures and samples are written where they are asked for, and how that went is said."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

from engine.edits import choose_data
from engine.export import MODEL_FORMATS, load_model
from playground import app
from tests.playground.program.test_files import dialog_of
from tests.playground.seen import Seen


@pytest.mark.parametrize("suffix", [".npz", ".safetensors"])
def test_exported_weights_come_back_and_predict_the_same(
    opened: app.Playground, seen: Seen, tmp_path: Path, suffix: str
) -> None:
    opened.session.step_epoch()
    seen(lambda one: one.epoch == 1)
    path = tmp_path / f"weights{suffix}"
    opened.exports.export_to(path)
    trained = opened.session.trainer_copy()
    x = trained.prepared.raw("test")
    assert load_model(path).predict(x).tobytes() == trained.predict(x).tobytes()
    opened.document.apply(choose_data("xor"))
    seen(lambda one: one.experiment.data.kind == "xor")
    opened.files.open(path)
    snapshot = seen(lambda one: one.experiment.data.kind == "circle")
    np.testing.assert_array_equal(snapshot.parameters, trained.parameters)
    assert opened.session.trainer_copy().predict(x).tobytes() == trained.predict(x).tobytes()


def test_a_picture_is_written(opened: app.Playground, tmp_path: Path) -> None:
    opened.exports.picture_to(tmp_path / "picture.png")
    assert QImage(str(tmp_path / "picture.png")).width() == opened.window.width()


def test_the_surface_is_saved_as_picture_drawing_or_points(opened: app.Playground, tmp_path: Path) -> None:
    opened.session.step_epoch()
    opened.window.surface.menu.commands["save"].trigger()
    dialog = dialog_of(opened)
    dialog.filterSelected.emit(dialog.nameFilters()[2])
    assert dialog.defaultSuffix() == "csv"
    dialog.reject()
    for name in ("surface.png", "surface.svg", "points.csv", "points.CSV"):
        opened.exports.surface_to(tmp_path / name)
        assert opened.window.banner.isVisible()
    assert not QImage(str(tmp_path / "surface.png")).isNull()
    assert (tmp_path / "surface.svg").read_text(encoding="utf-8").startswith("<?xml")
    table = (tmp_path / "points.csv").read_text(encoding="utf-8").splitlines()
    assert table[0] == "set,x1,x2,y,predicted y,p(outside),p(inside)"
    assert len(table) == 501
    assert (tmp_path / "points.CSV").read_bytes() == (tmp_path / "points.csv").read_bytes()


def test_a_file_that_cannot_be_written_is_said(opened: app.Playground, tmp_path: Path) -> None:
    for name in ("nowhere/surface.png", "nowhere/points.csv", "surface.gif"):
        opened.window.banner.dismiss()
        opened.exports.surface_to(tmp_path / name)
        assert opened.window.banner.isVisible()
    assert list(tmp_path.iterdir()) == []


def test_weights_are_offered_in_every_format_under_the_document_s_name(opened: app.Playground, tmp_path: Path) -> None:
    opened.files.save_to(tmp_path / "lesson.json")
    opened.window.actions_by_id["export_weights"].trigger()
    dialog = dialog_of(opened)
    assert [one.rpartition("*")[2].rstrip(")") for one in dialog.nameFilters()] == sorted(MODEL_FORMATS, reverse=True)
    assert (dialog.directory().absolutePath(), dialog.defaultSuffix()) == (str(tmp_path), "safetensors")
    assert Path(dialog.selectedFiles()[0]).name == "lesson.safetensors"
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    assert dialog.defaultSuffix() == "npz"
    dialog.reject()


def test_no_message_is_in_the_picture(opened: app.Playground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    banner, seen_with = opened.window.banner, []
    grab = opened.window.grab
    monkeypatch.setattr(opened.window, "grab", lambda: (seen_with.append(banner.isVisible()), grab())[1])
    for number in range(2):
        opened.exports.picture_to(tmp_path / f"{number}.png")
        assert banner.isVisible()  # it says that the picture is saved
    assert seen_with == [False, False]
