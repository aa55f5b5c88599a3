"""An entry of the surface's legend that is a switch: a click shows or hides what it stands for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from playground.ui.theme import CONTROL_RADIUS, themes
from playground.ui.views.legend_rows import Placed, draw_entry
from playground.ui.widgets.painting import fill_rounded, focus_ring, smooth_painter

AROUND = 5.0  # pixels beside the entry that belong to the switch


class LegendSwitch(QAbstractButton):
    """Stands where its entry was placed, and looks as it; `clicked(bool)` as of every checkable button."""

    def __init__(self, placed: Placed, parent: QWidget) -> None:
        super().__init__(parent)
        self._placed = placed
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_entry(placed)

    @property
    def option(self) -> str:
        """What a click switches."""
        return self._placed.entry.option

    def show_entry(self, placed: Placed) -> None:
        """Look as `placed`, there."""
        self._placed = placed
        self.setChecked(placed.entry.on)
        area = placed.area.adjusted(-AROUND, 0, AROUND, 0)
        area.setLeft(max(0.0, area.left()))
        self.setGeometry(area.toRect())
        self.setAccessibleName(placed.entry.words)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        area = QRectF(self.rect())
        with smooth_painter(self) as painter:
            if self.underMouse() and self.isEnabled():
                fill_rounded(painter, area, CONTROL_RADIUS, themes().current.hover)
            entry = self._placed.area.translated(-self.x(), -self.y())
            draw_entry(painter, self._placed.entry, self._placed.words, entry)
            if self.hasFocus():
                focus_ring(painter, area, CONTROL_RADIUS)
