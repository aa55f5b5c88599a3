"""File dialogs that stop nothing, begin where the user last was, and offer a name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from playground.state.document import Document
from playground.ui.main_window import MainWindow

Take = Callable[[Path], None]


class FileDialogs(QObject):
    """Asks for files; what is then to be done with one is given as a call."""

    def __init__(self, window: MainWindow, document: Document) -> None:
        super().__init__(window)
        self._window, self._document = window, document
        self._last: Path | None = None

    def ask_to_open(self, title: str, filters: str, then: Take) -> None:
        """Ask for a file that is there."""
        dialog = self._make(title, filters, then)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.open()

    def ask_to_save(self, title: str, kinds: Mapping[str, str], then: Take, name: str = "") -> None:
        """Ask for a file to write; ``kinds``: the ending for each filter. Without `name` the document's is offered."""
        dialog = self._make(title, ";;".join(kinds), then)
        suffix = next(iter(kinds.values()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile((name or self._name()) + suffix)
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(kinds[chosen]))
        dialog.open()

    def _make(self, title: str, filters: str, then: Take) -> QFileDialog:
        dialog = QFileDialog(self._window, title, self._folder(), filters)
        dialog.setObjectName("file dialog")
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, self.tr("Folder:"))  # not in all of Qt's own Chinese
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, self.tr("Kind of file:"))
        dialog.fileSelected.connect(lambda chosen: self._take(Path(chosen), then))
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _take(self, path: Path, then: Take) -> None:
        self._last = path
        then(path)

    def _folder(self) -> str:
        """Where the last dialog ended, else beside the document, else among the user's documents; one that is there."""
        recent = self._last or self._document.path
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        wanted = Path(documents) if recent is None else recent.parent
        return str(wanted if wanted.is_dir() else Path.home())

    def _name(self) -> str:
        """What a new file would be called, without its ending: as the document's, as the table, or as the data."""
        data = self._document.experiment.data
        path = self._document.path or (None if data.path is None else Path(data.path))
        return data.kind if path is None else path.stem
