"""The document: the one experiment being worked on, its undo list and its file.

Every change is an ``Edit`` that goes through ``apply``; everyone hears of it by ``changed``.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QSignalBlocker, Signal

from engine.edits import Edit
from engine.errors import ExperimentError
from engine.experiment import Experiment
from engine.experiment_file import load_with_aside, save_experiment
from playground.restrictions import NOTHING, Restrictions, restrictions_aside, restrictions_from
from playground.state.past import Page, Past
from playground.state.undo_list import Step, UndoList

Content = tuple[Experiment, Restrictions]


class Document(QObject):
    """Owns the experiment. Signals:

    changed(Experiment): the experiment is another one now (edit, undo, redo, another file).
    refused(ExperimentError): an edit would have made an experiment that is not allowed; nothing has changed.
    path_changed(Path | None): the document lies in another file now.
    restricted(Restrictions): class mode hides and locks other controls now.
    kept_changed(): its file, or whether there is something to save, may be another than before.

    Opening another file is an entry of the undo list too, so that it never costs what was not saved.
    ``undo_stack`` is there for actions and lists to show (texts); change it through this class only.
    """

    changed = Signal(object)
    refused = Signal(object)
    path_changed = Signal(object)
    restricted = Signal(object)
    kept_changed = Signal()

    def __init__(self, experiment: Experiment | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._list = UndoList(self._put, self)
        self.undo_stack = self._list.stack
        self._experiment = experiment or Experiment()
        self._restrictions = NOTHING
        self._announced = self._experiment
        self._announcing = False
        self._path: Path | None = None
        self._on_disk: dict[Path | None, Content] = {None: (self._experiment, NOTHING)}  # what each is known to hold

    @property
    def experiment(self) -> Experiment:
        """The experiment as it is now."""
        return self._experiment

    @property
    def restrictions(self) -> Restrictions:
        """What class mode hides and locks."""
        return self._restrictions

    @property
    def path(self) -> Path | None:
        """The file the document was read from or last saved to; None for a new one."""
        return self._path

    @property
    def is_modified(self) -> bool:
        """Whether there is something a save would keep."""
        return self._on_disk.get(self._path) != (self._experiment, self._restrictions)

    def apply(self, edit: Edit) -> bool:
        """Apply the edit; True if the experiment changed. An edit that is not allowed is told by ``refused``."""
        try:
            after = edit.change(self._experiment)
        except ExperimentError as error:
            self.refused.emit(error)
            return False
        if after == self._experiment:
            return False
        locked = self._restrictions.refusal(self._experiment, after)
        if locked is not None:
            self.refused.emit(locked)
            return False
        self._push(Page(after, self._path, self._restrictions), edit.label, edit.merge_key)
        return True

    def restrict(self, restrictions: Restrictions) -> None:
        """Hide and lock other controls, or none; an entry of the undo list like any other."""
        if restrictions != self._restrictions:
            self._push(Page(self._experiment, self._path, restrictions), "Class mode")

    def begin_drag(self) -> None:
        """From here on edits with the same merge key are one undo entry, apart from the ones before."""
        self._list.end_drag()

    def end_drag(self) -> None:
        """What follows is not merged with what was dragged."""
        self._list.end_drag()

    def undo(self) -> None:
        """Take back the last edit (a whole drag counts as one); nothing happens when there is none."""
        self._list.end_drag()
        self.undo_stack.undo()
        self._announce()

    def redo(self) -> None:
        """Do again what was taken back last; nothing happens when there is none."""
        self._list.end_drag()
        self.undo_stack.redo()
        self._announce()

    def steps(self) -> tuple[Step, ...]:
        """Every entry of the undo list, oldest first, also those taken back."""
        return tuple(self.step(number) for number in range(self.undo_stack.count()))

    def step(self, number: int) -> Step:
        """One entry of the undo list, counted from 0."""
        return self._list.step(number)

    def past(self) -> Past:
        """The whole undo list as a value."""
        return self._list.past()

    def take_past(self, past: Past) -> None:
        """Have another undo list, one that leads to what is there; any other is passed over."""
        page = self._page()
        if not past.leads_to(page):
            return
        with QSignalBlocker(self):
            self._list.refill(past)
            self._experiment, self._path, self._restrictions = page.experiment, page.path, page.restrictions
        self.undo_stack.indexChanged.emit(past.done)

    def go_to(self, done: int) -> None:
        """Take back or do again, until so many entries are done."""
        self._list.end_drag()
        self.undo_stack.setIndex(done)
        self._announce()

    def start(
        self,
        experiment: Experiment,
        path: Path | None = None,
        restrictions: Restrictions = NOTHING,
        *,
        modified: bool = False,
    ) -> None:
        """Begin another document, with an empty undo list; ``modified``: it holds what its file does not."""
        self._list.end_drag()
        self.undo_stack.clear()
        self._experiment = experiment
        self._on_disk = {} if modified else {path: (experiment, restrictions)}
        self._set_path(path)
        self._set_restrictions(restrictions)
        self._announce()

    def turn_to(
        self, experiment: Experiment, path: Path | None, label: str = "Open", restrictions: Restrictions = NOTHING
    ) -> None:
        """Go on with what a file holds, or with a new experiment; undo comes back to what was there before."""
        self._list.end_drag()
        self._on_disk[path] = (experiment, restrictions)
        page = Page(experiment, path, restrictions)
        if page == self._page():
            self.kept_changed.emit()
        else:
            self._push(page, label)

    def take_over(self, experiment: Experiment, restrictions: Restrictions, label: str) -> None:
        """Put an experiment and its class mode in place of what is there, locked or not; the file stays."""
        page = Page(experiment, self._path, restrictions)
        if page != self._page():
            self._push(page, label)

    def open(self, path: str | Path) -> None:
        """Go on with the experiment in a file. Raises OSError, FileFormatError or ExperimentError; nothing changes."""
        experiment, aside = load_with_aside(path)
        self.turn_to(experiment, Path(path), restrictions=restrictions_from(aside))

    def save(self, path: str | Path | None = None) -> None:
        """Write the experiment, to its own file unless another is given. Raises OSError; ValueError without a path."""
        target = self._path if path is None else Path(path)
        if target is None:
            raise ValueError("path: None is not allowed; allowed: a file, because the document has none yet")
        save_experiment(self._experiment, target, restrictions_aside(self._restrictions))
        self._list.end_drag()
        self._on_disk[target] = (self._experiment, self._restrictions)
        self._set_path(target)
        self.kept_changed.emit()

    def _push(self, page: Page, label: str, merge_key: str | None = None) -> None:
        self._list.push(self._page(), page, label, merge_key)
        self._announce()

    def _put(self, page: Page, other_file: bool) -> None:
        """Put a page in place; a plain edit leaves the file alone, which may have been saved elsewhere since."""
        self._experiment = page.experiment
        if other_file:
            self._set_path(page.path)
        self._set_restrictions(page.restrictions)

    def _page(self) -> Page:
        return Page(self._experiment, self._path, self._restrictions)

    def _set_path(self, path: Path | None) -> None:
        if path != self._path:
            self._path = path
            self.path_changed.emit(path)

    def _set_restrictions(self, restrictions: Restrictions) -> None:
        if restrictions != self._restrictions:
            self._restrictions = restrictions
            self.restricted.emit(restrictions)

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
        self.kept_changed.emit()
