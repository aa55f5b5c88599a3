"""The badge of class mode above the controls: what it is, how much is hidden or locked, and where that is chosen.

The way out is in the list of choices, one step further than a pupil's curiosity.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from playground.restrictions import NOTHING, Restrictions
from playground.ui import color_math
from playground.ui.theme import GAP, RADIUS, themes
from playground.ui.widgets import Label
from playground.ui.widgets.painting import fill_rounded, smooth_painter

_MARGIN = 12


class ClassBadge(QWidget):
    """`change_requested()` to choose again, or to end it."""

    change_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._restrictions = NOTHING
        self._counts = Label("", "caption", "secondary", wraps=True)
        self.change = QPushButton()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(lambda: self.tr("Class mode"), "emphasis"))
        words.addWidget(self._counts)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_MARGIN, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(words, 1)
        layout.addWidget(self.change)
        self.change.clicked.connect(self.change_requested)
        self.hide()
        self._retranslate()

    def show_restrictions(self, restrictions: Restrictions) -> None:
        """Say how much is hidden and locked; nothing at all while nothing is."""
        self._restrictions = restrictions
        self.setVisible(bool(restrictions))
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = themes().current, smooth_painter(self)
        fill = color_math.mix(theme.card, theme.accent, 0.08)
        fill_rounded(painter, QRectF(self.rect()), RADIUS, fill, color_math.mix(theme.card, theme.accent, 0.5))

    def _retranslate(self) -> None:
        hidden, locked = len(self._restrictions.hidden), len(self._restrictions.locked)
        words = self.tr("Hidden: {hidden} · locked: {locked}").format(hidden=hidden, locked=locked)
        self._counts.set_words(words)
        self.change.setText(self.tr("Change…"))
        self.change.setToolTip(self.tr("Choose what the class sees and what it can change"))
