"""About the program: what it is, how to begin, and what a report of a fault needs; all of it works offline."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from playground.ui.theme import GAP, SPACING
from playground.ui.widgets.label import Kind, Label, Tone
from playground.ui.widgets.overlay import Overlay
from playground.ui.widgets.painting import scaled
from playground.ui.widgets.wording import Text, say

_WIDTH = 520
Fact = tuple[Text, str]


class AboutSheet(Overlay):
    """`facts` are pairs of words and a value, such as where the session is kept; they can be copied."""

    def __init__(self, window: QWidget, version: str, facts: Sequence[Fact]) -> None:
        super().__init__(window)
        self._version, self._facts = version, tuple(facts)
        self.copy, self._close = QPushButton(), QPushButton()
        self.body.setSpacing(GAP)
        self._write(lambda: f"{self.tr('Neural Playground')} {version}", "title")
        self._write(
            lambda: self.tr("A playground for neural networks: build one, watch it learn, take the weights with you.")
        )
        self._head(lambda: self.tr("How to begin"))
        self._write(lambda: self.tr("Space trains and pauses; F7 goes one batch further, F8 one epoch."))
        self._write(lambda: self.tr("Rest the pointer on a unit to see it large; click an edge to type its weight."))
        self._write(lambda: self.tr("Drop a CSV file on the window to train on your own data."))
        self._write(lambda: self.tr("Ctrl+K finds every action and setting, F1 lists all shortcuts."))
        self._head(lambda: self.tr("This program"))
        for name, value in self._facts:
            self._write(partial(_said, name, value), tone="secondary")
        self._write(lambda: self.tr("It needs no network connection, and sends nothing anywhere."), tone="secondary")
        self._add_buttons()
        self._retranslate()

    def open(self) -> None:
        super().open()
        self._close.setFocus(Qt.FocusReason.PopupFocusReason)

    def wanted_size(self) -> QSize:
        width = scaled(_WIDTH)
        return QSize(width, self.body.heightForWidth(width))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _write(self, words: Text, kind: Kind = "body", tone: Tone = "text") -> None:
        label = Label(words, kind, tone, wraps=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(label)

    def _head(self, words: Text) -> None:
        self.body.addSpacing(GAP)
        self.body.addWidget(Label(words, "head", "secondary"))

    def _add_buttons(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, SPACING, 0, 0)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        self.body.addLayout(buttons)
        self.copy.clicked.connect(self._copy_facts)
        self._close.clicked.connect(self.leave)

    def _copy_facts(self) -> None:
        lines = [f"Neural Playground {self._version}", *(f"{say(name)}: {value}" for name, value in self._facts)]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("About this program"))
        self.copy.setText(self.tr("Copy for a report"))
        self._close.setText(self.tr("Close"))


def _said(name: Text, value: str) -> str:
    return f"{say(name)}: {value}"
