"""Cost and accuracy by epoch: smoothed in front, as measured behind, for each set that has samples."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, QTimer, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.experiment import Experiment
from engine.snapshot import SETS, SetName, Snapshot
from playground.ui import fonts
from playground.ui.numbers import format_number
from playground.ui.theme import GAP, SPACING, themes
from playground.ui.views import curve_export, curve_range
from playground.ui.views.curve_content import Content, Line
from playground.ui.views.curve_menu import CurveMenu
from playground.ui.views.curve_plot import CurvePlot
from playground.ui.views.curve_range import RangeMemory
from playground.ui.views.curve_scale import Scale
from playground.ui.views.curve_smoothing import DEFAULT_BETA, check_beta, smooth
from playground.ui.views.figure_text import percent
from playground.ui.views.set_style import set_word
from playground.ui.views.set_toggle import SetToggle
from playground.ui.widgets import Segmented, Toggle

DESCRIBE_EVERY = 1000  # milliseconds between two descriptions for screen readers


class CurvesView(QWidget):
    """The curves with their switches: cost or accuracy (regression: mean squared error), linear or log, which sets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self._beta = DEFAULT_BETA
        self._x_range, self._y_range = RangeMemory(), RangeMemory()
        self._measure = Segmented(
            (
                ("cost", lambda: self.tr("Cost"), lambda: self.tr("J: the mean loss over the set, plus the penalty")),
                ("accuracy", self._second_word, self._second_help),
            ),
            name=lambda: self.tr("What the curves show"),
            parent=self,
        )
        self._menu = CurveMenu(self)
        self._plot = CurvePlot(self)
        self._toggles: dict[SetName, SetToggle] = {name: SetToggle(name, self) for name in SETS}
        self._log = Toggle(
            lambda: self.tr("Log"),
            tooltip=lambda: self.tr("Logarithmic axis: equal steps are equal ratios; zeros stand at its foot"),
            parent=self,
        )
        self._description = QTimer(self, singleShot=True, interval=DESCRIBE_EVERY)
        self._lay_out()
        self._connect()
        self._retranslate()

    def _lay_out(self) -> None:
        top, legend, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        top.setSpacing(GAP)
        top.addWidget(self._measure, 1)
        top.addWidget(self._menu)
        legend.setSpacing(2)
        for toggle in self._toggles.values():
            legend.addWidget(toggle)
        legend.addStretch(1)
        legend.addWidget(self._log)
        column.addLayout(top)
        column.addWidget(self._plot, 1)
        column.addLayout(legend)

    def _connect(self) -> None:
        self._measure.chosen.connect(self._start_afresh)
        self._log.switched.connect(self._start_afresh)
        for toggle in self._toggles.values():
            toggle.toggled.connect(self._start_afresh)
        self._menu.smoothing_chosen.connect(self.set_smoothing)
        self._menu.file_chosen.connect(self._export_chosen)
        self._description.timeout.connect(self._describe)

    def show_experiment(self, experiment: Experiment) -> None:
        """Nothing here depends on the experiment alone; the view is asked like every other."""

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the curves of `snapshot`. A snapshot of another run begins with fresh axes."""
        before, self._snapshot = self._snapshot, snapshot
        if before is None or before.run != snapshot.run or before.data.task != snapshot.data.task:
            self._begin(snapshot)
        elif before.curves is snapshot.curves:
            return
        self._refresh()

    def set_smoothing(self, beta: float) -> None:
        """Average the curves in front with β `beta`, 0 (not at all) to 0.999; ValueError outside."""
        self._beta = check_beta(beta)
        self._menu.show_smoothing(self._beta)
        self._refresh()

    def smoothing(self) -> float:
        """The β in force."""
        return self._beta

    def set_measure(self, measure: str) -> None:
        """Show "cost" or "accuracy" (for regression the mean squared error)."""
        self._measure.set_key(measure)
        self._start_afresh()

    def set_axis(self, axis: str) -> None:
        """Make the vertical axis "linear" or "log"; ValueError for another word."""
        if axis not in ("linear", "log"):
            raise ValueError(f"axis: {axis!r} is not allowed; allowed: linear, log")
        self._log.set_on(axis == "log")
        self._start_afresh()

    def set_shown(self, name: SetName, shown: bool) -> None:
        """Show or hide the curve of one set."""
        self._toggles[name].setChecked(shown)

    def export(self, path: str | Path) -> None:
        """Write the curves to `path`: a picture (.png, .svg) as shown, or all their numbers (.csv).

        ValueError for another ending or when there is nothing to write yet, OSError when it cannot be written.
        """
        target = curve_export.check_path(path)
        if self._snapshot is None:
            raise ValueError("curves: there are none yet; allowed: after a run has begun")
        if target.suffix.lower() == ".csv":
            curve_export.write_csv(target, self._snapshot.curves, self._snapshot.data.task == "regression")
        elif target.suffix.lower() == ".svg":
            curve_export.write_svg(target, self._title(), self._draw_picture)
        else:
            curve_export.write_png(target, self._draw_picture)

    def _draw_picture(self, painter: QPainter) -> None:
        size, theme, scale = QSizeF(curve_export.SIZE), themes().current, themes().text_scale
        painter.fillRect(QRectF(QPointF(0, 0), size), theme.card)
        painter.setFont(fonts.title(scale))
        painter.setPen(theme.text)
        head = painter.fontMetrics().height() + SPACING
        place = QRectF(SPACING, SPACING, size.width() - 2 * SPACING, head)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self._title())
        painter.translate(SPACING, SPACING + head)
        self._plot.draw(painter, QSizeF(size.width() - 2 * SPACING, size.height() - 2 * SPACING - head))

    def _title(self) -> str:
        measure = self.tr("Cost") if self._shows_cost() else self._second_word()
        return self.tr("{0} by epoch").format(measure)

    def _shows_cost(self) -> bool:
        return self._measure.key() == "cost"

    def _is_regression(self) -> bool:
        return self._snapshot is not None and self._snapshot.data.task == "regression"

    def _second_word(self) -> str:
        return self.tr("MSE") if self._is_regression() else self.tr("Accuracy")

    def _second_help(self) -> str:
        if self._is_regression():
            return self.tr("Mean squared error: the mean of (ŷ − y)² over the set")
        return self.tr("The share of the set whose class is predicted right")

    def _begin(self, snapshot: Snapshot) -> None:
        """A new run: its sets, its words, and axes that remember nothing."""
        for name, toggle in self._toggles.items():
            toggle.setVisible(len(snapshot.data.labels[name]) > 0)
        self._measure.changeEvent(QEvent(QEvent.Type.LanguageChange))  # its second word depends on the task
        self._start_afresh()

    @Slot()
    def _start_afresh(self) -> None:
        self._log.setEnabled(self._shows_cost() or self._is_regression())  # shares of 1 have no use for a log axis
        self._x_range.reset()
        self._y_range.reset()
        self._plot.forget_margin()
        self._refresh()

    def _refresh(self) -> None:
        if self._snapshot is None:
            return
        curves = self._snapshot.curves
        values = curves.cost if self._shows_cost() else curves.accuracy
        lines = tuple(
            Line(name=name, raw=values[name], smooth=smooth(values[name], self._beta))
            for name, toggle in self._toggles.items()
            if toggle.isChecked() and np.isfinite(values[name]).any()
        )
        self._plot.show_content(
            Content(
                epochs=curves.epochs,
                lines=lines,
                x=self._x_range.fit(curve_range.epoch_range(float(curves.epochs[-1]) if len(curves.epochs) else 0)),
                y=self._y_range.fit(self._needed(lines)),
                write=percent if self._is_share() else format_number,
            )
        )
        if not self._description.isActive():
            self._description.start()

    def _is_share(self) -> bool:
        return not self._shows_cost() and not self._is_regression()

    def _needed(self, lines: tuple[Line, ...]) -> Scale:
        values = np.concatenate([line.raw for line in lines]) if lines else np.empty(0)
        if self._is_share():
            return curve_range.accuracy_range(values)
        return curve_range.logarithmic_range(values) if self._log.is_on() else curve_range.cost_range(values)

    @Slot()
    def _describe(self) -> None:
        """Say the last values in words, for those who do not see the lines; at most once a second."""
        content = self._plot.content()
        if content is None:
            return
        parts = [f"{set_word(line.name)} {content.write(float(line.raw[line.last()]))}" for line in content.lines]
        self._plot.setAccessibleDescription(", ".join(parts))

    @Slot(str)
    def _export_chosen(self, path: str) -> None:
        try:
            self.export(path)
        except (ValueError, OSError) as error:
            self._menu.show_problem(str(error))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Curves"))
        self._plot.setAccessibleName(self.tr("Curves by epoch; the arrow keys move along them"))
        self._describe()
