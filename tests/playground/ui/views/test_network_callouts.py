"""Hints stand beside everything else, only before the first step, and never again once they are closed."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from playground.ui.language import install_language
from playground.ui.theme import TARGET
from playground.ui.views.network_callouts import NAMES, find_place
from playground.ui.views.network_canvas import NetworkCanvas
from playground.ui.views.network_tiles import tile_rect
from playground.ui.views.network_view import NetworkView
from tests.playground.ui.snapshots import KINDS, make_experiment, make_snapshot
from tests.playground.ui.views.pictures import dress, keep, pixels

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def view_of(
    qtbot: QtBot, kind: str = "circle", layers: tuple[int, ...] = (4, 2), size: tuple[int, int] = (660, 460)
) -> NetworkView:
    dress()
    view = NetworkView()
    keep(qtbot, view)
    view.resize(*size)
    view.show()
    view.set_callouts(frozenset(NAMES))
    show(view, kind, layers)
    return view


def show(
    view: NetworkView, kind: str = "circle", layers: tuple[int, ...] = (4, 2), step: int = 0, running: bool = False
) -> None:
    experiment = make_experiment(kind, layers)
    view.show_experiment(experiment)
    view.show_snapshot(make_snapshot(experiment, step=step, running=running, surface_size=8, unit_size=8))


def seen(view: NetworkView) -> list[str]:
    return [name for name, item in canvas_of(view).callouts.items.items() if item.isVisible()]


def canvas_of(view: NetworkView) -> NetworkCanvas:
    canvas = view.findChild(NetworkCanvas)
    assert isinstance(canvas, NetworkCanvas)
    return canvas


def test_both_are_there_before_the_first_step_and_only_then(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    assert seen(view) == list(NAMES)
    show(view, running=True)
    assert seen(view) == []
    show(view, step=30)
    assert seen(view) == []
    show(view)  # after a reset
    assert seen(view) == list(NAMES)


def test_nothing_is_shown_that_was_not_asked_for(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    view.set_callouts(frozenset({"weights"}))
    assert seen(view) == ["weights"]
    view.set_callouts(frozenset())
    assert seen(view) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_closed_hint_stays_closed(qtbot: QtBot, name: str) -> None:
    view = view_of(qtbot)
    button = canvas_of(view).callouts.items[name].close_button
    assert min(button.width(), button.height()) >= TARGET
    with qtbot.waitSignal(view.callout_dismissed) as blocker:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert blocker.args == [name]
    assert name not in seen(view)
    show(view, layers=(4, 3))
    assert name not in seen(view)


@pytest.mark.parametrize("size", [(420, 300), (550, 330), (660, 460), (1100, 800)])
@pytest.mark.parametrize(("kind", "layers"), [*((kind, (4, 2)) for kind in KINDS), ("spiral", (16,) * 6), ("xor", ())])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_they_never_cover_a_plot_and_lie_inside(
    qtbot: QtBot, kind: str, layers: tuple[int, ...], size: tuple[int, int], scale: float
) -> None:
    view = view_of(qtbot, kind, layers, size)
    dress("light", scale)
    canvas = canvas_of(view)
    areas = [QRectF(item.geometry()) for item in canvas.callouts.items.values() if item.isVisible()]
    assert not (len(areas) == 2 and areas[0].intersects(areas[1]))
    for area in areas:
        assert QRectF(canvas.rect()).contains(area)
        for column in canvas.arrangement.columns:
            for place in range(len(column.rows)):
                assert not area.intersects(tile_rect(column, place))
    if layers == (16,) * 6:
        assert areas == []


def test_a_line_leads_from_each_to_what_it_speaks_of(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    canvas = canvas_of(view)
    with_lines = pixels(canvas)
    tips = [place.tip for place in canvas.callouts._places.values()]
    assert len(tips) == 2
    view.set_callouts(frozenset())
    without = pixels(canvas)
    for tip in tips:
        around = np.s_[round(tip.y()) - 3 : round(tip.y()) + 4, round(tip.x()) - 3 : round(tip.x()) + 4]
        assert (with_lines[around] != without[around]).any()


def test_their_buttons_are_reached_by_keys(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    button = canvas_of(view).callouts.items["unit"].close_button
    stops, widget = [], view.nextInFocusChain()
    while widget is not view:
        stops.append(widget)
        widget = widget.nextInFocusChain()
    assert button in stops
    assert button.accessibleName()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert seen(view) == ["weights"]


def test_a_place_is_free_near_its_target_and_none_where_there_is_no_room() -> None:
    bounds, size = QSizeF(300, 200), QSizeF(80, 40)
    wall, dots, target = np.array([[0.0, 0.0, 150.0, 200.0]]), np.array([[200.0, 20.0]]), np.array([[160.0, 100.0]])
    place = find_place(size, bounds, wall, dots, target)
    assert place is not None
    assert place.area.left() > 150
    assert not place.area.contains(200.0, 20.0)
    assert (place.tip.x(), place.tip.y()) == (160.0, 100.0)
    assert find_place(size, bounds, np.array([[0.0, 0.0, 300.0, 200.0]]), dots, target) is None
    assert find_place(size, QSizeF(60, 30), wall, dots, target) is None
    assert find_place(size, bounds, wall, dots, np.zeros((0, 2))) is None
    assert find_place(size, bounds, np.array([[0.0, 0.0, 200.0, 200.0]]), dots, np.array([[10.0, 10.0]])) is None


def test_the_hints_are_children_of_the_picture_alone(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    assert {item.parent() for item in canvas_of(view).callouts.items.values()} == {canvas_of(view)}
    assert isinstance(canvas_of(view), QWidget)


def test_they_are_as_high_as_the_words_of_the_language_in_force(qtbot: QtBot, qapp: QApplication) -> None:
    view = view_of(qtbot)
    item = canvas_of(view).callouts.items["unit"]
    english = item.height()
    install_language(qapp, "zh")
    QApplication.processEvents()
    assert item.height() == item.wanted_size().height() != english
    install_language(qapp, "en")
    QApplication.processEvents()
    assert item.height() == english
