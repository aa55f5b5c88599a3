"""A panel on a desk: joined to a real document as the main window joins them, with a hand that drags and types."""

from __future__ import annotations

import math
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Qt, QTranslator, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from engine.experiment import Experiment
from playground.state.document import Document
from playground.ui.panels.field_slider import FieldSlider
from playground.ui.widgets.slider_track import SliderTrack
from playground.ui.widgets.value_field import ValueField


class Shows(Protocol):
    """What the panels have in common."""

    edit_requested: SignalInstance
    edit_started: SignalInstance
    edit_finished: SignalInstance

    def show_experiment(self, experiment: Experiment) -> None: ...


class Desk:
    """`panel` on the screen, 284 pixels wide, and the document it works on."""

    def __init__(self, qtbot: QtBot, panel: QWidget, experiment: Experiment | None = None) -> None:
        self.panel, self.document = panel, Document(experiment or Experiment())
        self.sheet = QWidget()
        layout = QVBoxLayout(self.sheet)
        layout.addWidget(panel)
        layout.addStretch(1)
        qtbot.addWidget(self.sheet)
        panel.edit_requested.connect(self.document.apply)
        panel.edit_started.connect(self.document.begin_drag)
        panel.edit_finished.connect(self.document.end_drag)
        self.document.changed.connect(panel.show_experiment)
        panel.show_experiment(self.document.experiment)
        self.sheet.resize(320, 900)
        with qtbot.waitActive(self.sheet):
            self.sheet.show()
            self.sheet.activateWindow()

    @property
    def experiment(self) -> Experiment:
        """The experiment as the document has it."""
        return self.document.experiment

    @property
    def entries(self) -> int:
        """How many entries the undo list has."""
        return self.document.undo_stack.count()


def track_of(slider: FieldSlider) -> SliderTrack:
    """The track the hand drags on."""
    return slider.slider.findChild(SliderTrack)


def drag(slider: FieldSlider, *shares: float) -> None:
    """Press at the first share of the track's width, move over the others, and let go at the last."""
    track = track_of(slider)
    points = [QPoint(round(share * (track.width() - 1)), track.height() // 2) for share in shares]
    QTest.mousePress(track, Qt.MouseButton.LeftButton, pos=points[0])
    for point in points[1:]:
        QTest.mouseMove(track, point)
    QTest.mouseRelease(track, Qt.MouseButton.LeftButton, pos=points[-1])


def type_into(field: ValueField, text: str) -> None:
    """Type `text` in place of what is there, and Enter."""
    field.setFocus()
    field.selectAll()
    field.insert(text)
    field.setModified(True)  # as it is after keys; QTest has no keys beyond ASCII
    QTest.keyClick(field, Qt.Key.Key_Return)


def field_of(slider: FieldSlider) -> ValueField:
    """The field for typing."""
    return slider.slider.findChild(ValueField)


class StandInChinese(QTranslator):
    """Says everything in Chinese characters: one for three Latin letters, as translations come out on average."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return "\u8bd1" * max(2, math.ceil(len(text) / 3)) + ("%1" if "%1" in text else "")

    def isEmpty(self) -> bool:
        return False
