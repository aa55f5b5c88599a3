"""A figure keeps its place whatever its value, and grows rather than clips."""

from pytestqt.qtbot import QtBot

from playground.ui.widgets import Figure
from tests.playground.ui.widgets.widget_use import shown


def test_a_figure_keeps_its_place(qtbot: QtBot) -> None:
    figure = Figure("Loss", widest="0.0000")
    shown(qtbot, figure)
    size = figure.sizeHint()
    for value in ("0.1111", "0.4444", "", "9"):
        figure.set_value(value)
        assert figure.sizeHint() == size
    assert figure.value() == "9"
    figure.resize(size)
    figure.set_value("1.234×10⁻¹²")
    assert figure.sizeHint().width() > size.width()  # it grows rather than clips
    assert figure.accessibleName() == "Loss 1.234×10⁻¹²"
