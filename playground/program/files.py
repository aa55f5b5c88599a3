"""The program's files: open and save, and a line in the window for what fails.

A file that somebody else has written since it was read is not written over without a word, and its change is told.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from engine.edits import choose_data
from engine.errors import DataError, ExperimentError, FileFormatError
from engine.experiment import Experiment
from engine.experiment_file import load_with_aside
from playground.program.file_dialogs import FileDialogs
from playground.program.file_words import say_problem
from playground.program.seen_files import SeenFiles
from playground.restrictions import restrictions_from
from playground.state.document import Document
from playground.state.session import Session
from playground.ui.main_window import MainWindow
from playground.ui.panels.table_dialog import TableDialog

TABLE_SUFFIXES = (".csv", ".tsv", ".txt")
MODEL_SUFFIXES = (".safetensors", ".npz")
EXPERIMENT_SUFFIX = ".json"
FileProblem = (OSError, ExperimentError, DataError, FileFormatError, ValueError)


class Files(QObject):
    """`used(Path)` after a file was opened or saved."""

    used = Signal(object)

    def __init__(self, window: MainWindow, document: Document, session: Session, dialogs: FileDialogs) -> None:
        super().__init__(window)
        self._window, self._document, self._session, self._dialogs = window, document, session, dialogs
        self._table_dialog: TableDialog | None = None
        self._seen = SeenFiles()
        self._told: set[Path] = set()  # files whose change has been told

    # Opening.

    def open(self, path: Path) -> None:
        """Open an experiment, a table or exported weights. Raises what is wrong with the file; nothing changes then."""
        suffix = path.suffix.lower()
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if suffix in MODEL_SUFFIXES:
            self._open_model(path)
        elif suffix in TABLE_SUFFIXES:
            edit = choose_data("csv", path=str(path.resolve()))
            self._document.turn_to(edit.change(Experiment()), path=None)
        else:
            self._document.open(path)
        self._know(path)

    def _know(self, path: Path) -> None:
        """Remember a file that was opened or saved."""
        self._seen.note(path)
        self._told.discard(path)
        self.used.emit(path)

    def _open_model(self, path: Path) -> None:
        from engine.export import load_model, trainer_from_model

        trainer = trainer_from_model(load_model(path))
        self._document.turn_to(trainer.experiment, path=None)
        self._session.adopt(trainer)

    @Slot(object)
    def open_or_say(self, path: Path) -> None:
        """Open a file; what is wrong with it is said in the window."""
        try:
            self.open(path)
        except FileProblem as error:
            self.say_problem(self.tr("The file cannot be opened"), error)

    @Slot(object)
    def open_dropped(self, paths: Sequence[Path]) -> None:
        """Open the one file that was dropped on the window; of several none, since one would take the other's place."""
        if len(paths) == 1:
            self.open_or_say(paths[0])
        elif paths:
            self._window.banner.show_message(
                "warning",
                lambda: self.tr("One file at a time"),
                lambda: self.tr("{count} were dropped here; nothing was opened.").format(count=len(paths)),
            )

    def say_problem(self, title: str, error: BaseException) -> None:
        """Say in the window what went wrong."""
        self._window.banner.show_message("error", title, say_problem(error))

    def compare_with_disk(self) -> None:
        """Tell when the file of a session that came back holds something else by now."""
        path = self._document.path
        if path is None:
            return
        self._seen.note(path)
        if self._document.is_modified:
            return
        try:
            experiment, aside = load_with_aside(path)
            changed = (experiment, restrictions_from(aside)) != (self._document.experiment, self._document.restrictions)
        except FileProblem:
            return  # gone, or no experiment any more: what is here can be saved
        if changed:
            self._say_changed(path)

    @Slot()
    def look_at_disk(self) -> None:
        """Tell when somebody else has written the document's file; each change once."""
        path = self._document.path
        if path is not None and self._seen.is_changed(path) and path not in self._told:
            self._told.add(path)
            self._say_changed(path)

    def _say_changed(self, path: Path) -> None:
        self._window.banner.show_message(
            "info",
            lambda: self.tr("Another program has changed {name}").format(name=path.name),
            lambda: self.tr("This window still holds what it held before."),
            action=lambda: self.tr("Open it again"),
            on_action=lambda: self.open_or_say(path),
        )

    def ask_to_open(self) -> None:
        """Ask for a file of any kind."""
        filters = self.tr("Experiments, tables, weights") + " (*.json *.csv *.tsv *.txt *.npz *.safetensors)"
        self._dialogs.ask_to_open(self.tr("Open"), filters, self.open_or_say)

    def ask_for_table(self) -> None:
        """Ask for a table, with a look at it."""
        if self._table_dialog is None:  # one for the window's life: it may be reading when it is closed
            self._table_dialog = TableDialog(self._window)
            self._table_dialog.accepted_table.connect(self._use_table)
        self._table_dialog.show()
        self._table_dialog.raise_()

    @Slot(str, object, str)
    def _use_table(self, path: str, target: str | None, header: str) -> None:
        self._document.apply(choose_data("csv", path=path, target=target, header=header))
        self.used.emit(Path(path))

    # Saving.

    def save(self) -> None:
        """Write the document to its own file, or ask for one; not over what somebody else has written there."""
        path = self._document.path
        if path is None:
            self.save_as()
        elif self._seen.is_changed(path):
            self._window.banner.show_message(
                "warning",
                lambda: self.tr("Not saved: another program has changed {name}").format(name=path.name),
                lambda: self.tr("Save as… keeps both."),
                action=lambda: self.tr("Save all the same"),
                on_action=lambda: self.save_to(path),
            )
        else:
            self.save_to(path)

    def save_as(self) -> None:
        """Ask for a file to write the document to."""
        kinds = {self.tr("Experiments") + " (*.json)": EXPERIMENT_SUFFIX}
        self._dialogs.ask_to_save(self.tr("Save"), kinds, self.save_to)

    def save_to(self, path: Path) -> None:
        """Write the document."""
        try:
            if path.suffix.lower() in (*TABLE_SUFFIXES, *MODEL_SUFFIXES):  # as such it would be opened again
                raise ExperimentError("path", path.name, f"a name that ends in {EXPERIMENT_SUFFIX}")
            self._document.save(path)
        except (OSError, ExperimentError) as error:
            self.say_problem(self.tr("The experiment cannot be saved"), error)
        else:
            self._know(path)
