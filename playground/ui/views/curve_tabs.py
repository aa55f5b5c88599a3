"""The tabs above the curves; what the second one is called depends on the task."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from engine.snapshot import Snapshot
from playground.ui.views import curve_words
from playground.ui.widgets import Segmented

translate = QCoreApplication.translate


class CurveTabs(Segmented):
    """`chosen(key)`: cost, accuracy (for regression the mean squared error) or gradients."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._snapshot: Snapshot | None = None
        rows = (
            (
                "cost",
                lambda: translate("CurvesView", "Cost"),
                lambda: translate("CurvesView", "J: the mean loss over the set, plus the penalty"),
            ),
            (
                "accuracy",
                lambda: curve_words.second_word(self._snapshot),
                lambda: curve_words.second_help(self._snapshot),
            ),
            (
                "gradients",
                lambda: translate("CurvesView", "Gradients"),
                lambda: translate(
                    "CurvesView",
                    "‖dW‖ of each layer: where it vanishes towards the input, the first layers hardly learn",
                ),
            ),
        )
        super().__init__(rows, name=lambda: translate("CurvesView", "What the curves show"), parent=parent)

    def show_task(self, snapshot: Snapshot) -> None:
        """Call the second tab as the task of `snapshot` wants it."""
        self._snapshot = snapshot
        self._retranslate()
