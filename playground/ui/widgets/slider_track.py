"""The track of a slider: a thin groove, filled up to a round handle. A click anywhere jumps there and drags on.

It knows positions, not values: whole numbers of fine steps, `FINE` to a stop.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from playground.ui import color_math
from playground.ui.theme import FOCUS_RING, TARGET, themes
from playground.ui.widgets.painting import fill_rounded, focus_ring, scaled, smooth_painter

FINE = 32  # fine steps between two stops, so that a typed value has its own place
_HANDLE, _GROOVE = 16, 4
_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}


class SliderTrack(QSlider):
    """`moved(position)`, `stepped(stops)` say what the user wants; `edit_started`, `edit_finished` stand around it."""

    moved = Signal(float)  # the position under the pointer, in stops
    stepped = Signal(int)  # so many stops up or down, by key or wheel
    edit_started = Signal()
    edit_finished = Signal()

    def __init__(self, last: int, page: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, last * FINE)
        self._page = page
        self._wheel = 0
        self._warning: float | None = None
        self._editing = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        themes().changed.connect(self._dress)

    def warn_from(self, position: float | None) -> None:
        """Tint the groove from `position`, in stops, to its end; None: nowhere."""
        if position != self._warning:
            self._warning = position
            self.update()

    def show_position(self, position: float) -> None:
        """Put the handle at `position`, in stops."""
        self.setValue(round(position * FINE))

    def sizeHint(self) -> QSize:
        return QSize(scaled(120), max(TARGET, scaled(_HANDLE) + 8))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(60), self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.setSliderDown(True)
        self._begin()
        self.moved.emit(self._position_under(event.position().x()))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.moved.emit(self._position_under(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)
            self._end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.hasFocus():
            event.ignore()  # the panel around it scrolls
            return
        self._wheel += event.angleDelta().y() or event.angleDelta().x()
        notches = int(self._wheel / 120)
        self._wheel -= notches * 120
        if notches:
            self.stepped.emit(notches)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = self._steps_of(event.key())
        if steps is None:
            event.ignore()
            return
        self._begin()  # a key held down is one edit
        self.stepped.emit(steps)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if self._steps_of(event.key()) is None:
            event.ignore()
        elif not event.isAutoRepeat():
            self._end()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.setSliderDown(False)
        self._end()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = themes().current, smooth_painter(self)
        handle, groove = scaled(_HANDLE), scaled(_GROOVE)
        left = FOCUS_RING + 1 + (self.width() - handle - 2 * FOCUS_RING - 2) * self._share()
        area = QRectF(left, (self.height() - handle) / 2, handle, handle)
        line = QRectF(FOCUS_RING + 1, (self.height() - groove) / 2, self.width() - 2 * FOCUS_RING - 2, groove)
        color = theme.accent if self.isEnabled() else color_math.mix(theme.line, theme.secondary, 0.4)
        fill_rounded(painter, line, groove / 2, color_math.mix(theme.line, theme.secondary, 0.12))
        fill_rounded(painter, QRectF(line.topLeft(), QPointF(area.center().x(), line.bottom())), groove / 2, color)
        if self._warning is not None and self.maximum():
            share = self._warning * FINE / self.maximum()
            begin = FOCUS_RING + 1 + handle / 2 + (self.width() - handle - 2 * FOCUS_RING - 2) * share
            fill_rounded(painter, QRectF(QPointF(begin, line.top()), line.bottomRight()), groove / 2, theme.warning)
        fill_rounded(painter, area.adjusted(-2, -2, 2, 2), handle / 2 + 2, theme.card)
        fill_rounded(painter, area, handle / 2, color)
        if self.underMouse() or self.isSliderDown() or self.hasFocus():
            fill_rounded(painter, area.adjusted(5, 5, -5, -5), handle / 2 - 5, theme.card)
        if self.hasFocus():
            focus_ring(painter, area.adjusted(-4, -4, 4, 4), handle / 2 + 4)

    def _share(self) -> float:
        return self.value() / self.maximum() if self.maximum() else 0.0

    def _position_under(self, x: float) -> float:
        handle = scaled(_HANDLE)
        share = (x - handle / 2 - FOCUS_RING - 1) / max(1, self.width() - handle - 2 * FOCUS_RING - 2)
        return min(1.0, max(0.0, share)) * self.maximum() / FINE

    def _steps_of(self, key: int) -> int | None:
        last = self.maximum() // FINE
        pages = {Qt.Key.Key_PageUp: self._page, Qt.Key.Key_PageDown: -self._page}
        ends = {Qt.Key.Key_Home: -last - 1, Qt.Key.Key_End: last + 1}
        return {int(known): steps for known, steps in {**_KEYS, **pages, **ends}.items()}.get(key)

    def _begin(self) -> None:
        if not self._editing:
            self._editing = True
            self.edit_started.emit()

    def _end(self) -> None:
        if self._editing:
            self._editing = False
            self.edit_finished.emit()

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
