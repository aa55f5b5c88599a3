"""What is measured only while it is looked at: costs of batches, norms of layers."""

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.averages import exponential_average
from engine.snapshot import BatchCurve, LayerCurves, Snapshot
from playground.ui.views.curve_ends import rows_of
from playground.ui.views.curve_layers import KEYS
from playground.ui.views.curve_options import CurveOptions
from playground.ui.views.curves_view import CurvesView
from tests.playground.ui.views.curve_use import choose_tab, content_of, open_panel, shown_view, snapshot

GRADIENTS = 2  # the tab
COSTS = np.exp(np.random.default_rng(1).normal(0, 0.3, 40))


def batches(count: int, since: float = 0.0) -> BatchCurve:
    x = since + np.arange(1, 41) * count / 5
    return BatchCurve(epochs=x, mean=COSTS, low=COSTS / 2, high=COSTS * 3, count=np.full(40, float(count)), since=since)


def norms(depth: int = 11) -> LayerCurves:
    gradient = np.tile(10.0 ** np.arange(-depth, 0), (30, 1))
    return LayerCurves(epochs=np.arange(30.0), gradient=gradient, weights=gradient + 1, ratio=gradient * 0)


def measured(**what: object) -> Snapshot:
    return dataclasses.replace(snapshot(points=30), **what)  # type: ignore[arg-type]  # what a test measures


@pytest.fixture
def view(qtbot: QtBot) -> CurvesView:
    return shown_view(qtbot, 314, 240)


def choose_batches(view: CurvesView) -> None:
    open_panel(view)
    QTest.mouseClick(view._panel.per._group.button(1), Qt.MouseButton.LeftButton)
    view._panel.close()


def test_costs_of_batches_are_asked_for_by_the_switch_and_no_longer_after_it(view: CurvesView, qtbot: QtBot) -> None:
    view.show_snapshot(measured())
    with qtbot.waitSignal(view.recording_wanted) as caught:
        choose_batches(view)
    assert caught.args == [True, False]
    assert "recorded from here on" in content_of(view).note
    with qtbot.waitSignal(view.recording_wanted) as caught:
        view._panel.per._group.button(0).click()
    assert caught.args == [False, False]


def test_norms_are_asked_for_by_the_tab_and_no_longer_behind_another(view: CurvesView, qtbot: QtBot) -> None:
    view.show_snapshot(measured())
    with qtbot.waitSignal(view.recording_wanted) as caught:
        choose_tab(view, GRADIENTS)
    assert caught.args == [False, True]
    assert not view._log.isEnabled()
    with qtbot.waitSignal(view.recording_wanted) as caught:
        choose_tab(view, 0)
    assert caught.args == [False, False]


def test_options_that_come_back_ask_too(view: CurvesView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.recording_wanted) as caught:
        view.set_options(CurveOptions(per="batch", measure="gradients"))
    assert caught.args == [True, True]


def test_each_batch_is_behind_and_its_average_in_front(view: CurvesView) -> None:
    choose_batches(view)
    view.show_snapshot(measured(batch_costs=batches(1)))
    line = content_of(view).lines[0]
    assert (line.key, line.band) == ("batch_cost", None)
    np.testing.assert_array_equal(line.raw, COSTS)
    np.testing.assert_allclose(line.front, exponential_average(COSTS, view.options().smoothing))
    assert content_of(view).note == ""
    others = content_of(view).lines[1:]
    assert [other.key for other in others] == ["cost_dev", "cost_test", "penalty"]
    assert all(other.front is other.raw for other in others)  # β averages over batches, these are by epoch


def test_many_batches_are_a_band_and_the_words_say_how_many(view: CurvesView) -> None:
    choose_batches(view)
    view.show_snapshot(measured(batch_costs=batches(16, since=2.0)))
    line = content_of(view).lines[0]
    assert line.band is not None
    assert content_of(view).note == "mean, range of 16 batches"
    assert "batch_cost_high" in view.table().splitlines()[0]
    before = view._plot.grab().toImage()
    view.show_snapshot(measured(batch_costs=batches(1, since=2.0)))
    assert view._plot.grab().toImage() != before


