"""What the curves tell beyond the sets' lines: parts of J, learning rate, early stopping, earlier runs, values."""

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.experiment import Optimizer
from engine.snapshot import SETS, Failure
from playground.ui import fonts, theme
from playground.ui.views import curve_legend
from playground.ui.views.curve_cursor import values_at
from playground.ui.views.curve_drawing import mark_words
from playground.ui.views.curve_ends import draw_ends, room, rows_of
from playground.ui.views.curve_ink import PENALTY_INK, ghost_color
from playground.ui.views.curve_options import CurveOptions
from playground.ui.views.curve_plot import CurvePlot
from playground.ui.views.curves_view import CurvesView
from tests.playground.ui.views.curve_use import (
    choose,
    choose_tab,
    content_of,
    open_panel,
    shown_view,
    snapshot,
    with_curves,
)
from tests.playground.ui.views.pictures import pixels


@pytest.fixture
def view(qtbot: QtBot) -> CurvesView:
    return shown_view(qtbot)


def has_color(widget: QWidget, color: QColor) -> bool:
    wanted = np.array([color.red(), color.green(), color.blue()])
    return bool((np.abs(pixels(widget) - wanted).max(axis=2) <= 2).any())


def test_the_parts_of_the_cost_add_up_and_can_be_put_away(view: CurvesView, qtbot: QtBot) -> None:
    view.show_snapshot(snapshot())
    lines = {line.key: line for line in content_of(view).lines}
    np.testing.assert_allclose(lines["data_train"].raw + lines["penalty"].raw, lines["cost_train"].raw)
    assert has_color(view._plot, PENALTY_INK.color(theme.LIGHT))
    open_panel(view)
    with qtbot.waitSignal(view.options_changed) as caught:
        QTest.mouseClick(view._panel.parts, Qt.MouseButton.LeftButton)
    assert not caught.args[0].parts
    assert [line.key for line in content_of(view).lines] == ["cost_train", "cost_dev", "cost_test"]
    assert not has_color(view._plot, PENALTY_INK.color(theme.LIGHT))


def test_without_a_penalty_there_are_no_parts(view: CurvesView) -> None:
    shot = snapshot()
    view.show_snapshot(with_curves(shot, penalty=np.zeros(60)))
    assert len(content_of(view).lines) == 3


def test_a_constant_learning_rate_takes_no_room_until_it_is_wanted(view: CurvesView) -> None:
    view.show_snapshot(snapshot())
    assert content_of(view).rate is None
    plain = view._plot.area().height()
    open_panel(view)
    QTest.mouseClick(view._panel.rate._group.button(1), Qt.MouseButton.LeftButton)
    assert content_of(view).rate is not None
    assert view._plot.area().height() < plain - 20


def test_a_learning_rate_that_falls_is_shown_with_its_last_value(view: CurvesView) -> None:
    shot = snapshot()
    view.show_snapshot(with_curves(shot, learning_rate=np.linspace(0.1, 0.02, 60)))
    assert content_of(view).rate is not None
    assert ("α", "0.0200") in values_at(content_of(view), 59.0)
    open_panel(view)
    QTest.mouseClick(view._panel.rate._group.button(2), Qt.MouseButton.LeftButton)
    assert content_of(view).rate is None


def test_early_stopping_marks_the_best_epoch_at_the_dev_curve_and_the_last_one(view: CurvesView) -> None:
    shot = dataclasses.replace(snapshot(), best_epoch=37, epoch=47)
    view.show_snapshot(shot)
    (best,) = content_of(view).marks
    assert (best.kind, best.epoch, best.value) == ("best", 37, shot.curves.cost["dev"][37])
    view.show_snapshot(dataclasses.replace(shot, stopped=True))
    assert [(mark.kind, mark.epoch) for mark in content_of(view).marks] == [("best", 37), ("stopped", 47)]
    choose(view, hidden=("dev",))
    assert np.isnan(content_of(view).marks[0].value)
    choose(view, measure="accuracy")
    choose(view, hidden=())
    assert content_of(view).marks[0].value == shot.curves.accuracy["dev"][37]
    assert view._plot.grab().width() > 0


