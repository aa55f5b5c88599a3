"""A lesson beside the network that it speaks of: text with experiments to open, and claims that are run when asked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QUrl, Signal, Slot
from PySide6.QtGui import QPalette, QShowEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from engine.claims.claim import Figure
from engine.experiment import Experiment
from engine.lessons.lesson import Lesson
from engine.lessons.table import LESSONS
from engine.snapshot import Snapshot
from playground.ui.language import current_language
from playground.ui.lesson_texts import lesson_text
from playground.ui.theme import GAP, themes
from playground.ui.views.lesson_figures import figures_as_html
from playground.ui.widgets import IconButton, QuietCombo

SCHEME = "try"
PARAGRAPH_GAP = 7  # pixels


class LessonView(QWidget):
    """`experiment_requested(Experiment, title)` when a link is taken; `check_requested(claims)` when the claims of the
    lesson are to be run, and `show_figures` or `show_problem` then says what came of it."""

    experiment_requested = Signal(object, str)
    check_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = next(iter(LESSONS))
        self._figures: tuple[Figure, ...] = ()
        self._problem = ""
        self._checking = False
        self._filled = False
        self._choice = QuietCombo(self)
        self._back = IconButton("chevron-left", lambda: self.tr("Previous lesson"), parent=self)
        self._on = IconButton("chevron-right", lambda: self.tr("Next lesson"), parent=self)
        self._check = QPushButton(self)
        self._page = QTextBrowser(self)
        self._page.setOpenLinks(False)
        self._page.setProperty("role", "page")
        self._page.document().setDocumentMargin(4)
        self._lay_out()
        self._choice.activated.connect(self._choose)
        self._back.clicked.connect(lambda: self._move(-1))
        self._on.clicked.connect(lambda: self._move(1))
        self._check.clicked.connect(self._ask)
        self._page.anchorClicked.connect(self._follow)
        themes().changed.connect(self._dress)

    def _lay_out(self) -> None:
        column, top = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        top.setSpacing(GAP)
        for part, stretch in ((self._back, 0), (self._choice, 1), (self._on, 0), (self._check, 0)):
            top.addWidget(part, stretch)
        column.addLayout(top)
        column.addWidget(self._page, 1)

    def lesson(self) -> Lesson:
        """The lesson that is shown."""
        return LESSONS[self._name]

    def show_lesson(self, name: str) -> None:
        """Turn to a lesson, from its beginning. Raises KeyError for none of that name."""
        self._name = LESSONS[name].name
        self._figures, self._problem, self._checking = (), "", False
        self._fill()

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show what the claims of this lesson came to, and whether each bound is kept."""
        self._figures, self._problem, self._checking = tuple(figures), "", False
        self._fill(show_result=True)

    def show_problem(self, problem: str) -> None:
        """Say why the claims could not be run."""
        self._figures, self._problem, self._checking = (), problem, False
        self._fill(show_result=True)

    def show_experiment(self, experiment: Experiment) -> None:
        """A lesson stays as it is, whatever is tried."""

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """A lesson stays as it is, whatever happens."""

    @Slot(int)
    def _choose(self, index: int) -> None:
        self.show_lesson(str(self._choice.itemData(index)))

    def _move(self, by: int) -> None:
        names = list(LESSONS)
        self.show_lesson(names[(names.index(self._name) + by) % len(names)])

    @Slot()
    def _ask(self) -> None:
        self._checking = True
        self._say_check()
        self.check_requested.emit(self.lesson().claims)

    @Slot(QUrl)
    def _follow(self, link: QUrl) -> None:
        if link.scheme() == SCHEME and link.path() in self.lesson().tries:
            title = lesson_text(self._name, self._language()).title
            self.experiment_requested.emit(self.lesson().tries[link.path()], title)

    def _language(self) -> str:
        application = QApplication.instance()
        return "en" if application is None else current_language(application)

    def showEvent(self, event: QShowEvent) -> None:
        """The lessons are read when they are first looked at, not at the start."""
        if not self._filled:
            self._retranslate()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._filled:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._filled = True
        self._choice.clear()
        for row in LESSONS.values():
            self._choice.addItem(f"{row.section}  {lesson_text(row.name, self._language()).title}", row.name)
        self._choice.setAccessibleName(self.tr("Lesson"))
        self._choice.setToolTip(self.tr("The lessons, in the order of the course notes"))
        self._page.setAccessibleName(self.tr("Lesson"))
        self._check.setToolTip(self.tr("Run what this lesson claims, from many seeds, and show what was measured"))
        self._dress()

    @Slot()
    def _dress(self) -> None:
        if self._filled:
            palette, theme = self._page.palette(), themes().current
            palette.setColor(QPalette.ColorRole.Link, theme.accent)
            self._page.setPalette(palette)
            self._fill()

    def _say_check(self) -> None:
        self._check.setEnabled(not self._checking)
        self._check.setText(self.tr("Checking …") if self._checking else self.tr("Check the claim"))

    def _fill(self, *, show_result: bool = False) -> None:
        if not self._filled:
            return
        text = lesson_text(self._name, self._language())
        self._choice.setCurrentIndex(self._choice.findData(self._name))
        self._say_check()
        self._page.setMarkdown(text.body)
        _space_out(self._page.document())
        cursor = QTextCursor(self._page.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        below = cursor.position()
        if self._problem:
            cursor.insertBlock()
            cursor.insertText(self._problem)
        elif self._figures:
            cursor.insertBlock()
            cursor.insertHtml(figures_as_html(self._figures, text.figures, themes().current))
        bar = self._page.verticalScrollBar()
        bar.setValue(0)
        if show_result:
            cursor.setPosition(below)
            bar.setValue(self._page.cursorRect(cursor).top())


def _space_out(document: QTextDocument) -> None:
    """Leave room below paragraphs, and underline links: colour alone is no sign."""
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        spaced = block.blockFormat()
        spaced.setBottomMargin(PARAGRAPH_GAP)
        cursor.setBlockFormat(spaced)
        piece = block.begin()
        while not piece.atEnd():
            fragment = piece.fragment()
            if fragment.charFormat().isAnchor():
                cursor.setPosition(fragment.position())
                cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
                underlined = QTextCharFormat()
                underlined.setFontUnderline(True)
                cursor.mergeCharFormat(underlined)
            piece += 1
        block = block.next()
