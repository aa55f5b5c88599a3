"""Which of the sets that have samples a view looks at; the test set first of all, when there is one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine.snapshot import SETS, SetName
from playground.ui.views.set_style import set_word
from playground.ui.widgets import Segmented

PREFERRED: tuple[SetName, ...] = ("test", "dev", "train")


class SetChoice(QWidget):
    """`chosen(str)` when the user takes another set. Sets without samples are not offered."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: tuple[SetName, ...] = ()
        self._segments: Segmented | None = None
        self._taken: SetName | None = None  # what the user took, also while it is not offered
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)

    def offer(self, names: tuple[SetName, ...]) -> None:
        """Offer exactly `names`, of those of the snapshot; what the user took stays taken where it can."""
        offered = tuple(name for name in SETS if name in names)
        if offered == self._offered:
            return
        self._offered = offered
        if self._segments is not None:
            self._row.removeWidget(self._segments)
            self._segments.hide()
            self._segments.deleteLater()
            self._segments = None
        if len(offered) > 1:
            self._segments = self._make()
            self._row.addWidget(self._segments)
        self.setVisible(len(offered) > 1)

    def choices(self) -> int:
        """How many sets are offered."""
        return len(self._offered)

    def name(self) -> SetName | None:
        """The set to look at; None when none has samples."""
        if self._taken in self._offered:
            return self._taken
        return next((name for name in PREFERRED if name in self._offered), None)

    def take(self, name: SetName) -> None:
        """Look at `name`; ValueError when it is not offered."""
        if name not in self._offered:
            raise ValueError(f"set: {name!r} is not allowed; allowed: {', '.join(self._offered) or 'none yet'}")
        self._taken = name
        if self._segments is not None:
            self._segments.set_key(name)

    def _make(self) -> Segmented:
        rows = [(name, partial(set_word, name), "") for name in self._offered]
        segments = Segmented(rows, name=lambda: self.tr("Set"), key=self.name(), parent=self)
        segments.chosen.connect(self._hear)
        return segments

    @Slot(str)
    def _hear(self, name: str) -> None:
        self._taken = next(one for one in SETS if one == name)
        self.chosen.emit(name)
