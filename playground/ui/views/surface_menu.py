"""The button in the surface's head that opens what can be shown, and how closely."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from engine.choices import PAINTED_KINDS
from engine.data import GENERATORS
from engine.data.optimum import knows_least_error, knows_optimum
from engine.experiment import Data, Experiment, Task
from playground.ui.views.surface_options import OPTION_NAMES, SurfaceOptions
from playground.ui.widgets import IconButton

ZOOMS = ("closer", "farther", "whole")
COMMANDS = (*ZOOMS, "save", "copy")


class StayingMenu(QMenu):
    """A menu that stays open while its switches are switched, so that several can be tried in a row."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._switch(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or not self._switch(self.activeAction()):
            super().keyPressEvent(event)

    def _switch(self, action: QAction | None) -> bool:
        switches = action is not None and action.isCheckable() and action.isEnabled()
        if switches and action is not None:
            action.trigger()
        return switches


class SurfaceMenu(IconButton):
    """`options_chosen(SurfaceOptions)` when the user switches something, `commanded(str)` for one of COMMANDS."""

    options_chosen = Signal(object)
    commanded = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("eye", lambda: self.tr("What the map shows; zoom, saving"), parent=parent)
        self._options = SurfaceOptions()
        self._task: Task = "two-class"
        self._kind = Data().kind
        self._menu = StayingMenu(self)
        self._menu.setToolTipsVisible(True)
        self.switches = {name: self._add_switch(name) for name in OPTION_NAMES}
        self._menu.addSeparator()
        self.commands = {name: self._add_command(name) for name in ZOOMS}
        self._menu.addSeparator()
        self.commands |= {name: self._add_command(name) for name in COMMANDS[len(ZOOMS) :]}
        self.clicked.connect(self._open)
        self._say()

    def show_options(self, options: SurfaceOptions) -> None:
        """Show what is switched on, without a signal."""
        self._options = options
        for name, switch in self.switches.items():
            switch.setChecked(getattr(options, name))

    @property
    def menu_shown(self) -> QMenu:
        """The menu itself; others add their rows at its end."""
        return self._menu

    def show_experiment(self, experiment: Experiment) -> None:
        """Offer what the experiment has."""
        self.switches["dev"].setVisible(experiment.split.dev > 0)
        self.switches["test"].setVisible(experiment.split.test > 0)
        self._kind = experiment.data.kind
        self._say()

    def show_task(self, task: Task) -> None:
        """Offer what the task has."""
        if task != self._task:
            self._task = task
            self._say()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _add_switch(self, name: str) -> QAction:
        action = self._menu.addAction("")
        action.setObjectName(name)
        action.setCheckable(True)
        action.triggered.connect(self._switch)
        return action

    def _add_command(self, name: str) -> QAction:
        action = self._menu.addAction("")
        action.setObjectName(name)
        action.triggered.connect(self._command)
        return action

    @Slot()
    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    @Slot(bool)
    def _switch(self, on: bool) -> None:
        sender = self.sender()
        assert sender is not None, "only rows of the menu call this"
        self._options = replace(self._options, **{sender.objectName(): on})
        self.options_chosen.emit(self._options)

    @Slot()
    def _command(self) -> None:
        sender = self.sender()
        assert sender is not None, "only rows of the menu call this"
        self.commanded.emit(sender.objectName())

    def _say(self) -> None:
        self._menu.setTitle(self.tr("View"))
        rows = {
            "train": (self.tr("Training points"), self.tr("Filled marks")),
            "dev": (self.tr("Dev points"), self.tr("Hollow with a dot; two classes: diamonds")),
            "test": (self.tr("Test points"), self.tr("Hollow marks; they never train")),
            "wrong": (
                self.tr("Wrong answers"),
                self.tr("A ring around every point that the network takes for another class"),
            ),
            "classes": (self.tr("Decisions only"), self.tr("The predicted class, not how sure the network is of it")),
            "margins": self._margin_words(),
            "optimal": self._best_words(),
        }
        for name, (words, tooltip) in rows.items():
            self.switches[name].setText(words)
            self.switches[name].setToolTip(tooltip)
        for name in ("wrong", "classes"):
            self.switches[name].setVisible(self._task != "regression")
        self.switches["optimal"].setEnabled(knows_least_error(self._kind))
        self.commands["closer"].setText(self.tr("Zoom in") + "\t+")
        self.commands["farther"].setText(self.tr("Zoom out") + "\t\u2212")
        self.commands["whole"].setText(self.tr("The whole range") + "\t0")
        self.commands["save"].setText(self.tr("Save picture or points…"))
        self.commands["save"].setToolTip(self.tr("A picture (PNG, SVG), or all samples with their predictions (CSV)"))
        self.commands["copy"].setText(self.tr("Copy picture"))

    def _margin_words(self) -> tuple[str, str]:
        if self._task == "regression":
            return self.tr("Level lines"), self.tr("More lines of equal value, with the value written on them")
        if self._task == "classes":
            return self.tr("Margins"), self.tr("Where the most probable class has p = 0.75: between, none is sure")
        return self.tr("Margins"), self.tr("Thin lines at p = 0.25 and p = 0.75: between them the network is unsure")

    def _best_words(self) -> tuple[str, str]:
        if self._kind in GENERATORS and GENERATORS[self._kind].task == "regression":
            return self.tr("Least attainable error"), self.tr(
                "The mean squared error of the best possible answer: the rest is noise, and no network gets below it"
            )
        if knows_least_error(self._kind) and not knows_optimum(self._kind):
            return self.tr("Bayes error"), self.tr(
                "The least attainable share of wrong answers; no boundary runs between inputs of 0 and 1 in this plane"
            )
        return self.tr("Best possible boundary"), self._boundary_words()

    def _boundary_words(self) -> str:
        if knows_optimum(self._kind):
            return self.tr("Dashed: where the true probabilities of two classes are equal; no classifier errs less")
        if self._task == "regression":
            return self.tr("Not here: numbers are predicted, and there is no boundary")
        if self._kind in PAINTED_KINDS:
            return self.tr("Not here: painted points follow no law whose boundary could be computed")
        return self.tr("Not here: of measured data nobody knows the true probabilities")
