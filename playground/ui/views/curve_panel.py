"""What can be chosen about the curves, opened by the button beside them. All of it is display: nothing restarts."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from engine.snapshot import SETS, SetName
from playground.ui.theme import GAP
from playground.ui.views.curve_controls import Command, beta_slider, choice_of, toggle_of
from playground.ui.views.curve_options import CurveOptions
from playground.ui.views.set_toggle import SetToggle
from playground.ui.widgets import Label
from playground.ui.widgets.popover import Popover

MOST_LETTERS = 40  # of what differs in an earlier run


class CurvePanel(Popover):
    """`chosen(CurveOptions)` for every change; `ghost_switched(run, shown)` and `ghosts_cleared()`; `save_wanted()`,
    `picture_wanted()` and `numbers_wanted()` for what leaves the window."""

    chosen = Signal(object)
    ghost_switched = Signal(int, bool)
    ghosts_cleared = Signal()
    save_wanted = Signal()
    picture_wanted = Signal()
    numbers_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._options = CurveOptions()
        self.sets: dict[SetName, SetToggle] = {name: SetToggle(name, self) for name in SETS}
        self.parts, self.per, self.figure = toggle_of("parts", self), choice_of("per", self), choice_of("figure", self)
        self.beta, self.rate = beta_slider(self), choice_of("rate", self)
        self.correction = toggle_of("correction", self)
        self.ghosts, self.clear = toggle_of("ghosts", self), Command("clear", self)
        self.save, self.picture, self.numbers = (Command(name, self) for name in ("save", "picture", "numbers"))
        self.runs: dict[int, QCheckBox] = {}
        self._run_rows = QVBoxLayout()
        self._run_rows.setSpacing(2)
        self._elsewhere = 0  # runs on other data
        self.elsewhere = Label(self._elsewhere_words, "caption", "secondary", wraps=True, parent=self)
        self._rate_head = Label(lambda: self.tr("Learning rate α below"), "body", "secondary", parent=self)
        self._lay_out()
        self._connect()
        self.show_options(self._options)

    def _lay_out(self) -> None:
        for row in (
            self._row(*self.sets.values()),
            self.parts,
            self.per,
            self.figure,
            self.beta,
            self.correction,
            self._rate_head,
            self.rate,
            self._row(self.ghosts, None, self.clear),
            self._run_rows,
            self.elsewhere,
            self._row(self.save, self.picture, self.numbers),
        ):
            self.body.addWidget(row) if isinstance(row, QWidget) else self.body.addLayout(row)

    def _row(self, *parts: QWidget | None) -> QLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP // 2)
        for part in parts:
            if part is None:
                row.addStretch(1)
            else:
                row.addWidget(part)
        if isinstance(parts[0], SetToggle):
            row.addStretch(1)
        return row

    def _connect(self) -> None:
        for one in self.sets.values():
            one.toggled.connect(self._take)
        for switch in (self.parts, self.correction, self.ghosts):
            switch.switched.connect(self._take)
        for choice in (self.per, self.figure, self.rate):
            choice.chosen.connect(self._take)
        self.beta.value_edited.connect(self._take)
        self.clear.clicked.connect(self.ghosts_cleared)
        for button, wish in (
            (self.save, self.save_wanted),
            (self.picture, self.picture_wanted),
            (self.numbers, self.numbers_wanted),
        ):
            button.clicked.connect(self.close)
            button.clicked.connect(wish)

    def show_options(self, options: CurveOptions) -> None:
        """Show what is chosen, without a signal; only what the tab in front has a use for is offered."""
        self._options = options
        for name, toggle in self.sets.items():
            toggle.blockSignals(True)
            toggle.setChecked(name not in options.hidden)
            toggle.blockSignals(False)
        for switch, on in ((self.parts, options.parts), (self.correction, options.correction)):
            switch.set_on(on)
        self.ghosts.set_on(options.ghosts)
        for choice, key in ((self.per, options.per), (self.figure, options.figure), (self.rate, options.rate)):
            choice.set_key(key)
        self.beta.set_value(options.smoothing)
        self._offer()

    def offer_sets(self, names: tuple[SetName, ...]) -> None:
        """Offer the sets that have samples."""
        for name, toggle in self.sets.items():
            toggle.setEnabled(name in names)
        self._offer()

    def _offer(self) -> None:
        cost, layers = self._options.measure == "cost", self._options.measure == "gradients"
        for toggle in self.sets.values():
            toggle.setVisible(toggle.isEnabled() and not layers)
        for control in (self.parts, self.per):
            control.setVisible(cost)
        self.figure.setVisible(layers)
        self.correction.setVisible(self._options.smoothing > 0)
        for button in (self.ghosts, self.clear, *self.runs.values()):
            button.setVisible(not layers)
        self.elsewhere.setVisible(self._elsewhere > 0 and not layers)
        self.clear.setEnabled(bool(self.runs) or self._elsewhere > 0)
        if self.isVisible():
            self.fit()

    def show_runs(self, rows: list[tuple[int, str, bool]], *, elsewhere: int = 0) -> None:
        """List the earlier runs: their numbers, in what they differ, and whether each is shown.

        elsewhere: how many there are on other data, which are not drawn.
        """
        self._elsewhere = elsewhere
        self.elsewhere.set_words(self._elsewhere_words)
        if [(run, box.text(), box.isChecked()) for run, box in self.runs.items()] != rows:
            for box in self.runs.values():
                self._run_rows.removeWidget(box)
                box.hide()
                box.deleteLater()
            self.runs = {run: self._run_box(place, run, text, on) for place, (run, text, on) in enumerate(rows, 1)}
            stops = [self.clear, *self.runs.values(), self.save]
            for before, after in pairwise(stops):
                self.setTabOrder(before, after)
        self._offer()

    def _elsewhere_words(self) -> str:
        return self.tr("Runs on other data, not drawn here: {0}").format(self._elsewhere)

    def _run_box(self, place: int, run: int, text: str, shown: bool) -> QCheckBox:
        words = text if len(text) <= MOST_LETTERS else text[: MOST_LETTERS - 1] + "…"
        box = QCheckBox(f"{place}  {words}", self)
        box.setToolTip(text)
        box.setChecked(shown)
        box.setProperty("run", run)
        box.clicked.connect(self._switch_ghost)
        self._run_rows.addWidget(box)
        return box

    @Slot(bool)
    def _switch_ghost(self, shown: bool) -> None:
        self.ghost_switched.emit(int(self.sender().property("run")), shown)

    @Slot()
    def _take(self) -> None:
        """Put together what the controls say."""
        hidden = tuple(name for name, toggle in self.sets.items() if not toggle.isChecked())
        options = replace(
            self._options,
            hidden=hidden,
            parts=self.parts.is_on(),
            per=self.per.key(),
            figure=self.figure.key(),
            rate=self.rate.key(),
            correction=self.correction.is_on(),
            ghosts=self.ghosts.is_on(),
        )
        if options.by_step == self._options.by_step:
            options = options.smoothed(self.beta.value())
        self.beta.set_value(options.smoothing)
        self._options = options
        self._offer()
        self.chosen.emit(options)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for button in self.findChildren(Command):
                button.say()
