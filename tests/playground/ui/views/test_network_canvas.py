"""The picture answers the pointer and the keys, and tells which unit is looked at."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine import edits
from playground.ui.views.network_canvas import NetworkCanvas
from tests.playground.ui.snapshots import make_experiment, make_snapshot
from tests.playground.ui.views.pictures import click_at, dress, keep, pixels, point_at

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def canvas_of(qtbot: QtBot, kind: str = "circle", layers: tuple[int, ...] = (4, 2)) -> NetworkCanvas:
    dress()
    canvas = NetworkCanvas()
    keep(qtbot, canvas)
    canvas.resize(740, 500)
    experiment = make_experiment(kind, layers)
    canvas.show_experiment(experiment)
    canvas.show_snapshot(make_snapshot(experiment, surface_size=8, unit_size=8))
    canvas.show()
    return canvas


def middle(canvas: NetworkCanvas, column: int, place: int) -> tuple[float, float]:
    return canvas.arrangement.columns[column].middle(place)


def test_empty_canvas_can_be_shown_pointed_at_and_keyed(qtbot: QtBot) -> None:
    dress()
    canvas = NetworkCanvas()
    keep(qtbot, canvas)
    canvas.show()
    assert pixels(canvas).std() == 0
    point_at(canvas, 30, 30)
    click_at(canvas, 30, 30)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.hit is None


@pytest.mark.parametrize(("column", "place", "told"), [(0, 1, (0, 1)), (1, 2, (1, 2)), (3, 0, (3, 0))])
def test_hover_tells_the_unit_once_and_its_end(qtbot: QtBot, column: int, place: int, told: tuple[int, int]) -> None:
    canvas = canvas_of(qtbot)
    heard: list[tuple[int, object]] = []
    canvas.unit_hovered.connect(lambda layer, unit: heard.append((layer, unit)))
    x, y = middle(canvas, column, place)
    point_at(canvas, x, y)
    point_at(canvas, x + 2, y + 2)
    point_at(canvas, x, 2)
    assert heard == [told, (0, None)]


def test_leaving_ends_the_hover(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot)
    point_at(canvas, *middle(canvas, 1, 0))
    with qtbot.waitSignal(canvas.unit_hovered) as blocker:
        QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    assert blocker.args == [0, None]
    assert canvas.hit is None


def test_feature_that_is_out_has_no_response_to_show(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot)
    with qtbot.assertNotEmitted(canvas.unit_hovered):
        point_at(canvas, *middle(canvas, 0, 4))
    assert canvas.hit is not None


def test_input_index_is_the_network_s_own(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot)
    experiment = make_experiment("circle", features=("x2", "sin(x1)"))
    canvas.show_experiment(experiment)
    canvas.show_snapshot(make_snapshot(experiment, surface_size=8, unit_size=8))
    with qtbot.waitSignal(canvas.unit_hovered) as blocker:
        point_at(canvas, *middle(canvas, 0, 5))
    assert blocker.args == [0, 1]


@pytest.mark.parametrize(("place", "name"), [(0, "x1"), (4, "x1*x2"), (6, "sin(x2)")])
def test_click_on_a_feature(qtbot: QtBot, place: int, name: str) -> None:
    canvas = canvas_of(qtbot)
    with qtbot.waitSignal(canvas.feature_clicked) as blocker:
        click_at(canvas, *middle(canvas, 0, place))
    assert blocker.args == [name]


def test_columns_of_tables_are_no_switches(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot, "iris")
    with qtbot.assertNotEmitted(canvas.feature_clicked):
        click_at(canvas, *middle(canvas, 0, 0))


def test_click_on_a_hidden_unit_selects_its_layer(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot)
    with qtbot.waitSignal(canvas.layer_selected) as blocker:
        click_at(canvas, *middle(canvas, 2, 1))
    assert blocker.args == [2]
    with qtbot.assertNotEmitted(canvas.layer_selected):
        click_at(canvas, *middle(canvas, 3, 0))


def test_keys_walk_and_press(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot)
    heard: list[tuple[int, object]] = []
    canvas.unit_hovered.connect(lambda layer, unit: heard.append((layer, unit)))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(canvas, key)
    assert heard == [(0, 0), (1, 0), (1, 1)]
    with qtbot.waitSignal(canvas.layer_selected):
        qtbot.keyClick(canvas, Qt.Key.Key_Return)
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert heard[-1] == (0, None)
    assert canvas.hit is None


def test_enter_on_a_feature_keeps_the_place_when_the_network_changes(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot)
    experiment = make_experiment()
    canvas.feature_clicked.connect(lambda name: canvas.show_experiment(edits.toggle_feature(name).change(experiment)))
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    for _ in range(3):
        qtbot.keyClick(canvas, Qt.Key.Key_Down)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert canvas.hit is not None
    assert (canvas.hit.layer, canvas.hit.unit) == (0, 3)
    assert canvas.content.slots[3].input == 2


def test_unit_that_is_removed_while_looked_at_is_let_go(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot)
    point_at(canvas, *middle(canvas, 1, 3))
    with qtbot.waitSignal(canvas.unit_hovered) as blocker:
        canvas.show_experiment(make_experiment("circle", (3, 2)))
    assert blocker.args == [0, None]
    canvas.grab()


@pytest.mark.parametrize("size", [(480, 240), (740, 520), (1400, 900), (90, 40)])
def test_any_size_is_painted(qtbot: QtBot, size: tuple[int, int]) -> None:
    canvas = canvas_of(qtbot, "spiral", (16,) * 6)
    canvas.resize(*size)
    assert pixels(canvas).shape[:2] == (size[1], size[0])


def test_theme_and_text_scale_are_followed(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot)
    light = pixels(canvas)
    dress("dark", 1.5)
    dark = pixels(canvas)
    assert dark.mean() < light.mean() - 50
    dress()
    assert (pixels(canvas) == light).all()


def test_what_is_seen_is_said(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot)
    assert canvas.accessibleName()
    assert "layer 2: 2 units, tanh" in canvas.accessibleDescription()
