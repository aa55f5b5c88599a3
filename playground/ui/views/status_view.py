"""What happens now: the state of the run, the formula of a step with its numbers, notes on the data, and first aid."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.experiment import Experiment
from engine.snapshot import Snapshot
from playground.ui import fonts
from playground.ui.engine_words import say_engine
from playground.ui.theme import GAP, themes
from playground.ui.views import status_words
from playground.ui.views.pace import Pace
from playground.ui.views.review_box import ReviewBox
from playground.ui.views.status_dot import StatusDot
from playground.ui.views.whole_lines import WholeLines

SAY_EVERY = 250  # milliseconds
BESIDE = 6 * GAP + 20  # pixels beside two columns of formulas: between them, around them, and the scroll bar


class StatusView(QWidget):
    """A few plain sentences. They change a few times a second, and at once when the state does.

    `edit_requested(Edit)` when the user takes an advice; `restart_requested()` after it where the run has broken.
    """

    edit_requested = Signal(object)
    restart_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._experiment = Experiment()
        self._snapshot: Snapshot | None = None
        self._sheet = QWidget()
        self._scroll = WholeLines(self._sheet, self)
        self._dot = StatusDot(self._sheet)
        self._title, self._sentence = self._label(), self._label()
        self._reason, self._failure, self._advice = self._label(), self._label(), self._label()
        self._reason_below = self._label()  # where there is an advice, the formula is more than the reason
        self._formula, self._formula_rest = self._label(), self._label()  # side by side where there is room
        self._numbers, self._numbers_below, self._notes = self._label(), self._label(), self._label()
        self.review = ReviewBox(self._sheet)
        self._board = QFrame(self._sheet)
        self._pace = Pace(SAY_EVERY, self)
        self._pace.due.connect(self._say)
        self.review.edit_requested.connect(self.edit_requested)
        self.review.restart_requested.connect(self.restart_requested)
        self._lay_out()
        themes().changed.connect(self._dress)
        self._dress()
        self._retranslate()

    def _label(self) -> QLabel:
        label = QLabel(self._sheet)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)  # notes quote a file's own words
        return label

    def _lay_out(self) -> None:
        whole, column = QVBoxLayout(self), QVBoxLayout(self._sheet)
        top, board, formulas = QHBoxLayout(), QVBoxLayout(self._board), QHBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP - 3)
        top.setSpacing(GAP)
        self._title.setWordWrap(False)
        top.addWidget(self._dot, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._title, 0, Qt.AlignmentFlag.AlignTop)
        top.addSpacing(GAP)
        top.addWidget(self._sentence, 1, Qt.AlignmentFlag.AlignTop)
        board.setContentsMargins(10, 6, 10, 6)
        board.setSpacing(2)
        formulas.setSpacing(3 * GAP)
        formulas.addWidget(self._formula, 1, Qt.AlignmentFlag.AlignTop)
        formulas.addWidget(self._formula_rest, 1, Qt.AlignmentFlag.AlignTop)
        self._numbers.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        formulas.addWidget(self._numbers, 0, Qt.AlignmentFlag.AlignTop)
        board.addLayout(formulas)
        board.addWidget(self._numbers_below)
        column.addLayout(top)
        parts = (self._failure, self.review, self._advice, self._reason, self._board, self._reason_below, self._notes)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self._board.setObjectName("formula_board")
        for label in (self._reason, self._reason_below, self._numbers, self._numbers_below, self._notes):
            label.setProperty("role", "secondary")
        self._failure.setProperty("role", "error")

    def show_experiment(self, experiment: Experiment) -> None:
        """Show the formula of `experiment` and its numbers."""
        self._experiment = experiment
        self._say()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Say what happens in `snapshot`."""
        before, self._snapshot = self._snapshot, snapshot
        new = before is None or before.run != snapshot.run or before.failure != snapshot.failure
        self._experiment = snapshot.experiment
        self._pace.offer(snapshot, at_once=new or not snapshot.running)

    @Slot()
    def _say(self) -> None:
        snapshot, experiment = self._snapshot, self._experiment
        state = status_words.state_of(snapshot)
        failure = snapshot.failure if snapshot is not None else None
        rate = snapshot.learning_rate if snapshot is not None else experiment.optimizer.learning_rate
        self._dot.show_state(state)
        self._title.setText(status_words.title(state))
        _show(self._sentence, status_words.sentence(snapshot, experiment))
        self.review.show_snapshot(snapshot)
        reason, advised = status_words.preset_reason(experiment), self.review.has_advice()
        _show(self._reason, "" if advised else reason)
        _show(self._reason_below, reason if advised else "")
        _show(self._failure, status_words.failure_words(failure) if failure else "")
        steps = status_words.next_steps(failure, experiment) if failure else []
        _show(self._advice, "\n".join(f"• {step}" for step in steps))
        self._board.setVisible(failure is None)  # first aid needs the room
        self._show_formulas(status_words.formulas(experiment), status_words.coefficients(experiment, rate))
        _show(self._notes, "\n".join(map(say_engine, snapshot.data.notes)) if snapshot is not None else "")

    def _show_formulas(self, lines: list[str], numbers: str) -> None:
        """In one column, the numbers beside it; many lines where there is room in two, above them, which takes less."""
        middle = (len(lines) + 1) // 2
        halves = "\n".join(lines[:middle]), "\n".join(lines[middle:])
        wide = sum(self._formula.fontMetrics().size(0, half).width() for half in halves) + BESIDE
        split = len(lines) > 2 and wide <= self.width()
        columns = halves if split else ("\n".join(lines), "")
        for label, text in zip((self._formula, self._formula_rest), columns, strict=True):
            if label.wordWrap() == split:  # setting it lays the page out anew
                label.setWordWrap(not split)
            _show(label, text)
        _show(self._numbers, "" if split else numbers)
        _show(self._numbers_below, numbers if split else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        numbers = self._numbers.text() if self._numbers_below.isHidden() else self._numbers_below.text()
        self._show_formulas(status_words.formulas(self._experiment), numbers)

    @Slot()
    def _dress(self) -> None:
        scale = themes().text_scale
        self._title.setFont(fonts.emphasis(scale))
        for formula in (self._formula, self._formula_rest):
            formula.setFont(fonts.number(scale))
        for numbers in (self._numbers, self._numbers_below):
            numbers.setFont(fonts.caption(scale))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("What happens now"))
        self._scroll.setAccessibleName(self.tr("What happens now"))
        for formula in (self._formula, self._formula_rest):
            formula.setAccessibleName(self.tr("How a gradient becomes a step"))
        self._say()


def _show(label: QLabel, text: str) -> None:
    """Show `text`; a label without one takes no room."""
    if label.text() != text:
        label.setText(text)
    label.setVisible(bool(text))
