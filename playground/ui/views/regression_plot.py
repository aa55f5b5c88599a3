"""Predicted values against true ones: a perfect network puts every point on the diagonal.

Drawn by pyqtgraph, which is imported when the first regression is shown: it is half a second that no other run needs.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.ui import fonts
from playground.ui.theme import themes

MOST_POINTS = 1000  # evenly chosen from larger sets


class RegressionPlot(QWidget):
    """``show_values`` draws a set; axes, diagonal and points are made once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plot: Any = None
        self._points: Any = None
        self._diagonal: Any = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        themes().changed.connect(self._dress)

    def show_values(self, true: NDArray[np.float64], predicted: NDArray[np.float64]) -> None:
        """Draw true (m,) against predicted (m,) values; what is not finite is left out."""
        if self._plot is None:
            self._make()
        every = max(1, -(-len(true) // MOST_POINTS))
        x, y = true[::every], predicted[::every]
        finite = np.isfinite(x) & np.isfinite(y)
        self._points.setData(x[finite], y[finite])
        if finite.any():
            ends = [float(min(x[finite].min(), y[finite].min())), float(max(x[finite].max(), y[finite].max()))]
            self._diagonal.setData(ends, ends)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._plot is not None:
            self._dress()
        super().changeEvent(event)

    def _make(self) -> None:
        import pyqtgraph

        self._plot = pyqtgraph.PlotWidget(parent=self)
        self._plot.setMenuEnabled(False)
        self._plot.hideButtons()
        self._plot.setMouseEnabled(x=False, y=False)
        self._diagonal = self._plot.plot([], [])
        self._points = pyqtgraph.ScatterPlotItem(size=6, pxMode=True)
        self._plot.addItem(self._points)
        layout = self.layout()
        assert layout is not None, "made in __init__"
        layout.addWidget(self._plot)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        if self._plot is None:
            return
        theme = themes().current
        self._plot.setBackground(theme.card)
        self._points.setBrush(theme.accent)
        self._points.setPen(theme.card)
        self._diagonal.setPen(theme.secondary)
        for side, words in (("bottom", self.tr("true")), ("left", self.tr("predicted"))):
            axis = self._plot.getAxis(side)
            axis.setPen(theme.line)
            axis.setTextPen(theme.secondary)
            axis.setStyle(tickFont=fonts.caption(themes().text_scale))
            axis.setLabel(words)
        self._plot.setAccessibleName(self.tr("Predicted against true values"))
