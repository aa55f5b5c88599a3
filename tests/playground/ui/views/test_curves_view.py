"""The curves as a user meets them: what is drawn, what the switches do, what can be read off and saved."""

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from engine.snapshot import SETS, Curves, SetName, Snapshot
from playground.ui import theme
from playground.ui.language import install_language
from playground.ui.views.curves_view import CurvesView
from playground.ui.views.set_style import set_color
from tests.playground.ui.views.curve_use import choose, content_of, open_panel, shown_view, snapshot, with_curves

# The offscreen platform says so of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


def with_cost(cost: dict[SetName, np.ndarray]) -> Snapshot:
    return with_curves(snapshot(points=len(cost["train"])), cost=cost)


@pytest.fixture
def view(qtbot: QtBot) -> CurvesView:
    return shown_view(qtbot)


def drawn_colors(view: CurvesView) -> set[int]:
    picture = view._plot.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(picture.constBits(), np.uint32).reshape(picture.height(), -1)
    return set(np.unique(pixels).tolist())


def shows(view: CurvesView, name: SetName) -> bool:
    return set_color(theme.themes().current, name).rgb() in drawn_colors(view)


@pytest.mark.parametrize("look", [theme.LIGHT, theme.DARK], ids=lambda look: look.name)
@pytest.mark.parametrize("measure", ["cost", "accuracy"])
@pytest.mark.parametrize("axis", ["linear", "log"])
@pytest.mark.parametrize("beta", [0.0, 0.6])
def test_every_set_is_drawn_in_its_colour(
    view: CurvesView, qapp: QApplication, look: theme.Theme, measure: str, axis: str, beta: float
) -> None:
    theme.apply(qapp, look)
    choose(view, beta=beta)
    choose(view, measure=measure)
    choose(view, axis=axis)
    view.show_snapshot(snapshot())
    assert [shows(view, name) for name in SETS] == [True] * 3


def test_before_a_run_there_are_only_axes(view: CurvesView) -> None:
    assert [shows(view, name) for name in SETS] == [False] * 3


def test_an_empty_set_is_absent(view: CurvesView) -> None:
    view.show_snapshot(snapshot(split=(60, 0, 40)))
    assert [shows(view, name) for name in SETS] == [True, False, True]
    open_panel(view)
    assert [name for name, toggle in view._panel.sets.items() if toggle.isVisible()] == ["train", "test"]
    content = content_of(view)
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
    words = [button.text() for button in view._tabs._group.buttons()]
    assert words == ["Cost", "MSE" if kind == "reg-plane" else "Accuracy", "Gradients"]


def test_shares_have_no_log_axis_but_errors_do(view: CurvesView) -> None:
    for kind, expected in (("spiral", False), ("reg-plane", True)):
        view.show_snapshot(dataclasses.replace(snapshot(kind), run=hash(kind)))
        choose(view, measure="accuracy")
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
    choose(view, axis=axis)
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
    choose(view, beta=0.9)
    content = content_of(view)
    assert np.ptp(content.lines[0].front[20:]) < 0.2
    assert content.lines[0].raw is cost
    choose(view, beta=0.0)
    content = content_of(view)
    assert content.lines[0].front is cost


def test_a_wrong_smoothing_is_refused(view: CurvesView) -> None:
    with pytest.raises(ValueError, match="beta"):
        choose(view, beta=1.0)


def test_beta_and_its_correction_are_set_by_slider_and_switch(view: CurvesView, qtbot: QtBot) -> None:
    view.show_snapshot(with_cost(dict.fromkeys(SETS, np.ones(40))))
    open_panel(view)
    with qtbot.waitSignal(view.options_changed):
        QTest.keyClick(view._panel.beta._track, Qt.Key.Key_End)
    assert view.options().smoothing == 0.999
    content = content_of(view)
    np.testing.assert_allclose(content.lines[0].front, 1.0)
    QTest.mouseClick(view._panel.correction, Qt.MouseButton.LeftButton)
    content = content_of(view)
    assert content.lines[0].front[0] == pytest.approx(0.001)
    QTest.keyClick(view._panel.beta._track, Qt.Key.Key_Home)
    assert view.options().smoothing == 0
    assert not view._panel.correction.isVisible()  # nothing is averaged


def test_the_pointer_brings_the_nearest_epoch_and_takes_it_away(view: CurvesView, qtbot: QtBot) -> None:
    view.show_snapshot(snapshot(points=61))
    area = view._plot.area()
    content = content_of(view)
    x = area.left() + 30.2 / content.x.high * area.width()
    QTest.mouseMove(view._plot, QPoint(round(x), round(area.center().y())))
    assert view._plot.cursor_epoch() == 30
    QTest.mouseMove(view._tabs)
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
    content = content_of(view)
    assert (content.x.high, content.y.high) == (10, 0.5)


def test_everything_has_a_name_for_those_who_do_not_see_it(view: CurvesView, qtbot: QtBot) -> None:
    view.show_snapshot(snapshot())
    controls = [view._tabs, view._log, view._menu, view._plot, *view._panel.sets.values()]
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
    assert view.options().smoothing == view._panel.beta.value() == 0.0
    view.set_options(dataclasses.replace(view.options(), per="batch"))
    assert view.options().smoothing == view._panel.beta.value() == 0.9
    with qtbot.waitSignal(view.options_changed):
        QTest.keyClick(view._panel.beta._track, Qt.Key.Key_Home)
    assert (view.options().beta, view.options().step_beta) == (0.0, 0.0)
