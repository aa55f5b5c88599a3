"""A lesson beside the network that it speaks of: text with experiments to open, and claims that are run when asked."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QUrl, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from engine.claims.claim import Figure
from engine.experiment import Experiment
from engine.lessons.lesson import Lesson
from engine.lessons.table import LESSONS
from engine.snapshot import Snapshot
from playground.ui.language import current_language
from playground.ui.lesson_texts import lesson_text
from playground.ui.theme import GAP, themes
from playground.ui.views.lesson_choice import LessonChoice
from playground.ui.views.lesson_figures import figures_as_html
from playground.ui.views.lesson_page import LessonPage
from playground.ui.widgets import IconButton

SCHEME = "try"


class LessonView(QWidget):
    """`experiment_requested(Experiment, lesson)` when a link is taken; `turned(lesson)` when another one is shown;
    `check_requested(claims)` when the claims of the lesson are to be run, and `show_figures` or `show_problem` then
    says what came of it. That stands in the lesson that asked, whichever is read by then."""

    experiment_requested = Signal(object, str)
    check_requested = Signal(object)
    turned = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = next(iter(LESSONS))
        self._results: dict[str, tuple[Figure, ...] | str] = {}  # by lesson: figures, or why there are none
        self._checking = ""  # the lesson whose claims are run
        self._experiment: Experiment | None = None
        self._filled = False
        self._choice = LessonChoice(self)
        self._back = IconButton("chevron-left", lambda: self.tr("Previous lesson"), parent=self)
        self._on = IconButton("chevron-right", lambda: self.tr("Next lesson"), parent=self)
        self._check = QPushButton(self)
        self._page = LessonPage(self)
        self._lay_out()
        self._choice.activated.connect(self._choose)
        self._back.clicked.connect(lambda: self._move(-1))
        self._on.clicked.connect(lambda: self._move(1))
        self._check.clicked.connect(self._ask)
        self._page.anchorClicked.connect(self._follow)
        themes().changed.connect(self._fill)

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
        turns = LESSONS[name].name != self._name
        self._name = name
        self._fill()
        if turns:
            self.turned.emit(name)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show what the claims of the lesson that asked came to, and whether each bound is kept."""
        self._take(tuple(figures))

    def show_problem(self, problem: str) -> None:
        """Say why the claims could not be run."""
        self._take(problem)

    def show_experiment(self, experiment: Experiment) -> None:
        """Mark the link that leads to what is seen now; the lesson stays, whatever is tried."""
        self._experiment = experiment
        self._mark()

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
        self._checking = self._name
        self._say_check()
        self.check_requested.emit(self.lesson().claims)

    def _take(self, result: tuple[Figure, ...] | str) -> None:
        asked, self._checking = self._checking or self._name, ""
        self._results[asked] = result
        if asked == self._name:
            self._fill()
            self._page.go_to_results()

    @Slot(QUrl)
    def _follow(self, link: QUrl) -> None:
        if link.scheme() == SCHEME and link.path() in self.lesson().tries:
            self.experiment_requested.emit(self.lesson().tries[link.path()], self._name)

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
        self._choice.fill(self._language())
        self._choice.setAccessibleName(self.tr("Lesson"))
        self._choice.setToolTip(self.tr("The lessons, in the order of the course notes"))
        self._page.setAccessibleName(self.tr("Lesson"))
        self._check.setToolTip(self.tr("Run what this lesson claims, from many seeds, and show what was measured"))
        self._fill()

    def _say_check(self) -> None:
        checking = self._checking == self._name
        self._check.setEnabled(not checking)
        self._check.setText(self.tr("Checking …") if checking else self.tr("Check the claim"))

    @Slot()
    def _fill(self) -> None:
        if not self._filled:
            return
        text = lesson_text(self._name, self._language())
        self._choice.show_lesson(self._name)
        self._say_check()
        self._page.show_words(text.body)
        self._mark()
        result = self._results.get(self._name, ())
        if isinstance(result, str):
            self._page.add_results(escape(result))
        elif result:
            self._page.add_results(figures_as_html(result, text.figures, themes().current))

    def _mark(self) -> None:
        tries = self.lesson().tries
        self._page.mark([f"{SCHEME}:{key}" for key, one in tries.items() if one == self._experiment])
