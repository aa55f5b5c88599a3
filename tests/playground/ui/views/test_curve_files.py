"""The curves as they leave the window: numbers and pictures, in files and on the clipboard."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from playground.ui import theme
from playground.ui.views.curves_view import CurvesView
from playground.ui.views.set_style import set_color
from tests.playground.ui.views.curve_use import choose, open_panel, shown_view, snapshot

# The offscreen platform says so of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def view(qtbot: QtBot) -> CurvesView:
    return shown_view(qtbot)


def rows_of(text: str, separator: str = ",") -> list[dict[str, str]]:
    head, *lines = text.splitlines()
    return [dict(zip(head.split(separator), line.split(separator), strict=True)) for line in lines]


def test_csv_holds_every_number_and_leaves_empty_sets_empty(view: CurvesView, tmp_path: Path) -> None:
    shot = snapshot(split=(60, 0, 40), points=7)
    view.show_snapshot(shot)
    view.export(tmp_path / "curves.csv")
    rows = rows_of((tmp_path / "curves.csv").read_text(encoding="utf-8"))
    assert list(rows[0])[:4] == ["epoch", "cost_train", "cost_dev", "cost_test"]
    assert {"penalty", "learning_rate", "data_train", "accuracy_test"} <= set(rows[0])
    np.testing.assert_allclose([float(row["cost_test"]) for row in rows], shot.curves.cost["test"], rtol=1e-8)
    parts = [float(row["data_train"]) + float(row["penalty"]) for row in rows]
    np.testing.assert_allclose(parts, shot.curves.cost["train"], rtol=1e-8)
    assert {row["cost_dev"] for row in rows} == {""}


def test_csv_holds_earlier_runs_over_all_epochs_of_both(view: CurvesView) -> None:
    view.show_snapshot(snapshot(points=9))
    view.show_snapshot(dataclasses.replace(snapshot(points=5), run=2))
    choose(view, beta=0)
    rows = rows_of(view.table())
    assert len(rows) == 9
    assert [bool(row["cost_train"]) for row in rows] == [True] * 5 + [False] * 4
    assert all(float(row["cost_train [1: same settings]"]) > 0 for row in rows)


def test_csv_of_a_regression_names_the_error(view: CurvesView, tmp_path: Path) -> None:
    view.show_snapshot(snapshot("reg-plane"))
    view.export(tmp_path / "curves.csv")
    assert "mse_train" in (tmp_path / "curves.csv").read_text(encoding="utf-8").splitlines()[0]


def test_pictures_show_the_curves(view: CurvesView, tmp_path: Path) -> None:
    view.show_snapshot(snapshot())
    view.export(str(tmp_path / "curves.png"))
    view.export(tmp_path / "curves.SVG")
    picture = QImage(str(tmp_path / "curves.png"))
    assert (picture.width(), picture.height()) == (1440, 880)
    colors = {picture.pixel(x, y) for x in range(0, 1440, 2) for y in range(0, 880, 2)}
    assert QColor(set_color(theme.LIGHT, "train")).rgb() in colors
    drawing = (tmp_path / "curves.SVG").read_text(encoding="utf-8")
    assert QSvgRenderer(str(tmp_path / "curves.SVG")).isValid()
    assert "Cost by epoch" in drawing
    assert "train" in drawing


@pytest.mark.parametrize("name", ["curves.gif", "curves", "csv"])
def test_another_ending_is_refused(view: CurvesView, tmp_path: Path, name: str) -> None:
    view.show_snapshot(snapshot())
    with pytest.raises(ValueError, match=r"allowed: a name that ends in \.png, \.svg, \.csv"):
        view.export(tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_nothing_is_written_before_there_are_curves(view: CurvesView, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="there are none yet"):
        view.export(tmp_path / "curves.png")


def test_a_place_that_cannot_be_written_is_told_without_a_stop(view: CurvesView, tmp_path: Path) -> None:
    view.show_snapshot(snapshot())
    view._menu.file_chosen.emit(str(tmp_path / "no such folder" / "curves.png"))
    box = next(box for box in QApplication.topLevelWidgets() if box.windowTitle() or box.inherits("QMessageBox"))
    assert not box.isModal()
    box.close()


def test_numbers_and_picture_go_to_the_clipboard(view: CurvesView) -> None:
    view.show_snapshot(snapshot(points=7))
    for button, check in (
        (view._panel.numbers, lambda board: board.text().splitlines()[0].split("\t")[:2] == ["epoch", "cost_train"]),
        (view._panel.picture, lambda board: board.image().width() == 1440),
    ):
        open_panel(view)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert not view._panel.isVisible()
        assert check(QApplication.clipboard())


@pytest.mark.parametrize("suffix", ["png", "svg", "csv"])
def test_each_kind_of_file_is_saved_through_a_dialog_that_does_not_block(
    view: CurvesView, qtbot: QtBot, tmp_path: Path, suffix: str
) -> None:
    view.show_snapshot(snapshot(points=7))
    open_panel(view)
    QTest.mouseClick(view._panel.save, Qt.MouseButton.LeftButton)
    dialog = view.findChild(QFileDialog)
    assert dialog is not None
    assert not dialog.isModal()
    dialog.fileSelected.emit(str(tmp_path / f"curves.{suffix}"))
    dialog.close()
    assert (tmp_path / f"curves.{suffix}").stat().st_size > 100
