"""The experiment as a text on the clipboard, and back: copy a link or JSON, paste whatever holds an experiment."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QGuiApplication

from engine.edits import replace_experiment
from engine.errors import ExperimentError, FileFormatError
from engine.experiment_file import experiment_to_json
from playground.restrictions import restrictions_aside, restrictions_from
from playground.state.document import Document
from playground.ui.engine_words import say_engine
from playground.ui.main_window import MainWindow


class Sharing(QObject):
    """`file_pasted(Path)` when the clipboard holds a file instead of a text."""

    file_pasted = Signal(object)

    def __init__(self, window: MainWindow, document: Document) -> None:
        super().__init__(window)
        self._window, self._document = window, document

    def copy_link(self) -> None:
        """Put the experiment's link on the clipboard."""
        from engine.experiment_text import experiment_to_link

        link = experiment_to_link(self._document.experiment, restrictions_aside(self._document.restrictions))
        self._put(link, self.tr("The link to this experiment is copied"), link if len(link) < 120 else "")

    def copy_json(self) -> None:
        """Put the experiment's JSON on the clipboard."""
        self._put(
            experiment_to_json(self._document.experiment, restrictions_aside(self._document.restrictions)),
            self.tr("The experiment is copied as JSON"),
            "",
        )

    def _put(self, text: str, title: str, more: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._window.banner.show_message("info", title, more)

    def paste(self) -> None:
        """Take the experiment from the clipboard, as one edit; what is none is said in a line."""
        from engine.experiment_text import read_text

        clipboard = QGuiApplication.clipboard()
        path = _file_in(clipboard.mimeData())
        if path is not None:
            self.file_pasted.emit(path)
            return
        try:
            shared = read_text(clipboard.text(), self._document.experiment)
            restrictions = restrictions_from(shared.aside)
        except (FileFormatError, ExperimentError) as error:
            self._window.banner.show_message(
                "warning", self.tr("The clipboard holds no experiment"), say_engine(str(error))
            )
            return
        if restrictions:
            self._document.take_over(shared.experiment, restrictions, "Paste")
        else:
            self._document.apply(replace_experiment(shared.experiment, "Paste"))


def _file_in(content: QMimeData | None) -> Path | None:
    """The one local file that was copied, if one was; a clipboard that nobody has used has no content at all."""
    urls: list[QUrl] = [] if content is None else content.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
