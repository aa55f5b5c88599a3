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
        dialog.fileSelected.connect(lambda chosen: self._take(Path(chosen), then))
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _take(self, path: Path, then: Take) -> None:
        self._last = path
        then(path)

    def _folder(self) -> str:
        """Where the last dialog ended, else beside the document, else among the user's documents."""
        recent = self._last or self._document.path
        if recent is not None and recent.parent.is_dir():
            return str(recent.parent)
        return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    def _name(self) -> str:
        """What a new file would be called, without its ending: as the document's, or as the data."""
        path = self._document.path
        return path.stem if path is not None else self._document.experiment.data.kind
