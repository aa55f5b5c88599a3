"""The decision surface under the hand: the value beside the pointer, zooming and shifting, the way of a tool, keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from engine.snapshot import Snapshot
from playground.ui.theme import themes
from playground.ui.views import surface_paint, surface_points, surface_probe, surface_window
from playground.ui.views.surface_picture import SurfacePicture
from playground.ui.views.surface_points import Shown
from playground.ui.widgets import IconButton
from playground.ui.widgets.spoken import announce

PROBE_STEP = 0.02  # of the map, that an arrow key moves the probe
WHEEL_NOTCH = 120.0  # eighths of a degree
SHIFT_STEP = 0.1  # of the map, that an arrow key with Shift moves it
ZOOM_STEP = 1.25  # of one notch, or one press of a key
Share = tuple[float, float]


class SurfaceCanvas(SurfacePicture):
    """stroke_begun(x1, x2), stroke_moved(x1, x2), stroke_ended(): the way of the tool in hand over the plane."""

    stroke_begun = Signal(float, float)
    stroke_moved = Signal(float, float)
    stroke_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._probe: Share | None = None  # shares of the map from its upper left corner
        self._grip: QPointF | None = None  # where the map is held while it is shifted
        self._tool: str | None = None
        self._reach = 0.0  # pixels of the tool around the pointer
        self._tool_color: QColor | None = None  # of its ring; None: of text
        self._stroking = False
        self._whole = IconButton("fullscreen", lambda: self.tr("Show the whole range"), shortcut="0", parent=self)
        self._whole.setProperty("role", "")  # on a ground of its own: the map lies beneath
        self._whole.hide()
        self._whole.clicked.connect(self._show_whole)

    @property
    def units_of_a_pixel(self) -> float:
        """How much of the plane one pixel is."""
        (left, right), _ = self.window_shown
        return (right - left) / self._map.width()

    def take_tool(self, tool: str | None, reach: float, color: QColor | None = None) -> None:
        """What the left button does: nothing, or the way of a tool that reaches so many pixels."""
        self._tool, self._reach, self._tool_color, self._stroking = tool, reach, color, False
        self.update()

    def zoom(self, factor: float, about: Share = (0.5, 0.5)) -> None:
        """See `factor` times as much of the plane, keeping the place `about` where it is."""
        if self.data is not None:
            self.look_at(surface_window.zoomed(self.window_shown, factor, about, self._home))

    def shift(self, across: float, down: float) -> None:
        """Look further to the right and down, by shares of the map."""
        if self.data is not None:
            self.look_at(surface_window.shifted(self.window_shown, across, down, self._home))

    @Slot()
    def _show_whole(self) -> None:
        self.look_at(None)

    # --- what lies above the picture -------------------------------------------------------------------------------

    def _paint_above(self, painter: QPainter, snapshot: Snapshot | None) -> None:
        """Draw the tool in hand, or what the network says under the pointer."""
        if self._probe is not None and self._tool is not None:
            at = self._map.topLeft() + QPointF(*self._probe) * self._map.width()
            surface_paint.draw_tool(painter, at, self._tool_color, self._reach, self._map)
        elif self._probe is not None and snapshot is not None:
            self._draw_probe(painter, snapshot, self._probe)

    def _draw_probe(self, painter: QPainter, snapshot: Snapshot, probe: Share) -> None:
        at = self._map.topLeft() + QPointF(*probe) * self._map.width()
        if self.hasFocus():
            painter.setPen(QPen(themes().current.accent, 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, 6.0, 6.0)
        share, point = self._share_of_picture(snapshot, probe), self._point_at(snapshot, probe)
        surface_probe.draw(painter, at, snapshot, self.response(), self.unit, share, point, QRectF(self.rect()))

    def _point_at(self, snapshot: Snapshot, probe: Share) -> Shown | None:
        """The point of the run whose mark lies under the probe."""
        if self.data is not snapshot.data:
            return None  # painted meanwhile: the run does not know these points
        side = self._map.width()
        return surface_points.nearest_point(
            snapshot.data, self.sets, self.window_shown, side, (probe[0] * side, probe[1] * side)
        )

    def _share_of_picture(self, snapshot: Snapshot, probe: Share) -> Share:
        """A place of the map as shares of the snapshot's picture, which may show another part of the plane."""
        place = surface_window.place_at(self.window_shown, probe)
        return surface_window.share_of(surface_window.whole(snapshot.data.plane), place)

    def _place_map(self) -> None:
        super()._place_map()
        self._whole.setVisible(self.is_zoomed)
        self._whole.adjustSize()
        corner = self._map.topRight() + QPointF(-self._whole.width() - 4.0, 4.0)
        self._whole.move(corner.toPoint())

    def _describe(self) -> None:
        super()._describe()
        snapshot = self.fitting_snapshot()
        if self._probe is not None and snapshot is not None:  # moved by keys: said first
            share = self._share_of_picture(snapshot, self._probe)
            point = self._point_at(snapshot, self._probe)
            words = surface_probe.words(snapshot, self.response(), self.unit, share, point)
            self.setAccessibleDescription(f"{words}\n{self.accessibleDescription()}")
            if not snapshot.running:  # else it is another one before it has been said
                announce(self, words)

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


def _within(share: float) -> float:
    return min(max(share, 0.0), 1.0)
