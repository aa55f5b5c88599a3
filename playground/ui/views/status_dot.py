"""The state of the run as a small sign: its shape says it as well as its colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Slot
from PySide6.QtGui import QColor, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui.theme import Theme, themes
from playground.ui.views.status_words import State
from playground.ui.widgets.painting import scaled, smooth_painter

SIDE = 14


class StatusDot(QWidget):
    """A ring when ready, a triangle while training, two bars when paused, a square when stopped by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: State = "ready"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        themes().changed.connect(self._dress)

    def show_state(self, state: State) -> None:
        """Show `state`."""
        if state != self._state:
            self._state = state
            self.update()

    def state(self) -> State:
        """What is shown."""
        return self._state

    def sizeHint(self) -> QSize:
        return QSize(scaled(SIDE), scaled(SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, side = smooth_painter(self), themes().current, float(self.width())
        painter.setPen(theme.card)
        painter.setBrush(_color(theme, self._state))
        if self._state == "training":
            corners = [QPointF(0.15, 0.05), QPointF(0.95, 0.5), QPointF(0.15, 0.95)]
            painter.drawPolygon(QPolygonF([corner * side for corner in corners]))
        elif self._state == "paused":
            for left in (0.12, 0.56):
                painter.drawRect(QRectF(left * side, 0.08 * side, 0.32 * side, 0.84 * side))
        elif self._state == "ready":
            painter.drawEllipse(QRectF(0, 0, side, side))
            painter.setBrush(theme.card)
            painter.drawEllipse(QRectF(0.25 * side, 0.25 * side, 0.5 * side, 0.5 * side))
        else:
            painter.drawRect(QRectF(0.08 * side, 0.08 * side, 0.84 * side, 0.84 * side))

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()


def _color(theme: Theme, state: State) -> QColor:
    return {"ready": theme.accent, "training": theme.accent, "paused": theme.secondary, "stopped": theme.accent}.get(
        state, theme.error
    )
