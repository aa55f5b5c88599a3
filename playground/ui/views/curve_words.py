"""The words about the curves: their title, what the second tab is called, and the values for those who do not see."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.snapshot import Snapshot
from playground.ui.views.curve_content import Content
from playground.ui.views.curve_cursor import values_at
from playground.ui.views.curve_layers import SYMBOLS
from playground.ui.views.curve_options import CurveOptions

translate = QCoreApplication.translate


def is_regression(snapshot: Snapshot | None) -> bool:
    """Whether the second tab shows errors instead of shares."""
    return snapshot is not None and snapshot.data.task == "regression"


def second_word(snapshot: Snapshot | None) -> str:
    """What the second tab is called."""
    return translate("CurvesView", "MSE") if is_regression(snapshot) else translate("CurvesView", "Accuracy")


def second_help(snapshot: Snapshot | None) -> str:
    """What the second tab shows."""
    if is_regression(snapshot):
        return translate("CurvesView", "Mean squared error: the mean of (ŷ − y)² over the set")
    return translate("CurvesView", "The share of the set whose class is predicted right")


def title(snapshot: Snapshot | None, options: CurveOptions) -> str:
    """What a picture of the curves is called."""
    if options.measure == "gradients":
        return translate("CurvesView", "{0} by layer").format(SYMBOLS[options.figure])
    if options.measure == "cost" and options.per == "batch":
        return translate("CurvesView", "Cost by batch")
    what = translate("CurvesView", "Cost") if options.measure == "cost" else second_word(snapshot)
    return translate("CurvesView", "{0} by epoch").format(what)


def description(content: Content, at: float | None) -> str:
    """The last values, or those at the cross-hair."""
    if at is None:
        parts = [
            (line.word, content.write(float(line.front[line.last()]))) for line in content.lines if line.last() >= 0
        ]
        return ", ".join(f"{word} {value}" for word, value in parts)
    values = ", ".join(f"{word} {value}" for word, value in values_at(content, at))
    return translate("CurvePlot", "epoch {0}").format(f"{at:.6g}") + f": {values}"
