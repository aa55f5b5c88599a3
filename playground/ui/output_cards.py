"""The cards at the right: the decision surface with what it shows, and the curves."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from engine.experiment import Experiment
from engine.snapshot import Snapshot
from playground.ui.views.curves_view import CurvesView
from playground.ui.views.surface_view import SurfaceView
from playground.ui.widgets import Card, Toggle


class SurfaceCard(Card):
    """The decision surface; toggles for dev and test points and for whole classes. Display only, nothing is reset."""

    plane_requested = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.view = SurfaceView()
        self._dev = Toggle(lambda: self.tr("Dev"), tooltip=lambda: self.tr("Show the dev points (diamonds)"))
        self._test = Toggle(lambda: self.tr("Test"), tooltip=lambda: self.tr("Show the test points (hollow)"))
        self._whole = Toggle(
            lambda: self.tr("Classes"), tooltip=lambda: self.tr("Show the predicted class only, not how sure it is")
        )
        for toggle in (self._dev, self._test, self._whole):
            self.set_corner(toggle)
        self.set_title(lambda: self.tr("Output"))
        self.add(self.view, 1)
        self.view.plane_requested.connect(self.plane_requested)
        self._dev.switched.connect(self.view.set_show_dev)
        self._test.switched.connect(self.view.set_show_test)
        self._whole.switched.connect(self.view.set_discretize)

    def hasHeightForWidth(self) -> bool:
        return False  # the window says how high it is

    def show_experiment(self, experiment: Experiment) -> None:
        """Offer what the experiment has."""
        self._dev.setVisible(experiment.split.dev > 0)
        self._test.setVisible(experiment.split.test > 0)
        self.view.show_experiment(experiment)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw a run's surface."""
        self._whole.setVisible(snapshot.data.task != "regression")
        self.view.show_snapshot(snapshot)

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
