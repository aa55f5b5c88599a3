"""The map shows the surface where it is, the points where they are, and the value under the pointer."""

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from playground.ui import theme
from playground.ui.views.surface_canvas import ZOOM_STEP, SurfaceCanvas
from playground.ui.views.surface_options import SurfaceOptions
from tests.playground.ui.snapshots import KINDS, make_experiment, make_snapshot
from tests.playground.ui.views.pictures import dress, keep, pixels, point_at

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def canvas_of(
    qtbot: QtBot, kind: str = "circle", size: tuple[int, int] = (320, 320), name: str = "light"
) -> SurfaceCanvas:
    dress(name)
    canvas = SurfaceCanvas()
    keep(qtbot, canvas)
    canvas.resize(*size)
    canvas.show_snapshot(make_snapshot(make_experiment(kind), surface_size=40, unit_size=16))
    canvas.show()
    return canvas


def map_pixels(canvas: SurfaceCanvas) -> np.ndarray:
    area = canvas.map_area
    top, left, side = round(area.top()), round(area.left()), round(area.width())
    return pixels(canvas)[top : top + side, left : left + side]


def rgb(word: int) -> list[int]:
    return [int(word) >> 16 & 255, int(word) >> 8 & 255, int(word) & 255]


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_painted(qtbot: QtBot, kind: str, name: str) -> None:
    canvas = canvas_of(qtbot, kind, name=name)
    assert map_pixels(canvas).std() > 4
    dress()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_map_has_the_surface_s_colours_in_its_corners(qtbot: QtBot, name: str) -> None:
    canvas = canvas_of(qtbot, name=name)
    canvas.set_sets(())
    image, table = map_pixels(canvas), theme.themes().current.surface_table()
    assert canvas.snapshot is not None
    for y, x in ((0, 0), (0, -1), (-1, 0), (-1, -1)):
        value = canvas.snapshot.surface[y, x]
        inside = image[3 if y == 0 else -4, 3 if x == 0 else -4]
        assert np.abs(inside - rgb(table[round(float(value) * 255)])).max() < 40
    dress()


@pytest.mark.parametrize("size", [(320, 320), (500, 250), (220, 500), (60, 60)])
def test_map_is_square_and_inside(qtbot: QtBot, size: tuple[int, int]) -> None:
    canvas = canvas_of(qtbot, size=size)
    area = canvas.map_area
    assert area.width() == area.height() > 0
    if min(size) > 150:
        assert canvas.rect().toRectF().contains(area)
    pixels(canvas)


def test_newer_snapshot_is_another_map(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot)
    before = map_pixels(canvas)
    canvas.show_snapshot(make_snapshot(make_experiment(), step=40, surface_size=40, unit_size=16))
    assert (map_pixels(canvas) != before).any()


def test_discrete_map_has_two_colours(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot)
    canvas.set_sets(())
    smooth = len(np.unique(map_pixels(canvas).reshape(-1, 3), axis=0))
    canvas.options = SurfaceOptions(classes=True)
    canvas.refresh()
    image, table = map_pixels(canvas), theme.themes().current.surface_table()
    ends = (image == rgb(table[0])).all(axis=2) | (image == rgb(table[255])).all(axis=2)
    assert ends.mean() > 0.93  # the rest is the line and the frame
    assert len(np.unique(image.reshape(-1, 3), axis=0)) < smooth


def test_line_is_drawn_where_the_decision_changes(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot)
    canvas.set_sets(())
    assert canvas.snapshot is not None
    image = map_pixels(canvas).sum(axis=2)
    surface = canvas.snapshot.surface
    column = 20
    row = float(np.interp(0.5, np.sort(surface[:, column]), np.arange(40)[np.argsort(surface[:, column])]))
    side = image.shape[0]
    line = image[:, round(column / 39 * side)]
    assert abs(int(np.argmin(line[4:-4])) + 4 - row / 39 * side) < 4


def test_sets_that_are_shown(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot)
    pictures = []
    for sets in ((), ("train",), ("train", "dev"), ("train", "dev", "test")):
        canvas.set_sets(sets)
        pictures.append(map_pixels(canvas).tobytes())
        assert ("test" in canvas.accessibleDescription()) == ("test" in sets)
    assert len(set(pictures)) == 4


@pytest.mark.parametrize("unit", [(0, 1), (1, 3), (2, 0), (3, 0)])
def test_unit_is_shown_large_and_goes_with_the_snapshots(qtbot: QtBot, unit: tuple[int, int]) -> None:
    canvas = canvas_of(qtbot)
    plain = map_pixels(canvas)
    canvas.unit = unit
    canvas.refresh()
    first = map_pixels(canvas)
    assert (first != plain).any()
    canvas.show_snapshot(make_snapshot(make_experiment(), step=40, surface_size=40, unit_size=16))
    assert (map_pixels(canvas) != first).any() == (unit[0] > 0)
    canvas.unit = None
    canvas.show_snapshot(make_snapshot(make_experiment(), surface_size=40, unit_size=16))
    assert (map_pixels(canvas) == plain).all()


def test_unit_that_is_gone_gives_way_to_the_surface(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot)
    canvas.unit = (2, 1)
    canvas.refresh()
    canvas.show_snapshot(make_snapshot(make_experiment("circle", (4,)), surface_size=40, unit_size=16))
    assert canvas.unit is None
    map_pixels(canvas)


def test_pointer_shows_the_value_and_leaves_nothing_behind(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot)
    plain = pixels(canvas)
    centre = canvas.map_area.center()
    point_at(canvas, centre.x(), centre.y())
    assert (pixels(canvas) != plain).any()
    point_at(canvas, 1, 1)
    assert (pixels(canvas) == plain).all()
    point_at(canvas, centre.x(), centre.y())
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    assert (pixels(canvas) == plain).all()


