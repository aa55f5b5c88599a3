"""Heads stand above their columns, say what the layer is, and their buttons ask for the right edits."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from engine.experiment import Experiment, Layer
from playground.ui.language import install_language
from playground.ui.views.network_content import NetworkContent
from playground.ui.views.network_layout import arrange
from playground.ui.views.network_menu import LayerMenu
from playground.ui.views.network_strip import HeadStrip
from tests.playground.ui.snapshots import KINDS, make_experiment, make_snapshot
from tests.playground.ui.views.pictures import dress, keep, pixels

# what the offscreen platform says of windows and of menus that open
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def strip_of(qtbot: QtBot, experiment: Experiment, width: int = 740) -> HeadStrip:
    dress()
    strip = HeadStrip()
    keep(qtbot, strip)
    strip.resize(width, strip.height())
    strip.show()
    show(strip, experiment)
    return strip


def show(strip: HeadStrip, experiment: Experiment) -> None:
    content = NetworkContent()
    content.take_experiment(experiment)
    content.take_snapshot(make_snapshot(experiment, surface_size=8, unit_size=8))
    strip.show_content(content, arrange(content.sizes, width=strip.width(), height=400, left=60, right=40))


@pytest.mark.parametrize("kind", KINDS)
def test_words_of_all_columns(qtbot: QtBot, kind: str) -> None:
    strip = strip_of(qtbot, make_experiment(kind, (4, 3)))
    words = [one.head.words for one in strip.controls]
    assert [title for title, _ in words] == ["Inputs", "Layer 1", "Layer 2", "Output"]
    assert [subtitle for _, subtitle in words[1:3]] == ["4 · tanh", "3 · tanh"]
    row = KINDS[kind]
    forms = {"two-class": "1 · sigmoid", "regression": "1 · identity", "classes": f"{len(row.classes)} · softmax"}
    assert words[3][1] == forms[row.task]
    plane = "2 of 7" if not row.names and row.columns == 2 else f"{row.columns} {'pixels' if row.side else 'features'}"
    assert words[0][1] == plane


def test_heads_are_in_the_middle_of_their_columns(qtbot: QtBot) -> None:
    experiment = make_experiment("circle", (4, 2, 3))
    strip = strip_of(qtbot, experiment)
    layout = arrange((7, 4, 2, 3, 1), width=740, height=400, left=60, right=40)
    for column, one in zip(layout.columns, strip.controls, strict=True):
        head = one.head.geometry()
        assert abs(one.x() + head.x() + head.width() / 2 - column.x) <= 1.5
        if one.buttons:
            left, right = (button.geometry() for button in one.buttons)
            assert abs(one.x() + (left.left() + right.right()) / 2 - column.x) <= 2
            assert left.right() < right.left()


@pytest.mark.parametrize("width", [480, 740])
def test_controls_do_not_overlap_and_none_is_cut(qtbot: QtBot, width: int) -> None:
    strip = strip_of(qtbot, make_experiment("spiral", (16,) * 6), width)
    for before, after in zip(strip.controls[:-1], strip.controls[1:], strict=True):
        assert before.geometry().right() <= after.geometry().left() + 1
    for one in strip.controls:
        for button in one.buttons:
            assert one.rect().contains(button.geometry())
        assert strip.rect().contains(one.geometry())


@pytest.mark.parametrize(("button", "units"), [(0, [4, 1]), (1, [4, 3])])
def test_units_come_and_go(qtbot: QtBot, button: int, units: list[int]) -> None:
    experiment = make_experiment("circle", (4, 2))
    strip = strip_of(qtbot, experiment)
    with qtbot.waitSignal(strip.edit_requested) as blocker:
        qtbot.mouseClick(strip.controls[2].buttons[button], Qt.MouseButton.LeftButton)
    assert [layer.units for layer in blocker.args[0].change(experiment).layers] == units


def test_delete_on_a_head_removes_its_layer(qtbot: QtBot) -> None:
    experiment = make_experiment("circle", (4, 2))
    strip = strip_of(qtbot, experiment)
    with qtbot.waitSignal(strip.edit_requested) as blocker:
        qtbot.keyClick(strip.controls[1].head, Qt.Key.Key_Delete)
    assert [layer.units for layer in blocker.args[0].change(experiment).layers] == [2]


def test_click_on_a_head_opens_its_menu_which_asks_for_edits(qtbot: QtBot) -> None:
    experiment = make_experiment("circle", (4, 2))
    strip = strip_of(qtbot, experiment)
    qtbot.mouseClick(strip.controls[1].head, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, LayerMenu)
    with qtbot.waitSignal(strip.edit_requested) as blocker:
        next(action for action in menu.actions() if action.text() == "ReLU").trigger()
    assert blocker.args[0].change(experiment).layers[0].activation == "relu"
    menu.close()
    qtbot.waitUntil(lambda: not strip.findChildren(QMenu))


def test_buttons_stop_at_the_limits(qtbot: QtBot) -> None:
    strip = strip_of(qtbot, make_experiment("circle", (1, 2)))
    assert [button.isEnabled() for button in strip.controls[1].buttons] == [False, True]
    assert [button.isEnabled() for button in strip.controls[2].buttons] == [True, True]


def test_button_that_was_pressed_stays_when_the_number_of_units_changes(qtbot: QtBot) -> None:
    strip = strip_of(qtbot, make_experiment("circle", (4, 2)))
    before = strip.controls[1].buttons[1]
    show(strip, Experiment(layers=(Layer(units=5), Layer(units=2))))
    assert strip.controls[1].buttons[1] is before
    show(strip, Experiment(layers=(Layer(units=5),)))
    assert strip.controls[1].buttons[1] is before


def test_no_hidden_layer_has_no_buttons(qtbot: QtBot) -> None:
    strip = strip_of(qtbot, make_experiment("gauss", ()))
    assert [bool(one.buttons) for one in strip.controls] == [False, False]
    assert strip.stops() == []


def test_every_stop_has_a_name_and_follows_the_language(qtbot: QtBot, qapp: QApplication) -> None:
    strip = strip_of(qtbot, make_experiment("circle", (4, 2)))
    assert all(stop.accessibleName() for stop in strip.stops())
    assert len(strip.stops()) == 6
    install_language(qapp, "zh")
    assert all(one.head.words[0] for one in strip.controls)
    install_language(qapp, "en")
    assert strip.controls[0].head.words[0] == "Inputs"


def test_a_head_s_tooltip_tells_of_dropout_and_batch_norm(qtbot: QtBot) -> None:
    experiment = make_experiment("circle", (4, 2))
    special = replace(experiment, layers=(Layer(units=4, keep_prob=0.6, batch_norm=True), Layer(units=2)))
    strip = strip_of(qtbot, special)
    first, second = (strip.controls[index].head.toolTip() for index in (1, 2))
    assert "probability 0.6\nBatch norm before g\n" in first
    assert "probability" not in second
    assert "Batch norm before g" not in second
    show(strip, experiment)
    assert "probability" not in strip.controls[1].head.toolTip()


def test_head_shows_dropout_and_batch_norm_where_there_is_room(qtbot: QtBot) -> None:
    experiment = make_experiment("circle", (4, 4))
    marked = replace(experiment, layers=(replace(experiment.layers[0], keep_prob=0.8, batch_norm=True), Layer(units=4)))
    strip = strip_of(qtbot, marked)
    first, second = (one.head for one in strip.controls[1:3])
    assert pixels(first).std() > 1.1 * pixels(second).std()  # more is written there
    narrow = strip_of(qtbot, marked, 330)
    first, second = (one.head for one in narrow.controls[1:3])
    assert pixels(first).std() < 1.1 * pixels(second).std()
    assert "0.8" in first.toolTip()
