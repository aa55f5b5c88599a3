"""The document: the one experiment being worked on, its undo list and its file.

Every change is an ``Edit`` that goes through ``apply``; everyone hears of it by ``changed``. One command class (before,
after) is all that undo needs, since an experiment is a value.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from engine.edits import Edit
from engine.errors import ExperimentError
from engine.experiment import Experiment
from engine.experiment_file import load_experiment, save_experiment

_MERGES = 1  # the id under which QUndoStack asks commands whether they are one


class Document(QObject):
    """Owns the experiment. Signals:

    changed(Experiment): the experiment is another one now (edit, undo, redo, another file).
    refused(ExperimentError): an edit would have made an experiment that is not allowed; nothing has changed.
    path_changed(Path | None): the document lies in another file now.

    ``undo_stack`` is there for actions and lists to show (texts, clean state); change it through this class only.
    """

    changed = Signal(object)
    refused = Signal(object)
    path_changed = Signal(object)

    def __init__(self, experiment: Experiment | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self._experiment = experiment or Experiment()
        self._announced = self._experiment
        self._announcing = False
        self._path: Path | None = None
        self._drag = 0

    @property
    def experiment(self) -> Experiment:
        """The experiment as it is now."""
        return self._experiment

    @property
    def path(self) -> Path | None:
        """The file the document was read from or last saved to; None for a new one."""
        return self._path

    @property
    def is_modified(self) -> bool:
        """Whether there is something a save would keep."""
        return not self.undo_stack.isClean()

    def apply(self, edit: Edit) -> bool:
        """Apply the edit; True if the experiment changed. An edit that is not allowed is told by ``refused``."""
        try:
            after = edit.change(self._experiment)
        except ExperimentError as error:
            self.refused.emit(error)
            return False
        if after == self._experiment:
            return False
        key = None if edit.merge_key is None else (edit.merge_key, self._drag)
        self.undo_stack.push(_Replacement(self, self._experiment, after, edit.label, key))
        self._announce()
        return True

    def begin_drag(self) -> None:
        """From here on edits with the same merge key are one undo entry, apart from the ones before."""
        self._drag += 1

    def end_drag(self) -> None:
        """What follows is not merged with what was dragged."""
        self._drag += 1

    close_merge = end_drag

    def undo(self) -> None:
        """Take back the last edit (a whole drag counts as one); nothing happens when there is none."""
        self._drag += 1
        self.undo_stack.undo()
        self._announce()

    def redo(self) -> None:
        """Do again what was taken back last; nothing happens when there is none."""
        self._drag += 1
        self.undo_stack.redo()
        self._announce()

    def start(self, experiment: Experiment, path: Path | None = None) -> None:
        """Begin another document, with an empty undo list."""
        self._drag += 1
        self.undo_stack.clear()
        self._experiment = experiment
        self._set_path(path)
        self._announce()

    def open(self, path: str | Path) -> None:
        """Begin with the experiment in a file. Raises OSError, FileFormatError or ExperimentError; nothing changes."""
        self.start(load_experiment(path), Path(path))

    def save(self, path: str | Path | None = None) -> None:
        """Write the experiment, to its own file unless another is given. Raises OSError; ValueError without a path."""
        target = self._path if path is None else Path(path)
        if target is None:
            raise ValueError("path: None is not allowed; allowed: a file, because the document has none yet")
        save_experiment(self._experiment, target)
        self.undo_stack.setClean()
        self._set_path(target)

    def _set_path(self, path: Path | None) -> None:
        if path != self._path:
            self._path = path
            self.path_changed.emit(path)

    def _announce(self) -> None:
        """Tell everyone, once per change and the newest last, also when a listener answers with another edit."""
        if self._announcing:
            return
        self._announcing = True
        try:
            while self._announced != self._experiment:
                self._announced = self._experiment
                self.changed.emit(self._announced)
        finally:
            self._announcing = False


class _Replacement(QUndoCommand):
    """One entry of the undo list: the experiment before and after, and the drag it belongs to."""

    def __init__(
        self, document: Document, before: Experiment, after: Experiment, label: str, key: tuple[str, int] | None
    ) -> None:
        super().__init__(label)
        self._document = document
        self._before = before
        self._after = after
        self._key = key

    def redo(self) -> None:
        self._document._experiment = self._after

    def undo(self) -> None:
        self._document._experiment = self._before

    def id(self) -> int:
        return -1 if self._key is None else _MERGES

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Replacement) or other._key != self._key:
            return False
        self._after = other._after
        self.setObsolete(self._after == self._before)  # dragged back to where it began: no entry at all
        return True