def test_a_run_that_diverges_is_marked_where_it_ended(view: CurvesView) -> None:
    shot = dataclasses.replace(snapshot(), epoch=60, batch_in_epoch=3, batches_per_epoch=6)
    view.show_snapshot(shot)
    assert content_of(view).marks == ()
    failure = Failure(kind="diverged", step=363, layer=1, message="")
    view.show_snapshot(dataclasses.replace(shot, failure=failure))
    (mark,) = content_of(view).marks
    assert (mark.kind, mark.epoch, mark_words(mark)) == ("diverged", 60.5, "diverged: epoch 60.5")
    assert view._plot.grab().width() > 0


def test_costs_that_all_lie_flat_get_a_log_axis_once(view: CurvesView, qtbot: QtBot) -> None:
    fallen = dict.fromkeys(SETS, np.geomspace(1.0, 0.04, 60))
    flat = with_curves(snapshot(), cost=fallen, penalty=np.zeros(60))
    by_heart = with_curves(snapshot(), cost={**fallen, "test": np.ones(60)}, penalty=np.zeros(60))
    with qtbot.assertNotEmitted(view.options_changed):
        view.show_snapshot(by_heart)  # what one set has to say is best seen on a linear axis
        assert not content_of(view).y.logarithmic
    with qtbot.waitSignal(view.options_changed) as caught:
        view.show_snapshot(flat)
    assert caught.args[0].axis == "log"
    assert content_of(view).y.logarithmic
    assert view._log.isChecked()
    QTest.mouseClick(view._log, Qt.MouseButton.LeftButton)  # whoever wants a linear one has it for good
    view.show_snapshot(dataclasses.replace(flat, run=2))
    assert not content_of(view).y.logarithmic


def test_a_run_that_is_replaced_stays_as_a_ghost_that_says_what_differs(view: CurvesView) -> None:
    view.show_snapshot(snapshot(optimizer=Optimizer(learning_rate=0.03)))
    view.show_snapshot(snapshot(run=2, optimizer=Optimizer(learning_rate=0.1), points=20))
    (ghost,) = content_of(view).ghosts
    assert (ghost.number, ghost.text) == (1, "α 0.03 → 0.1")
    assert len(ghost.x) == 60
    assert content_of(view).x.high >= 59  # it is seen to its end
    assert has_color(view._plot, ghost_color(theme.LIGHT, 1))
    assert values_at(content_of(view), 30.0)[-1][0] == "1 α 0.03 → 0.1"


def test_an_edit_just_before_a_reset_does_not_rename_the_run(view: CurvesView) -> None:
    first, second = Optimizer(learning_rate=0.03), Optimizer(learning_rate=0.1)
    view.show_snapshot(snapshot(optimizer=first))
    view.show_snapshot(dataclasses.replace(snapshot(optimizer=second), curves=view._snapshot.curves))  # type: ignore[union-attr]  # shown above
    view.show_snapshot(snapshot(run=2, optimizer=second))
    assert [ghost.text for ghost in content_of(view).ghosts] == ["α 0.03 → 0.1"]


def test_the_last_five_runs_are_kept_and_each_can_be_hidden(view: CurvesView) -> None:
    for run in range(1, 9):
        view.show_snapshot(snapshot(run=run, seed=run, points=20 + run))
    assert [ghost.text for ghost in content_of(view).ghosts] == [f"seed {seed} → 8" for seed in (7, 6, 5, 4, 3)]
    open_panel(view)
    assert next(box.text() for box in view._panel.runs.values()) == "1  seed 7 → 8"
    QTest.mouseClick(view._panel.runs[6], Qt.MouseButton.LeftButton, pos=QPoint(10, 12))
    assert [ghost.number for ghost in content_of(view).ghosts] == [1, 3, 4, 5]
    QTest.mouseClick(view._panel.ghosts, Qt.MouseButton.LeftButton)
    assert content_of(view).ghosts == ()
    QTest.mouseClick(view._panel.ghosts, Qt.MouseButton.LeftButton)
    QTest.mouseClick(view._panel.clear, Qt.MouseButton.LeftButton)
    assert content_of(view).ghosts == ()
    assert view._panel.runs == {}


