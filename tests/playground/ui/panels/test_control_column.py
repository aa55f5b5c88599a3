"""The column at the left: narrow enough, nothing cut off in any language or text size, all of it by keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from engine.experiment import Data, Experiment, Layer, Optimizer, Schedule
from playground.ui.panels.control_column import ControlColumn
from playground.ui.theme import DARK, TARGET, apply
from tests.playground.ui.panels.desk import Desk, drag, track_of

FULL = Experiment(
    layers=(Layer(units=1024, activation="leaky-relu", keep_prob=0.8), Layer(batch_norm=True)),
    optimizer=Optimizer(kind="adam"),
    schedule=Schedule(kind="step"),
    data=Data(kind="blobs"),
)
TABLE = Experiment(data=Data(kind="csv", path="/home/somebody/data/a rather long name of a table.csv", target="price"))


def open_column(qtbot: QtBot, experiment: Experiment, height: int = 640) -> ControlColumn:
    """The column with everything in it opened."""
    column = ControlColumn()
    qtbot.addWidget(column)
    column.show_experiment(experiment)
    column.data.more.set_open(True)
    for row in column.network.layers.rows:
        row.open_button.setChecked(True)
    column.resize(column.width(), height)
    with qtbot.waitActive(column):
        column.show()
        column.activateWindow()
    return column


def narrowest(column: ControlColumn) -> int:
    sheet = column.widget()
    assert sheet is not None
    return sheet.minimumSizeHint().width()


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("experiment", [FULL, TABLE], ids=["full", "table"])
def test_nothing_is_cut_off_at_the_side(qtbot: QtBot, qapp: QApplication, experiment: Experiment, scale: float) -> None:
    apply(qapp, DARK, scale)
    column = open_column(qtbot, experiment)
    assert narrowest(column) <= column.viewport().width()
    if scale == 1.0:
        assert 264 <= column.width() <= 300


@pytest.mark.parametrize("experiment", [FULL, TABLE], ids=["full", "table"])
def test_nothing_is_cut_off_in_chinese(qtbot: QtBot, chinese: None, experiment: Experiment) -> None:
    column = open_column(qtbot, experiment)
    assert narrowest(column) <= column.viewport().width()


def test_it_keeps_its_width_with_and_without_a_scroll_bar(qtbot: QtBot) -> None:
    column = open_column(qtbot, Experiment(), height=400)
    assert column.verticalScrollBar().isVisible()
    width = column.viewport().width()
    for panel in column.panels:
        panel.set_folded(True)
    qtbot.waitUntil(lambda: not column.verticalScrollBar().isVisible())
    qtbot.waitUntil(lambda: column.viewport().width() == width)


def test_a_folded_panel_is_a_line_that_says_the_most_important(qtbot: QtBot) -> None:
    column = open_column(qtbot, FULL)
    for panel, words in zip(column.panels, ("Three clouds", "Adam \u00b7 \u03b1 = 0.03", "1024 \u2013 4"), strict=True):
        panel.set_folded(True)
        assert panel.sizeHint().height() < 60
        assert words in [label.text() for label in panel.findChildren(QWidget) if hasattr(label, "text")]
        QTest.mouseClick(panel, Qt.MouseButton.LeftButton, pos=panel.rect().topLeft() + panel.rect().center() / 8)
        assert not panel.is_folded()


def focusable(column: ControlColumn) -> list[QWidget]:
    return [
        child
        for child in column.findChildren(QWidget)
        if child.isVisible() and child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.focusProxy() is None
    ]


def test_whatever_takes_the_keyboard_has_a_name_and_can_be_hit(qtbot: QtBot) -> None:
    column = open_column(qtbot, FULL, height=3000)
    for child in focusable(column):
        where = f"{type(child).__name__} {child.accessibleName()!r} {child.toolTip()!r}"
        assert child.accessibleName() or getattr(child, "text", str)(), where
        assert min(child.width(), child.height()) >= TARGET, where


def test_every_control_says_what_it_does(qtbot: QtBot) -> None:
    column = open_column(qtbot, FULL, height=3000)
    for child in focusable(column):
        assert child.toolTip() or child.parentWidget().toolTip(), f"{type(child).__name__} {child.accessibleName()!r}"


@pytest.mark.parametrize("experiment", [FULL, TABLE, Experiment()], ids=["full", "table", "plain"])
def test_tab_goes_down_the_column_and_scrolls_to_where_it_is(qtbot: QtBot, experiment: Experiment) -> None:
    column = open_column(qtbot, experiment, height=500)
    column.show_experiment(replace(experiment, layers=(*experiment.layers, Layer()), data=Data(kind="iris")))
    sheet, stops = column.widget(), focusable(column)
    assert sheet is not None
    stops[0].setFocus()
    places = [(0, 0)]
    for _ in range(len(stops)):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is stops[0]:
            break
        top = now.mapTo(column.viewport(), now.rect().center()).y()
        assert 0 <= top <= column.viewport().height()
        place = now.mapTo(sheet, now.rect().center())
        same_line = abs(place.y() - places[-1][0]) < 8
        places.append((places[-1][0] if same_line else place.y(), place.x()))
    assert places == sorted(places)
    assert len(places) >= len(stops) - 15  # of exclusive buttons (12 pictures, 4 optimisers) one is a stop


def test_it_passes_on_what_the_panels_ask_for(qtbot: QtBot) -> None:
    column = ControlColumn()
    desk = Desk(qtbot, column)
    drag(column.training.sliders["penalty.l2"], 0.2, 0.5, 0.6)
    assert desk.entries == 1
    with qtbot.waitSignal(column.table_requested):
        QTest.mouseClick(column.data.open_table, Qt.MouseButton.LeftButton)
    desk.document.undo()
    assert column.training.sliders["penalty.l2"].slider.value() == 0


def test_the_wheel_scrolls_over_sliders_without_moving_them(qtbot: QtBot) -> None:
    column = open_column(qtbot, Experiment(), height=400)
    track = track_of(column.data.noise.slider)
    assert track.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert not track.hasFocus()
    assert not column.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_at_the_height_where_the_panels_just_fit_it_comes_to_rest(qtbot: QtBot) -> None:
    """A bar that its own coming makes needless must not come and go for ever."""
    column = ControlColumn()
    qtbot.addWidget(column)
    column.show_experiment(Experiment())
    column.show()
    sheet = column.widget()
    for panel in column.panels[1:]:
        panel.set_folded(True)
    QApplication.processEvents()
    fits = sheet.minimumSizeHint().height()
    for height in range(fits - 40, fits + 40):
        column.resize(column.width(), height)
        QApplication.processEvents()
    assert column.verticalScrollBar().maximum() == 0
