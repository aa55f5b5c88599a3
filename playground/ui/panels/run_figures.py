"""The figures of the run in the top bar: epoch, cost, accuracy; where it is narrow the least important goes first."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from engine.snapshot import SetName, Snapshot
from playground.ui.numbers import format_number
from playground.ui.panels.say_anew import say_anew
from playground.ui.theme import themes
from playground.ui.widgets import Figure
from playground.ui.widgets.painting import scaled

_GAP = 20
_WIDEST_COST, _WIDEST_EPOCH, _WIDEST_PERCENT = "0.000888", "88888", "100.0%"


def cost_text(cost: float) -> str:
    """Three significant digits, or nothing when there is no such set."""
    return "" if math.isnan(cost) else format_number(cost)


def percent_text(share: float) -> str:
    """A share of 1 in percent with one decimal; only all of them are 100%."""
    if math.isnan(share):
        return ""
    shown = min(99.9, round(100 * share, 1)) if share < 1 else 100.0
    return f"{shown:.1f}%"


class RunFigures(QWidget):
    """Epoch, training cost, and how well the held-out set is predicted: dev where there is one, else test."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held_out: SetName = "test"
        self._regression = False
        self.epoch = Figure(
            lambda: self.tr("Epoch"), widest=_WIDEST_EPOCH, tooltip=lambda: self.tr("Epochs finished: every batch once")
        )
        self.cost = Figure(
            lambda: self.tr("Cost, train"),
            widest=_WIDEST_COST,
            tooltip=lambda: self.tr("J of the training set, penalty included"),
        )
        self.accuracy = Figure(self._accuracy_caption, widest=_WIDEST_PERCENT, tooltip=self._accuracy_tooltip)
        self.training_accuracy = Figure(self._training_caption, widest=_WIDEST_PERCENT, tooltip=self._training_tooltip)
        self.figures = (self.epoch, self.cost, self.accuracy, self.training_accuracy)  # most important first
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(_GAP))
        for figure in self.figures:
            layout.addWidget(figure, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        themes().changed.connect(self._fit)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show where the run is; what has not changed is not drawn again."""
        held_out: SetName = "dev" if len(snapshot.data.labels["dev"]) else "test"
        regression = snapshot.data.task == "regression"
        if (held_out, regression) != (self._held_out, self._regression):
            self._held_out, self._regression = held_out, regression
            for figure in (self.accuracy, self.training_accuracy):
                say_anew(figure)
            self._fit()
        text = cost_text if regression else percent_text
        self.epoch.set_value(str(snapshot.epoch))
        self.cost.set_value(cost_text(snapshot.cost.get("train", math.nan)))
        self.accuracy.set_value(text(snapshot.accuracy.get(held_out, math.nan)))
        self.training_accuracy.set_value(text(snapshot.accuracy.get("train", math.nan)))

    def minimumSizeHint(self) -> QSize:
        first = self.epoch.sizeHint()
        return QSize(first.width(), first.height())

    def sizeHint(self) -> QSize:
        return QSize(self.width_of(len(self.figures)), self.epoch.sizeHint().height())

    def width_of(self, count: int) -> int:
        """The width that the `count` most important figures take."""
        return sum(figure.sizeHint().width() for figure in self.figures[:count]) + scaled(_GAP) * (count - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fit()

    @Slot()
    def _fit(self) -> None:
        """Show as many figures as have room, so that none is ever clipped."""
        layout = self.layout()
        assert layout is not None, "it was laid out when it was made"
        layout.setSpacing(scaled(_GAP))
        for index, figure in enumerate(self.figures):
            figure.setVisible(index == 0 or self.width_of(index + 1) <= self.width())

    def _accuracy_caption(self) -> str:
        dev = self._held_out == "dev"
        if self._regression:
            return self.tr("Error, dev") if dev else self.tr("Error, test")
        return self.tr("Accuracy, dev") if dev else self.tr("Accuracy, test")

    def _training_caption(self) -> str:
        return self.tr("Error, train") if self._regression else self.tr("Accuracy, train")

    def _accuracy_tooltip(self) -> str:
        if self._held_out == "dev":
            return self.tr("On the dev set, which is not trained on: the set to compare settings on")
        return self.tr("On the test set, which is not trained on")

    def _training_tooltip(self) -> str:
        return self.tr("On the samples that are trained on")
