"""What is exported: the trained weights, pictures of window and surface, all samples with their predictions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject, Slot

from engine.errors import DataError, ExperimentError, FileFormatError
from engine.files import write_whole
from playground.program.file_dialogs import FileDialogs
from playground.program.file_words import say_problem
from playground.state.session import Session
from playground.ui.main_window import MainWindow

WEIGHTS = (".safetensors", ".npz")
Problem = (OSError, ExperimentError, DataError, FileFormatError, ValueError, TimeoutError, RuntimeError)


class Exports(QObject):
    """Asks for a file, writes it, and says in the window how that went."""

    def __init__(self, window: MainWindow, session: Session, dialogs: FileDialogs) -> None:
        super().__init__(window)
        self._window, self._session, self._dialogs = window, session, dialogs

    def ask_to_export(self) -> None:
        """Ask for a file to write the trained weights to."""
        titles = {".safetensors": "safetensors", ".npz": self.tr("NumPy archive")}
        kinds = {f"{titles[suffix]} (*{suffix})": suffix for suffix in WEIGHTS}
        self._dialogs.ask_to_save(self.tr("Export weights"), kinds, self.export_to)

    def export_to(self, path: Path) -> None:
        """Write the trained weights."""
        from engine.export import model_of, save_model

        self._write(
            path,
            lambda: save_model(path, model_of(self._session.trainer_copy())),
            self.tr("Weights exported"),
            self.tr("The weights cannot be exported"),
        )

    def ask_for_picture(self) -> None:
        """Ask for a file to write a picture of the window to."""
        self._dialogs.ask_to_save(self.tr("Export picture"), {"PNG (*.png)": ".png"}, self.picture_to)

    def picture_to(self, path: Path) -> None:
        """Write a picture of the window."""
        self._window.banner.dismiss()
        picture, buffer = self._window.grab(), QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        picture.save(buffer, "PNG")
        content = bytes(buffer.data().data())
        self._write(
            path,
            lambda: write_whole(path, content),
            self.tr("Picture saved"),
            self.tr("The picture cannot be written"),
        )

    @Slot()
    def ask_for_surface(self) -> None:
        """Ask for a file to write the decision surface to, or its points."""
        kinds = {
            self.tr("Picture") + " (*.png)": ".png",
            self.tr("Drawing") + " (*.svg)": ".svg",
            self.tr("Samples with predictions") + " (*.csv)": ".csv",
        }
        self._dialogs.ask_to_save(self.tr("Save picture or points"), kinds, self.surface_to, name="surface")

    def surface_to(self, path: Path) -> None:
        """Write the decision surface, or all samples with their predictions, as the name's ending says."""
        self._write(path, lambda: self._write_surface(path), self.tr("Saved"), self.tr("The file cannot be written"))

    def _write_surface(self, path: Path) -> None:
        from engine.export import save_predictions

        if path.suffix.lower() == ".csv":
            save_predictions(path, self._session.trainer_copy())
        else:
            self._window.surface.view.save_picture(path)

    def _write(self, path: Path, write: Callable[[], object], done: str, problem: str) -> None:
        """Write a file that is not the document's, and say how it went."""
        try:
            write()
        except Problem as error:
            self._window.banner.show_message("error", problem, say_problem(error))
        else:
            self._window.banner.show_message("info", done, str(path), passing=True)
