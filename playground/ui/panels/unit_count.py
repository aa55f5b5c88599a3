"""A number of units to step or to type; the wheel is left to the column unless the field has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSpinBox, QWidget

from engine.fields import FIELDS
from playground.ui.theme import themes
from playground.ui.widgets.painting import scaled

_WIDTH = 66  # for 4096 beside the arrows


class UnitCount(QSpinBox):
    """`count_edited(int)` when the user changes the number; `show_count` says nothing."""

    count_edited = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(int(FIELDS["layers[].units"].low), int(FIELDS["layers[].units"].high))
        self.setKeyboardTracking(False)  # a typed number counts when it is finished
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.valueChanged.connect(self.count_edited)
        themes().changed.connect(self._dress)
        self._dress()

    def show_count(self, count: int) -> None:
        """Show `count` units, without a signal."""
        with QSignalBlocker(self):
            self.setValue(count)

    @Slot()
    def _dress(self) -> None:
        self.setFixedWidth(scaled(_WIDTH))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
