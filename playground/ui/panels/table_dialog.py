"""Bringing in a CSV file: what it holds, which column is to be predicted, and what becomes of it; nothing is modal."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from playground.ui.engine_words import say_engine
from playground.ui.panels.table_preview import TablePreview
from playground.ui.panels.table_reader import Answer, Question, TableReader
from playground.ui.panels.table_words import summary_words
from playground.ui.theme import GAP, SPACING
from playground.ui.widgets import Choice, Segmented
from playground.ui.widgets.painting import scaled


class TableDialog(QDialog):
    """`accepted_table(path, target, header)` when the user takes the table. What is wrong with one is told inline."""

    accepted_table = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question: Question | None = None
        self._answer: Answer | None = None
        self._reader = TableReader(self)
        self._file = QLabel(self)
        self._choose_file = QPushButton(self)
        self._header = Segmented(
            (
                ("auto", lambda: self.tr("Automatic"), lambda: self.tr("Names, if the first row looks like names")),
                ("yes", lambda: self.tr("Names"), lambda: self.tr("The first row holds the columns' names")),
                ("no", lambda: self.tr("Data"), lambda: self.tr("The first row is data; columns are numbered")),
            ),
            name=lambda: self.tr("First row"),
            parent=self,
        )
        self._header_words = QLabel(self)
        self._preview = TablePreview(self)
        self._target = Choice(
            lambda: self.tr("Predict"), (), tooltip=lambda: self.tr("The column that the network learns to predict: y")
        )
        self._problem, self._summary, self._notes = QLabel(self), QLabel(self), QLabel(self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, parent=self)
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setIcon(QIcon())  # Qt's own has its own red
        self._take = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        for widget, path in ((self._choose_file, "path"), (self._target, "target"), (self._header, "header")):
            widget.setObjectName(f"data.{path}")
        self._choose_file.setAutoDefault(False)
        self._take.setDefault(True)
        self._lay_out()
        self._connect()
        self._retranslate()
        self._show_answer()

    def _lay_out(self) -> None:
        column, top, first_row = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(SPACING, SPACING, SPACING, SPACING)
        column.setSpacing(GAP + 2)
        top.addWidget(self._file, 1)
        top.addWidget(self._choose_file)
        first_row.addWidget(self._header_words)
        first_row.addWidget(self._header)
        first_row.addStretch(1)
        column.addLayout(top)
        column.addLayout(first_row)
        column.addWidget(self._preview, 4)
        column.addWidget(self._target)
        for label, role in ((self._problem, "error"), (self._summary, ""), (self._notes, "secondary")):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)  # they quote a file's own words
            label.setProperty("role", role)
            column.addWidget(label)
        self._file.setTextFormat(Qt.TextFormat.PlainText)
        self._header_words.setProperty("role", "secondary")
        column.addStretch(1)
        column.addWidget(self._buttons)
        size, parent = QSize(scaled(620), scaled(560)), self.parentWidget()
        self.resize(size if parent is None else size.boundedTo(parent.window().size()))

    def _connect(self) -> None:
        self._choose_file.clicked.connect(self._ask_for_file)
        self._header.chosen.connect(self._change_header)
        self._target.chosen.connect(self._change_target)
        self._preview.target_chosen.connect(self._change_target)
        self._reader.answered.connect(self._hear)
        self._buttons.rejected.connect(self.close)
        self._take.clicked.connect(self._accept_table)

    def open_file(self, path: str | Path, *, target: str = "", header: str = "auto") -> None:
        """Show the dialog with the table at `path`; ValueError for a header other than auto, yes, no."""
        self._header.set_key(header)
        self._ask(Question(path=str(path), header=header, target=target), keep=False)
        self.show()
        self.activateWindow()

    def _ask(self, question: Question, *, keep: bool) -> None:
        """Read anew; `keep` lets what is shown stand until the answer comes."""
        self._question = question
        if not keep:
            self._answer = None
        self._take.setEnabled(False)
        self._reader.ask(question)
        self._show_answer()

    @Slot(object)
    def _hear(self, answer: Answer) -> None:
        self._question = None
        self._answer = answer
        self._show_answer()

    def _show_answer(self) -> None:
        answer, reading = self._answer, self._question is not None
        info = answer.info if answer is not None else None
        summary = answer.summary if answer is not None else None
        self._file.setText(self._file_words())
        self._preview.show_info(info)
        self._preview.setEnabled(info is not None)
        names = [column.name for column in info.columns] if info is not None else []
        self._target.set_rows([(name, name) for name in names])
        self._target.setEnabled(bool(names))
        target = self._wanted_target()
        if target in names:
            self._target.set_key(target)
        self._preview.show_target(target)
        _show(self._problem, "" if reading or answer is None else say_engine(answer.problem))
        _show(self._summary, self.tr("Reading…") if reading else summary_words(summary) if summary is not None else "")
        _show(self._notes, "\n".join(f"• {say_engine(note)}" for note in summary.notes) if summary is not None else "")
        self._take.setEnabled(summary is not None and not reading)

    def _wanted_target(self) -> str:
        """The target asked for, else the one that was used, else the one that the table suggests."""
        if self._question is not None and self._question.target:
            return self._question.target
        if self._answer is None or self._answer.info is None:
            return ""
        summary = self._answer.summary
        used = summary.target if summary is not None else self._answer.question.target
        return used or self._answer.info.suggested_target

    def _file_words(self) -> str:
        question = self._question or (self._answer.question if self._answer is not None else None)
        if question is None:
            return self.tr("No file chosen yet")
        name = Path(question.path).name
        if self._answer is None or self._answer.info is None:
            return name
        info = self._answer.info
        return self.tr("{0} · {1} rows · {2} columns").format(name, info.rows, len(info.columns))

    @Slot(str)
    def _change_header(self, header: str) -> None:
        before = self._question or (self._answer.question if self._answer is not None else None)
        if before is not None:  # other names come with another header, so the target is suggested anew
            self._ask(Question(path=before.path, header=header), keep=True)

    @Slot(str)
    def _change_target(self, target: str) -> None:
        before = self._question or (self._answer.question if self._answer is not None else None)
        if before is not None:
            known = self._answer.info if self._answer is not None and self._header_is(before.header) else None
            self._ask(Question(path=before.path, header=before.header, target=target, known=known), keep=True)

    def _header_is(self, header: str) -> bool:
        """Whether the answer that is shown was read with `header`."""
        return self._answer is not None and self._answer.question.header == header

    @Slot()
    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a table"))
        dialog.setWindowModality(Qt.WindowModality.NonModal)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Tables (*.csv *.tsv *.txt)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self._open_chosen)
        dialog.show()

    @Slot(str)
    def _open_chosen(self, path: str) -> None:
        self.open_file(path, header=self._header.key())

    @Slot()
    def _accept_table(self) -> None:
        answer = self._answer
        if answer is not None and answer.summary is not None and self._question is None:
            self.accepted_table.emit(answer.question.path, answer.summary.target, answer.question.header)
            self.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._reader.forget()
        self._question = None
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show_answer()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Data from a table"))
        self._choose_file.setText(self.tr("Choose a file…"))
        self._header_words.setText(self.tr("First row"))
        self._take.setText(self.tr("Use this table"))
        self._preview.setAccessibleName(self.tr("First rows of the table"))
        self._file.setAccessibleName(self.tr("File"))


def _show(label: QLabel, text: str) -> None:
    """Show `text`; a label without one takes no room."""
    label.setText(text)
    label.setVisible(bool(text))
