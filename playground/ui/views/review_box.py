"""One finding about the run, one thing to try, and the button that does it; after a failure, the way out of it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from engine.edits import Edit
from engine.first_aid import first_aid
from engine.review import edit_of, text_of
from engine.snapshot import Failure, Snapshot
from playground.ui.engine_words import say_engine
from playground.ui.theme import GAP
from playground.ui.views import review_words


class ReviewBox(QWidget):
    """`edit_requested(Edit)` when the user takes the advice; `restart_requested()` follows.

    From where it is a run seldom recovers: weights that a penalty took away stay away, and α may be used up. From the
    same seed it shows what the change does, beside the run before.
    """

    edit_requested = Signal(object)
    restart_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit: Edit | None = None
        self._finding, self._advice = QLabel(self), QLabel(self)
        self._advice.setProperty("role", "secondary")
        for label in (self._finding, self._advice):
            label.setWordWrap(True)
        self.button = QPushButton(self)
        words, row = QVBoxLayout(), QHBoxLayout(self)
        words.setSpacing(2)
        words.addWidget(self._finding)
        words.addWidget(self._advice)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GAP)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self._do)
        self.hide()

    def has_advice(self) -> bool:
        """Whether there is something to try."""
        return self._edit is not None

    def show_snapshot(self, snapshot: Snapshot | None) -> None:
        """Show what there is to say of a run; takes no room while that is nothing."""
        if snapshot is None or (snapshot.review is None and snapshot.failure is None):
            self._show("", "", None, "")
        elif snapshot.failure is not None:
            self._show_failure(snapshot, snapshot.failure)
        else:
            self._show_review(snapshot)

    def _show_review(self, snapshot: Snapshot) -> None:
        review, experiment = snapshot.review, snapshot.experiment
        assert review is not None, "asked for before"
        edit = edit_of(review.advice, experiment) if review.advice else None
        advice = say_engine(text_of(review.advice)) if review.advice else ""
        button = review_words.button_words(review.advice) if edit is not None else ""
        self._show(review_words.finding(review, snapshot.data.task), advice, edit, button)

    def _show_failure(self, snapshot: Snapshot, failure: Failure) -> None:
        if failure.kind != "diverged":
            self._show("", "", None, "")
            return
        edit = first_aid(snapshot.experiment, len(snapshot.data.points["train"]), failure.step)
        words = review_words.way_out(snapshot.experiment, edit.change(snapshot.experiment))
        self._show("", self.tr("Then it starts again, from the same seed."), edit, words)

    def _show(self, finding: str, advice: str, edit: Edit | None, button: str) -> None:
        self._edit = edit
        for label, text in ((self._finding, finding), (self._advice, advice)):
            if label.text() != text:
                label.setText(text)
            label.setVisible(bool(text))
        if self.button.text() != button:
            self.button.setText(button)
        restart = self.tr("Then it starts again, from the same seed.")
        self.button.setToolTip(advice if restart in advice else "\n".join(filter(None, (advice, restart))))
        self.button.setVisible(edit is not None)
        self.setVisible(bool(finding or button))

    @Slot()
    def _do(self) -> None:
        if self._edit is not None:
            self.edit_requested.emit(self._edit)
            self.restart_requested.emit()
