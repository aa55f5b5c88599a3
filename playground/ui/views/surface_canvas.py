"""The painted part of the decision surface: a square map with axes, the decision's line, data points, the probe.

A frame draws four things: the axes (drawn once), the map (one small image, stretched), the line, the points (drawn
once). Everything else happens only when a snapshot or a choice changed it. After zooming the picture at hand is
stretched until the one that was asked for has come.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.plane import Window
from engine.snapshot import RunData, SetName, Snapshot
from playground.ui.theme import themes
from playground.ui.views import probe_table, surface_axes, surface_paint, surface_window, surface_words
from playground.ui.views.color_map import WordImage
from playground.ui.views.pointer_label import draw_label
from playground.ui.views.surface_colors import SurfaceColors
from playground.ui.views.surface_lines import SurfaceLines
from playground.ui.views.surface_options import SurfaceOptions
from playground.ui.widgets import IconButton

PROBE_STEP = 0.02  # of the map, that an arrow key moves the probe
WHEEL_NOTCH = 120.0  # eighths of a degree
SHIFT_STEP = 0.1  # of the map, that an arrow key with Shift moves it
ZOOM_STEP = 1.25  # of one notch, or one press of a key
Share = tuple[float, float]


class SurfaceCanvas(QWidget):
    """Paints the newest snapshot.

    data_changed(): other data came with it, so that words around the map change.
    window_requested(Window | None): another part of the plane is looked at, None for all of it.
    stroke_begun(x1, x2), stroke_moved(x1, x2), stroke_ended(): the way of a tool over the plane.
    """

    data_changed = Signal()
    stroke_begun = Signal(float, float)
    stroke_moved = Signal(float, float)
    stroke_ended = Signal()
    window_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.sets: tuple[SetName, ...] = ("train",)
        self.options = SurfaceOptions()
        self.unit: tuple[int, int] | None = None
        self.snapshot: Snapshot | None = None
        self._colors: SurfaceColors | None = None
        self._image = WordImage(1, 1)
        self._lines = SurfaceLines()
        self._map = QRectF()
        self._axes: QPixmap | None = None
        self._points: QPixmap | None = None
        self._ratio = 0.0
        self._probe: Share | None = None  # shares of the map from its upper left corner
        self._home: Window = ((-1.0, 1.0), (-1.0, 1.0))
        self._window: Window | None = None
        self._grip: QPointF | None = None  # where the map is held while it is shifted
        self._own: RunData | None = None  # the document's own points, which no run needs to have seen
        self._tool: str | None = None
        self._reach = 0.0  # pixels of the tool around the pointer
        self._tool_color: QColor | None = None  # of its ring; None: of text
        self._stroking = False
        self._whole = IconButton("fullscreen", lambda: self.tr("Show the whole range"), shortcut="0", parent=self)
        self._whole.setProperty("role", "")  # on a ground of its own: the map lies beneath
        self._whole.hide()
        self._whole.clicked.connect(self._show_whole)
        themes().changed.connect(self._dress)

    @property
    def data(self) -> RunData | None:
        """The data that are shown: the document's own points, else those of the newest snapshot."""
        return self._own if self._own is not None or self.snapshot is None else self.snapshot.data

    @property
    def units_of_a_pixel(self) -> float:
        """How much of the plane one pixel is."""
        (left, right), _ = self.window_shown
        return (right - left) / self._map.width()

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

    def take_tool(self, tool: str | None, reach: float, color: QColor | None = None) -> None:
        """What the left button does: nothing, or the way of a tool that reaches so many pixels."""
        self._tool, self._reach, self._tool_color, self._stroking = tool, reach, color, False
        self.update()

    def set_sets(self, sets: tuple[SetName, ...]) -> None:
        """Choose the sets whose points are drawn."""
        self.sets, self._points = sets, None
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

    @Slot()
    def _show_whole(self) -> None:
        self.look_at(None)

    def zoom(self, factor: float, about: Share = (0.5, 0.5)) -> None:
        """See `factor` times as much of the plane, keeping the place `about` where it is."""
        if self.data is not None:
            self.look_at(surface_window.zoomed(self.window_shown, factor, about, self._home))

    def shift(self, across: float, down: float) -> None:
        """Look further to the right and down, by shares of the map."""
        if self.data is not None:
            self.look_at(surface_window.shifted(self.window_shown, across, down, self._home))

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
        data, snapshot, window = self.data, self._fitting(), self.window_shown
        if data is None:
            return 0.0
        margins = surface_axes.margins(data, window)
        side = width - margins.left() - margins.right()
        area = QRectF(margins.left(), margins.top(), side, side)
        surface_axes.draw_axes(painter, data, window, area, width)
        painter.setClipRect(area)
        if snapshot is not None:
            picture = surface_window.rect_of(surface_window.whole(snapshot.data.plane), window, area)
            surface_paint.draw_map(painter, self._image.image, picture, area, smooth=self._is_smooth())
            self._lines.draw(painter, snapshot.data, picture)
        surface_paint.trace_marks(painter, data, self.sets, window, area)
        if snapshot is not None:
            self._lines.write(painter, picture)
        painter.setClipping(False)
        surface_paint.draw_frame(painter, area, strong=False, unit=None)
        return area.bottom() + margins.bottom()

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
            if self.data is None:
                painter.fillRect(self.rect(), themes().current.card)
            else:
                self._paint(painter, self.data, self._fitting())

    def _fitting(self) -> Snapshot | None:
        """The newest snapshot, unless it is of other inputs than the points that are shown."""
        fits = self.snapshot is not None and (
            self._own is None or self._own.feature_names == self.snapshot.data.feature_names
        )
        return self.snapshot if fits else None

    def _paint(self, painter: QPainter, data: RunData, snapshot: Snapshot | None) -> None:
        axes, points = self._layers(data)
        painter.drawPixmap(0, 0, axes)
        painter.setClipRect(self._map)
        if snapshot is not None:
            picture = surface_window.rect_of(surface_window.whole(snapshot.data.plane), self.window_shown, self._map)
            surface_paint.draw_map(painter, self._image.image, picture, self._map, smooth=self._is_smooth())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._lines.draw(painter, snapshot.data, picture)
        painter.drawPixmap(self._map.topLeft(), points)
        if snapshot is not None:
            self._lines.write(painter, picture)
        painter.setClipping(False)
        unit = None if self.unit is None or snapshot is None else surface_words.unit_words(snapshot, *self.unit)
        surface_paint.draw_frame(painter, self._map, strong=self.hasFocus(), unit=unit)
        if self._probe is not None and self._tool is not None:
            at = self._map.topLeft() + QPointF(*self._probe) * self._map.width()
            surface_paint.draw_tool(painter, at, self._tool_color, self._reach, self._map)
        elif self._probe is not None and snapshot is not None:
            self._draw_probe(painter, snapshot, self._probe)

    def _is_smooth(self) -> bool:
        return self.unit is not None or not self.options.classes

    def _layers(self, data: RunData) -> tuple[QPixmap, QPixmap]:
        """Axes and points, drawn anew if something they depend on changed."""
        ratio = self.devicePixelRatioF()
        if ratio != self._ratio:
            self._ratio, self._axes, self._points = ratio, None, None
        if self._axes is None:
            self._axes = surface_axes.axes_layer(data, self.window_shown, self._map, QSize(self.size()), ratio)
        if self._points is None:
            self._points = surface_paint.marks_layer(data, self.sets, self.window_shown, self._map.width(), ratio)
        return self._axes, self._points

    def _draw_probe(self, painter: QPainter, snapshot: Snapshot, probe: Share) -> None:
        at = self._map.topLeft() + QPointF(*probe) * self._map.width()
        if self.hasFocus():
            painter.setPen(QPen(themes().current.accent, 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, 6.0, 6.0)
        share, bounds = self._share_of_picture(snapshot, probe), QRectF(self.rect())
        rows = surface_words.probe_rows(snapshot.data, self.response(), self.unit, *share)
        if rows:
            probe_table.draw_table(painter, at, surface_words.place_words(snapshot.data, *share), rows, bounds)
        else:
            draw_label(painter, at, surface_words.probe_words(snapshot, self.response(), self.unit, *share), bounds)

    def _share_of_picture(self, snapshot: Snapshot, probe: Share) -> Share:
        """A place of the map as shares of the snapshot's picture, which may show another part of the plane."""
        place = surface_window.place_at(self.window_shown, probe)
        return surface_window.share_of(surface_window.whole(snapshot.data.plane), place)

    # --- pointer and keys ------------------------------------------------------------------------------------------

    def share_at(self, position: QPointF) -> Share:
        """A place in pixels as shares of the map."""
        shift = (position - self._map.topLeft()) / self._map.width()
        return shift.x(), shift.y()

    def _place_at(self, position: QPointF) -> tuple[float, float]:
        return surface_window.place_at(self.window_shown, self.share_at(position))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        holds = event.button() in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton)
        inside = self._map.contains(event.position())
        if holds and inside:
            self._grip = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._tool is not None and inside and event.button() == Qt.MouseButton.LeftButton:
            self._stroking = True
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.stroke_begun.emit(*self._place_at(event.position()))
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        inside = self._map.contains(event.position())
        if self._grip is not None:
            moved, self._grip = event.position() - self._grip, event.position()
            self.shift(-moved.x() / self._map.width(), -moved.y() / self._map.width())
        elif self._stroking and inside:
            self.stroke_moved.emit(*self._place_at(event.position()))
        self._move_probe(self.share_at(event.position()) if inside else None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._grip = None
            self.unsetCursor()
        if self._stroking and event.button() == Qt.MouseButton.LeftButton:
            self._stroking = False
            self.stroke_ended.emit()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._tool is None:
            self.look_at(None)
        else:
            self.mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()  # the right button holds the map

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / WHEEL_NOTCH
        if not notches or not self._map.contains(event.position()):
            event.ignore()
            return
        self.zoom(ZOOM_STEP**-notches, self.share_at(event.position()))
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._move_probe(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._tool is not None and self._probe is not None:
            self.stroke_begun.emit(*surface_window.place_at(self.window_shown, self._probe))
            self.stroke_ended.emit()
        elif not self._zoom_by_key(event.key()) and not self._walk_by_key(event):
            super().keyPressEvent(event)

    def _zoom_by_key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1.0 / ZOOM_STEP, self._probe or (0.5, 0.5))
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.zoom(ZOOM_STEP, self._probe or (0.5, 0.5))
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Home):
            self.look_at(None)
        else:
            return False
        return True

    def _walk_by_key(self, event: QKeyEvent) -> bool:
        """Arrows move the probe, and the map with it at its edge; with Shift they move the map."""
        steps = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        if event.key() == Qt.Key.Key_Escape and self._probe is not None:
            self._move_probe(None)
            return True
        if Qt.Key(event.key()) not in steps:
            return False
        across, down = steps[Qt.Key(event.key())]
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.shift(across * SHIFT_STEP, down * SHIFT_STEP)
            return True
        x, y = self._probe or (0.5, 0.5)
        x, y = x + across * PROBE_STEP, y + down * PROBE_STEP
        if self.is_zoomed and not (0.0 <= x <= 1.0 and 0.0 <= y <= 1.0):
            self.shift(across * PROBE_STEP, down * PROBE_STEP)
        self._move_probe((_within(x), _within(y)))
        self._describe()
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._move_probe(None)
        super().focusOutEvent(event)

    def _move_probe(self, probe: Share | None) -> None:
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
        margins = surface_axes.margins(self.data, self.window_shown if self.data is not None else None)
        width = self.width() - margins.left() - margins.right()
        height = self.height() - margins.top() - margins.bottom()
        side = max(40.0, math.floor(min(width, height)))
        left = margins.left() + max(0.0, math.floor((width - side) / 2))
        self._map = QRectF(left, margins.top(), side, side)
        self._whole.setVisible(self.is_zoomed)
        self._whole.adjustSize()
        corner = self._map.topRight() + QPointF(-self._whole.width() - 4.0, 4.0)
        self._whole.move(corner.toPoint())
        self._axes = self._points = None

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Decision surface"))
        if self.data is None:
            return
        words, snapshot = surface_words.describe(self.data, self.sets), self._fitting()
        if self._probe is not None and snapshot is not None:  # moved by keys: said first
            share = self._share_of_picture(snapshot, self._probe)
            words = f"{surface_words.probe_words(snapshot, self.response(), self.unit, *share)}\n{words}"
        self.setAccessibleDescription(words)

    @Slot()
    def _dress(self) -> None:
        if self.snapshot is not None:
            self._colors = SurfaceColors(themes().current, self.snapshot.data)
        self._place_map()
        self.refresh()
        self.updateGeometry()


def _within(share: float) -> float:
    return min(max(share, 0.0), 1.0)
