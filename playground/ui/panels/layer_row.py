"""One hidden layer in the list: units and activation in a line, dropout, batch norm and the rest when it is opened."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from engine.edits import Edit, remove_layer, set_field
from engine.experiment import Layer
from playground.ui.icons import follow_theme
from playground.ui.panels import field_words
from playground.ui.panels.activation_combo import ActivationCombo
from playground.ui.panels.layer_details import LayerDetails
from playground.ui.panels.unit_count import UnitCount
from playground.ui.theme import TARGET, themes
from playground.ui.widgets import IconButton
from playground.ui.widgets.painting import scaled
from playground.ui.widgets.spoken import explain

_BUTTON = 24  # width of the buttons in the line, narrower than elsewhere


class LayerRow(QWidget):
    """The hidden layer at `index` (from 0). `edit_requested(Edit)`; `sliders` ask for themselves."""

    edit_requested = Signal(object)

    def __init__(self, index: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = index
        self.open_button = QToolButton(self)
        self.open_button.setCheckable(True)
        self.open_button.setProperty("role", "quiet")
        self.open_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._number = QLabel(str(index + 1), self)
        self._number.setProperty("role", "secondary")
        self.units = UnitCount(self)
        self.activation = ActivationCombo(self._name, self)
        self.remove = IconButton("close", self._removal, size=14, color="secondary", parent=self)
        self.details = LayerDetails(index, self)
        self.keep_prob, self.slope = self.details.keep_prob, self.details.slope
        self.batch_norm, self.initializer = self.details.batch_norm, self.details.initializer
        self.sliders = self.details.sliders
        self.units.setObjectName(f"layers[{index}].units")
        self.activation.setObjectName(f"layers[{index}].activation")
        self._lay_out()
        self._connect()
        self._retranslate()
        themes().changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(3)
        for widget in (self.open_button, self._number, self.units):
            line.addWidget(widget)
        line.addWidget(self.activation, 1)
        line.addWidget(self.remove)
        self.details.setObjectName("room")
        self.details.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(line)
        layout.addWidget(self.details)

    def _connect(self) -> None:
        self.open_button.toggled.connect(self._open)
        self.units.count_edited.connect(self._set_units)
        self.activation.chosen.connect(self._set_activation)
        self.details.edit_requested.connect(self.edit_requested)
        self.remove.clicked.connect(self._remove)

    def show_layer(self, layer: Layer) -> None:
        """Show the layer's settings, without a signal."""
        self.units.show_count(layer.units)
        self.activation.set_key(layer.activation)
        self.details.show_layer(layer)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        name = self._name()
        follow_theme(self.open_button, "chevron-down" if self.open_button.isChecked() else "chevron-right", size=14)
        self.open_button.setToolTip(self.tr("Dropout, batch norm and more of this layer"))
        self.open_button.setAccessibleName(f"{name}: {self.open_button.toolTip()}")
        self.setAccessibleName(name)
        self._number.setToolTip(name)
        explain(self.units, field_words.tooltip("layers[].units"))
        self.units.setAccessibleName(f"{name}: {field_words.label('layers[].units')}")

    def _name(self) -> str:
        return self.tr("Layer %1").replace("%1", str(self._index + 1))

    def _removal(self) -> str:
        return self.tr("Remove layer %1").replace("%1", str(self._index + 1))

    def _ask(self, name: str, value: object) -> None:
        edit: Edit = set_field(f"layers[{self._index}].{name}", value)
        self.edit_requested.emit(edit)

    @Slot()
    def _dress(self) -> None:
        for button in (self.open_button, self.remove):
            button.setFixedWidth(max(TARGET, scaled(_BUTTON)))
        self.units.setFixedHeight(self.activation.sizeHint().height())

    @Slot(bool)
    def _open(self, opened: bool) -> None:
        self.details.setVisible(opened)
        follow_theme(self.open_button, "chevron-down" if opened else "chevron-right", size=14)

    @Slot(int)
    def _set_units(self, units: int) -> None:
        self._ask("units", units)

    @Slot(str)
    def _set_activation(self, kind: str) -> None:
        self._ask("activation", kind)

    @Slot()
    def _remove(self) -> None:
        self.edit_requested.emit(remove_layer(self._index))
