"""Painting as a hand does it: tools and keys, strokes with the mouse, one undo entry each, a word for every case."""

import dataclasses
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.edits import Edit
from engine.experiment import Data, Experiment, Split
from engine.painting import start_painting
from engine.points import MOST_CLASSES, MOST_POINTS
from playground.state.document import Document
from playground.ui.views.paint_bar import FEWEST_CLASSES, PaintBar
from playground.ui.views.paint_strokes import VALUES
from playground.ui.views.surface_canvas import SurfaceCanvas
from playground.ui.views.surface_view import SurfaceView
from tests.playground.ui.snapshots import KINDS, make_experiment, make_snapshot
from tests.playground.ui.views.pictures import dress, keep, pixels, point_at

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
OWN = Experiment(data=Data(kind="painted", points=((-3.0, 0.0, 0), (3.0, 0.0, 1))))


class Easel:
    """A surface with a document behind it, as in the window, but without a run."""

    def __init__(self, qtbot: QtBot, experiment: Experiment) -> None:
        dress()
        self.qtbot = qtbot
        self.view = SurfaceView()
        keep(qtbot, self.view)
        self.document = Document(experiment)
        self.view.edit_requested.connect(self._apply)
        self.view.edit_started.connect(self.document.begin_drag)
        self.view.edit_finished.connect(self.document.end_drag)
        self.document.changed.connect(self.view.show_experiment)
        self.view.resize(340, 480)
        self.view.show()
        self.view.show_experiment(experiment)
        if experiment.data.kind in KINDS:
            self.view.show_snapshot(make_snapshot(make_experiment(experiment.data.kind), surface_size=20, unit_size=8))
        self.view.paint.open(True)
        QApplication.processEvents()

    def _apply(self, edit: Edit) -> None:
        self.document.apply(edit)

    @property
    def bar(self) -> PaintBar:
        return self.view.bar

    @property
    def canvas(self) -> SurfaceCanvas:
        found = self.view.findChild(SurfaceCanvas)
        assert isinstance(found, SurfaceCanvas)
        return found

    @property
    def points(self) -> tuple[tuple[float, float, int], ...]:
        return self.document.experiment.data.points

    def pixel(self, x1: float, x2: float) -> QPoint:
        """Where a place of [−6, 6]² is on the canvas."""
        area = self.canvas.map_area
        return QPoint(
            round(area.left() + (x1 + 6) / 12 * area.width()), round(area.top() + (6 - x2) / 12 * area.width())
        )

    def stroke(self, *places: tuple[float, float]) -> None:
        QTest.mousePress(self.canvas, Qt.MouseButton.LeftButton, pos=self.pixel(*places[0]))
        for place in places[1:]:
            QTest.mouseMove(self.canvas, self.pixel(*place))
        QTest.mouseRelease(self.canvas, Qt.MouseButton.LeftButton, pos=self.pixel(*places[-1]))


def test_a_stroke_is_one_undo_entry_and_is_seen_at_once(qtbot: QtBot) -> None:
    easel = Easel(qtbot, OWN)
    before = pixels(easel.canvas)
    qtbot.keyClick(easel.canvas, Qt.Key.Key_1)
    easel.stroke((-4.0, 4.0), (-2.0, 4.0), (0.0, 4.0))
    assert len(easel.points) == 5
    assert [point[2] for point in easel.points[2:]] == [0, 0, 0]
    assert easel.points[2][:2] == pytest.approx((-4.0, 4.0), abs=0.05)
    assert easel.document.undo_stack.count() == 1
    easel.stroke((4.0, -4.0))
    assert easel.document.undo_stack.count() == 2
    assert (pixels(easel.canvas) != before).any()
    easel.document.undo()
    easel.document.undo()
    assert easel.document.experiment == OWN


def test_keys_take_tools_and_escape_lets_go(qtbot: QtBot) -> None:
    easel = Easel(qtbot, OWN)
    for key, tool in ((Qt.Key.Key_3, "2"), (Qt.Key.Key_E, "erase"), (Qt.Key.Key_M, "move"), (Qt.Key.Key_1, "0")):
        qtbot.keyClick(easel.canvas, key)
        assert easel.bar.tool() == tool
    qtbot.keyClick(easel.canvas, Qt.Key.Key_9)  # not offered for two classes
    assert easel.bar.tool() == "0"
    qtbot.keyClick(easel.canvas, Qt.Key.Key_Escape)
    assert easel.bar.tool() == "point"
    easel.stroke((0.0, 0.0), (2.0, 2.0))
    assert easel.document.undo_stack.count() == 0
    qtbot.keyClick(easel.canvas, Qt.Key.Key_0)
    assert not easel.canvas.is_zoomed


