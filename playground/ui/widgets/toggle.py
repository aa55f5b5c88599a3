"""A switch with its label: on or off, and the change is the user's."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from playground.ui import color_math, icons
from playground.ui.theme import FOCUS_RING, GAP, TARGET, Theme, themes
from playground.ui.widgets.painting import fill_rounded, focus_ring, scaled, smooth_painter
from playground.ui.widgets.spoken import explain
from playground.ui.widgets.wording import Text, say

_TRACK_WIDTH, _TRACK_HEIGHT, _MARK = 34, 20, 12
_RING_ROOM = FOCUS_RING + 1.5  # with the keyboard the switch shrinks by this, and the ring takes its outline


class Toggle(QCheckBox):
    """A switch. `switched(bool)` is emitted when the user switches it; `set_on` says nothing.

    `restarts` draws the small sign of what starts the training again behind the label.
    """

    switched = Signal(bool)

    def __init__(
        self,
        label: Text,
        *,
        on: bool = False,
        tooltip: Text = "",
        restarts: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._label, self._tooltip, self._restarts = label, tooltip, restarts
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_on(on)
        self.clicked.connect(self.switched)
        self._retranslate()
        themes().changed.connect(self._dress)

    def is_on(self) -> bool:
        """Whether the switch is on."""
        return self.isChecked()

    def set_on(self, on: bool) -> None:
        """Show the switch on or off, without a signal."""
        self.setChecked(on)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def sizeHint(self) -> QSize:
        text = self.fontMetrics().size(Qt.TextFlag.TextSingleLine, self.text())
        width = scaled(_TRACK_WIDTH) + GAP + text.width() + 4 + (scaled(_MARK) + GAP if self._restarts else 0)
        return QSize(width, max(TARGET, scaled(_TRACK_HEIGHT) + 4, text.height() + 4))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = themes().current, smooth_painter(self)
        width, height = scaled(_TRACK_WIDTH), scaled(_TRACK_HEIGHT)
        track = QRectF(0, (self.height() - height) / 2, width, height)
        inset = _RING_ROOM if self.hasFocus() else 0.0
        self._paint_switch(painter, track.adjusted(inset, inset, -inset, -inset), theme)
        if self.hasFocus():
            focus_ring(painter, track, height / 2)
        painter.setPen(theme.text if self.isEnabled() else theme.secondary)
        room = self.rect().adjusted(width + GAP, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self._restarts:
            size = scaled(_MARK)
            place = QPoint(room.left() + painter.fontMetrics().horizontalAdvance(self.text()) + GAP, 0)
            place.setY((self.height() - size) // 2)
            painter.drawPixmap(place, icons.pixmap("reset", theme.secondary, size, self.devicePixelRatioF()))

    def _paint_switch(self, painter: QPainter, track: QRectF, theme: Theme) -> None:
        on, off = theme.accent, color_math.mix(theme.line, theme.secondary, 0.75 if self.underMouse() else 0.6)
        radius = track.height() / 2
        if not self.isEnabled():
            on = off = theme.line
        fill_rounded(painter, track, radius, on if self.isChecked() else off)
        knob = radius - 2.5
        center = track.right() - radius if self.isChecked() else track.left() + radius
        fill_rounded(painter, QRectF(center - knob, track.center().y() - knob, 2 * knob, 2 * knob), knob, theme.card)

    def _retranslate(self) -> None:
        self.setText(say(self._label))
        self.setAccessibleName(say(self._label))
        explain(self, say(self._tooltip))
        self.updateGeometry()

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
