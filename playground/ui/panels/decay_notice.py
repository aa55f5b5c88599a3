"""A line under the penalties while αλ/m is so large that the run will diverge, with the button that mends it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from engine.decay_limit import DecayWarning
from playground.ui.numbers import format_number
from playground.ui.theme import GAP


class DecayNotice(QWidget):
    """`edit_requested(Edit)` when the user lets λ be lowered; takes no room while there is nothing to warn of."""

    edit_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._warning: DecayWarning | None = None
        self._words, self.mend = QLabel(self), QPushButton(self)
        self._words.setWordWrap(True)
        self._words.setProperty("role", "error")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP // 2)
        layout.addWidget(self._words)
        layout.addWidget(self.mend)
        self.mend.clicked.connect(self._mend)
        self.hide()

    def show_warning(self, warning: DecayWarning | None) -> None:
        """Show `warning`, or nothing."""
        self._warning = warning
        self._say()
        self.setVisible(warning is not None)

    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        warning = self._warning
        if warning is None:
            return
        words = self.tr(
            "αλ/m = %1 is above %2: each step flips the sign of the weights and enlarges them. λ can be %3 at most."
        )
        for number, value in enumerate((warning.product, warning.limit, warning.largest_l2), 1):
            words = words.replace(f"%{number}", format_number(value, 3, trim=True))
        self._words.setText(words)
        self.mend.setText(self.tr("Lower λ"))
        self.mend.setToolTip(self.tr("Sets λ to half of the largest value that does not diverge. Acts at once."))

    @Slot()
    def _mend(self) -> None:
        if self._warning is not None:
            self.edit_requested.emit(self._warning.edit)
