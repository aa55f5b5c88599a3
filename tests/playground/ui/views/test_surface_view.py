"""The decision surface as a user meets it: what is said about it, and which plane is asked for."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from engine.snapshot import Snapshot
from playground.ui.language import install_language
from playground.ui.views.legend_switch import LegendSwitch
from playground.ui.views.surface_canvas import SurfaceCanvas
from playground.ui.views.surface_legend import SurfaceLegend
from playground.ui.views.surface_options import SurfaceOptions
from playground.ui.views.surface_view import SurfaceView
from playground.ui.widgets.color_scale import ColorScale
from playground.ui.widgets.toggle import Toggle
from tests.playground.ui.snapshots import KINDS, make_experiment, make_snapshot
from tests.playground.ui.views.pictures import dress, keep, pixels

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def shot(kind: str = "circle", step: int = 0, split: tuple[float, float, float] = (50, 20, 30)) -> Snapshot:
    return make_snapshot(make_experiment(kind, split=split), step=step, surface_size=30, unit_size=16)


def view_of(qtbot: QtBot, kind: str = "circle", size: tuple[int, int] = (300, 480)) -> SurfaceView:
    dress()
    view = SurfaceView()
    keep(qtbot, view)
    view.resize(*size)
    view.show()
    view.show_experiment(make_experiment(kind))
    view.show_snapshot(shot(kind))
    return view


def canvas(view: SurfaceView) -> SurfaceCanvas:
    found = view.findChild(SurfaceCanvas)
    assert isinstance(found, SurfaceCanvas)
    return found


def legend(view: SurfaceView) -> list[str]:
    found = view.findChild(SurfaceLegend)
    assert isinstance(found, SurfaceLegend)
    return [words for row in found.rows for words in row if words not in {one.option for one in off(found)}]


def off(legend: SurfaceLegend) -> list[LegendSwitch]:
    return [switch for switch in legend.switches if not switch.isChecked()]


@pytest.mark.parametrize("kind", KINDS)
def test_what_stands_around_the_map(qtbot: QtBot, kind: str) -> None:
    view, row = view_of(qtbot, kind), KINDS[kind]
    many = row.columns > 2
    assert [box.isVisible() for box in view.findChildren(QComboBox)] == [many and not row.side] * 2
    toggle = view.findChild(Toggle)
    assert isinstance(toggle, Toggle)
    assert (toggle.isVisible(), toggle.is_on()) == (many, bool(row.side))
    scale = view.findChild(ColorScale)
    assert isinstance(scale, ColorScale)
    assert scale.isVisible() == (row.task == "regression")
    labels = [label.text() for label in view.findChildren(QLabel) if label.isVisible()]
    captions = [words for words in labels if "principal" in words or "mean" in words]
    assert bool(captions) == (many and not row.side)  # the switch says it of the principal plane


def test_test_and_dev_points_are_a_choice(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    assert legend(view) == ["0", "1", "train"]
    view.show_options(SurfaceOptions(test=True))
    assert legend(view) == ["0", "1", "train", "test"]
    view.show_options(SurfaceOptions(test=True, dev=True))
    assert canvas(view).sets == ("train", "dev", "test")
    view.show_options(SurfaceOptions(dev=True))
    assert legend(view) == ["0", "1", "train", "dev"]


def test_a_set_is_shown_by_a_click_in_the_legend(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    view.options_chosen.connect(view.show_options)
    for option, shown in (("test", ("train", "test")), ("train", ("test",)), ("test", ())):
        switch = next(one for one in view.findChildren(LegendSwitch) if one.option == option)
        qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
        assert canvas(view).sets == shown


def test_choice_outlives_data_without_the_set(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    view.show_options(SurfaceOptions(dev=True))
    view.show_snapshot(shot(split=(50, 0, 50)))
    assert canvas(view).sets == ("train",)
    view.show_snapshot(shot())
    assert canvas(view).sets == ("train", "dev")


def test_discretize(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    before = pixels(canvas(view))
    view.show_options(SurfaceOptions(classes=True))
    assert (pixels(canvas(view)) != before).any()
    view.show_options(SurfaceOptions())
    assert (pixels(canvas(view)) == before).all()


def test_unit_is_shown_until_none_is(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    before = pixels(canvas(view))
    view.show_unit(1, 2)
    assert (pixels(canvas(view)) != before).any()
    view.show_unit(0, None)
    assert (pixels(canvas(view)) == before).all()


@pytest.mark.parametrize(("box", "row", "columns"), [(0, 2, (2, 1)), (1, 3, (0, 3)), (0, 1, (1, 0)), (1, 0, (1, 0))])
def test_choosing_a_feature_asks_for_the_plane_of_two_different_ones(
    qtbot: QtBot, box: int, row: int, columns: tuple[int, int]
) -> None:
    view = view_of(qtbot, "iris")
    combo = view.findChildren(QComboBox)[box]
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(row)
    with qtbot.waitSignal(view.plane_requested) as blocker:
        combo.activated.emit(row)
    assert blocker.args == ["features", columns]


@pytest.mark.parametrize(("kind", "request_"), [("iris", ["principal", (-1, -1)]), ("digits", ["features", (0, 1)])])
def test_principal_plane_is_a_switch(qtbot: QtBot, kind: str, request_: list[object]) -> None:
    view = view_of(qtbot, kind, (320, 560))
    toggle = view.findChild(Toggle)
    assert isinstance(toggle, Toggle)
    with qtbot.waitSignal(view.plane_requested) as blocker:
        qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton, pos=QPoint(12, toggle.height() // 2))
    assert blocker.args == request_


def test_snapshots_ask_for_nothing(qtbot: QtBot) -> None:
    view = view_of(qtbot, "iris")
    with qtbot.assertNotEmitted(view.plane_requested):
        for kind in ("digits", "iris", "circle", "csv"):
            view.show_snapshot(shot(kind))


@pytest.mark.parametrize("kind", ["circle", "iris", "digits", "csv"])
@pytest.mark.parametrize("size", [(260, 420), (300, 480), (600, 700)])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_children_are_inside_and_do_not_overlap(qtbot: QtBot, kind: str, size: tuple[int, int], scale: float) -> None:
    view = view_of(qtbot, kind, size)
    dress("light", scale)
    view.resize(max(size[0], view.minimumSizeHint().width()), max(size[1], view.minimumSizeHint().height()))
    QApplication.processEvents()
    children = list(view.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly))
    areas = [child.geometry() for child in children if child.isVisible()]
    for place, area in enumerate(areas):
        assert view.rect().contains(area), children[place]
        assert not any(area.intersects(other) for other in areas[place + 1 :])
    dress()


def test_language_is_followed(qtbot: QtBot, qapp: QApplication) -> None:
    view = view_of(qtbot, "iris")
    before = [label.text() for label in view.findChildren(QLabel)]
    install_language(qapp, "zh")
    view.grab()
    install_language(qapp, "en")
    assert [label.text() for label in view.findChildren(QLabel)] == before
    assert view.accessibleName() == "Output"
