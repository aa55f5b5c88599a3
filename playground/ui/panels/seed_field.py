"""A seed as a field to type into: the same number brings the same samples, or the same run, back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.edits import Edit, new_seed, set_field
from engine.errors import ExperimentError
from engine.fields import FIELDS, LARGEST_SEED
from playground.ui.panels import field_words
from playground.ui.theme import GAP
from playground.ui.widgets import IconButton
from playground.ui.widgets.restart_mark import RestartMark
from playground.ui.widgets.spoken import explain
from playground.ui.widgets.value_field import ValueField


class SeedField(QWidget):
    """`edit_requested(Edit)` for a seed that was typed or the next one; a text that is no seed is marked and kept.

    `path` is that of the network's seed or of the data's.
    """

    edit_requested = Signal(object)

    def __init__(self, path: str = "seed", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.setObjectName(path)
        self._seed = 0
        self._label, self._error = QLabel(self), QLabel(self)
        self._label.setProperty("role", "secondary")
        self._error.setProperty("role", "error")
        self._error.setWordWrap(True)
        self._error.hide()
        self.field = ValueField(str(LARGEST_SEED), self)
        self.next = IconButton("seed", self._next_words, size=16, parent=self)
        self._label.setBuddy(self.field)
        line = QHBoxLayout()
        line.setSpacing(GAP // 2)
        line.addWidget(self._label, 1)
        line.addWidget(RestartMark(field_words.restart_mark(path), self))
        line.addWidget(self.field)
        line.addWidget(self.next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(line)
        layout.addWidget(self._error)
        self.field.entered.connect(self._enter)
        self.field.reverted.connect(self._revert)
        self.field.stepped.connect(self._step)
        self.next.clicked.connect(self._take_next)
        self._retranslate()

    def show_seed(self, seed: int) -> None:
        """Show `seed`, without a signal."""
        self._seed = seed
        self.field.show_text(str(seed))
        if not self.field.isModified():
            self._show_error("")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._label.setText(field_words.label(self.path))
        self.field.setAccessibleName(field_words.label(self.path))
        for widget in (self._label, self.field):
            explain(widget, field_words.tooltip(self.path))
        if self._error.text():
            self._show_error(self._allowed())

    def _edit(self, seed: int) -> Edit:
        return new_seed(seed) if self.path == "seed" else set_field(self.path, seed)

    def _next_words(self) -> str:
        if self.path == "seed":
            return self.tr("New random weights: the next seed")
        return self.tr("Other samples by the same rule: the next seed")

    def _allowed(self) -> str:
        return self.tr("Type a whole number from 0 to %1.").replace("%1", str(LARGEST_SEED))

    @Slot(str)
    def _enter(self, text: str) -> None:
        try:
            seed = int(text)
            FIELDS[self.path].check(seed)
        except (ValueError, ExperimentError):
            self._show_error(self._allowed())
            return
        self._show_error("")
        self._request(self._edit(seed))

    @Slot(int)
    def _step(self, by: int) -> None:
        self._request(self._edit((self._seed + by) % (LARGEST_SEED + 1)))

    @Slot()
    def _take_next(self) -> None:
        self._step(1)

    @Slot()
    def _revert(self) -> None:
        self.field.setText(str(self._seed))
        self._show_error("")

    def _request(self, edit: Edit) -> None:
        self.edit_requested.emit(edit)

    def _show_error(self, message: str) -> None:
        self.field.set_invalid(bool(message))
        self._error.setText(message)
        self._error.setVisible(bool(message))
