"""The hidden layers as rows, first to last, and a button that adds one: layers and units by keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from engine.edits import add_layer
from engine.experiment import Layer
from playground.ui.icons import follow_theme
from playground.ui.panels.field_slider import FieldSlider
from playground.ui.panels.layer_row import LayerRow
from playground.ui.panels.tab_stops import put_before
from playground.ui.theme import GAP


class LayerList(QWidget):
    """`edit_requested(Edit)`; `slider_added(FieldSlider)` for every slider of a new row, to be bound by the panel."""

    edit_requested = Signal(object)
    slider_added = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("layers")
        self.rows: list[LayerRow] = []
        self._none = QLabel(self)
        self._none.setProperty("role", "secondary")
        self._none.setWordWrap(True)
        self.add_button = QPushButton(self)
        follow_theme(self.add_button, "plus", size=16)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GAP // 2)
        self._layout.addWidget(self._none)
        self._layout.addWidget(self.add_button)
        self.add_button.clicked.connect(self._add)
        self._retranslate()

    def show_layers(self, layers: tuple[Layer, ...]) -> None:
        """Show one row for each layer; rows that are there are kept."""
        while len(self.rows) < len(layers):
            self._append_row()
        while len(self.rows) > len(layers):
            self._drop_row(self.rows.pop())
        for row, layer in zip(self.rows, layers, strict=True):
            row.show_layer(layer)
        self._none.setVisible(not layers)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _append_row(self) -> None:
        row = LayerRow(len(self.rows), self)
        row.edit_requested.connect(self.edit_requested)
        self._layout.insertWidget(1 + len(self.rows), row)
        self.rows.append(row)
        row.show()  # at once, not when the layout comes to it: Tab may be next
        put_before(self.add_button, row)
        slider: FieldSlider
        for slider in row.sliders:
            self.slider_added.emit(slider)

    def _drop_row(self, row: LayerRow) -> None:
        if row.isAncestorOf(self.focusWidget() or self):
            self.add_button.setFocus()  # the keyboard stays in the list
        self._layout.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _retranslate(self) -> None:
        self._none.setText(self.tr("No hidden layer: a logistic or linear regression."))
        self.add_button.setText(self.tr("Add layer"))
        self.add_button.setToolTip(self.tr("One more hidden layer before the output, like the last one"))

    @Slot()
    def _add(self) -> None:
        self.edit_requested.emit(add_layer(len(self.rows)))
