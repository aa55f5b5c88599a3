"""The column at the left: the panels one below the other, scrolling when the window is too low for them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from engine.collapse import Limits
from engine.experiment import Experiment
from engine.snapshot import Snapshot
from playground.ui.panels.class_badge import ClassBadge
from playground.ui.panels.data_panel import DataPanel
from playground.ui.panels.field_words import FIELD_WORDS, row_of
from playground.ui.panels.network_panel import NetworkPanel
from playground.ui.panels.panel import Panel
from playground.ui.panels.reveal import is_there, unfold
from playground.ui.panels.tab_stops import tab_stops
from playground.ui.panels.training_panel import TrainingPanel
from playground.ui.theme import FOCUS_RING, themes
from playground.ui.widgets.painting import scaled

WIDTH = 284  # of the panels, at text scale 1
_BAR = 12  # width of the scroll bar, kept free when there is none, so that nothing moves
_GAP = 12  # between panels


class ControlColumn(QScrollArea):
    """What is used most stands first. Signals of the panels, under their names."""

    edit_requested = Signal(object)
    edit_started = Signal()
    edit_finished = Signal()
    table_requested = Signal()
    limits_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.data, self.training, self.network = DataPanel(), TrainingPanel(), NetworkPanel()
        self._keeping_width = False
        self.panels: tuple[Panel, ...] = (self.data, self.training, self.network)
        self.sections = {"data": self.data, "training": self.training, "network": self.network}
        for name, panel in self.sections.items():
            panel.setObjectName(f"panel.{name}")
        self.badge = ClassBadge()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        for panel in self.panels:
            panel.edit_requested.connect(self.edit_requested)
            panel.edit_started.connect(self.edit_started)
            panel.edit_finished.connect(self.edit_finished)
        self.data.table_requested.connect(self.table_requested)
        self.training.limits_wanted.connect(self.limits_wanted)
        self.verticalScrollBar().rangeChanged.connect(self._keep_width)
        themes().changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        sheet = QWidget()
        layout = QVBoxLayout(sheet)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(self.badge)
        for panel in self.panels:
            layout.addWidget(panel)
        layout.addStretch(1)
        self.setWidget(sheet)

    def show_experiment(self, experiment: Experiment) -> None:
        """Show the experiment in all panels."""
        for panel in self.panels:
            panel.show_experiment(experiment)

    def show_limits(self, limits: Limits) -> None:
        """Show from which penalties on the weights collapse."""
        self.training.show_limits(limits)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Tell all panels of a run's state."""
        for panel in self.panels:
            panel.show_snapshot(snapshot)

    def fields(self) -> tuple[str, ...]:
        """The paths of all fields whose controls are there, folded away or not, each once."""
        found = (one for one in self.findChildren(QWidget) if row_of(one.objectName()) in FIELD_WORDS)
        return tuple(dict.fromkeys(one.objectName() for one in found if is_there(one, self)))

    def show_field(self, path: str) -> bool:
        """Bring the control of a field into sight and give it the keyboard; whether there is one."""
        control = next((one for one in self.findChildren(QWidget, path) if is_there(one, self)), None)
        if control is None:
            return False
        unfold(control)
        inside = (
            [control, *tab_stops(control)] if control.focusPolicy() & Qt.FocusPolicy.TabFocus else tab_stops(control)
        )
        stop = next((one for one in inside if one.isEnabled()), control)
        stop.setFocus(Qt.FocusReason.TabFocusReason)  # one that rests is only shown
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # what was unfolded has a place
        self.ensureWidgetVisible(control, 0, _GAP)
        return True

    @Slot()
    def _keep_width(self) -> None:
        """Keep the scroll bar's room free while there is none.

        Other margins may bring the bar or take it away, and so ask for this again before it is done: at the height
        where the panels just fit that would go on for ever, so it is answered once.
        """
        if self._keeping_width:
            return
        self._keeping_width = True
        try:
            for _ in range(2):
                margins = QMargins(0, 0, 0 if self.verticalScrollBar().maximum() > 0 else _BAR, 0)
                if margins != self.viewportMargins():
                    self.setViewportMargins(margins)
        finally:
            self._keeping_width = False

    @Slot()
    def _dress(self) -> None:
        self.setFixedWidth(scaled(WIDTH) + _BAR + 2 * FOCUS_RING)
