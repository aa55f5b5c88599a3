"""The inputs as buttons: of the plane, of parity and of tables, by mouse and by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.choices import PLANE_FEATURES
from engine.experiment import Data, Experiment
from playground.ui.panels.data_panel import DataPanel
from playground.ui.panels.feature_choice import FeatureChoice
from tests.playground.ui.panels.desk import Desk
from tests.playground.ui.snapshots import make_experiment, make_snapshot


def open_choice(qtbot: QtBot, experiment: Experiment) -> tuple[Desk, FeatureChoice]:
    panel = DataPanel()
    desk = Desk(qtbot, panel, experiment)
    panel.features.box.set_open(True)
    return desk, panel.features


def taken(choice: FeatureChoice) -> list[str]:
    return [button.accessibleName() for button in choice.buttons if button.isChecked()]


def test_features_of_the_plane_are_taken_in_and_out(qtbot: QtBot) -> None:
    desk, choice = open_choice(qtbot, Experiment())
    assert [button.accessibleName() for button in choice.buttons] == list(PLANE_FEATURES)
    assert taken(choice) == ["x1", "x2"]
    QTest.mouseClick(choice.buttons[2], Qt.MouseButton.LeftButton)
    assert desk.experiment.features == ("x1", "x2", "x1^2")
    assert choice.box.line.accessibleName().endswith("3 / 7")
    choice.buttons[0].setFocus()
    QTest.keyClick(choice.buttons[0], Qt.Key.Key_Space)
    assert desk.experiment.features == ("x2", "x1^2")
    desk.document.undo()
    assert taken(choice) == ["x1", "x2", "x1^2"]


@pytest.mark.parametrize("data", [Data(), Data(kind="parity", inputs=3)])
def test_the_last_input_stays(qtbot: QtBot, data: Data) -> None:
    desk, choice = open_choice(qtbot, Experiment(data=data, features=("x1",) if data.kind == "circle" else ("b1",)))
    QTest.mouseClick(choice.buttons[0], Qt.MouseButton.LeftButton)
    assert len(desk.experiment.features) == 1
    assert len(taken(choice)) == 1


def test_bits_of_parity_keep_their_order_and_all_of_them_are_no_choice(qtbot: QtBot) -> None:
    desk, choice = open_choice(qtbot, Experiment(data=Data(kind="parity", inputs=4)))
    assert taken(choice) == ["b1", "b2", "b3", "b4"]
    QTest.mouseClick(choice.buttons[1], Qt.MouseButton.LeftButton)
    assert desk.experiment.features == ("b1", "b3", "b4")
    QTest.mouseClick(choice.buttons[1], Qt.MouseButton.LeftButton)
    assert desk.experiment.features == ()


def test_columns_of_a_table_are_there_once_it_has_been_read(qtbot: QtBot) -> None:
    experiment = make_experiment("csv")
    desk, choice = open_choice(qtbot, experiment)
    assert not choice.isVisible()
    desk.panel.show_snapshot(make_snapshot(experiment, surface_size=4, unit_size=2))
    assert choice.isVisible()
    assert taken(choice) == ["rooms", "age", "distance to the centre", "tax", "rate", "area"]
    QTest.mouseClick(choice.buttons[2], Qt.MouseButton.LeftButton)
    assert desk.experiment.features == ("rooms", "age", "tax", "rate", "area")


def test_pixels_are_not_chosen_one_by_one(qtbot: QtBot) -> None:
    experiment = make_experiment("digits")
    desk, choice = open_choice(qtbot, experiment)
    desk.panel.show_snapshot(make_snapshot(experiment, surface_size=4, unit_size=2))
    assert not choice.isVisible()
    assert choice.buttons == []


def test_a_tooltip_says_the_whole_name_and_that_it_starts_again(qtbot: QtBot) -> None:
    _, choice = open_choice(qtbot, Experiment())
    assert all("Starts the training again" in button.toolTip() for button in choice.buttons)
    assert [button.toolTip().partition("<")[0] for button in choice.buttons] == list(PLANE_FEATURES)