def test_eraser_and_mover(qtbot: QtBot) -> None:
    easel = Easel(qtbot, OWN)
    qtbot.keyClick(easel.canvas, Qt.Key.Key_M)
    easel.stroke((3.05, 0.05), (3.0, 3.0), (0.0, 3.0))
    assert easel.points[0] == (-3.0, 0.0, 0)
    assert easel.points[1][:2] == pytest.approx((0.0, 3.0), abs=0.05)
    qtbot.keyClick(easel.canvas, Qt.Key.Key_E)
    easel.stroke((-4.0, 0.0), (-3.0, 0.0))
    assert len(easel.points) == 1
    assert easel.document.undo_stack.count() == 2


def test_a_clean_sheet_keeps_the_brush_and_can_be_taken_back(qtbot: QtBot) -> None:
    easel = Easel(qtbot, OWN)
    qtbot.keyClick(easel.canvas, Qt.Key.Key_2)
    qtbot.mouseClick(easel.bar.clear, Qt.MouseButton.LeftButton)
    assert easel.points == ()
    assert "No points yet" in easel.bar.hint()
    assert easel.bar.tool() == "1"
    easel.stroke((0.0, 3.0))
    assert {point[2] for point in easel.points} == {1}
    easel.document.undo()
    easel.document.undo()
    assert easel.document.experiment == OWN


