"""Rings around the points that the network gets wrong, anew with each snapshot."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from engine.plane import Window
from engine.snapshot import SetName, Snapshot
from playground.ui.theme import themes
from playground.ui.views import surface_marks, surface_points

RADIUS = 0.95  # of a ring, in sizes of a mark


def missed(snapshot: Snapshot, name: SetName) -> NDArray[np.bool_]:
    """Which points of a set (m,) are taken for another class; none of numbers."""
    labels, predictions = snapshot.data.labels[name], snapshot.predictions.get(name)
    if snapshot.data.task == "regression" or predictions is None or len(predictions) != len(labels):
        return np.zeros(len(labels), np.bool_)
    return np.asarray(predictions != labels)


def draw_rings(
    painter: QPainter, snapshot: Snapshot, sets: Sequence[SetName], window: Window, area: QRectF, ratio: float
) -> None:
    """Draw a ring around each wrong point of the sets on the map in `area`; a ratio of 0 draws lines, no pixmaps."""
    there = surface_points.rows_on_map(snapshot.data, sets, window, area.width())
    count = sum(len(rows) for rows, _ in there.values())
    radius = RADIUS * surface_marks.size_of(count, area.width(), themes().text_scale)
    side = surface_marks.side_of(1.6 * radius)
    ring = surface_marks.clear_pixmap(side, ratio or 1.0)
    with QPainter(ring) as ring_painter:
        ring_painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        surface_marks.draw_ring(ring_painter, themes().current, QPointF(side / 2, side / 2), radius)
    for name, (rows, places) in there.items():
        for x, y in places[missed(snapshot, name)[rows]].tolist():
            at = area.topLeft() + QPointF(x, y)
            if ratio:
                painter.drawPixmap(at - QPointF(side / 2, side / 2), ring)
            else:
                surface_marks.draw_ring(painter, themes().current, at, radius)
