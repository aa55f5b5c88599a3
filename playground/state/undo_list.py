"""The undo list of a document: what was there before and after each named step. One command class is all it needs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSignalBlocker
from PySide6.QtGui import QUndoCommand, QUndoStack

from engine.experiment import Experiment
from playground.state.past import Page, Past, PastStep

Step = tuple[str, Experiment, Experiment, Path | None]
Put = Callable[[Page, bool], None]
_MERGES = 1  # the id under which QUndoStack asks commands whether they are one


class UndoList:
    """Entries of pages on a `QUndoStack`, whose texts and index are there for others to show.

    ``put(page, other_file)`` puts a page in place; ``other_file``: the step went from one file to another.
    """

    def __init__(self, put: Put, parent: QObject) -> None:
        self.stack = QUndoStack(parent)
        self._put = put
        self._drag = 0

    def push(self, before: Page, after: Page, label: str, merge_key: str | None = None) -> None:
        """Append a step and do it; steps of one drag with the same key are one entry."""
        key = None if merge_key is None else (merge_key, self._drag)
        self.stack.push(_Replacement(self._put, before, after, label, key))

    def end_drag(self) -> None:
        """What follows is not merged with what was before."""
        self._drag += 1

    def step(self, number: int) -> Step:
        """One entry, counted from 0: its label, the experiment before and after, and its file then."""
        entry = self._entry(number)
        return entry.text(), entry.before.experiment, entry.after.experiment, entry.after.path

    def past(self) -> Past:
        """The whole list as a value."""
        entries = map(self._entry, range(self.stack.count()))
        return Past(tuple(PastStep(one.text(), one.before, one.after) for one in entries), self.stack.index())

    def refill(self, past: Past) -> None:
        """Hold these entries beside those there are; steps are put in place as they come, and nobody is told."""
        with QSignalBlocker(self.stack):
            for step in past.steps:
                self.push(step.before, step.after, step.label)
            self.stack.setIndex(past.done)

    def _entry(self, number: int) -> _Replacement:
        entry = self.stack.command(number)
        assert isinstance(entry, _Replacement), "nothing else is ever put there"
        return entry


class _Replacement(QUndoCommand):
    """One entry: the pages before and after, and the drag it belongs to."""

    def __init__(self, put: Put, before: Page, after: Page, label: str, key: tuple[str, int] | None) -> None:
        super().__init__(label)
        self._put_page = put
        self.before = before
        self.after = after
        self._key = key

    def redo(self) -> None:
        self._put_page(self.after, self.before.path != self.after.path)

    def undo(self) -> None:
        self._put_page(self.before, self.before.path != self.after.path)

    def id(self) -> int:
        return -1 if self._key is None else _MERGES

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Replacement) or other._key != self._key:
            return False
        self.after = other.after
        self.setObsolete(self.after == self.before)  # dragged back to where it began: no entry at all
        return True
