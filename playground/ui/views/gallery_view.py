"""The pictures of a set with what the network takes them for, the wrong ones first."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from engine.experiment import Experiment
from engine.snapshot import SETS, SetName, Snapshot
from playground.ui.theme import GAP
from playground.ui.views.gallery_grid import GalleryGrid
from playground.ui.views.gallery_order import has_pictures, wrong_first
from playground.ui.views.pace import Pace
from playground.ui.views.set_choice import SetChoice

SORT_EVERY = 500  # milliseconds between two orders, so that the pictures can be looked at


class GalleryView(QWidget):
    """Thumbnails of an image set; for other data it says that there are no pictures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self._sets = SetChoice(self)
        self._count = QLabel(self)
        self._grid = GalleryGrid()
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(self._grid)
        self._scroll.setWidgetResizable(True)
        self._scroll.setProperty("role", "page")  # a frame that shows where the keyboard is
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else its coming moves all
        self._pace = Pace(SORT_EVERY, self)
        column, top = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        top.setSpacing(GAP)
        top.addWidget(self._sets)
        top.addWidget(self._count, 1)
        column.addLayout(top)
        column.addWidget(self._scroll, 1)
        self._sets.chosen.connect(self._refresh)
        self._pace.due.connect(self._refresh)
        self._retranslate()

    def show_experiment(self, experiment: Experiment) -> None:
        """Nothing here depends on the experiment alone; the view is asked like every other."""

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the pictures of `snapshot`; while it runs they are sorted anew at most twice a second."""
        before, self._snapshot = self._snapshot, snapshot
        new = before is None or before.run != snapshot.run or before.data is not snapshot.data
        if new:
            self._sets.offer(tuple(name for name in SETS if has_pictures(snapshot, name)))
            self._scroll.verticalScrollBar().setValue(0)
        self._pace.offer(snapshot, at_once=new or not snapshot.running)

    def set_shown(self, name: SetName) -> None:
        """Look at the pictures of set `name`; ValueError when it has none."""
        self._sets.take(name)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        snapshot, name = self._snapshot, self._sets.name()
        self._scroll.setVisible(name is not None)
        if snapshot is None or name is None:
            self._count.setText(self.tr("These data are not pictures."))
            return
        pictures = wrong_first(snapshot, name)
        self._grid.show_pictures(pictures)
        words = self.tr("{0} wrong of {1}").format(pictures.wrong, len(pictures.true))
        if words != self._count.text():
            self._count.setText(words)
            self._grid.setAccessibleDescription(words)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Pictures"))
        self._grid.setAccessibleName(self.tr("Pictures, the wrongly recognised ones first"))
        self._scroll.setAccessibleName(self.tr("Pictures, the wrongly recognised ones first"))
        if self._snapshot is not None:
            self._refresh()
