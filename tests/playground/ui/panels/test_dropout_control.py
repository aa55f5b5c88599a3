"""Dropout of all hidden layers by one slider: a drag is one entry, and the line says what is in force."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from engine.experiment import Experiment, Layer
from playground.ui.panels.dropout_control import DropoutControl
from tests.playground.ui.panels.desk import Desk, drag, field_of, type_into


class Alone(DropoutControl):
    """The control as a panel of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.edit_requested = self.slider.edit_requested
        self.edit_started, self.edit_finished = self.slider.edit_started, self.slider.edit_finished


def open_box(qtbot: QtBot, *keep: float) -> tuple[Desk, Alone]:
    control = Alone()
    desk = Desk(qtbot, control, Experiment(layers=tuple(Layer(keep_prob=one) for one in keep)))
    control.box.set_open(True)
    return desk, control


def kept(desk: Desk) -> list[float]:
    return [layer.keep_prob for layer in desk.experiment.layers]


def test_a_drag_sets_all_layers_and_is_one_entry(qtbot: QtBot) -> None:
    desk, control = open_box(qtbot, 1.0, 0.8)
    drag(control.slider, 0.9, 0.7, 0.0)
    assert (kept(desk), desk.entries) == ([0.05, 0.05], 1)
    type_into(field_of(control.slider), "50%")
    assert (kept(desk), desk.entries) == ([0.5, 0.5], 2)
    desk.document.undo()
    desk.document.undo()
    assert kept(desk) == [1.0, 0.8]


@pytest.mark.parametrize(
    ("keep", "words"), [((1.0, 1.0), "off"), ((0.5, 0.5), "keep 0.5"), ((0.5, 1.0), "keep 0.5 · 1")]
)
def test_the_line_says_what_is_in_force(qtbot: QtBot, keep: tuple[float, ...], words: str) -> None:
    _, control = open_box(qtbot, *keep)
    assert control.box.line.accessibleName() == f"Dropout: {words}"


def test_without_a_hidden_layer_there_is_nothing_to_drop(qtbot: QtBot) -> None:
    _, control = open_box(qtbot)
    assert not control.isVisible()


def test_where_class_mode_hides_the_field_the_line_goes_too(qtbot: QtBot) -> None:
    desk, control = open_box(qtbot, 0.5)
    control.slider.hide()
    desk.document.start(Experiment(layers=(Layer(),)))
    assert not control.isVisible()
    control.slider.show()
    assert control.isVisible()