def test_tab_walks_through_the_panel_from_top_to_bottom(view: CurvesView, qtbot: QtBot) -> None:
    for run in range(1, 4):
        view.show_snapshot(snapshot(run=run, seed=run))
    view._menu.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view._menu, Qt.Key.Key_Space)
    panel = view._panel
    qtbot.waitUntil(lambda: panel.focusWidget() is panel.sets["train"])
    places = []
    for _ in range(40):
        now = panel.focusWidget()
        assert now is not None
        corner = now.mapTo(panel, QPoint(0, 0))
        if places and (corner.y(), corner.x()) == places[0]:
            break
        places.append((corner.y(), corner.x()))
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert len(places) >= 12
    assert [row // 20 for row, _ in places] == sorted(row // 20 for row, _ in places)
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_runs_too_short_to_see_or_of_another_task_are_no_ghosts(view: CurvesView) -> None:
    view.show_snapshot(snapshot(points=2))
    view.show_snapshot(snapshot(run=2, kind="reg-plane"))
    view.show_snapshot(snapshot(run=3))
    assert content_of(view).ghosts == ()
    view.show_snapshot(snapshot(run=4, kind="reg-plane"))
    assert [ghost.number for ghost in content_of(view).ghosts] == [1]


def test_runs_on_other_data_are_no_ghosts_until_their_data_come_back(view: CurvesView) -> None:
    view.show_snapshot(snapshot(kind="spiral"))
    view.show_snapshot(snapshot(kind="circle", run=2))
    assert content_of(view).ghosts == ()
    open_panel(view)
    assert view._panel.runs == {}
    assert view._panel.elsewhere.isVisible()
    assert view._panel.elsewhere.text() == "Runs on other data, not drawn here: 1"
    view._panel.close()
    view.show_snapshot(snapshot(kind="circle", run=3, seed=9))
    assert [ghost.number for ghost in content_of(view).ghosts] == [1]
    view.show_snapshot(snapshot(kind="spiral", run=4))
    assert [(ghost.number, ghost.text) for ghost in content_of(view).ghosts] == [(1, "same settings")]
    open_panel(view)
    assert view._panel.elsewhere.text().endswith("2")
    QTest.mouseClick(view._panel.clear, Qt.MouseButton.LeftButton)
    assert not view._panel.elsewhere.isVisible()


def test_more_noise_or_other_samples_of_one_set_can_be_compared(view: CurvesView) -> None:
    view.show_snapshot(snapshot(kind="circle"))
    other = snapshot(kind="circle", run=2)
    data = dataclasses.replace(other.experiment.data, noise=20.0, seed=3)
    view.show_snapshot(dataclasses.replace(other, experiment=dataclasses.replace(other.experiment, data=data)))
    (ghost,) = content_of(view).ghosts
    assert "noise" in ghost.text


def test_a_diverged_ghost_does_not_press_the_run_flat(view: CurvesView) -> None:
    shot = snapshot()
    view.show_snapshot(with_curves(shot, cost=dict.fromkeys(shot.curves.cost, np.geomspace(0.5, 1e30, 60))))
    view.show_snapshot(snapshot(run=2))
    assert content_of(view).y.high < 3
    assert view._plot.grab().width() > 0


def test_ghosts_are_drawn_once_and_kept(view: CurvesView, monkeypatch: pytest.MonkeyPatch) -> None:
    view.show_snapshot(snapshot())
    view.show_snapshot(snapshot(run=2, points=20))
    drawn: list[bool] = []
    ground = CurvePlot._draw_ground
    monkeypatch.setattr(CurvePlot, "_draw_ground", lambda *args: (drawn.append(True), ground(*args)))
    for points in range(21, 30):
        view.show_snapshot(snapshot(run=2, points=points))
        view._plot.grab()
    assert len(drawn) <= 2  # of nine frames: only where an axis had to grow


def test_the_values_at_the_cross_hair_stand_at_the_lines_ends(view: CurvesView) -> None:
    shot = snapshot()
    view.show_snapshot(shot)
    view._plot.setFocus()
    plain = view._plot.grab().toImage()
    QTest.keyClick(view._plot, Qt.Key.Key_Home)
    assert view._plot.cursor_epoch() == 0
    assert view._plot.grab().toImage() != plain
    words = dict(values_at(content_of(view), 0.0))
    assert view._plot.accessibleDescription().startswith(f"epoch 0: train {words['train']}, dev ")
    assert set(words) == {"train", "dev", "test", "data", "penalty"}
    assert words["train"] == content_of(view).write(shot.curves.cost["train"][0])


def test_options_that_are_set_are_shown_and_say_nothing(view: CurvesView, qtbot: QtBot) -> None:
    options = CurveOptions(measure="accuracy", beta=0.9, hidden=("test",), rate="always", ghosts=False, parts=False)
    view.show_snapshot(snapshot())
    with qtbot.assertNotEmitted(view.options_changed):
        view.set_options(options)
    assert view.options() == options
    assert view._tabs.key() == "accuracy"
    assert not view._panel.sets["test"].isChecked()
    assert (view._panel.rate.key(), view._panel.beta.value()) == ("always", 0.9)


def test_a_click_on_log_and_on_accuracy_is_told(view: CurvesView, qtbot: QtBot) -> None:
    view.show_snapshot(snapshot())
    with qtbot.waitSignal(view.options_changed) as caught:
        QTest.mouseClick(view._log, Qt.MouseButton.LeftButton)
    assert caught.args[0].logarithmic
    assert content_of(view).y.logarithmic
    with qtbot.waitSignal(view.options_changed) as caught:
        choose_tab(view, 1)
    assert caught.args[0].measure == "accuracy"
    assert not view._log.isEnabled()


@pytest.mark.parametrize("points", [1, 3, 60])
@pytest.mark.parametrize("axis", ["linear", "log"])
def test_the_words_stand_beside_the_plot_and_touch_neither_each_other_nor_the_axis(
    view: CurvesView, points: int, axis: str
) -> None:
    view.resize(314, 200)
    choose(view, axis=axis)
    view.show_snapshot(with_curves(snapshot(points=points), learning_rate=np.linspace(0.1, 0.02, points)))
    plot, content = view._plot, content_of(view)
    area, metrics = plot.area(), QFontMetricsF(fonts.caption(1.0))
    strip = plot._axes(QSizeF(plot.size())).strip_area()
    rows = rows_of(area, strip, content, 1.0)
    assert [row.word for row, _ in rows[:5]] == [line.word for line in content.lines]
    middles = sorted(middle for _, middle in rows)
    assert min(np.diff(middles)) >= metrics.ascent() - 1
    assert middles[0] - metrics.ascent() / 2 >= 0
    assert max(middle for _, middle in rows[:5]) + metrics.ascent() / 2 <= area.bottom() + 2
    assert area.right() + room(content, 1.0) <= plot.width()


@pytest.mark.parametrize("height", [200, 400])
def test_earlier_runs_have_the_rows_above_those_of_this_one_as_far_as_there_is_room(
    view: CurvesView, height: int
) -> None:
    for run in range(1, 7):
        view.show_snapshot(snapshot(run=run, seed=run))
    view.resize(314, height)
    plot, content = view._plot, content_of(view)
    area, metrics = plot.area(), QFontMetricsF(fonts.caption(1.0))
    taken = curve_legend.height(area, content, 1.0)
    rows = rows_of(area, QRectF(), content, 1.0)
    assert [row.word for row, _ in rows] == [line.word for line in content.lines]  # none of them gives way
    top = curve_legend.column_top(area, content, metrics) + taken
    assert min(middle for _, middle in rows) - metrics.ascent() / 2 >= top - 1
    assert taken > 4 * metrics.height() if height == 400 else taken < 4 * metrics.height()


def test_the_samples_beside_the_words_grow_with_them(view: CurvesView) -> None:
    view.show_snapshot(snapshot())
    content, lengths = content_of(view), []
    for scale in (1.0, 2.0):
        image = QImage(400, 240, QImage.Format.Format_RGB32)
        image.fill(theme.LIGHT.card)
        with QPainter(image) as painter:
            draw_ends(painter, QRectF(0, 0, 100, 200), QRectF(), content, theme.LIGHT, scale)
        wanted = theme.LIGHT.positive.rgb()  # of train, whose line is whole
        pixels = np.frombuffer(image.constBits(), np.uint32).reshape(240, 400)[:, 106:]
        lengths.append(int((pixels == wanted).sum(axis=1).max()))
    assert lengths[0] >= 12
    assert lengths[1] == pytest.approx(2 * lengths[0], abs=3)
