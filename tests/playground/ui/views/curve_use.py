"""What the tests of the curves have in common: a view that is shown, runs to show in it, and a user's first clicks."""

import dataclasses

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.snapshot import Snapshot
from playground.ui import theme
from playground.ui.views.curve_content import Content
from playground.ui.views.curves_view import CurvesView
from tests.playground.ui.snapshots import make_experiment, make_snapshot

SPLIT = (50.0, 20.0, 30.0)


def snapshot(
    kind: str = "spiral",
    *,
    split: tuple[float, float, float] = SPLIT,
    points: int = 60,
    run: int = 1,
    **changes: object,
) -> Snapshot:
    """A run on data of `kind` with so many points in its curves; `changes` are those of its experiment."""
    experiment = make_experiment(kind, split=split, **changes)
    return make_snapshot(experiment, run=run, points=points, surface_size=8, unit_size=4)


def with_curves(shot: Snapshot, **changes: object) -> Snapshot:
    """`shot` with other curves."""
    return dataclasses.replace(shot, curves=dataclasses.replace(shot.curves, **changes))  # type: ignore[arg-type]  # any of them


def shown_view(qtbot: QtBot, width: int = 360, height: int = 320) -> CurvesView:
    """An empty view on the screen, in the light theme."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, theme.LIGHT)
    made = CurvesView()
    qtbot.addWidget(made)
    made.resize(width, height)
    with qtbot.waitExposed(made):
        made.show()
    return made


def content_of(view: CurvesView) -> Content:
    """What the plot shows."""
    content = view._plot.content()
    assert content is not None
    return content


def open_panel(view: CurvesView) -> None:
    """A click on the button beside the curves."""
    QTest.mouseClick(view._menu, Qt.MouseButton.LeftButton)
    assert view._panel.isVisible()


def choose_tab(view: CurvesView, index: int) -> None:
    """A click on one of cost, accuracy, gradients."""
    QTest.mouseClick(view._tabs._group.button(index), Qt.MouseButton.LeftButton)


def choose(view: CurvesView, **options: object) -> None:
    """What the user has chosen before."""
    view.set_options(dataclasses.replace(view.options(), **options))  # type: ignore[arg-type]  # any of them
