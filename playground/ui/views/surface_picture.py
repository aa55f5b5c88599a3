"""The picture of the decision surface: a square map with axes, the decision's line, data points.

A frame draws four things: the axes (drawn once), the map (one small image, stretched), the line, the points (drawn
once). Everything else happens only when a snapshot or a choice changed it. After zooming the picture at hand is
stretched until the one that was asked for has come.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.plane import Window
from engine.snapshot import RunData, SetName, Snapshot
from playground.ui.theme import themes
from playground.ui.views import surface_axes, surface_misses, surface_paint, surface_window, surface_words
from playground.ui.views.color_map import WordImage
from playground.ui.views.surface_colors import SurfaceColors
from playground.ui.views.surface_layers import SurfaceLayers
from playground.ui.views.surface_lines import SurfaceLines
from playground.ui.views.surface_options import SurfaceOptions


class SurfacePicture(QWidget):
    """Paints the newest snapshot, and the document's own points in place of the run's.

    data_changed(): other data came with it, so that words around the map change.
    window_requested(Window | None): another part of the plane is looked at, None for all of it.
    """

    data_changed = Signal()
    window_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.sets: tuple[SetName, ...] = ("train",)
        self.options = SurfaceOptions()
        self.unit: tuple[int, int] | None = None
        self.snapshot: Snapshot | None = None
        self._own: RunData | None = None  # the document's own points, which no run needs to have seen
        self._colors: SurfaceColors | None = None
        self._image = WordImage(1, 1)
        self._lines = SurfaceLines()
        self._map = QRectF()
        self._layers = SurfaceLayers()
        self._home: Window = ((-1.0, 1.0), (-1.0, 1.0))
        self._window: Window | None = None
        themes().changed.connect(self._dress)

    @property
    def data(self) -> RunData | None:
        """The data that are shown: the document's own points, else those of the newest snapshot."""
        return self._own if self._own is not None or self.snapshot is None else self.snapshot.data

    @property
    def map_area(self) -> QRectF:
        """The square that the map takes."""
        return self._map

    @property
    def window_shown(self) -> Window:
        """The part of the plane that is looked at."""
        return self._window or self._home

    @property
    def is_zoomed(self) -> bool:
        """Whether another part is looked at than all of the plane."""
        return self._window is not None

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take a snapshot."""
        other = self.snapshot is None or snapshot.data is not self.snapshot.data
        self.snapshot = snapshot
        if other:
            self._colors = SurfaceColors(themes().current, snapshot.data)
            if self._window is None:
                self._home = surface_window.whole(snapshot.data.plane)
            self._place_map()
            self._describe()
            self.data_changed.emit()
        self.refresh()

    def show_own(self, data: RunData | None) -> None:
        """Show the document's own points in place of the run's, which may be a step behind; None: the run's."""
        if data is None and self._own is None:
            return
        self._own = data
        if data is not None and self._window is None:
            self._home = surface_window.whole(data.plane)
        self._place_map()
        self._describe()
        self.data_changed.emit()
        self.update()

    def set_sets(self, sets: tuple[SetName, ...]) -> None:
        """Choose the sets whose points are drawn."""
        self.sets = sets
        self._layers.forget_points()
        self._describe()
        self.update()

    def look_at(self, window: Window | None) -> None:
        """Look at another part of the plane; None: all of it. What is at hand is stretched until more is known."""
        if window == self._window:
            return
        self._window = window
        self._place_map()
        self.update()
        self.window_requested.emit(window)

    def refresh(self) -> None:
        """Colour the map anew, for the present choices."""
        if self.snapshot is None or self._colors is None:
            return
        response = self.response()
        size = response.shape[-1]
        if self._image.words.shape != (size, size):
            self._image = WordImage(size, size)
        if self.unit is None:
            self._colors.fill(self._image, response, discrete=self.options.classes)
            self._lines.follow(response, self.snapshot.data, self.options.margins)
        else:
            layer, unit = self.unit
            self._colors.fill_unit(self._image, response, unit, output=layer == len(self.snapshot.layers))
            self._lines.clear()
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

    def trace(self, painter: QPainter, width: float) -> float:
        """Draw what is seen, without pointer and focus, as wide as `width`; tells how high it is."""
        data, snapshot, window = self.data, self.fitting_snapshot(), self.window_shown
        if data is None:
            return 0.0
        margins = surface_axes.margins(data, window, side=width)
        side = width - margins.left() - margins.right()
        area = QRectF(margins.left(), margins.top(), side, side)
        surface_axes.draw_axes(painter, data, window, area, width)
        painter.setClipRect(area)
        self._draw_surface(painter, snapshot, area)
        surface_paint.trace_marks(painter, data, self.sets, window, area)
        self._draw_answers(painter, snapshot, area, 0.0)
        painter.setClipping(False)
        surface_paint.draw_frame(painter, area, strong=False, unit=None)
        return area.bottom() + margins.bottom()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = surface_axes.margins(self.data, side=width)
        return round(width - margins.left() - margins.right() + margins.top() + margins.bottom())

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 200)

    # --- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:  # closed even by an error: one left open takes the program down
            if self.data is None:
                painter.fillRect(self.rect(), themes().current.card)
            else:
                self._paint(painter, self.data, self.fitting_snapshot())

    def fitting_snapshot(self) -> Snapshot | None:
        """The newest snapshot, unless it is of other inputs than the points that are shown."""
        fits = self.snapshot is not None and (
            self._own is None or self._own.feature_names == self.snapshot.data.feature_names
        )
        return self.snapshot if fits else None

    def _paint(self, painter: QPainter, data: RunData, snapshot: Snapshot | None) -> None:
        ratio, size = self.devicePixelRatioF(), QSize(self.size())
        axes, points = self._layers.drawn(data, self.sets, self.window_shown, self._map, size, ratio)
        painter.drawPixmap(0, 0, axes)
        painter.setClipRect(self._map)
        self._draw_surface(painter, snapshot, self._map)
        painter.drawPixmap(self._map.topLeft(), points)
        self._draw_answers(painter, snapshot, self._map, ratio)
        painter.setClipping(False)
        unit = None if self.unit is None or snapshot is None else surface_words.unit_words(snapshot, *self.unit)
        surface_paint.draw_frame(painter, self._map, strong=self.hasFocus(), unit=unit)
        self._paint_above(painter, snapshot)

    def _draw_surface(self, painter: QPainter, snapshot: Snapshot | None, area: QRectF) -> None:
        """What lies below the points: the map and its lines."""
        if snapshot is not None:
            picture, smooth = self._rect_of(snapshot, area), self.unit is not None or not self.options.classes
            surface_paint.draw_map(painter, self._image.image, picture, area, smooth=smooth)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._lines.draw(painter, snapshot.data, picture)

    def _draw_answers(self, painter: QPainter, snapshot: Snapshot | None, area: QRectF, ratio: float) -> None:
        """What lies above the points: rings around the wrong ones, the values of lines."""
        if snapshot is not None:
            if self.options.wrong:
                surface_misses.draw_rings(painter, snapshot, self.sets, self.window_shown, area, ratio)
            self._lines.write(painter, self._rect_of(snapshot, area))

    def _rect_of(self, snapshot: Snapshot, area: QRectF) -> QRectF:
        """Where the snapshot's surface lies, which may be of another part of the plane than is looked at."""
        return surface_window.rect_of(surface_window.whole(snapshot.data.plane), self.window_shown, area)

    def _paint_above(self, painter: QPainter, snapshot: Snapshot | None) -> None:
        """What lies above the picture: nothing here."""

    # --- what changes the layers -----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_map()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._layers.forget()
            self._describe()
            self.update()
        super().changeEvent(event)

    def _place_map(self) -> None:
        window = self.window_shown if self.data is not None else None
        margins = surface_axes.margins(self.data, window, side=min(self.width(), self.height()))
        width = self.width() - margins.left() - margins.right()
        height = self.height() - margins.top() - margins.bottom()
        side = max(40.0, math.floor(min(width, height)))
        left = margins.left() + max(0.0, math.floor((width - side) / 2))
        self._map = QRectF(left, margins.top(), side, side)
        self._layers.forget()

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Decision surface"))
        if self.data is not None:
            self.setAccessibleDescription(surface_words.describe(self.data, self.sets))

    @Slot()
    def _dress(self) -> None:
        if self.snapshot is not None:
            self._colors = SurfaceColors(themes().current, self.snapshot.data)
        self._place_map()
        self.refresh()
        self.updateGeometry()
