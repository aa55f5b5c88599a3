"""What the marks on the decision surface mean: an entry for each class, and for each set one that is a switch."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.snapshot import SETS, RunData, SetName
from playground.ui.engine_words import class_names
from playground.ui.theme import themes
from playground.ui.views import surface_marks, surface_points, surface_words
from playground.ui.views.legend_rows import DASHED, RINGED, Entry, Placed, draw_entry, folded, height_of
from playground.ui.views.legend_switch import LegendSwitch
from playground.ui.views.set_style import set_word
from playground.ui.views.surface_options import SurfaceOptions
from playground.ui.widgets.painting import smooth_painter


class SurfaceLegend(QWidget):
    """Shows the entries for data and options, as high as its rows need. `switched(str, bool)`: an option by a click."""

    switched = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: RunData | None = None
        self._options = SurfaceOptions()
        self._fixed = False
        self._placed: list[Placed] = []
        self._switches: dict[str, LegendSwitch] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes().changed.connect(self._dress)

    @property
    def rows(self) -> list[list[str]]:
        """The words as they are shown, row by row."""
        tops = sorted({one.area.top() for one in self._placed})
        return [[one.words for one in self._placed if one.area.top() == top] for top in tops]

    @property
    def switches(self) -> list[LegendSwitch]:
        """What can be switched here, from left to right."""
        return [self._switches[one.entry.option] for one in self._placed if one.entry.option]

    def show_data(self, data: RunData, options: SurfaceOptions, *, fixed: bool = False) -> None:
        """Explain the marks of the data as they are shown; `fixed`: the sets are no choice now, all are on."""
        self._data, self._options, self._fixed = data, options, fixed
        self._dress()

    def sizeHint(self) -> QSize:
        return QSize(200, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._dress()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._dress()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with smooth_painter(self) as painter:
            _draw(painter, [one for one in self._placed if not one.entry.option])

    def trace(self, painter: QPainter, width: float) -> None:
        """Draw what is on, as wide as `width`, from the painter's origin."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw(painter, self._traced(width))

    def height_at(self, width: float) -> float:
        """How high it is in a picture that is so wide."""
        return height_of(self._traced(width)) + 2

    def _traced(self, width: float) -> list[Placed]:
        entries = [] if self._data is None else self._entries(self._data)
        return folded([replace(entry, option="") for entry in entries if entry.on], width)

    def _entries(self, data: RunData) -> list[Entry]:
        """Those of the classes, of the sets, and of what else is marked."""
        theme, classes, options = themes().current, len(data.class_names), self._options
        entries = []
        for index, name in enumerate(class_names(data)):
            _, color = surface_points.point_color(theme, data, float(index))
            entries.append(Entry(words=name, color=color, form=surface_marks.form("train", index, classes)))
        there: list[SetName] = [name for name in SETS if len(data.labels[name])]
        shown = [name for name in there if self._fixed or getattr(options, name)]
        for name in there:
            form, on = "circle" if classes > 2 else surface_marks.form(name, 0, classes), name in shown
            words, color = set_word(name), theme.secondary
            entries.append(Entry(words=words, color=color, form=form, set_name=name, option=name, on=on))
        if options.wrong and data.task != "regression":
            entries.append(Entry(words=self.tr("wrong"), form=RINGED, option="wrong"))
        if data.best is not None:
            form = "" if data.best.posterior is None else DASHED
            entries.append(Entry(words=surface_words.best_words(data), form=form, option="optimal"))
        counts = surface_words.counts_words(data, shown)
        return [*entries, Entry(words=counts)] if counts else entries

    def _height(self) -> int:
        return math.ceil(height_of(self._placed) + 2)

    @Slot()
    def _dress(self) -> None:
        entries = [] if self._data is None else self._entries(self._data)
        self._placed = folded(entries, self.width())
        self._place_switches()
        if self._data is not None:
            self.setAccessibleName(self.tr("Legend"))
            self.setAccessibleDescription(", ".join(entry.words for entry in entries if entry.on))
        if self.height() != self._height():
            self.setFixedHeight(self._height())
        self.update()

    def _place_switches(self) -> None:
        wanted = {one.entry.option: one for one in self._placed if one.entry.option}
        for option, placed in wanted.items():
            if option not in self._switches:
                self._switches[option] = LegendSwitch(placed, self)
                self._switches[option].clicked.connect(self._switch)
            self._switches[option].show_entry(placed)
        for option, switch in self._switches.items():
            switch.setVisible(option in wanted)
            free = option not in SETS or not self._fixed
            switch.setEnabled(free)
            switch.setToolTip(
                self.tr("A click shows or hides it")
                if free
                else self.tr("While you paint, the points of all sets are shown")
            )

    @Slot(bool)
    def _switch(self, on: bool) -> None:
        sender = self.sender()
        assert isinstance(sender, LegendSwitch), "only switches call this"
        self.switched.emit(sender.option, on)


def _draw(painter: QPainter, placed: list[Placed]) -> None:
    for one in placed:
        draw_entry(painter, one.entry, one.words, one.area)
