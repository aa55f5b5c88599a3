"""The choice of g for one layer, without a label of its own: the row it stands in says which layer it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from engine.activations import ACTIVATIONS
from playground.ui.panels import field_words
from playground.ui.panels.choice_words import ACTIVATION_TITLES
from playground.ui.widgets import QuietCombo, Text, say
from playground.ui.widgets.painting import scaled
from playground.ui.widgets.spoken import explain

_NARROWEST = 96  # the longest title and the arrow


class ActivationCombo(QuietCombo):
    """`chosen(key)` when the user chooses; `set_key` says nothing. Each entry's formula is its tooltip."""

    chosen = Signal(str)

    def __init__(self, layer_name: Text, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer_name = layer_name
        for kind, row in ACTIVATIONS.items():
            self.addItem("", kind)
            self.setItemData(self.count() - 1, row.formula, Qt.ItemDataRole.ToolTipRole)
        self.activated.connect(self._announce)
        self._retranslate()

    def key(self) -> str:
        """The activation that is shown."""
        return str(self.currentData())

    def set_key(self, kind: str) -> None:
        """Show activation `kind`, without a signal."""
        self.setCurrentIndex(self.findData(kind))
        explain(self, field_words.tooltip("layers[].activation", ACTIVATIONS[kind].formula))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(_NARROWEST), super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        for index in range(self.count()):
            self.setItemText(index, ACTIVATION_TITLES[self.itemData(index)]())
        self.setAccessibleName(f"{say(self._layer_name)}: {field_words.label('layers[].activation')}")
        self.set_key(self.key())

    @Slot(int)
    def _announce(self, _index: int) -> None:
        self.chosen.emit(self.key())
