"""The painted part of the decision surface: a square map with axes, the decision's line, data points, the probe.

A frame draws four things: the axes (drawn once), the map (one small image, stretched), the line, the points (drawn
once). Everything else happens only when a snapshot or a choice changed it.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.snapshot import RunData, SetName, Snapshot
from playground.ui.theme import themes
from playground.ui.views import surface_axes, surface_contour, surface_points, surface_words
from playground.ui.views.color_map import WordImage
from playground.ui.views.pointer_label import draw_label
from playground.ui.views.surface_colors import SurfaceColors

PROBE_STEP = 0.02  # of the map, that an arrow key moves the probe


class SurfaceCanvas(QWidget):
    """Paints the newest snapshot. data_changed(): other data came with it, so that words around the map change."""

    data_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.sets: tuple[SetName, ...] = ("train",)
        self.discrete = False
        self.unit: tuple[int, int] | None = None
        self.snapshot: Snapshot | None = None
        self._colors: SurfaceColors | None = None
        self._image = WordImage(1, 1)
        self._lines: list[QPolygonF] = []
        self._map = QRectF()
        self._axes: QPixmap | None = None
        self._points: QPixmap | None = None
        self._ratio = 0.0
        self._probe: tuple[float, float] | None = None  # shares of the map from its upper left corner
        themes().changed.connect(self._dress)

    @property
    def data(self) -> RunData | None:
        """The data of the newest snapshot."""
        return None if self.snapshot is None else self.snapshot.data

    @property
    def map_area(self) -> QRectF:
        """The square that the map takes."""
        return self._map

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take a snapshot."""
        other = self.snapshot is None or snapshot.data is not self.snapshot.data
        self.snapshot = snapshot
        if other:
            self._colors = SurfaceColors(themes().current, snapshot.data)
            self._axes = self._points = None
            self._place_map()
            self._describe()
            self.data_changed.emit()
        self.refresh()

    def set_sets(self, sets: tuple[SetName, ...]) -> None:
        """Choose the sets whose points are drawn."""
        self.sets, self._points = sets, None
        self._describe()
        self.update()

    def refresh(self) -> None:
        """Colour the map anew, for the present choices."""
        if self.snapshot is None or self._colors is None:
            return
        response = self.response()
        size = response.shape[-1]
        if self._image.words.shape != (size, size):
            self._image = WordImage(size, size)
        if self.unit is None:
            self._colors.fill(self._image, response, discrete=self.discrete)
            data = self.snapshot.data
            self._lines = surface_contour.decision_lines(response, data.task, data.value_range)
        else:
            layer, unit = self.unit
            self._colors.fill_unit(self._image, response, unit, output=layer == len(self.snapshot.layers))
            self._lines = []
        self.update()

    def response(self) -> NDArray[np.float32]:
        """What the map shows: the surface (g, g) or (C, g, g), or the response of the unit looked at (s, s)."""
        assert self.snapshot is not None  # there is no map without a snapshot
        if self.unit is not None:
            layer, unit = self.unit
            layers = [self.snapshot.inputs, *(view.units for view in self.snapshot.layers)]
            if layer < len(layers) and unit < len(layers[layer]):
                return np.asarray(layers[layer][unit])
            self.unit = None
        return self.snapshot.surface

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = surface_axes.margins(self.data)
        return round(width - margins.left() - margins.right() + margins.top() + margins.bottom())

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 200)

    # --- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:  # closed even by an error: one left open takes the program down
            if self.snapshot is None:
                painter.fillRect(self.rect(), themes().current.card)
            else:
                self._paint(painter, *self._layers(self.snapshot.data))

    def _paint(self, painter: QPainter, axes: QPixmap, points: QPixmap) -> None:
        painter.drawPixmap(0, 0, axes)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.unit is not None or not self.discrete)
        size = self._image.image.width()
        painter.drawImage(self._map, self._image.image, QRectF(0.5, 0.5, size - 1.0, size - 1.0))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self._map)
        self._draw_lines(painter)
        painter.drawPixmap(self._map.topLeft(), points)
        painter.setClipping(False)
        self._draw_frame(painter)
        self._draw_probe(painter)

    def _layers(self, data: RunData) -> tuple[QPixmap, QPixmap]:
        """Axes and points, drawn anew if something they depend on changed."""
        ratio = self.devicePixelRatioF()
        if ratio != self._ratio:
            self._ratio, self._axes, self._points = ratio, None, None
        if self._axes is None:
            self._axes = surface_axes.axes_layer(data, self._map, QSize(self.size()), ratio)
        if self._points is None:
            theme = themes().current
            self._points = surface_points.points_layer(data, self.sets, theme, self._map.width(), ratio)
        return self._axes, self._points

    def _draw_lines(self, painter: QPainter) -> None:
        if not self._lines or self.snapshot is None:
            return
        theme, side = themes().current, self._map.width()
        many = self.snapshot.data.task == "regression"
        pen = QPen(theme.secondary if many else theme.text, 1.0 if many else 1.5)
        pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)  # with an opaque pen a third of the cost, and no eye sees it
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        stretch = QTransform(side, 0, 0, side, self._map.left(), self._map.top())
        for line in self._lines:
            painter.drawPolyline(stretch.map(line))

    def _draw_frame(self, painter: QPainter) -> None:
        theme = themes().current
        painter.setBrush(Qt.BrushStyle.NoBrush)
        looked_at = self.unit is not None or self.hasFocus()
        painter.setPen(QPen(theme.accent if looked_at else surface_axes.line_color(theme), 2.0 if looked_at else 1.0))
        painter.drawRect(self._map)
        if self.unit is not None and self.snapshot is not None:
            words = surface_words.unit_words(self.snapshot, *self.unit)
            corner = self._map.topLeft() - QPointF(6.0, 8.0)
            draw_label(painter, corner, words, self._map.adjusted(2, 2, -2, -2))

    def _draw_probe(self, painter: QPainter) -> None:
        if self._probe is None or self.snapshot is None:
            return
        at = self._map.topLeft() + QPointF(self._probe[0], self._probe[1]) * self._map.width()
        if self.hasFocus():
            painter.setPen(QPen(themes().current.accent, 2.0))
            painter.drawEllipse(at, 6.0, 6.0)
        words = surface_words.probe_words(self.snapshot, self.response(), self.unit, *self._probe)
        draw_label(painter, at, words, QRectF(self.rect()))

    # --- pointer and keys ------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        side = self._map.width()
        inside = side > 0 and self._map.contains(event.position())
        shift = event.position() - self._map.topLeft()
        self._move_probe((shift.x() / side, shift.y() / side) if inside else None)

    def leaveEvent(self, event: QEvent) -> None:
        self._move_probe(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        if event.key() == Qt.Key.Key_Escape and self._probe is not None:
            self._move_probe(None)
        elif Qt.Key(event.key()) in steps:
            across, down = steps[Qt.Key(event.key())]
            x, y = self._probe or (0.5, 0.5)
            self._move_probe((_within(x + across * PROBE_STEP), _within(y + down * PROBE_STEP)))
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: object) -> None:
        self._move_probe(None)
        super().focusOutEvent(event)  # type: ignore[arg-type]  # it is a QFocusEvent

    def _move_probe(self, probe: tuple[float, float] | None) -> None:
        if probe != self._probe:
            self._probe = probe
            self.update()

    # --- what changes the layers -----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_map()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._axes = None
            self._describe()
            self.update()
        super().changeEvent(event)

    def _place_map(self) -> None:
        margins = surface_axes.margins(self.data)
        width = self.width() - margins.left() - margins.right()
        height = self.height() - margins.top() - margins.bottom()
        side = max(40.0, math.floor(min(width, height)))
        left = margins.left() + max(0.0, math.floor((width - side) / 2))
        self._map = QRectF(left, margins.top(), side, side)
        self._axes = self._points = None

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Decision surface"))
        if self.snapshot is not None:
            self.setAccessibleDescription(surface_words.describe(self.snapshot, self.sets))

    @Slot()
    def _dress(self) -> None:
        if self.snapshot is not None:
            self._colors = SurfaceColors(themes().current, self.snapshot.data)
        self._place_map()
        self.refresh()
        self.updateGeometry()


def _within(share: float) -> float:
    return min(max(share, 0.0), 1.0)
