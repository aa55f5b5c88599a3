"""The data sets as pictures, in groups by what is to be predicted: one group at a time, so that many sets stay calm."""

from __future__ import annotations

from functools import partial
from html import escape

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.data import data_kinds
from engine.fields import PAINTED, PAINTED_KINDS, PAINTED_VALUES
from engine.points import Point
from playground.ui.panels import field_words
from playground.ui.panels.data_words import DATA_WORDS
from playground.ui.panels.set_pictures import own_picture, set_picture
from playground.ui.theme import GAP
from playground.ui.widgets import Segmented, ThumbnailGrid

Look = tuple[float, int, tuple[Point, ...]]
_PICTURE_WIDTH, _GAP = 44, 5  # five to a row of the narrowest column
_GROUPS = {kind.name: kind.task for kind in data_kinds()}


class DataSetPicker(QWidget):
    """`chosen(kind)` when the user takes another set; looking at another group chooses nothing."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look = (0.0, 0, ())  # what the pictures are drawn with
        self.groups = Segmented(
            (
                ("two-class", lambda: self.tr("Two classes"), lambda: self.tr("Sets with two classes")),
                ("classes", lambda: self.tr("Several"), lambda: self.tr("Sets with three classes or more")),
                ("regression", lambda: self.tr("Numbers"), lambda: self.tr("Sets whose target is a number")),
            ),
            name=lambda: self.tr("Kind of data sets"),
        )
        self.pictures = ThumbnailGrid(
            [(kind, DATA_WORDS[kind].title, partial(self._picture, kind)) for kind in (*_GROUPS, *PAINTED_KINDS)],
            name=lambda: self.tr("Data sets"),
            least_width=_PICTURE_WIDTH,
            gap=_GAP,
            tooltips={kind: partial(_tooltip, kind) for kind in (*_GROUPS, *PAINTED_KINDS)},
        )
        self.pictures.setObjectName("data.kind")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP // 2)
        layout.addWidget(self.groups)
        layout.addWidget(self.pictures)
        self._show_group(self.groups.key())
        self.groups.chosen.connect(self._show_group)
        self.pictures.chosen.connect(self.chosen)

    def key(self) -> str:
        """The set that is taken."""
        return self.pictures.key()

    def set_key(self, kind: str) -> None:
        """Show `kind` as taken, without a signal; a set that was not before brings its group to the front."""
        if kind != self.pictures.key() and kind in _GROUPS:
            self.groups.set_key(_GROUPS[kind])
            self._show_group(_GROUPS[kind])
        if kind in PAINTED_KINDS and (kind == PAINTED_VALUES) != (self.groups.key() == "regression"):
            group = "regression" if kind == PAINTED_VALUES else "two-class"
            self.groups.set_key(group)
            self._show_group(group)
        self.pictures.set_key(kind)

    def look(self) -> Look:
        """Noise, seed and points of one's own that the pictures are drawn with."""
        return self._look

    def set_look(self, noise: float, seed: int, points: tuple[Point, ...] = ()) -> None:
        """Draw the pictures with this noise, this data seed and these points of one's own."""
        before, self._look = self._look, (noise, seed, points)
        if before[:2] != (noise, seed):
            self.pictures.refresh()
        elif before[2] != points:
            self.pictures.refresh(PAINTED_KINDS)

    def _picture(self, kind: str, size: QSize) -> QImage:
        noise, seed, points = self._look
        if kind in PAINTED_KINDS:
            return own_picture(size, points if kind == self.key() else (), values=kind == PAINTED_VALUES)
        return set_picture(kind, size, noise, seed)

    @Slot(str)
    def _show_group(self, group: str) -> None:
        own = PAINTED_VALUES if group == "regression" else PAINTED
        self.pictures.show_only([*(kind for kind, task in _GROUPS.items() if task == group), own])


def _tooltip(kind: str) -> str:
    field = "data.points" if kind in PAINTED_KINDS else "data.kind"
    return f"{escape(DATA_WORDS[kind].name())}<p>{escape(field_words.effect(field))}</p>"
