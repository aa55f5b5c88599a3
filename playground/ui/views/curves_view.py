"""Cost and accuracy by epoch: smoothed in front, as measured behind, for each set that has samples."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.experiment import Experiment
from engine.snapshot import SETS, Snapshot
from playground.ui.theme import GAP
from playground.ui.views import curve_words
from playground.ui.views.curve_files import CurveFiles
from playground.ui.views.curve_maker import ContentMaker, lies_flat, shows_shares
from playground.ui.views.curve_menu import CurveMenu
from playground.ui.views.curve_options import CurveOptions
from playground.ui.views.curve_plot import CurvePlot
from playground.ui.views.curve_runs import EarlierRuns
from playground.ui.views.curve_tabs import CurveTabs
from playground.ui.views.log_switch import LogSwitch

DESCRIBE_EVERY = 1000  # milliseconds between two descriptions for screen readers


class CurvesView(QWidget):
    """The curves, in one line above them what they show, and a panel for the rest.

    `options_changed(CurveOptions)` when the user has chosen something else to see: display only, nothing restarts.
    `recording_wanted(costs, norms)` when the costs of batches, or the norms of layers, are to be measured or no more.
    """

    options_changed = Signal(object)
    recording_wanted = Signal(bool, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self._options = CurveOptions()
        self._runs = EarlierRuns()
        self._maker = ContentMaker()
        self._recording = (False, False)
        self._tabs = CurveTabs(self)
        self._log, self._menu, self._plot = LogSwitch(self), CurveMenu(self), CurvePlot(self)
        self._panel, self._files = self._menu.panel, CurveFiles(self._plot, self._title)
        self._description = QTimer(self, singleShot=True, interval=DESCRIBE_EVERY)
        self._lay_out()
        self._connect()
        self._retranslate()

    def _lay_out(self) -> None:
        top, column = QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        top.setSpacing(GAP // 2)
        top.addWidget(self._tabs)
        top.addStretch(1)
        top.addWidget(self._log)
        top.addWidget(self._menu)
        column.addLayout(top)
        column.addWidget(self._plot, 1)

    def _connect(self) -> None:
        self._tabs.chosen.connect(self._take_measure)
        self._log.clicked.connect(self._take_axis)
        self._menu.file_chosen.connect(self._export_chosen)
        self._menu.opening.connect(self._prepare_panel)
        panel = self._panel
        panel.chosen.connect(self._choose)
        panel.ghost_switched.connect(self._switch_ghost)
        panel.ghosts_cleared.connect(self._clear_ghosts)
        panel.picture_wanted.connect(self.copy_picture)
        panel.numbers_wanted.connect(self.copy_numbers)
        self._description.timeout.connect(self._describe)
        self._plot.cursor_moved.connect(self._describe)

    # What is shown.

    def show_experiment(self, experiment: Experiment) -> None:
        """Nothing here depends on the experiment alone; the view is asked like every other."""

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the curves of `snapshot`. Another run begins with fresh axes, and the old one stays as a ghost."""
        before, self._snapshot = self._snapshot, snapshot
        self._files.snapshot = snapshot
        if self._runs.see(snapshot):
            self._begin(snapshot)
        elif before is not None and _draws_the_same(before, snapshot):
            return
        self._refresh()

    def options(self) -> CurveOptions:
        """What the user has chosen to see."""
        return self._options

    def set_options(self, options: CurveOptions) -> None:
        """Show what `options` say, without a signal."""
        self._options = options
        self._tabs.set_key(options.measure)
        self._log.setChecked(options.logarithmic)
        self._panel.show_options(options)
        self._start_afresh()
        recording = options.per == "batch", options.measure == "gradients"
        if recording != self._recording:
            self._recording = recording
            self.recording_wanted.emit(*recording)

    # What leaves the window.

    def export(self, path: str | Path) -> None:
        """Write the curves to `path` (.png, .svg, .csv). ValueError or OSError when that cannot be done."""
        self._files.export(path)

    def table(self, separator: str = ",") -> str:
        """The numbers as text, a row for each epoch. ValueError when there are none yet."""
        return self._files.table(separator)

    @Slot()
    def copy_picture(self) -> None:
        """Put the picture on the clipboard."""
        self._files.copy_picture()

    @Slot()
    def copy_numbers(self) -> None:
        """Put the numbers on the clipboard."""
        self._files.copy_numbers()

    def _title(self) -> str:
        return curve_words.title(self._snapshot, self._options)

    # What the user chooses.

    @Slot(str)
    def _take_measure(self, measure: str) -> None:
        self._choose(replace(self._options, measure=measure))

    @Slot()
    def _take_axis(self) -> None:
        self._choose(replace(self._options, axis="log" if self._log.isChecked() else "linear"))

    @Slot(object)
    def _choose(self, options: CurveOptions) -> None:
        self.set_options(options)
        self.options_changed.emit(options)

    @Slot()
    def _prepare_panel(self) -> None:
        if self._snapshot is not None:
            now = self._snapshot.experiment
            rows = self._runs.words(now, self._snapshot.data.task)
            shown = [(run, text, self._runs.is_shown(run)) for run, text in rows]
            self._panel.show_runs(shown, elsewhere=self._runs.elsewhere(now))

    @Slot(int, bool)
    def _switch_ghost(self, run: int, shown: bool) -> None:
        self._runs.set_shown(run, shown)
        self._refresh()

    @Slot()
    def _clear_ghosts(self) -> None:
        self._runs.forget()
        self._panel.show_runs([])
        self._start_afresh()

    # Drawing.

    def _begin(self, snapshot: Snapshot) -> None:
        """A new run: its sets, its words, and axes that remember nothing."""
        self._panel.offer_sets(tuple(name for name in SETS if len(snapshot.data.labels[name]) > 0))
        self._tabs.show_task(snapshot)
        self._start_afresh()

    def _start_afresh(self) -> None:
        shares = self._snapshot is not None and shows_shares(self._snapshot, self._options)
        self._log.setEnabled(not shares and self._options.measure != "gradients")
        self._log.setVisible(self._log.isEnabled())
        self._maker.forget()
        self._plot.forget_margin()
        self._refresh()

    def _refresh(self) -> None:
        if self._snapshot is None:
            return
        snapshot, options = self._snapshot, self._options
        ghosts = self._runs.ghosts(snapshot.experiment, snapshot.data.task, options)
        content = self._maker.content(snapshot, options, ghosts)
        if options.axis == "unchosen" and lies_flat(content, options):
            self._choose(replace(options, axis="log"))  # once for all: from here on it is a choice like any other
            return
        self._plot.show_content(content)
        if not self._description.isActive():
            self._description.start()

    @Slot()
    def _describe(self) -> None:
        """Say values in words, for those who do not see the lines: the last ones at most once a second."""
        content = self._plot.content()
        if content is not None:
            self._plot.setAccessibleDescription(curve_words.description(content, self._plot.cursor_epoch()))

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
        self._runs.say_anew()
        self._refresh()
        self._describe()


def _draws_the_same(before: Snapshot, now: Snapshot) -> bool:
    """Whether nothing that is drawn has changed."""
    same = before.curves is now.curves and before.batch_costs is now.batch_costs
    same = same and before.layer_norms is now.layer_norms
    return same and (before.stopped, before.best_epoch, before.failure) == (now.stopped, now.best_epoch, now.failure)
