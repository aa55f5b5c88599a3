"""The panel of the network: hidden layers, initial weights, loss."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from engine.choices import LOSS_KINDS
from engine.edits import set_field
from engine.errors import ExperimentError
from engine.experiment import Experiment
from engine.initializers import INITIALIZERS
from engine.losses import loss_for
from playground.ui.panels import field_words
from playground.ui.panels.choice_words import INITIALIZER_TITLES, LOSS_TITLES
from playground.ui.panels.data_facts import task_of
from playground.ui.panels.field_slider import FieldSlider
from playground.ui.panels.formula_line import FormulaLine
from playground.ui.panels.layer_list import LayerList
from playground.ui.panels.panel import Panel
from playground.ui.widgets import Choice


class NetworkPanel(Panel):
    """Layers and units as in the picture, so that the keyboard reaches them, and what the picture does not show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lambda: self.tr("Network"), parent)
        self.layers = LayerList()
        self.initializer = Choice(
            lambda: field_words.label("initializer"),
            [(kind, INITIALIZER_TITLES[kind]) for kind in INITIALIZERS],
            tooltip=lambda: field_words.tooltip("initializer"),
            mark=field_words.restart_mark("initializer"),
        )
        self.initializer_formula, self.loss_formula = FormulaLine(), FormulaLine()
        self.scale = FieldSlider("initializer_scale")
        self.loss = Choice(
            lambda: field_words.label("loss"),
            [(kind, LOSS_TITLES[kind]) for kind in LOSS_KINDS],
            tooltip=lambda: field_words.tooltip("loss"),
            mark=field_words.restart_mark("loss"),
        )
        self.initializer.setObjectName("initializer")
        self.loss.setObjectName("loss")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for widget in (self.layers, self.initializer, self.initializer_formula):
            self.add(widget)
        self.add_slider(self.scale)
        self.add(self.loss)
        self.add(self.loss_formula)

    def _connect(self) -> None:
        self.layers.slider_added.connect(self.bind)
        self.layers.edit_requested.connect(self.request)
        self.initializer.chosen.connect(self._choose_initializer)
        self.loss.chosen.connect(self._choose_loss)

    def _show(self, experiment: Experiment) -> None:
        self.layers.show_layers(experiment.layers)
        self.initializer.set_key(experiment.initializer)
        self.initializer_formula.show_formula(INITIALIZERS[experiment.initializer].formula)
        self.scale.show_value(experiment.initializer_scale)
        self._show_loss(experiment)
        self.set_summary(" – ".join(str(layer.units) for layer in experiment.layers))

    def _show_loss(self, experiment: Experiment) -> None:
        """The loss and its formula; cross-entropy cannot be chosen where the target is a number."""
        run = self.run_data()
        task = task_of(experiment.data.kind) if run is None else run.task
        self.loss.set_row_enabled("cross-entropy", task != "regression")
        self.loss.set_key(experiment.loss)
        try:
            formula = loss_for(task, experiment.loss).formula if task is not None else ""
        except ExperimentError:  # a file may ask for it; the session says why it cannot run
            formula = ""
        self.loss_formula.show_formula(formula)
        self.loss_formula.setVisible(bool(formula))

    @Slot(str)
    def _choose_initializer(self, kind: str) -> None:
        self.request(set_field("initializer", kind))

    @Slot(str)
    def _choose_loss(self, kind: str) -> None:
        self.request(set_field("loss", kind))