def test_tools_are_buttons_too_and_sizes_go_round(qtbot: QtBot) -> None:
    easel = Easel(qtbot, OWN)
    qtbot.mouseClick(easel.bar.tools["0"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(easel.bar.sizes, Qt.MouseButton.LeftButton)
    easel.stroke((0.0, 3.0))
    assert len(easel.points) == 5
    names = set()
    for _ in range(3):
        names.add(easel.bar.sizes.toolTip())
        qtbot.mouseClick(easel.bar.sizes, Qt.MouseButton.LeftButton)
    assert len(names) == 3


def test_classes_grow_as_they_are_painted(qtbot: QtBot) -> None:
    easel = Easel(qtbot, OWN)

    def shown() -> int:
        return sum(not easel.bar.tools[str(label)].isHidden() for label in range(MOST_CLASSES))

    assert shown() == FEWEST_CLASSES
    for key, classes in ((Qt.Key.Key_4, 4), (Qt.Key.Key_5, 5)):
        qtbot.keyClick(easel.canvas, key)
        easel.stroke((0.0, 5.0 - classes))
        assert shown() == classes + 1
    assert easel.canvas.data is not None
    assert easel.canvas.data.class_names == tuple(f"class {index}" for index in range(1, 6))


def test_the_first_stroke_on_a_generated_set_copies_it_and_undo_brings_it_back(qtbot: QtBot) -> None:
    circle = Experiment(data=Data(kind="circle", samples=50))
    easel = Easel(qtbot, circle)
    assert "undo brings the set back" in easel.bar.hint()
    easel.stroke((5.5, 5.5))
    assert easel.document.experiment.data.kind == "painted"
    assert len(easel.points) == 51
    assert easel.bar.hint().startswith("train ")
    easel.document.undo()
    assert easel.document.experiment == circle


HINTS: list[tuple[Experiment, str]] = [
    (Experiment(data=Data(kind="painted")), "No points yet"),
    (Experiment(data=Data(kind="painted", points=((0.0, 0.0, 0),))), "Only one class so far"),
    (Experiment(data=Data(kind="painted", points=((0.0, 0.0, 0), (1.0, 1.0, 1)) * (MOST_POINTS // 2))), "2000 points"),
    (make_experiment("reg-plane"), "Paints on a copy"),
    (Experiment(data=Data(kind="painted-values")), "No points yet"),
    (make_experiment("iris"), "Only points in the plane"),
    (make_experiment("parity"), "Only points in the plane"),
]


@pytest.mark.parametrize(("experiment", "words"), HINTS)
def test_every_case_has_its_word(qtbot: QtBot, experiment: Experiment, words: str) -> None:
    easel = Easel(qtbot, experiment)
    assert easel.bar.hint().startswith(words)
    possible = not words.startswith("Only points in")
    assert easel.bar.tools["0"].isVisible() == possible
    easel.stroke((1.0, 1.0))
    assert (easel.document.undo_stack.count() == 1) == (possible and words != "2000 points")


def test_an_empty_set_is_painted_from_nothing(qtbot: QtBot) -> None:
    easel = Easel(qtbot, Experiment(data=Data(kind="painted")))
    blank = pixels(easel.canvas)
    easel.stroke((2.0, 2.0))
    assert easel.points[0][:2] == pytest.approx((2.0, 2.0), abs=0.05)
    assert (pixels(easel.canvas) != blank).any()


def test_points_land_where_the_zoomed_map_shows_them(qtbot: QtBot) -> None:
    easel = Easel(qtbot, OWN)
    easel.canvas.look_at(((0.0, 1.0), (0.0, 1.0)))
    middle = easel.canvas.map_area.center().toPoint()
    QTest.mouseClick(easel.canvas, Qt.MouseButton.LeftButton, pos=middle)
    assert easel.points[-1][:2] == pytest.approx((0.5, 0.5), abs=0.01)


def test_put_away_the_tools_do_nothing(qtbot: QtBot) -> None:
    easel = Easel(qtbot, OWN)
    easel.view.paint.open(False)
    assert not easel.bar.isVisible()
    qtbot.keyClick(easel.canvas, Qt.Key.Key_1)
    easel.stroke((0.0, 0.0), (1.0, 1.0))
    assert easel.document.experiment == OWN


def test_a_double_click_while_painting_keeps_the_zoom(qtbot: QtBot) -> None:
    easel = Easel(qtbot, OWN)
    easel.canvas.zoom(0.5)
    QTest.mouseDClick(easel.canvas, Qt.MouseButton.LeftButton, pos=easel.canvas.map_area.center().toPoint())
    assert easel.canvas.is_zoomed


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_tool_in_hand_is_seen_on_its_button_and_around_the_pointer(
    qtbot: QtBot, look: str, qapp: QApplication
) -> None:
    easel = Easel(qtbot, OWN)
    dress(look)
    pictures: list[Callable[[], bytes]] = [
        lambda: pixels(easel.bar).tobytes(),
        lambda: pixels(easel.canvas).tobytes(),
    ]
    seen: list[set[bytes]] = [set(), set()]
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_E, Qt.Key.Key_Escape):
        qtbot.keyClick(easel.canvas, key)
        point_at(easel.canvas, easel.pixel(1.0, 1.0).x(), easel.pixel(1.0, 1.0).y())
        for kept, picture in zip(seen, pictures, strict=True):
            kept.add(picture())
    dress()
    assert [len(kept) for kept in seen] == [4, 4]


def test_a_map_of_other_inputs_is_not_drawn_below_own_points(qtbot: QtBot) -> None:
    easel = Easel(qtbot, make_experiment("digits"))
    own = dataclasses.replace(OWN, features=())
    easel.view.show_experiment(own)
    assert easel.canvas.data is not None
    assert easel.canvas.data.feature_names == ("x1", "x2")
    area = easel.canvas.map_area
    corner = pixels(easel.canvas)[round(area.top()) + 4, round(area.left()) + 4]
    assert corner.tolist() == [255, 255, 255]


def test_values_are_painted_where_numbers_are_predicted(qtbot: QtBot) -> None:
    easel = Easel(qtbot, Experiment(data=Data(kind="painted-values", points=((0.0, 0.0, 0.25),))))
    shown = [not easel.bar.tools[str(label)].isHidden() for label in range(MOST_CLASSES)]
    assert shown == [True] * len(VALUES) + [False] * (MOST_CLASSES - len(VALUES))
    assert easel.bar.tools["1"].toolTip() == "Brush: paint points of value −0.5 (2)"
    for key, label in ((Qt.Key.Key_1, -1.0), (Qt.Key.Key_5, 1.0)):
        qtbot.keyClick(easel.canvas, key)
        easel.stroke((label * 3, 4.0))
    assert [point[2] for point in easel.points] == [0.25, -1.0, 1.0]
    assert easel.document.undo_stack.count() == 2
    qtbot.keyClick(easel.canvas, Qt.Key.Key_M)
    easel.stroke((0.0, 0.0), (2.0, -2.0))
    assert easel.points[0] == pytest.approx((2.0, -2.0, 0.25), abs=0.05)
    easel.document.apply(start_painting("painted"))
    assert easel.bar.tools["0"].toolTip() == "Brush: paint points of class 1 (1)"


def test_a_brush_that_is_gone_leaves_the_hand(qtbot: QtBot) -> None:
    easel = Easel(qtbot, Experiment(data=Data(kind="painted", points=((0.0, 0.0, 0), (1.0, 1.0, 5)))))
    qtbot.keyClick(easel.canvas, Qt.Key.Key_7)
    assert easel.bar.tool() == "6"
    easel.document.apply(start_painting("painted-values"))
    assert easel.bar.tool() == "0"


def test_while_one_paints_every_new_point_is_seen_whatever_its_set(qtbot: QtBot) -> None:
    easel = Easel(qtbot, Experiment(split=Split(train=50, dev=20, test=30)))
    assert easel.canvas.sets == ("train", "dev", "test")
    easel.view.paint.open(False)
    assert easel.canvas.sets == ("train",)
    easel.document.start(Experiment(data=Data(kind="iris")))
    easel.view.paint.open(True)
    assert easel.canvas.sets == ("train",)  # nothing can be painted here
