"""The noise slider with the meaning of noise beneath it, which is another one for every generated set."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.experiment import Data
from playground.ui import fonts
from playground.ui.panels.data_words import DATA_WORDS
from playground.ui.panels.field_slider import FieldSlider
from playground.ui.theme import themes


class NoiseControl(QWidget):
    """`slider` asks for edits; the whole control is hidden for measured data, which have the noise they have."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = ""
        self.slider = FieldSlider("data.noise", parent=self, more=self.meaning)
        self._meaning = QLabel(self)
        self._meaning.setProperty("role", "secondary")
        self._meaning.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.slider)
        layout.addWidget(self._meaning)
        themes().changed.connect(self._dress)
        self._dress()

    def meaning(self) -> str:
        """What noise does to the set that is shown; empty for measured data."""
        words = DATA_WORDS[self._kind].noise if self._kind else None
        return "" if words is None else words()

    def show_data(self, data: Data) -> None:
        """Show the noise of the experiment's data."""
        if data.kind != self._kind:
            self._kind = data.kind
            self._retranslate()
        self.slider.show_value(data.noise)
        self._meaning.setVisible(data.noise > 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._meaning.setText(self.meaning())
        self.slider.refresh_tooltip()
        self.setVisible(bool(self._kind) and DATA_WORDS[self._kind].noise is not None)

    @Slot()
    def _dress(self) -> None:
        self._meaning.setFont(fonts.caption(themes().text_scale))
