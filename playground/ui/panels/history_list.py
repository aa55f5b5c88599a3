"""The history as a list of named steps, oldest first: a click, or Enter, goes to the state after that step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidgetItem, QWidget

from playground.ui.panels.found_list import KEY, ROW, FoundList
from playground.ui.panels.step_words import Step, step_words
from playground.ui.theme import GAP
from playground.ui.widgets import Label
from playground.ui.widgets.overlay import Overlay
from playground.ui.widgets.painting import scaled

_WIDTH, _MOST_ROWS = 360, 14


class HistoryList(Overlay):
    """`step_requested(number)`: how many of the steps are to be done; the list stays open, to go back and forth."""

    step_requested = Signal(int)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._steps: tuple[Step, ...] = ()
        self._done = 0
        self._anchor = QPoint()
        self.list = FoundList()
        self.body.setContentsMargins(GAP, GAP + 4, GAP, GAP)
        self.body.setSpacing(GAP)
        head = Label(lambda: self.tr("History"), "head", "secondary")
        head.setContentsMargins(GAP + 2, 0, 0, 0)
        self.body.addWidget(head)
        self.body.addWidget(self.list, 1)
        self.list.itemClicked.connect(self._ask)
        self.list.itemActivated.connect(self._ask)

    def open_below(self, corner: QPoint) -> None:
        """Open below a point of the window."""
        self._anchor = corner
        self._fill()
        self.open()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_steps(self, steps: Sequence[Step], done: int) -> None:
        """All steps, and how many of them are done (the others were taken back)."""
        self._steps, self._done = tuple(steps), done
        if not self.isHidden():
            self._fill()
            self._cover()

    def wanted_size(self) -> QSize:
        rows = min(_MOST_ROWS, len(self._steps) + 1)
        return QSize(scaled(_WIDTH), scaled(ROW) * rows + scaled(34) + 2 * GAP)

    def wanted_place(self, size: QSize) -> QPoint:
        return self._anchor

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and not self.isHidden():
            self._fill()

    def _fill(self) -> None:
        self.list.setAccessibleName(self.tr("History"))
        self.list.clear()
        self.list.add_row("0", self.tr("Start"), marked=self._done == 0)
        for number, step in enumerate(self._steps, 1):
            self.list.add_row(str(number), step_words(*step), faint=number > self._done, marked=number == self._done)
        self.list.setCurrentRow(self._done)

    @Slot(QListWidgetItem)
    def _ask(self, item: QListWidgetItem) -> None:
        number = int(item.data(KEY))
        if number != self._done:
            self.step_requested.emit(number)
