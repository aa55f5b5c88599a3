"""The experiment as a text on the clipboard, and back: copy a link or JSON, paste whatever holds an experiment."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from engine.edits import replace_experiment
from engine.errors import ExperimentError, FileFormatError
from engine.experiment_file import experiment_to_json
from playground.program.file_words import say_problem
from playground.restrictions import restrictions_aside, restrictions_from
from playground.state.document import Document
from playground.ui.drop_target import files_in
from playground.ui.main_window import MainWindow
from playground.ui.widgets.wording import Text


class Sharing(QObject):
    """`files_pasted(paths)` when the clipboard holds files instead of a text."""

    files_pasted = Signal(object)

    def __init__(self, window: MainWindow, document: Document) -> None:
        super().__init__(window)
        self._window, self._document = window, document

    def copy_link(self) -> None:
        """Put the experiment's link on the clipboard."""
        from engine.experiment_text import experiment_to_link

        link = experiment_to_link(self._document.experiment, restrictions_aside(self._document.restrictions))
        self._put(link, lambda: self.tr("The link to this experiment is copied"))

    def copy_json(self) -> None:
        """Put the experiment's JSON on the clipboard."""
        text = experiment_to_json(self._document.experiment, restrictions_aside(self._document.restrictions))
        self._put(text, lambda: self.tr("The experiment is copied as JSON"))

    def _put(self, text: str, title: Text) -> None:
        """A text on the clipboard; what it does not hold is said, and stays until it is read."""
        QGuiApplication.clipboard().setText(text)
        table = self._document.experiment.data.path
        if table is None:
            self._window.banner.show_message("info", title, passing=True)
            return
        self._window.banner.show_message(
            "info",
            title,
            lambda: self.tr("It names the table {path}, but does not hold it: send the file too.").format(path=table),
        )

    def paste(self) -> None:
        """Take the experiment from the clipboard, as one edit; what is none is said in a line."""
        clipboard = QGuiApplication.clipboard()
        files = files_in(clipboard.mimeData())
        if files:
            self.files_pasted.emit(files)
        else:
            self.take(clipboard.text())

    @Slot(str)
    def take(self, text: str) -> None:
        """Take the experiment that a text holds, as one edit; what is none is said in a line."""
        from engine.experiment_text import read_text

        try:
            shared = read_text(text, self._document.experiment)
            restrictions = restrictions_from(shared.aside)
        except (FileFormatError, ExperimentError) as error:
            self._window.banner.show_message(
                "warning", lambda: self.tr("This text holds no experiment"), say_problem(error)
            )
            return
        if restrictions:
            self._document.take_over(shared.experiment, restrictions, "Paste")
        else:
            self._document.apply(replace_experiment(shared.experiment, "Paste"))
