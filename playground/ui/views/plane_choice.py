"""Which plane through more than two features the surface shows: the principal one, or two features by name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from engine.snapshot import RunData
from playground.ui.theme import GAP
from playground.ui.views import surface_words
from playground.ui.widgets.choice import Choice
from playground.ui.widgets.toggle import Toggle


class PlaneChoice(QWidget):
    """plane_requested(kind, columns): "features" with two indices of raw columns, or "principal" with (-1, -1)."""

    plane_requested = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: RunData | None = None
        self._caption = QLabel(self)
        self._caption.setProperty("role", "secondary")
        self._caption.setWordWrap(True)
        self._caption.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._across = Choice(lambda: self.tr("Across"), (), tooltip=lambda: self.tr("Feature of the x axis"))
        self._up = Choice(lambda: self.tr("Up"), (), tooltip=lambda: self.tr("Feature of the y axis"))
        self._principal = Toggle(lambda: self.tr("Principal plane"), tooltip=self._principal_tooltip)
        axes, plane, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for row in (axes, plane):
            row.setSpacing(GAP)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        plane.addWidget(self._principal)
        plane.addWidget(self._caption, 1)
        axes.addWidget(self._across, 1)
        axes.addWidget(self._up, 1)
        column.addLayout(plane)
        column.addLayout(axes)
        self._across.chosen.connect(self._choose_across)
        self._up.chosen.connect(self._choose_up)
        self._principal.switched.connect(self._choose_principal)
        self.hide()  # until the data say that there is a choice

    def show_data(self, data: RunData) -> None:
        """Show the plane of the data; nothing to choose where there are no more than two features."""
        self._data = data
        principal, names = data.plane.kind == "principal", data.feature_names
        words = surface_words.plane_words(data)
        self._caption.setText("" if principal else self.tr("others at their mean"))  # there the toggle says it
        self._caption.setToolTip(words)
        self._principal.setToolTip(words or self._principal_tooltip())
        self._principal.set_on(principal)
        self.setVisible(len(names) > 2)
        rows = [(str(index), surface_words.feature_name(data, name)) for index, name in enumerate(names)]
        for choice, column in zip((self._across, self._up), data.plane.columns, strict=True):
            choice.setVisible(not principal)
            if not principal and len(names) > 2:  # with one input there is no second column
                choice.set_rows(rows)
                choice.set_key(str(column))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._data is not None:
            self.show_data(self._data)
        super().changeEvent(event)

    @Slot(str)
    def _choose_across(self, key: str) -> None:
        self._choose(0, int(key))

    @Slot(str)
    def _choose_up(self, key: str) -> None:
        self._choose(1, int(key))

    def _choose(self, axis: int, column: int) -> None:
        """A feature for one axis; where the other one has it, they change places."""
        if self._data is None:
            return
        old = self._data.plane.columns
        other = old[axis] if column == old[1 - axis] else old[1 - axis]
        self.plane_requested.emit("features", (column, other) if axis == 0 else (other, column))

    @Slot(bool)
    def _choose_principal(self, on: bool) -> None:
        self.plane_requested.emit(*(("principal", (-1, -1)) if on else ("features", (0, 1))))

    def _principal_tooltip(self) -> str:
        return self.tr("Show the plane in which the training set spreads most, in place of two features")
