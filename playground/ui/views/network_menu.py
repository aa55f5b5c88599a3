"""What a layer's head offers: its activation, its other settings, a layer before or after it, its removal."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from engine import edits
from engine.choices import ACTIVATION_KINDS
from playground.restrictions import Access, Restrictions

translate = QCoreApplication.translate
WORDS = {"relu": "ReLU", "leaky-relu": "leaky ReLU"}


def activation_words(kind: str) -> str:
    """An activation as it is written in the picture: tanh, ReLU."""
    return translate("NetworkCanvas", "identity") if kind == "identity" else WORDS.get(kind, kind)


class LayerMenu(QMenu):
    """The menu of the hidden layer at `index` (from 0), whose activation is `activation`; it deletes itself."""

    edit_requested = Signal(object)
    settings_requested = Signal()

    def __init__(self, index: int, activation: str, restrictions: Restrictions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(self)
        for kind in ACTIVATION_KINDS:
            action = self._add(activation_words(kind), edits.set_field(f"layers[{index}].activation", kind))
            action.setCheckable(True)
            action.setChecked(kind == activation)
            group.addAction(action)
            _hold_to(restrictions.access_of("layers[].activation"), action)
        self.addSeparator()
        more = self.addAction(self.tr("Dropout, batch norm, initial weights…"))
        more.triggered.connect(self.settings_requested)
        self.addSeparator()
        for words, edit in (
            (self.tr("Insert a layer before"), edits.add_layer(index)),
            (self.tr("Insert a layer after"), edits.add_layer(index + 1)),
            (self.tr("Remove this layer"), edits.remove_layer(index)),
        ):
            _hold_to(restrictions.access_of("layers"), self._add(words, edit))
        self.triggered.connect(self._request)

    def _add(self, words: str, edit: edits.Edit) -> QAction:
        action = self.addAction(words)
        action.setData(edit)
        return action

    @Slot(QAction)
    def _request(self, action: QAction) -> None:
        if action.data() is not None:
            self.edit_requested.emit(action.data())


def _hold_to(access: Access, action: QAction) -> None:
    action.setVisible(access != "hidden")
    action.setEnabled(access == "shown")
