"""The data sets as pictures, in groups by what is to be predicted: one group at a time, so that many sets stay calm."""

from __future__ import annotations

from collections import Counter
from functools import partial
from html import escape

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.choices import PAINTED, PAINTED_KINDS, PAINTED_VALUES
from engine.data import data_kinds
from engine.points import Point
from engine.snapshot import RunData
from playground.ui.panels import field_words
from playground.ui.panels.data_words import DATA_WORDS
from playground.ui.panels.set_pictures import own_picture, set_picture, table_picture
from playground.ui.theme import GAP
from playground.ui.widgets import Segmented, ThumbnailGrid

Look = tuple[float, int, tuple[Point, ...]]
_PICTURE_WIDTH, _GAP = 44, 5  # five to a row of the narrowest column
_GROUPS = {kind.name: kind.task for kind in data_kinds()}
_MOST = max(Counter(_GROUPS.values()).values()) + 1  # pictures of the largest group, with that of painted points
_TABLE = "csv"
_KINDS = (*_GROUPS, _TABLE, *PAINTED_KINDS)


class DataSetPicker(QWidget):
    """`chosen(kind)` when the user takes another set; looking at another group chooses nothing."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look = (0.0, 0, ())  # what the pictures are drawn with
        self._table: RunData | None = None
        self._taken: tuple[str, tuple[str, ...]] = ("", ())  # the set in force, and the groups in which it stands
        self.groups = Segmented(
            (
                ("two-class", lambda: self.tr("Two classes"), lambda: self.tr("Sets with two classes")),
                ("classes", lambda: self.tr("Several"), lambda: self.tr("Sets with three classes or more")),
                ("regression", lambda: self.tr("Numbers"), lambda: self.tr("Sets whose target is a number")),
            ),
            name=lambda: self.tr("Kind of data sets"),
        )
        self.pictures = ThumbnailGrid(
            [(kind, DATA_WORDS[kind].title, partial(self._picture, kind)) for kind in _KINDS],
            name=lambda: self.tr("Data sets"),
            least_width=_PICTURE_WIDTH,
            gap=_GAP,
            tooltips={kind: partial(_tooltip, kind) for kind in _KINDS},
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

    def set_key(self, kind: str, table: RunData | None = None, *, classes: int = 2) -> None:
        """Show `kind` as taken, without a signal; a set that was not before brings its group to the front.

        table: what a run has read of a table of one's own, which has a picture while it is taken. classes: of painted
        points; from three on they stand among the sets with several.
        """
        homes = _groups_of(kind, table, classes)
        self.pictures.set_key(kind)
        if table is not self._table:
            self._table = table
            self.pictures.refresh([_TABLE])
        if self._taken != (kind, homes):
            self._taken = kind, homes
            if self.groups.key() not in homes:
                self.groups.set_key(homes[0])
            self._show_group(self.groups.key())

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
        return table_picture(size, self._table) if kind == _TABLE else set_picture(kind, size, noise, seed)

    @Slot(str)
    def _show_group(self, group: str) -> None:
        own = [PAINTED_VALUES if group == "regression" else PAINTED]
        kind, homes = self._taken
        if kind == _TABLE and group in homes:
            own.append(_TABLE)
        self.pictures.show_only([*(kind for kind, task in _GROUPS.items() if task == group), *own], most=_MOST)


def _groups_of(kind: str, table: RunData | None, classes: int) -> tuple[str, ...]:
    """The groups in which a set stands: its task's; both of classes for points of two, which a third one may join;
    any for a table unread."""
    if kind in _GROUPS:
        return (_GROUPS[kind],)
    if kind in PAINTED_KINDS:
        if kind == PAINTED_VALUES:
            return ("regression",)
        return ("two-class", "classes") if classes <= 2 else ("classes",)
    return ("two-class", "classes", "regression") if table is None else (table.task,)


def _tooltip(kind: str) -> str:
    field = "data.points" if kind in PAINTED_KINDS else "data.kind"
    return f"{escape(DATA_WORDS[kind].name())}<p>{escape(field_words.effect(field))}</p>"
