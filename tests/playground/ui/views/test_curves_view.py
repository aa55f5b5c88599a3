"""The curves as a user meets them: what is drawn, what the switches do, what can be read off and saved."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from engine.snapshot import SETS, Curves, SetName, Snapshot
from playground.ui import theme
from playground.ui.language import install_language
from playground.ui.views.curves_view import CurvesView
from playground.ui.views.set_style import set_color
from tests.playground.ui.snapshots import make_experiment, make_snapshot

# The offscreen platform says so of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


def snapshot(kind: str = "spiral", *, split: tuple[float, float, float] = (50, 20, 30), points: int = 60) -> Snapshot:
    return make_snapshot(make_experiment(kind, split=split), points=points, surface_size=8, unit_size=4)


def with_cost(cost: dict[SetName, np.ndarray]) -> Snapshot:
    shot = snapshot(points=len(cost["train"]))
    return dataclasses.replace(shot, curves=dataclasses.replace(shot.curves, cost=cost))


@pytest.fixture
def view(qtbot: QtBot) -> CurvesView:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, theme.LIGHT)
    made = CurvesView()
    qtbot.addWidget(made)
    made.resize(360, 320)
    with qtbot.waitExposed(made):
        made.show()
    return made


def drawn_colors(view: CurvesView) -> set[int]:
    picture = view._plot.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(picture.constBits(), np.uint32).reshape(picture.height(), -1)
    return set(np.unique(pixels).tolist())


def shows(view: CurvesView, name: SetName) -> bool:
    return set_color(theme.themes().current, name).rgb() in drawn_colors(view)


def open_panel(view: CurvesView) -> None:
    QTest.mouseClick(view._menu, Qt.MouseButton.LeftButton)
    assert view._panel.isVisible()


@pytest.mark.parametrize("look", [theme.LIGHT, theme.DARK], ids=lambda look: look.name)
@pytest.mark.parametrize("measure", ["cost", "accuracy"])
@pytest.mark.parametrize("axis", ["linear", "log"])
@pytest.mark.parametrize("beta", [0.0, 0.6])
def test_every_set_is_drawn_in_its_colour(
    view: CurvesView, qapp: QApplication, look: theme.Theme, measure: str, axis: str, beta: float
) -> None:
    theme.apply(qapp, look)
    view.set_smoothing(beta)
    view.set_measure(measure)
    view.set_axis(axis)
    view.show_snapshot(snapshot())
    assert [shows(view, name) for name in SETS] == [True] * 3


def test_before_a_run_there_are_only_axes(view: CurvesView) -> None:
    assert [shows(view, name) for name in SETS] == [False] * 3


def test_an_empty_set_is_absent(view: CurvesView) -> None:
    view.show_snapshot(snapshot(split=(60, 0, 40)))
    assert [shows(view, name) for name in SETS] == [True, False, True]
    open_panel(view)
    assert [name for name, toggle in view._panel.sets.items() if toggle.isVisible()] == ["train", "test"]
    content = view._plot.content()
    assert content is not None
    assert [line.word for line in content.lines if line.key.startswith("cost")] == ["train", "test"]


def test_a_click_on_a_set_hides_it_and_shows_it_again(view: CurvesView) -> None:
    view.show_snapshot(snapshot())
    open_panel(view)
    for expected in (False, True):
        QTest.mouseClick(view._panel.sets["dev"], Qt.MouseButton.LeftButton)
        assert shows(view, "dev") is expected
        assert shows(view, "train")


@pytest.mark.parametrize("kind", ["spiral", "reg-plane"])
def test_the_second_measure_is_named_by_the_task(view: CurvesView, kind: str) -> None:
    view.show_snapshot(snapshot(kind))
    words = [button.text() for button in view._measure._group.buttons()]
    assert words == ["Cost", "MSE" if kind == "reg-plane" else "Accuracy", "Gradients"]


def test_shares_have_no_log_axis_but_errors_do(view: CurvesView) -> None:
    for kind, expected in (("spiral", False), ("reg-plane", True)):
        view.show_snapshot(dataclasses.replace(snapshot(kind), run=hash(kind)))
        view.set_measure("accuracy")
        assert view._log.isEnabled() is expected


@pytest.mark.parametrize("axis", ["linear", "log"])
@pytest.mark.parametrize(
    "values",
    [
        [0.0, 0.0, 0.0],
        [np.nan, 0.5, 0.25],
        [1.0, np.nan, 0.25],
        [1.0, 0.0, 1e-12],
        [1e300, 1.0, 1e-300],
        [np.inf, np.inf, np.inf],
        [np.nan, np.nan, np.nan],
        [0.5],
    ],
    ids=str,
)
def test_strange_costs_are_drawn_without_a_warning(view: CurvesView, axis: str, values: list[float]) -> None:
    cost = np.array(values)
    view.set_axis(axis)
    view.show_snapshot(with_cost({"train": cost, "dev": cost * np.nan, "test": cost}))
    assert len(drawn_colors(view)) > 1


def test_a_run_without_an_epoch_yet_is_shown(view: CurvesView) -> None:
    empty = np.empty(0)
    nothing: dict[SetName, np.ndarray] = dict.fromkeys(SETS, empty)
    curves = Curves(epochs=empty, cost=nothing, accuracy=nothing, penalty=empty, learning_rate=empty)
    view.show_snapshot(dataclasses.replace(snapshot(), curves=curves))
    view._plot.show_cursor(3.0)
    assert view._plot.cursor_epoch() is None


def test_smoothing_puts_an_average_in_front_of_what_was_measured(view: CurvesView) -> None:
    cost = np.array([1.0, 0.0] * 20)
    view.show_snapshot(with_cost(dict.fromkeys(SETS, cost)))
    view.set_smoothing(0.9)
    content = view._plot.content()
    assert content is not None
    assert np.ptp(content.lines[0].front[20:]) < 0.2
    assert content.lines[0].raw is cost
    view.set_smoothing(0.0)
    content = view._plot.content()
    assert content is not None
    assert content.lines[0].front is cost


def test_a_wrong_smoothing_is_refused(view: CurvesView) -> None:
    with pytest.raises(ValueError, match="beta"):
        view.set_smoothing(1.0)


def test_beta_and_its_correction_are_set_by_slider_and_switch(view: CurvesView, qtbot: QtBot) -> None:
    view.show_snapshot(with_cost(dict.fromkeys(SETS, np.ones(40))))
    open_panel(view)
    with qtbot.waitSignal(view.options_changed):
        QTest.keyClick(view._panel.beta._track, Qt.Key.Key_End)
    assert view.smoothing() == 0.999
    content = view._plot.content()
    assert content is not None
    np.testing.assert_allclose(content.lines[0].front, 1.0)
    QTest.mouseClick(view._panel.correction, Qt.MouseButton.LeftButton)
    content = view._plot.content()
    assert content is not None
    assert content.lines[0].front[0] == pytest.approx(0.001)
    QTest.keyClick(view._panel.beta._track, Qt.Key.Key_Home)
    assert view.smoothing() == 0
    assert not view._panel.correction.isVisible()  # nothing is averaged


def test_the_pointer_brings_the_nearest_epoch_and_takes_it_away(view: CurvesView, qtbot: QtBot) -> None:
    view.show_snapshot(snapshot(points=61))
    area = view._plot.area()
    content = view._plot.content()
    assert content is not None
    x = area.left() + 30.2 / content.x.high * area.width()
    QTest.mouseMove(view._plot, QPoint(round(x), round(area.center().y())))
    assert view._plot.cursor_epoch() == 30
    QTest.mouseMove(view._measure)
    qtbot.waitUntil(lambda: view._plot.cursor_epoch() is None)


def test_the_arrow_keys_walk_along_the_epochs(view: CurvesView) -> None:
    view.show_snapshot(snapshot(points=21))
    view._plot.setFocus()
    walked = []
    keys = (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_End)
    for key in keys:
        QTest.keyClick(view._plot, key)
        walked.append(view._plot.cursor_epoch())
    assert walked == [20, 19, 9, 0, 0, 20]
    QTest.keyClick(view._plot, Qt.Key.Key_Escape)
    assert view._plot.cursor_epoch() is None


def test_the_cross_hair_stays_at_its_epoch_while_the_run_goes_on(view: CurvesView) -> None:
    view.show_snapshot(snapshot(points=20))
    view._plot.show_cursor(7.0)
    view.show_snapshot(snapshot(points=40))
    view._plot.grab()
    assert view._plot.cursor_epoch() == 7.0


def test_the_same_curves_are_not_worked_out_again(view: CurvesView) -> None:
    shot = snapshot()
    view.show_snapshot(shot)
    before = view._plot.content()
    view.show_snapshot(dataclasses.replace(shot, step=shot.step + 1))
    assert view._plot.content() is before


def test_a_new_run_gets_new_axes(view: CurvesView) -> None:
    view.show_snapshot(with_cost(dict.fromkeys(SETS, np.full(900, 50.0))))
    later = with_cost(dict.fromkeys(SETS, np.full(5, 0.5)))
    view.show_snapshot(dataclasses.replace(later, run=2))
    content = view._plot.content()
    assert content is not None
    assert (content.x.high, content.y.high) == (10, 0.5)


def rows_of(text: str, separator: str = ",") -> list[dict[str, str]]:
    head, *lines = text.splitlines()
    return [dict(zip(head.split(separator), line.split(separator), strict=True)) for line in lines]


def test_csv_holds_every_number_and_leaves_empty_sets_empty(view: CurvesView, tmp_path: Path) -> None:
    shot = snapshot(split=(60, 0, 40), points=7)
    view.show_snapshot(shot)
    view.export(tmp_path / "curves.csv")
    rows = rows_of((tmp_path / "curves.csv").read_text(encoding="utf-8"))
    assert list(rows[0])[:4] == ["epoch", "cost_train", "cost_dev", "cost_test"]
    assert {"penalty", "learning_rate", "data_train", "accuracy_test"} <= set(rows[0])
    np.testing.assert_allclose([float(row["cost_test"]) for row in rows], shot.curves.cost["test"], rtol=1e-8)
    parts = [float(row["data_train"]) + float(row["penalty"]) for row in rows]
    np.testing.assert_allclose(parts, shot.curves.cost["train"], rtol=1e-8)
    assert {row["cost_dev"] for row in rows} == {""}


def test_csv_holds_earlier_runs_over_all_epochs_of_both(view: CurvesView) -> None:
    view.show_snapshot(snapshot(points=9))
    view.show_snapshot(dataclasses.replace(snapshot(points=5), run=2))
    view.set_smoothing(0)
    rows = rows_of(view.table())
    assert len(rows) == 9
    assert [bool(row["cost_train"]) for row in rows] == [True] * 5 + [False] * 4
    assert all(float(row["cost_train [1: same settings]"]) > 0 for row in rows)


def test_csv_of_a_regression_names_the_error(view: CurvesView, tmp_path: Path) -> None:
    view.show_snapshot(snapshot("reg-plane"))
    view.export(tmp_path / "curves.csv")
    assert "mse_train" in (tmp_path / "curves.csv").read_text(encoding="utf-8").splitlines()[0]


def test_pictures_show_the_curves(view: CurvesView, tmp_path: Path) -> None:
    view.show_snapshot(snapshot())
    view.export(str(tmp_path / "curves.png"))
    view.export(tmp_path / "curves.SVG")
    picture = QImage(str(tmp_path / "curves.png"))
    assert (picture.width(), picture.height()) == (1440, 880)
    colors = {picture.pixel(x, y) for x in range(0, 1440, 2) for y in range(0, 880, 2)}
    assert QColor(set_color(theme.LIGHT, "train")).rgb() in colors
    drawing = (tmp_path / "curves.SVG").read_text(encoding="utf-8")
    assert QSvgRenderer(str(tmp_path / "curves.SVG")).isValid()
    assert "Cost by epoch" in drawing
    assert "train" in drawing


@pytest.mark.parametrize("name", ["curves.gif", "curves", "csv"])
def test_another_ending_is_refused(view: CurvesView, tmp_path: Path, name: str) -> None:
    view.show_snapshot(snapshot())
    with pytest.raises(ValueError, match=r"allowed: a name that ends in \.png, \.svg, \.csv"):
        view.export(tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_nothing_is_written_before_there_are_curves(view: CurvesView, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="there are none yet"):
        view.export(tmp_path / "curves.png")


def test_a_place_that_cannot_be_written_is_told_without_a_stop(view: CurvesView, tmp_path: Path) -> None:
    view.show_snapshot(snapshot())
    view._menu.file_chosen.emit(str(tmp_path / "no such folder" / "curves.png"))
    box = next(box for box in QApplication.topLevelWidgets() if box.windowTitle() or box.inherits("QMessageBox"))
    assert not box.isModal()
    box.close()


def test_everything_has_a_name_for_those_who_do_not_see_it(view: CurvesView, qtbot: QtBot) -> None:
    view.show_snapshot(snapshot())
    controls = [view._measure, view._log, view._menu, view._plot, *view._panel.sets.values()]
    assert all(control.accessibleName() for control in controls)
    qtbot.waitUntil(lambda: "train" in view._plot.accessibleDescription())


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_targets_are_large_enough(view: CurvesView, qapp: QApplication, scale: float) -> None:
    theme.apply(qapp, theme.LIGHT, scale)
    view.show_snapshot(snapshot())
    open_panel(view)
    qapp.processEvents()
    buttons = [one for one in view.findChildren(QAbstractButton) if one.isVisible()]
    assert len(buttons) > 10
    assert [one for one in buttons if min(one.width(), one.height()) < 24] == []
    view._panel.close()
    theme.apply(qapp, theme.LIGHT, 1.0)


def test_the_language_changes_while_it_runs(view: CurvesView, qapp: QApplication) -> None:
    view.show_snapshot(snapshot())
    install_language(qapp, "zh")
    try:
        assert view._plot.grab().width() > 0
    finally:
        install_language(qapp, "en")
    assert view.accessibleName() == "Curves"


def test_the_slider_shows_the_average_of_what_is_in_front(view: CurvesView, qtbot: QtBot) -> None:
    view.show_snapshot(with_cost(dict.fromkeys(SETS, np.ones(40))))
    open_panel(view)
    assert view.smoothing() == view._panel.beta.value() == 0.0
    view.set_options(dataclasses.replace(view.options(), per="batch"))
    assert view.smoothing() == view._panel.beta.value() == 0.9
    with qtbot.waitSignal(view.options_changed):
        QTest.keyClick(view._panel.beta._track, Qt.Key.Key_Home)
    assert (view.options().beta, view.options().step_beta) == (0.0, 0.0)
