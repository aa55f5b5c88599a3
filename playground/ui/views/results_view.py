"""How good the network is: figures of every set, and which classes it takes for which."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from engine.experiment import Experiment
from engine.snapshot import SETS, SetName, Snapshot
from playground.ui.engine_words import say_classes
from playground.ui.theme import GAP, SPACING
from playground.ui.views.confusion_list import ConfusionList
from playground.ui.views.confusion_matrix import ConfusionMatrix
from playground.ui.views.confusion_words import description, right_of, worst
from playground.ui.views.figure_text import error_text, percent
from playground.ui.views.pace import Pace
from playground.ui.views.regression_plot import RegressionPlot
from playground.ui.views.set_choice import SetChoice
from playground.ui.views.set_table import SetTable
from playground.ui.widgets import Figure
from playground.ui.widgets.painting import scaled

LARGEST_TABLE = 10  # classes; more are a list of the most frequent confusions
CONFUSION_EVERY = 250  # milliseconds
DESCRIBE_EVERY = 1000
WIDE = 420  # pixels from which figures and confusions stand side by side


class ResultsView(QWidget):
    """Epoch, step, cost and accuracy (regression: errors) of every set, and the confusions of the one chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self._epoch = Figure(lambda: self.tr("Epoch"), widest="00000", parent=self)
        self._step = Figure(lambda: self.tr("Step"), widest="000000", parent=self)
        self._share = Figure(lambda: self.tr("Accuracy"), widest="00.0%", parent=self)
        self._figures = QWidget(self)
        self._table = SetTable(self)
        self._sets = SetChoice(self)
        self._right = QLabel(self)
        self._matrix, self._list = ConfusionMatrix(self), ConfusionList(self)
        self._values = RegressionPlot(self)
        self._confusions = QStackedWidget(self)
        self._sentence = QLabel(self)
        self._pace = Pace(CONFUSION_EVERY, self)
        self._words = Pace(DESCRIBE_EVERY, self)
        self._pointed = ""
        self._lay_out()
        self._sets.chosen.connect(self._refresh_confusion)
        self._pace.due.connect(self._refresh_confusion)
        self._words.due.connect(self._describe)
        self._matrix.cell_pointed.connect(self._point)
        self._retranslate()

    def _lay_out(self) -> None:
        """Figures and words, and the confusions below them, or beside them where the view is wide."""
        words, choice = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(GAP)
        figures = QHBoxLayout(self._figures)
        figures.setContentsMargins(0, 0, 0, 0)
        figures.setSpacing(SPACING)
        for figure in (self._epoch, self._step, self._share):
            figures.addWidget(figure)
        figures.addStretch(1)
        choice.setSpacing(GAP)
        choice.addWidget(self._sets)
        choice.addWidget(self._right)
        choice.addStretch(1)
        self._right.setProperty("role", "secondary")
        self._sentence.setWordWrap(True)
        self._sentence.setProperty("role", "secondary")
        self._confusions.addWidget(self._matrix)
        self._confusions.addWidget(self._list)
        self._confusions.addWidget(self._values)
        words.addWidget(self._figures)
        words.addWidget(self._table)
        words.addLayout(choice)
        words.addWidget(self._sentence)
        words.addStretch(1)
        self._whole = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(GAP)
        self._whole.addLayout(words)
        self._whole.addWidget(self._confusions, 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh_confusion()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= scaled(WIDE) and self.width() > 1.4 * self.height()
        directions = QBoxLayout.Direction
        self._whole.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        self._whole.setSpacing(2 * SPACING if wide else GAP)
        for index, share in enumerate((4, 5) if wide else (0, 1)):
            self._whole.setStretch(index, share)
        self._figures.setHidden(wide)  # low and wide: the top bar has them too

    def show_experiment(self, experiment: Experiment) -> None:
        """Nothing here depends on the experiment alone; the view is asked like every other."""

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the figures of `snapshot`; the confusions follow a few times a second while it runs."""
        before, self._snapshot = self._snapshot, snapshot
        new = before is None or before.run != snapshot.run or before.data is not snapshot.data
        self._epoch.set_value(str(snapshot.epoch))
        self._step.set_value(str(snapshot.step))
        if new:
            self._begin(snapshot)
        self._table.show_rows(self._rows(snapshot))
        self._pace.offer(snapshot, at_once=new or not snapshot.running)
        self._words.offer(snapshot, at_once=new)

    def set_shown(self, name: SetName) -> None:
        """Look at the confusions of set `name`; ValueError when it has no samples."""
        self._sets.take(name)
        self._refresh_confusion()

    def _begin(self, snapshot: Snapshot) -> None:
        """A new run: the sets that have samples, and whether there are classes at all."""
        self._sets.offer(tuple(name for name in SETS if len(snapshot.data.labels[name])))
        classes = snapshot.data.task != "regression"
        for widget in (self._share, self._right, self._sentence):
            widget.setVisible(classes)
        self._sets.setVisible(self._sets.choices() > 1)
        table = self._matrix if len(snapshot.data.class_names) <= LARGEST_TABLE else self._list
        self._confusions.setCurrentWidget(table if classes else self._values)

    def _rows(self, snapshot: Snapshot) -> tuple[tuple[str, dict[SetName, str]], ...]:
        there = [name for name in SETS if len(snapshot.data.labels[name])]
        cost = {name: error_text(snapshot.cost[name]) for name in there}
        if snapshot.data.task != "regression":
            accuracy = {name: percent(snapshot.accuracy[name]) for name in there}
            return ((self.tr("Cost"), cost), (self.tr("Accuracy"), accuracy))
        squared = {name: error_text(snapshot.accuracy[name]) for name in there}
        root = {name: error_text(math.sqrt(snapshot.accuracy[name])) for name in there}
        return ((self.tr("Cost"), cost), (self.tr("MSE"), squared), (self.tr("√MSE"), root))

    @Slot()
    def _refresh_confusion(self) -> None:
        snapshot, name = self._snapshot, self._sets.name()
        if snapshot is not None and name is not None and snapshot.data.task == "regression":
            if self.isVisible():
                self._values.show_values(snapshot.data.labels[name], snapshot.predictions[name])
            return
        if snapshot is None or name is None or name not in snapshot.confusion:
            return
        counts, names = snapshot.confusion[name], _class_names(snapshot)
        self._share.set_value(percent(snapshot.accuracy[name]))
        self._right.setText(right_of(counts))
        if self._confusions.currentWidget() is self._matrix:
            self._matrix.show_counts(counts, names)
        else:
            self._list.show_counts(counts, names)
        self._say()

    @Slot(str)
    def _point(self, sentence: str) -> None:
        self._pointed = sentence
        self._say()

    def _say(self) -> None:
        """The sentence underneath: the cell pointed at, else the most frequent confusion."""
        snapshot, name = self._snapshot, self._sets.name()
        if snapshot is not None and name in snapshot.confusion:
            self._sentence.setText(self._pointed or worst(snapshot.confusion[name], _class_names(snapshot)))

    @Slot()
    def _describe(self) -> None:
        """Say the figures in words, for those who do not see them."""
        snapshot, name = self._snapshot, self._sets.name()
        self._table.setAccessibleDescription(self._table.description())
        if snapshot is not None and name in snapshot.confusion:
            words = description(snapshot.confusion[name], _class_names(snapshot))
            self._matrix.setAccessibleDescription(words)
            self._list.setAccessibleDescription(words)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Results"))
        self._table.setAccessibleName(self.tr("Figures of the sets"))
        self._matrix.setAccessibleName(self.tr("Confusion matrix; the arrow keys move through its cells"))
        self._list.setAccessibleName(self.tr("Most frequent confusions"))
        if self._snapshot is not None:
            self._table.show_rows(self._rows(self._snapshot))
            self._refresh_confusion()
            self._describe()


def _class_names(snapshot: Snapshot) -> tuple[str, ...]:
    return say_classes(snapshot.experiment.data.kind, snapshot.data.class_names)
