"""What is seldom changed can be changed too: seed, ε, precision and epochs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from engine.choices import OPTIMIZER_KINDS
from engine.experiment import Experiment, Optimizer
from playground.ui.panels.more_of_training import MoreOfTraining
from playground.ui.panels.training_panel import TrainingPanel
from tests.playground.ui.panels.desk import Desk, field_of, type_into


def open_more(qtbot: QtBot, experiment: Experiment) -> tuple[Desk, MoreOfTraining]:
    panel = TrainingPanel()
    desk = Desk(qtbot, panel, experiment)
    panel.more.box.set_open(True)
    return desk, panel.more


@pytest.mark.parametrize("kind", OPTIMIZER_KINDS)
def test_epsilon_is_there_where_the_formula_has_it(qtbot: QtBot, kind: str) -> None:
    _, more = open_more(qtbot, Experiment(optimizer=Optimizer(kind=kind)))
    assert more.sliders["optimizer.epsilon"].isVisible() == (kind in ("rmsprop", "adam"))


@pytest.mark.parametrize(
    ("text", "value"), [("1e-6", 1e-6), ("0,001", 0.001), ("10^-4", 1e-4), ("10^", None), ("2", None)]
)
def test_epsilon_takes_what_people_write_and_explains_the_rest_in_place(
    qtbot: QtBot, text: str, value: float | None
) -> None:
    desk, more = open_more(qtbot, Experiment(optimizer=Optimizer(kind="adam")))
    field = field_of(more.sliders["optimizer.epsilon"])
    type_into(field, text)
    assert desk.experiment.optimizer.epsilon == (1e-8 if value is None else value)
    assert bool(field.property("invalid")) == (value is None)


def test_the_precision_is_chosen(qtbot: QtBot) -> None:
    desk, more = open_more(qtbot, Experiment())
    combo = more.precision.findChild(QComboBox)
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Down)
    assert desk.experiment.dtype == "float64"
    assert "float64" in more.box.line.accessibleName()
    desk.document.undo()
    assert more.precision.key() == "float32"


def test_epochs_are_typed(qtbot: QtBot) -> None:
    desk, more = open_more(qtbot, Experiment())
    type_into(field_of(more.sliders["epochs"]), "250")
    assert desk.experiment.epochs == 250