def test_the_axis_begins_where_recording_began(view: CurvesView) -> None:
    choose_batches(view)
    shot = measured(batch_costs=batches(16, since=2000.5))
    cost = {name: np.append(np.full(20, 1e6), values[20:]) for name, values in shot.curves.cost.items()}
    curves = dataclasses.replace(shot.curves, cost=cost, epochs=np.arange(1980.0, 2010.0))
    view.show_snapshot(dataclasses.replace(snapshot(points=40), run=0))
    view.show_snapshot(dataclasses.replace(shot, curves=curves, batch_costs=None))
    assert len(content_of(view).ghosts) == 1
    view.show_snapshot(dataclasses.replace(shot, curves=curves))
    content = content_of(view)
    assert (content.x.low, content.x.high) == (2000, 2150)
    assert content.ghosts == ()  # the run before ended long before
    assert content.y.high < 20  # what was long before is not seen, and needs no room
    assert view._plot.grab().width() > 0
    choose_tab(view, GRADIENTS)
    later = dataclasses.replace(norms(), epochs=np.arange(500.0, 530.0))
    view.show_snapshot(dataclasses.replace(shot, layer_norms=later))
    assert (content_of(view).x.low, content_of(view).x.high) == (500, 530)


def test_a_few_spikes_may_leave_the_picture(view: CurvesView) -> None:
    choose_batches(view)
    high = np.where(np.arange(40) == 7, 1e6, COSTS * 3)
    view.show_snapshot(measured(batch_costs=dataclasses.replace(batches(16), high=high)))
    assert content_of(view).y.high < 20


@pytest.mark.parametrize("figure", KEYS)
def test_every_layer_has_its_line(view: CurvesView, figure: str) -> None:
    choose_tab(view, GRADIENTS)
    open_panel(view)
    QTest.mouseClick(view._panel.figure._group.button(list(KEYS).index(figure)), Qt.MouseButton.LeftButton)
    view._panel.close()
    view.show_snapshot(measured(layer_norms=norms()))
    content = content_of(view)
    assert [line.key for line in content.lines] == [f"{KEYS[figure]}_{layer}" for layer in range(1, 12)]
    assert content.y.logarithmic
    assert content.guide == (1e-3 if figure == "ratio" else None)
    assert content.guide is None or content.y.low <= content.guide <= content.y.high
    assert (content.ghosts, content.marks) == ((), ())
    assert view._plot.grab().width() > 0


def test_a_vanishing_gradient_is_read_off(view: CurvesView) -> None:
    choose_tab(view, GRADIENTS)
    view.show_snapshot(measured(layer_norms=norms()))
    first, *_, last = content_of(view).lines
    assert (first.word, last.word) == ("layer 1", "output")
    assert last.value_at(15.0) / first.value_at(15.0) == pytest.approx(1e10)
    view._plot.setFocus()
    QTest.keyClick(view._plot, Qt.Key.Key_Left)
    assert view._plot.cursor_epoch() == 29


def test_infinite_and_missing_norms_are_gaps(view: CurvesView) -> None:
    choose_tab(view, GRADIENTS)
    gradient = np.array([[1.0, np.inf], [np.nan, np.nan], [0.0, 1e-300]])
    view.show_snapshot(
        measured(layer_norms=LayerCurves(epochs=np.arange(3.0), gradient=gradient, weights=gradient, ratio=gradient))
    )
    assert view._plot.grab().width() > 0
    assert view.table().splitlines()[0].endswith("gradient_norm_1,gradient_norm_2")


def test_before_anything_is_measured_the_plot_says_so(view: CurvesView) -> None:
    choose_tab(view, GRADIENTS)
    view.show_snapshot(measured())
    assert content_of(view).note == "Norms are measured from here on"
    assert view._plot.grab().width() > 0


def test_the_note_says_how_far_a_gradient_vanishes(view: CurvesView) -> None:
    choose_tab(view, GRADIENTS)
    view.show_snapshot(measured(layer_norms=norms()))
    assert content_of(view).note == "‖dW‖ at the output is 10¹⁰ times that of layer 1"
    view.show_snapshot(measured(layer_norms=norms(depth=2)))
    assert content_of(view).note == "‖dW‖ of single steps, by layer"


def test_behind_a_gap_the_average_begins_anew(view: CurvesView) -> None:
    choose_tab(view, GRADIENTS)
    gradient = np.array([[5.0, 6.0], [5.0, 6.0], [np.nan, np.nan], [0.1, 0.2], [0.1, 0.2]])
    epochs = np.array([0.0, 1.0, 900.0, 900.0, 901.0])
    view.show_snapshot(
        measured(layer_norms=LayerCurves(epochs=epochs, gradient=gradient, weights=gradient, ratio=gradient))
    )
    np.testing.assert_allclose(content_of(view).lines[0].front, gradient[:, 0])


def test_the_number_at_the_end_is_that_of_the_line_in_front(view: CurvesView) -> None:
    choose_batches(view)
    view.show_snapshot(measured(batch_costs=batches(1)))
    content, plot = content_of(view), view._plot
    rows = rows_of(plot.area(), QRectF(), content, 1.0)
    assert rows[0][0].value == content.write(content.lines[0].front[-1]) != content.write(COSTS[-1])
