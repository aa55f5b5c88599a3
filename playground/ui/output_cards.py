"""The cards at the right: the decision surface with what it shows, and the curves."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from engine.choices import PAINTED_KINDS
from engine.experiment import Experiment
from engine.snapshot import Snapshot
from playground.ui.views.curves_view import CurvesView
from playground.ui.views.surface_menu import SurfaceMenu
from playground.ui.views.surface_options import SurfaceOptions
from playground.ui.views.surface_view import SurfaceView
from playground.ui.widgets import Card, IconButton


class SurfaceCard(Card):
    """The decision surface, with brushes and a menu of what it shows, which resets nothing.

    options_changed(SurfaceOptions) when the user switches something on or off.
    """

    edit_requested = Signal(object)
    edit_started = Signal()
    edit_finished = Signal()
    plane_requested = Signal(str, object)
    window_requested = Signal(object)
    optimum_wanted = Signal(bool)
    save_requested = Signal()
    options_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.view = SurfaceView()
        self._painted = True  # what the program begins with opens no tools
        self.menu = SurfaceMenu()
        self.brush = IconButton("brush", self._brush_words, checkable=True)
        self.brush.setObjectName("data.points")  # so that class mode can lock or hide it
        self.set_corner(self.brush)
        self.set_corner(self.menu)
        self.set_title(lambda: self.tr("Output"))
        self.add(self.view, 1)
        self.brush.toggled.connect(self.view.paint.open)
        self.brush.clicked.connect(self.view.take_focus)
        self.view.edit_requested.connect(self.edit_requested)
        self.view.edit_started.connect(self.edit_started)
        self.view.edit_finished.connect(self.edit_finished)
        self.view.plane_requested.connect(self.plane_requested)
        self.view.window_requested.connect(self.window_requested)
        self.view.optimum_wanted.connect(self.optimum_wanted)
        self.menu.options_chosen.connect(self._take)
        self.view.options_chosen.connect(self._take)
        self.menu.commanded.connect(self.view.obey)
        self.menu.commands["save"].triggered.connect(self.save_requested)

    def show_options(self, options: SurfaceOptions) -> None:
        """Show what was chosen before."""
        self.menu.show_options(options)
        self.view.show_options(options)

    def hasHeightForWidth(self) -> bool:
        return False  # the window says how high it is

    def show_experiment(self, experiment: Experiment) -> None:
        """Offer what the experiment has."""
        self.menu.show_experiment(experiment)
        painted, self._painted = self._painted, experiment.data.kind in PAINTED_KINDS
        may = self.brush.isEnabled() and not self.brush.isHidden()  # class mode may have taken it away
        if may and self._painted and not painted:  # whoever chose points of their own wants to paint
            self.brush.setChecked(True)
        self.view.show_experiment(experiment)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw a run's surface."""
        self.menu.show_task(snapshot.data.task)
        self.view.show_snapshot(snapshot)

    def _brush_words(self) -> str:
        return self.tr("Paint points of your own; training goes on with them")

    @Slot(object)
    def _take(self, options: SurfaceOptions) -> None:
        self.show_options(options)
        self.options_changed.emit(options)

    @Slot(int, object)
    def show_unit(self, layer: int, unit: int | None) -> None:
        """Show one unit large while it is looked at."""
        self.view.show_unit(layer, unit)


class CurvesCard(Card):
    """The curves by epoch."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.view = CurvesView()  # its choice of cost or accuracy stands where other cards have their head
        self.add(self.view, 1)

    def hasHeightForWidth(self) -> bool:
        return False  # a plot fits any height; its controls alone would ask for their favourite one

    def show_experiment(self, experiment: Experiment) -> None:
        """Nothing of the experiment itself is drawn, but the view may prepare."""
        self.view.show_experiment(experiment)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw a run's curves."""
        self.view.show_snapshot(snapshot)
