"""The program's files: open, save, export, with dialogs that stop nothing, and a line in the window for what fails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from engine.edits import choose_data
from engine.errors import DataError, ExperimentError, FileFormatError
from engine.experiment import Experiment
from playground.state.document import Document
from playground.state.session import Session
from playground.ui.engine_words import say_engine
from playground.ui.main_window import MainWindow
from playground.ui.panels.table_dialog import TableDialog

TABLE_SUFFIXES = (".csv", ".tsv", ".txt")
MODEL_SUFFIXES = (".npz", ".safetensors")
FileProblem = (OSError, ExperimentError, DataError, FileFormatError, ValueError)


class Files(QObject):
    """`used(Path)` after a file was opened or saved."""

    used = Signal(object)

    def __init__(self, window: MainWindow, document: Document, session: Session) -> None:
        super().__init__(window)
        self._window, self._document, self._session = window, document, session
        self._table_dialog: TableDialog | None = None

    # Opening.

    def open(self, path: Path) -> None:
        """Open an experiment, a table or exported weights. Raises what is wrong with the file; nothing changes then."""
        suffix = path.suffix.lower()
        if suffix in MODEL_SUFFIXES:
            self._open_model(path)
        elif suffix in TABLE_SUFFIXES:
            edit = choose_data("csv", path=str(path.resolve()))
            self._document.turn_to(edit.change(Experiment()), path=None)
        else:
            self._document.open(path)
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

    def say_problem(self, title: str, error: BaseException) -> None:
        """Say in the window what went wrong."""
        self._window.banner.show_message("error", title, say_engine(" ".join(str(error).split())))

    def ask_to_open(self) -> None:
        """Ask for a file of any kind."""
        filters = self.tr("Experiments, tables, weights") + " (*.json *.csv *.tsv *.txt *.npz *.safetensors)"
        self._ask_file(self.tr("Open"), filters, self.open_or_say)

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
        """Write the document to its own file, or ask for one."""
        if self._document.path is None:
            self.save_as()
        else:
            self.save_to(self._document.path)

    def save_as(self) -> None:
        """Ask for a file to write the document to."""
        self._ask_file(self.tr("Save"), self.tr("Experiments") + " (*.json)", self.save_to, save=".json")

    def save_to(self, path: Path) -> None:
        """Write the document."""
        try:
            self._document.save(path)
        except OSError as error:
            self.say_problem(self.tr("The experiment cannot be saved"), error)
        else:
            self.used.emit(path)

    def ask_to_export(self) -> None:
        """Ask for a file to write the trained weights to."""
        filters = self.tr("Weights") + " (*.safetensors *.npz)"
        self._ask_file(self.tr("Export weights"), filters, self.export_to, save=".safetensors")

    def export_to(self, path: Path) -> None:
        """Write the trained weights."""
        from engine.export import model_of, save_model

        try:
            save_model(path, model_of(self._session.trainer_copy()))
        except (*FileProblem, TimeoutError, RuntimeError) as error:
            self.say_problem(self.tr("The weights cannot be exported"), error)
        else:
            self._window.banner.show_message("info", self.tr("Weights exported"), str(path))

    def ask_for_picture(self) -> None:
        """Ask for a file to write a picture of the window to."""
        self._ask_file(self.tr("Export picture"), "PNG (*.png)", self.picture_to, save=".png")

    def picture_to(self, path: Path) -> None:
        """Write a picture of the window."""
        if not self._window.grab().save(str(path)):
            self.say_problem(self.tr("The picture cannot be written"), OSError(str(path)))

    @Slot()
    def ask_for_surface(self) -> None:
        """Ask for a file to write the decision surface to, or its points."""
        kinds = {
            self.tr("Picture") + " (*.png)": ".png",
            self.tr("Drawing") + " (*.svg)": ".svg",
            self.tr("Samples with predictions") + " (*.csv)": ".csv",
        }
        dialog = self._ask_file(
            self.tr("Save picture or points"), ";;".join(kinds), self.surface_to, save=".png", name="surface"
        )
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(kinds[chosen]))

    def surface_to(self, path: Path) -> None:
        """Write the decision surface, or all samples with their predictions, as the name's ending says."""
        from engine.export import save_predictions

        try:
            if path.suffix.lower() == ".csv":
                save_predictions(path, self._session.trainer_copy())
            else:
                self._window.surface.view.save_picture(path)
        except (*FileProblem, TimeoutError, RuntimeError) as error:
            self.say_problem(self.tr("The file cannot be written"), error)
        else:
            self._window.banner.show_message("info", self.tr("Saved"), str(path))

    def _ask_file(
        self, title: str, filters: str, then: Callable[[Path], None], *, save: str = "", name: str = ""
    ) -> QFileDialog:
        """A file dialog that does not stop the window; ``save`` is the suffix of a file to write."""
        dialog = QFileDialog(self._window, title, "", filters)
        if save:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(save)
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setObjectName("file dialog")
        dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        if name:
            dialog.selectFile(name + save)
        dialog.open()
        return dialog
