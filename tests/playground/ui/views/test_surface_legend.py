"""The legend explains every class and every set that is shown, in rows that fit."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from engine.snapshot import SETS, BestPossible
from playground.ui import fonts
from playground.ui.theme import TARGET
from playground.ui.views.surface_legend import SurfaceLegend
from playground.ui.views.surface_options import SurfaceOptions
from tests.playground.ui.snapshots import KINDS, make_experiment, make_snapshot
from tests.playground.ui.views.pictures import dress, keep, pixels

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ALL = SurfaceOptions(dev=True, test=True)


def legend_of(qtbot: QtBot, kind: str, width: int = 300, samples: int = 300) -> SurfaceLegend:
    dress()
    frame = QWidget()
    keep(qtbot, frame)
    legend = SurfaceLegend(frame)
    QVBoxLayout(frame).addWidget(legend)
    frame.resize(width + 24, 200)
    frame.show()
    data = make_snapshot(make_experiment(kind), samples=samples, surface_size=8, unit_size=8).data
    legend.show_data(data, ALL)
    return legend


@pytest.mark.parametrize("kind", KINDS)
def test_classes_and_sets_are_all_named(qtbot: QtBot, kind: str) -> None:
    legend = legend_of(qtbot, kind)
    words = [entry for row in legend.rows for entry in row]
    assert words == [*KINDS[kind].classes, "train", "dev", "test"]
    assert all(word in legend.accessibleDescription() for word in words)


@pytest.mark.parametrize("width", [90, 150, 300])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_rows_fit_the_width_and_the_height(qtbot: QtBot, width: int, scale: float) -> None:
    legend = legend_of(qtbot, "digits", width)
    dress("light", scale)
    metrics = QFontMetricsF(fonts.caption(scale))
    for row in legend.rows:
        assert sum(metrics.horizontalAdvance(words) + 14 for words in row) <= legend.width() + 1
    assert legend.height() >= len(legend.rows) * metrics.height()
    dress()


def test_wider_needs_fewer_rows(qtbot: QtBot) -> None:
    narrow, wide = legend_of(qtbot, "digits", 100), legend_of(qtbot, "digits", 400)
    assert len(narrow.rows) > len(wide.rows)
    assert narrow.height() > wide.height()


def test_share_of_points_is_said(qtbot: QtBot) -> None:
    assert legend_of(qtbot, "circle", samples=10_000).rows[-1][-1].endswith("shown")


@pytest.mark.parametrize("name", ["light", "dark"])
def test_it_is_painted(qtbot: QtBot, name: str) -> None:
    legend = legend_of(qtbot, "iris")
    dress(name)
    assert pixels(legend).std() > 2
    dress()


def test_nothing_to_explain_yet(qtbot: QtBot) -> None:
    dress()
    legend = SurfaceLegend()
    keep(qtbot, legend)
    legend.show()
    assert legend.rows == []


def test_a_set_is_switched_by_a_click_and_by_keys(qtbot: QtBot) -> None:
    legend = legend_of(qtbot, "circle")
    assert [switch.option for switch in legend.switches] == list(SETS)
    for name, switch in zip(SETS, legend.switches, strict=True):
        assert switch.accessibleName() == name
        assert switch.height() >= TARGET
        with qtbot.waitSignal(legend.switched) as heard:
            qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
        assert heard.args == [name, False]
        switch.setFocus()
        with qtbot.waitSignal(legend.switched) as heard:
            qtbot.keyClick(switch, Qt.Key.Key_Space)
        assert heard.args == [name, True]


def test_what_is_off_is_named_but_looks_off_and_is_in_no_picture(qtbot: QtBot) -> None:
    legend = legend_of(qtbot, "circle")
    data = make_snapshot(make_experiment("circle"), surface_size=8, unit_size=8).data
    on = pixels(legend.switches[2])
    legend.show_data(data, SurfaceOptions())
    assert [switch.isChecked() for switch in legend.switches] == [True, False, False]
    assert [entry for row in legend.rows for entry in row] == ["0", "1", "train", "dev", "test"]
    assert (pixels(legend.switches[2]) != on).any()
    assert legend.accessibleDescription() == "0, 1, train"


def test_while_one_paints_the_sets_are_no_choice(qtbot: QtBot) -> None:
    legend = legend_of(qtbot, "circle")
    data = make_snapshot(make_experiment("circle"), surface_size=8, unit_size=8).data
    legend.show_data(data, SurfaceOptions(), fixed=True)
    assert [(switch.isChecked(), switch.isEnabled()) for switch in legend.switches] == [(True, False)] * 3
    assert "paint" in legend.switches[0].toolTip()


def test_rings_and_the_best_line_are_explained_and_can_be_put_away(qtbot: QtBot) -> None:
    legend = legend_of(qtbot, "circle")
    data = make_snapshot(make_experiment("circle"), surface_size=8, unit_size=8).data
    best = BestPossible(error=0.05, standard_error=0.0, posterior=np.zeros((4, 4), np.float32))
    legend.show_data(replace(data, best=best), SurfaceOptions(wrong=True, optimal=True))
    assert [switch.option for switch in legend.switches[3:]] == ["wrong", "optimal"]
    assert legend.switches[4].accessibleName() == "Bayes error 5.0%"
    legend.show_data(replace(data, best=BestPossible(error=0.2, standard_error=0.0)), SurfaceOptions(optimal=True))
    assert legend.switches[3].accessibleName() == "Bayes error 20%"  # parity: without a line
    legend.show_data(data, SurfaceOptions())
    assert [switch.option for switch in legend.switches] == list(SETS)
