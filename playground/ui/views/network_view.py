"""The network as a picture: inputs, hidden layers and outputs from left to right, with what changes their number.

The view composes: a stepper for the number of hidden layers, a head with + and - above each column, the painted canvas,
the legend. It takes experiments and snapshots and asks for edits; it changes nothing by itself. The stepper may stand
elsewhere, as in the corner of a card: the height it leaves belongs to the picture.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine import edits
from engine.experiment import Experiment
from engine.snapshot import Snapshot
from playground.restrictions import NOTHING, Restrictions
from playground.ui.theme import GAP, themes
from playground.ui.views.network_canvas import NetworkCanvas
from playground.ui.views.network_heads import SignButton
from playground.ui.views.network_strip import HeadStrip
from playground.ui.widgets.color_scale import ColorScale
from playground.ui.widgets.label import Label
from playground.ui.widgets.painting import scaled

LEAST_FOR_HINT = 310  # pixels of height, at text scale 1, in which there is room for words below the picture


class NetworkView(QWidget):
    """Shows the newest experiment and snapshot.

    edit_requested(Edit): the user wants another network. unit_hovered(layer, unit): the unit looked at, layer 0 being
    the inputs, (0, None) when none is. layer_selected(layer): a hidden layer, from 1, was clicked.
    layer_settings_requested(index, place on the screen): all fields of a hidden layer, from 0.
    callout_dismissed(name): a hint was closed for good.
    weight_typed(layer, unit, source, value): a weight, or a bias (source None), is to have another value; from 1.
    """

    edit_requested = Signal(object)
    unit_hovered = Signal(int, object)
    layer_selected = Signal(int)
    weight_typed = Signal(int, int, object, float)
    layer_settings_requested = Signal(int, QPoint)
    callout_dismissed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layers = 0
        self._restrictions = NOTHING
        self.stepper = QWidget(self)
        self._fewer, self._more = SignButton("-", self.stepper), SignButton("+", self.stepper)
        self._count = QLabel(self.stepper)
        self._strip = HeadStrip(self)
        self._canvas = NetworkCanvas(self)
        self._hint = Label(self._hint_words, "caption", "secondary", wraps=True, parent=self)
        self._legend = ColorScale(parent=self)
        self._lay_out()
        self._connect()
        self._retranslate()

    def show_experiment(self, experiment: Experiment) -> None:
        """Draw the structure of an experiment."""
        self._layers = len(experiment.layers)
        self._canvas.show_experiment(experiment)
        self._strip.show_content(self._canvas.content, self._canvas.arrangement)
        self._retranslate()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw the state of a run."""
        self._canvas.show_snapshot(snapshot)

    def show_restrictions(self, restrictions: Restrictions) -> None:
        """Offer no more than class mode does."""
        self._restrictions = restrictions
        self._canvas.content.fixed_inputs = restrictions.access_of("features") != "shown"
        self._strip.show_restrictions(restrictions)
        self._retranslate()

    def set_reduced_motion(self, on: bool) -> None:
        """Whether nothing in the picture moves while the network trains but what is learned (a view option)."""
        self._canvas.set_reduced_motion(on)

    def set_callouts(self, names: frozenset[str]) -> None:
        """Which hints are shown before the first step (a view option, none at the start)."""
        self._canvas.callouts.wanted = names
        self._canvas.arrange_callouts()

    def sizeHint(self) -> QSize:
        return QSize(740, 640)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, 300)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        stepper = QHBoxLayout(self.stepper)
        stepper.setContentsMargins(0, 0, 0, 0)
        stepper.setSpacing(GAP)
        for widget in (self._fewer, self._count, self._more):
            stepper.addWidget(widget)
        foot = QHBoxLayout()
        foot.setSpacing(2 * GAP)
        foot.addWidget(self._hint, 1)
        foot.addWidget(self._legend, 0, Qt.AlignmentFlag.AlignRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.stepper, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._strip)
        layout.addWidget(self._canvas, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self._fewer.clicked.connect(self._remove_last)
        self._more.clicked.connect(self._add_last)
        self._strip.edit_requested.connect(self.edit_requested)
        self._strip.settings_requested.connect(self.layer_settings_requested)
        self._canvas.arranged.connect(self._place_heads)
        self._canvas.unit_hovered.connect(self.unit_hovered)
        self._canvas.layer_selected.connect(self.layer_selected)
        self._canvas.feature_clicked.connect(self._toggle_feature)
        self._canvas.editing.edit_requested.connect(self.edit_requested)
        self._canvas.editing.weight_typed.connect(self.weight_typed)
        self._canvas.callouts.dismissed.connect(self.callout_dismissed)
        themes().changed.connect(self._retranslate)
        themes().changed.connect(self._fit)

    @Slot()
    def _fit(self) -> None:
        """Where height is scarce it belongs to the picture; the legend says the same in colours."""
        self._hint.setVisible(self.height() >= scaled(LEAST_FOR_HINT))

    @Slot()
    def _place_heads(self) -> None:
        self._strip.show_content(self._canvas.content, self._canvas.arrangement)
        inside = (*self._canvas.editing.editor.stops(), *self._canvas.callouts.stops())
        stops = (self._fewer, self._more, *self._strip.stops(), self._canvas, *inside)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    @Slot()
    def _add_last(self) -> None:
        self.edit_requested.emit(edits.add_layer(self._layers))

    @Slot()
    def _remove_last(self) -> None:
        if self._layers:
            self.edit_requested.emit(edits.remove_layer(self._layers - 1))

    @Slot(str)
    def _toggle_feature(self, name: str) -> None:
        self.edit_requested.emit(edits.toggle_feature(name))

    @Slot()
    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Network"))
        self._count.setText(self.tr("Hidden layers: {count}").format(count=self._layers))
        self._fewer.set_words(self.tr("Remove the last hidden layer"))
        self._more.set_words(self.tr("Add a hidden layer before the output"))
        access = self._restrictions.access_of("layers")
        self._fewer.hold_to(access, allowed=self._layers > 0)
        self._more.hold_to(access)

    def _hint_words(self) -> str:
        return self.tr("Edges: width is a weight's size, colour its sign. Dots: biases.")
