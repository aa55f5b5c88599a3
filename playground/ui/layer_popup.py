"""The small panel that a layer's head in the picture opens: the layer's fields, as in its row of the network panel."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.experiment import Experiment
from playground.ui.panels.layer_details import LayerDetails
from playground.ui.panels.tab_stops import tab_stops
from playground.ui.theme import CONTROL_RADIUS, GAP, themes
from playground.ui.widgets.label import Label
from playground.ui.widgets.painting import fill_rounded, scaled, smooth_painter

WIDTH = 320  # pixels at text scale 1


class LayerPopup(QWidget):
    """The fields of the hidden layer at `index` (from 0); a click elsewhere or Escape closes it, and it is gone."""

    closed = Signal()

    def __init__(self, index: int, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.index = index
        self.details = LayerDetails(index, self)
        title = Label(self._title, "emphasis", parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, 2 * GAP, GAP)
        layout.setSpacing(0)
        layout.addWidget(title)
        layout.addWidget(self.details)
        title.setContentsMargins(GAP, 0, 0, 0)
        self.setAccessibleName(self._title())
        self.setFixedWidth(scaled(WIDTH))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self._title())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = themes().current
        with smooth_painter(self) as painter:
            painter.fillRect(self.rect(), theme.card)
            fill_rounded(painter, QRectF(self.rect()), CONTROL_RADIUS / 2, theme.card, theme.secondary)

    def _title(self) -> str:
        return self.tr("Layer {number}").format(number=self.index + 1)


class LayerSettings(QObject):
    """Opens the panel of one layer at a time over `window` and keeps it in step with the experiment.

    edit_requested(Edit), and edit_started, edit_finished around a drag of a slider. opened(): a panel is made, and not
    shown yet; class mode may hide some of it.
    """

    edit_requested = Signal(object)
    opened = Signal()
    edit_started = Signal()
    edit_finished = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._experiment: Experiment | None = None
        self.popup: LayerPopup | None = None

    def show_experiment(self, experiment: Experiment) -> None:
        """Follow an experiment; the panel of a layer that is gone closes."""
        self._experiment = experiment
        if self.popup is not None and self.popup.index < len(experiment.layers):
            self.popup.details.show_layer(experiment.layers[self.popup.index])
        elif self.popup is not None:
            self.popup.close()

    @Slot(int, QPoint)
    def open(self, index: int, at: QPoint) -> None:
        """Open the panel of the hidden layer at `index` (from 0) with its upper middle at a point of the screen."""
        if self._experiment is None or not 0 <= index < len(self._experiment.layers):
            return
        popup = self.popup = LayerPopup(index, self._window)
        popup.details.show_layer(self._experiment.layers[index])
        popup.details.edit_requested.connect(self.edit_requested)
        for slider in popup.details.sliders:
            slider.edit_requested.connect(self.edit_requested)
            slider.edit_started.connect(self.edit_started)
            slider.edit_finished.connect(self.edit_finished)
        popup.closed.connect(self._forget)
        self.opened.emit()
        popup.adjustSize()
        popup.move(_on_screen(popup, at - QPoint(popup.width() // 2, 0)))
        popup.show()
        first = next((one for one in tab_stops(popup.details) if one.isVisible() and one.isEnabled()), popup)
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def _forget(self) -> None:
        self.popup = None


def _on_screen(popup: QWidget, corner: QPoint) -> QPoint:
    """The corner moved so far that the whole panel is on its screen."""
    room = popup.screen().availableGeometry()
    left = max(room.left(), min(corner.x(), room.right() + 1 - popup.width()))
    return QPoint(left, max(room.top(), min(corner.y(), room.bottom() + 1 - popup.height())))
