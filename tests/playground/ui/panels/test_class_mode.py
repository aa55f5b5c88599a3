"""The gate has the last word over panels; the badge and the list say and ask what a teacher wants."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from engine.experiment import Experiment, Layer, Optimizer
from playground.restrictions import NOTHING, Restrictions
from playground.ui.panels.class_badge import ClassBadge
from playground.ui.panels.class_dialog import ClassDialog, controls_in, words_of
from playground.ui.panels.class_gate import ClassGate
from playground.ui.panels.control_column import ControlColumn

MOMENTUM = Experiment(optimizer=Optimizer(kind="momentum"))


@pytest.fixture
def column(qtbot: QtBot) -> Iterator[ControlColumn]:
    made = ControlColumn()
    qtbot.addWidget(made)
    made.resize(320, 900)
    made.show_experiment(Experiment())
    made.show()
    yield made
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def gate(column: ControlColumn) -> ClassGate:
    return ClassGate(column)


def test_hidden_controls_stay_hidden_whatever_panels_do(column: ControlColumn, gate: ClassGate) -> None:
    slider = column.training.sliders["optimizer.momentum"]
    gate.restrain(Restrictions(hidden=("optimizer.momentum",)))
    column.show_experiment(MOMENTUM)
    assert not slider.isVisible()
    gate.restrain(NOTHING)
    column.show_experiment(MOMENTUM)
    assert slider.isVisible()
    column.show_experiment(Experiment())
    assert not slider.isVisible()  # the panel has its say again


def test_the_layout_closes_up(column: ControlColumn, gate: ClassGate) -> None:
    before = column.training.sizeHint().height()
    gate.restrain(Restrictions(hidden=("optimizer.learning_rate", "batch_size")))
    QApplication.processEvents()
    assert column.training.sizeHint().height() < before - 60
    gate.restrain(Restrictions(hidden=("panel.training",)))
    assert not column.training.isVisible()
    gate.restrain(NOTHING)
    column.show_experiment(Experiment())
    QApplication.processEvents()
    assert column.training.sizeHint().height() == before


def test_locked_controls_rest_and_say_why(column: ControlColumn, gate: ClassGate) -> None:
    slider = column.training.sliders["optimizer.learning_rate"]
    gate.restrain(Restrictions(locked=("optimizer.learning_rate",)))
    column.show_experiment(MOMENTUM)
    assert slider.isVisible()
    assert not slider.isEnabled()
    slider.setEnabled(True)  # as panels do by their own rules
    assert not slider.isEnabled()
    gate.restrain(NOTHING)
    assert slider.isEnabled()


def test_rows_of_new_layers_are_held_too(column: ControlColumn, gate: ClassGate) -> None:
    gate.restrain(Restrictions(hidden=("layers[].activation",), locked=("layers[].units",)))
    column.show_experiment(Experiment(layers=(Layer(), Layer(), Layer())))
    gate.refresh()
    for row in column.network.layers.rows:
        assert not row.activation.isVisible()
        assert not row.units.isEnabled()
    column.show_experiment(Experiment(layers=()))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gate.restrain(NOTHING)  # the rows are gone by now


def test_the_badge_counts_and_offers_a_way_out(qtbot: QtBot) -> None:
    badge = ClassBadge()
    qtbot.addWidget(badge)
    badge.show_restrictions(Restrictions(hidden=("seed", "loss"), locked=("split",)))
    assert badge.isVisible()
    assert badge._counts.text() == "Hidden: 2 · locked: 1"
    with qtbot.waitSignal(badge.change_requested):
        QTest.mouseClick(badge.change, Qt.MouseButton.LeftButton)
    badge.show_restrictions(NOTHING)
    assert not badge.isVisible()


def test_every_control_of_the_panels_can_be_chosen(column: ControlColumn) -> None:
    names = {name for panel in column.panels for name in controls_in(panel)}
    assert {"data.kind", "split", "optimizer.learning_rate", "schedule", "early_stopping", "layers", "loss"} < names
    assert not names & {"split.train", "schedule.kind", "layers[].units"}  # inside of others
    assert [name for name in names if words_of(name) == name] == []


def test_a_choice_is_asked_for(column: ControlColumn, qtbot: QtBot) -> None:
    dialog = ClassDialog((("Training", controls_in(column.training)), ("Window", ("card.curves",))))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_restrictions(Restrictions(hidden=("loss",)))
    choice = dialog.choices["optimizer.learning_rate"]
    with qtbot.waitSignal(dialog.restrictions_requested) as asked:
        choice.chosen.emit("locked")
    assert asked.args == [Restrictions(hidden=("loss",), locked=("optimizer.learning_rate",))]
    dialog.show_restrictions(asked.args[0])
    assert choice.key() == "locked"
    with qtbot.waitSignal(dialog.restrictions_requested) as asked:
        QTest.mouseClick(dialog._everything, Qt.MouseButton.LeftButton)
    assert asked.args == [NOTHING]


def test_everything_can_be_locked_but_what_is_hidden(column: ControlColumn, qtbot: QtBot) -> None:
    dialog = ClassDialog((("Training", controls_in(column.training)), ("Window", ("card.curves",))))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_restrictions(Restrictions(hidden=("batch_size",)))
    with qtbot.waitSignal(dialog.restrictions_requested) as asked:
        QTest.mouseClick(dialog._nothing, Qt.MouseButton.LeftButton)
    [locked] = asked.args
    assert locked.hidden == ("batch_size",)
    assert set(locked.locked) == {*controls_in(column.training)} - {"batch_size"}
    dialog.show_restrictions(locked)
    assert not dialog._nothing.isEnabled()


def test_whatever_takes_the_keyboard_in_the_list_has_a_name(column: ControlColumn, qtbot: QtBot) -> None:
    dialog = ClassDialog((("Training", controls_in(column.training)),))
    qtbot.addWidget(dialog)
    dialog.show()
    stops = [one for one in dialog.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) > 10
    assert [one for one in stops if not (one.accessibleName() or getattr(one, "text", str)())] == []
