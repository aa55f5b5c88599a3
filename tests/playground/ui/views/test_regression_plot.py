"""Predicted against true values: every finite point, a diagonal over all of them, both themes."""

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from playground.ui import theme as look
from playground.ui.views.regression_plot import MOST_POINTS, RegressionPlot


@pytest.fixture
def plot(qtbot: QtBot) -> RegressionPlot:
    plot = RegressionPlot()
    qtbot.addWidget(plot)
    plot.resize(260, 160)
    with qtbot.waitExposed(plot):
        plot.show()
    return plot


def test_points_and_diagonal(plot: RegressionPlot) -> None:
    true, predicted = np.array([-1.0, 0.0, 2.0, 5.0]), np.array([-2.0, 0.5, np.nan, np.inf])
    plot.show_values(true, predicted)
    x, y = plot._points.getData()
    assert x.tolist() == [-1.0, 0.0]
    assert y.tolist() == [-2.0, 0.5]
    assert [ends.tolist() for ends in plot._diagonal.getData()] == [[-2.0, 0.5], [-2.0, 0.5]]


def test_a_large_set_is_thinned(plot: RegressionPlot) -> None:
    values = np.linspace(0, 1, 10 * MOST_POINTS + 1)
    plot.show_values(values, values)
    assert len(plot._points.getData()[0]) <= MOST_POINTS


def test_it_follows_the_theme(plot: RegressionPlot, qapp: QApplication) -> None:
    plot.show_values(np.arange(3.0), np.arange(3.0))
    look.apply(qapp, look.DARK)
    assert plot._plot.backgroundBrush().color() == look.DARK.card