def test_arrow_keys_move_a_probe_and_escape_takes_it_away(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot)
    plain = pixels(canvas)
    pictures = {plain.tobytes()}
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(canvas, key)
        pictures.add(pixels(canvas).tobytes())
    assert len(pictures) == 5
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert (pixels(canvas) == plain).all()
    for _ in range(80):
        qtbot.keyClick(canvas, Qt.Key.Key_Left)  # stops at the rim
    pixels(canvas)


def test_theme_is_followed_and_left_as_it_was(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot)
    light = pixels(canvas)
    dress("dark")
    assert pixels(canvas).mean() < light.mean() - 50
    dress()
    assert (pixels(canvas) == light).all()
    assert theme.LIGHT.text.alphaF() == 1.0


def test_before_the_first_snapshot(qtbot: QtBot) -> None:
    dress()
    canvas = SurfaceCanvas()
    keep(qtbot, canvas)
    canvas.show()
    canvas.refresh()
    point_at(canvas, 50, 50)
    assert pixels(canvas).std() == 0


def test_height_follows_the_width(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot)
    assert canvas.hasHeightForWidth()
    assert canvas.heightForWidth(400) - canvas.heightForWidth(300) == 100


def wheel(canvas: SurfaceCanvas, x: float, y: float, notches: float) -> None:
    """Turn the wheel over a place of the map, in shares of it."""
    at = canvas.map_area.topLeft() + QPointF(x, y) * canvas.map_area.width()
    none = Qt.KeyboardModifier.NoModifier
    turned = QPoint(0, round(120 * notches))
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(
        at, QPointF(canvas.mapToGlobal(at)), QPoint(), turned, Qt.MouseButton.NoButton, none, phase, False
    )
    QApplication.sendEvent(canvas, event)


def test_wheel_zooms_about_the_pointer_and_asks_for_the_part(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot)
    plain = pixels(canvas)
    with qtbot.waitSignal(canvas.window_requested) as heard:
        wheel(canvas, 0.75, 0.25, 2)
    (left, right), (low, high) = canvas.window_shown
    assert heard.args == [canvas.window_shown]
    assert right - left == pytest.approx(12 / ZOOM_STEP**2)
    assert (left + 0.75 * (right - left), high - 0.25 * (high - low)) == pytest.approx((3.0, 3.0))
    assert (pixels(canvas) != plain).mean() > 0.2
    wheel(canvas, 0.75, 0.25, -2)
    assert not canvas.is_zoomed
    assert (pixels(canvas) == plain).all()


def test_until_the_part_has_come_the_picture_at_hand_is_stretched(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot)
    canvas.set_sets(())
    assert canvas.snapshot is not None
    whole = canvas.snapshot
    canvas.look_at(((0.0, 6.0), (0.0, 6.0)))
    stretched = map_pixels(canvas)
    surface = np.kron(whole.surface[:20, 20:], np.ones((2, 2), np.float32))  # the same quarter, as the worker sends it
    plane = dataclasses.replace(whole.data.plane, low=(0.0, 0.0))
    canvas.show_snapshot(dataclasses.replace(whole, data=dataclasses.replace(whole.data, plane=plane), surface=surface))
    inside = np.s_[8:-8, 8:-8]
    assert np.abs(map_pixels(canvas)[inside] - stretched[inside]).mean() < 6
    assert canvas.window_shown == ((0.0, 6.0), (0.0, 6.0))


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_held_with_another_button_the_map_is_shifted(qtbot: QtBot, button: Qt.MouseButton) -> None:
    canvas = canvas_of(qtbot)
    wheel(canvas, 0.5, 0.5, 4)
    (left, right), (low, high) = canvas.window_shown
    start = canvas.map_area.center().toPoint()
    step = round(canvas.map_area.width() / 4)
    qtbot.mousePress(canvas, button, pos=start)
    qtbot.mouseMove(canvas, start + QPoint(step, -step))
    qtbot.mouseRelease(canvas, button, pos=start + QPoint(step, -step))
    moved = step / canvas.map_area.width() * (right - left)
    assert canvas.window_shown[0] == pytest.approx((left - moved, right - moved))
    assert canvas.window_shown[1] == pytest.approx((low - moved, high - moved))
    qtbot.mouseMove(canvas, start)
    assert canvas.window_shown[0] == pytest.approx((left - moved, right - moved))
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=start)
    assert not canvas.is_zoomed


def test_keys_zoom_shift_and_come_home(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot)
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    (left, right), _ = canvas.window_shown
    assert right - left == pytest.approx(12 / ZOOM_STEP)
    qtbot.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.window_shown[0][0] > left
    qtbot.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.window_shown[1][0] < -6 / ZOOM_STEP
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.window_shown[0][1] - canvas.window_shown[0][0] == pytest.approx(12)
    for home in (Qt.Key.Key_0, Qt.Key.Key_Home):
        canvas.zoom(0.5)
        qtbot.keyClick(canvas, home)
        assert not canvas.is_zoomed


def test_probe_takes_the_map_along_at_its_edge(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot)
    canvas.zoom(0.25)
    before = canvas.window_shown
    for _ in range(30):
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.window_shown[0][0] > before[0][0]
    assert canvas.window_shown[1] == pytest.approx(before[1])
    assert "x₁ = " in canvas.accessibleDescription()


def test_wheel_beside_the_map_is_left_to_others(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot)
    wheel(canvas, 0.5, 1.2, 3)
    assert not canvas.is_zoomed
