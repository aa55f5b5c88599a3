"""Lines on the map: the decision, its margins, values on level lines, and the best possible one."""

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from engine.snapshot import BestPossible, RunData
from playground.ui.views.surface_contour import MARGIN, level_places, margin_lines
from playground.ui.views.surface_lines import SurfaceLines, draw_best
from tests.playground.ui.snapshots import make_experiment, make_snapshot
from tests.playground.ui.views.pictures import dress

RAMP = np.tile(np.linspace(0, 1, 41, dtype=np.float32), (41, 1))  # probability rises from left to right


def data_of(kind: str) -> RunData:
    return make_snapshot(make_experiment(kind), surface_size=8, unit_size=8).data


def test_margins_of_two_classes_are_where_one_is_three_times_as_probable() -> None:
    places = sorted(line.at(0).x() for line in margin_lines(RAMP, "two-class", (0.0, 1.0)))
    assert places == pytest.approx([1 - MARGIN, MARGIN], abs=1e-3)


def test_margins_of_classes_enclose_where_none_is_sure() -> None:
    surface = np.stack([RAMP, 1 - RAMP, np.zeros_like(RAMP)])
    places = sorted({round(line.at(0).x(), 3) for line in margin_lines(surface, "classes", (0.0, 1.0))})
    assert places == pytest.approx([1 - MARGIN, MARGIN], abs=1e-3)


def test_level_lines_carry_their_values() -> None:
    values = level_places(RAMP, (0.0, 1.0))
    assert len(values) >= 4
    assert all(place.x() == pytest.approx(value, abs=1e-3) for value, place in values)
    between = margin_lines(RAMP, "regression", (0.0, 1.0))
    assert all(min(abs(line.at(0).x() - value) for value, _ in values) > 0.05 for line in between)


@pytest.mark.parametrize("kind", ["circle", "blobs", "reg-plane"])
def test_margins_are_on_demand(qtbot: QtBot, kind: str) -> None:
    snapshot = make_snapshot(make_experiment(kind), surface_size=40, unit_size=8)
    lines = SurfaceLines()
    lines.follow(snapshot.surface, snapshot.data, margins=False)
    assert lines.decision
    assert not lines.margins
    lines.follow(snapshot.surface, snapshot.data, margins=True)
    assert lines.margins
    assert bool(lines.levels) == (kind == "reg-plane")
    lines.clear()
    assert (lines.decision, lines.margins, lines.levels) == ([], [], [])


def ink(data: RunData) -> np.ndarray:
    image = QImage(200, 200, QImage.Format.Format_ARGB32)
    image.fill(0)
    with QPainter(image) as painter:
        draw_best(painter, data, QRectF(0, 0, 200, 200))
    return np.array(np.frombuffer(image.constBits(), np.uint32).reshape(200, 200)) != 0


def test_best_possible_line_is_dashed_and_where_the_classes_are_alike(qtbot: QtBot) -> None:
    dress()
    best = BestPossible(error=0.1, standard_error=0.0, posterior=RAMP)
    drawn = ink(dataclasses.replace(data_of("circle"), best=best))
    assert set(np.flatnonzero(drawn.any(axis=0)).tolist()) <= {98, 99, 100, 101}
    assert 0.4 < drawn.any(axis=1).mean() < 0.9
    assert not ink(data_of("circle")).any()
