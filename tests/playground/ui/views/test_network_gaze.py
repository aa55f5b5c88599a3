"""What is looked at follows the pointer and the keys, also to units that are a page away."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from playground.ui.views.network_canvas import NetworkCanvas
from playground.ui.views.network_layout import Column
from playground.ui.views.network_pointer import Hit
from tests.playground.ui.snapshots import make_experiment, make_snapshot
from tests.playground.ui.views.pictures import click_at, dress, keep, point_at

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def canvas(qtbot: QtBot) -> NetworkCanvas:
    """Eighty units, of which a page is shown."""
    dress()
    canvas = NetworkCanvas()
    keep(qtbot, canvas)
    canvas.resize(740, 400)
    experiment = make_experiment("circle", (80, 3))
    canvas.show_experiment(experiment)
    canvas.show_snapshot(make_snapshot(experiment, surface_size=8, unit_size=8))
    canvas.show()
    return canvas


def long_column(canvas: NetworkCanvas) -> Column:
    return canvas.arrangement.columns[1]


def turn_wheel(canvas: NetworkCanvas, x: float, y: float, steps: int) -> bool:
    at = QPointF(x, y)
    none, begin = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    away = QPoint(0, 120 * steps)
    event = QWheelEvent(at, canvas.mapToGlobal(at), QPoint(), away, Qt.MouseButton.NoButton, none, begin, False)
    QApplication.sendEvent(canvas, event)
    return event.isAccepted()


def test_a_click_on_the_note_turns_the_page_and_begins_again_after_the_last(canvas: NetworkCanvas) -> None:
    seen: set[int] = set()
    for _ in range(10):
        column = long_column(canvas)
        seen |= set(column.rows.tolist())
        assert column.note_y is not None
        point_at(canvas, column.x, column.note_y)
        assert canvas.hit == Hit("note", 1)
        assert canvas.cursor().shape() == Qt.CursorShape.PointingHandCursor
        click_at(canvas, column.x, column.note_y)
        if long_column(canvas).rows[0] == 0:
            break
    assert seen == set(range(80))
    assert long_column(canvas).rows[0] == 0


def test_the_wheel_over_a_layer_brings_its_other_units(canvas: NetworkCanvas) -> None:
    x, y = long_column(canvas).middle(2)
    assert turn_wheel(canvas, x, y, -3)
    assert long_column(canvas).rows[0] == 6
    assert canvas.hit is not None
    assert canvas.hit.unit >= 6
    assert turn_wheel(canvas, x, y, 9)
    assert long_column(canvas).rows[0] == 0
    assert not turn_wheel(
        canvas, *canvas.arrangement.columns[2].middle(0), 1
    )  # all of it is shown: not for the picture


def test_arrow_keys_go_on_beyond_the_page(canvas: NetworkCanvas, qtbot: QtBot) -> None:
    canvas.gaze.walk_to((1, 0))
    for _ in range(200):
        qtbot.keyClick(canvas, Qt.Key.Key_Down)
    assert long_column(canvas).rows[-1] == 79
    assert canvas.hit == Hit("unit", 1, 79)
    for _ in range(200):
        qtbot.keyClick(canvas, Qt.Key.Key_Up)
    assert canvas.hit == Hit("unit", 1, 0)


def test_weights_of_a_unit_on_a_later_page_can_be_opened(canvas: NetworkCanvas, qtbot: QtBot) -> None:
    canvas.scene.pages.turn(1, 40)
    canvas.resize(741, 400)
    canvas.gaze.walk_to((1, 0))
    qtbot.keyClick(canvas, Qt.Key.Key_PageDown)
    qtbot.keyClick(canvas, Qt.Key.Key_PageDown)
    assert canvas.hit is not None
    assert (canvas.hit.kind, canvas.hit.unit) == ("edge", 40)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert canvas.editing.hit == canvas.hit
    assert canvas.editing.editor.value == pytest.approx(canvas.content.value_of(1, 40, 0))


def test_escape_leads_from_a_weight_to_its_unit_and_out(canvas: NetworkCanvas, qtbot: QtBot) -> None:
    canvas.gaze.walk_to((2, 1))
    qtbot.keyClick(canvas, Qt.Key.Key_PageDown)
    assert canvas.hit == Hit("bias", 2, 1)
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.hit == Hit("unit", 2, 1)
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.hit is None
