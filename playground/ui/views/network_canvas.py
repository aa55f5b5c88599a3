"""The painted part of the picture of the network as a widget: it repaints, and follows the pointer and the keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.experiment import Experiment
from engine.snapshot import Snapshot
from playground.ui.theme import themes
from playground.ui.views.network_callouts import Callouts
from playground.ui.views.network_content import NetworkContent
from playground.ui.views.network_editing import WeightEditing
from playground.ui.views.network_gaze import Gaze
from playground.ui.views.network_layout import Layout
from playground.ui.views.network_pointer import Hit
from playground.ui.views.network_scene import NetworkScene
from playground.ui.views.network_words import describe, describe_network
from playground.ui.widgets.spoken import announce


class NetworkCanvas(QWidget):
    """Paints what it was last shown.

    unit_hovered(layer, unit): the unit looked at, by pointer or keys; (0, None) when none is. feature_clicked(name):
    an input of a plane set to take in or out. layer_selected(layer): a click on a unit of a hidden layer.
    arranged(): columns have moved or changed. `editing`: what a click on a weight or a bias opens, with its wishes.
    """

    unit_hovered = Signal(int, object)
    feature_clicked = Signal(str)
    layer_selected = Signal(int)
    arranged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.scene = NetworkScene()
        self.gaze = Gaze(self.scene, self)
        self.gaze.moved.connect(self._look)
        self.gaze.turned.connect(self._arrange)
        self.gaze.unit_changed.connect(self.unit_hovered)
        self.editing = WeightEditing(self, self.content)
        self.editing.ended.connect(self.update)
        self.callouts = Callouts(self)
        themes().changed.connect(self._dress)

    @property
    def content(self) -> NetworkContent:
        """What is shown."""
        return self.scene.content

    @property
    def arrangement(self) -> Layout:
        """Where it stands."""
        return self.scene.layout

    @property
    def hit(self) -> Hit | None:
        """What the pointer or the keys are at."""
        return self.gaze.hit

    def show_experiment(self, experiment: Experiment) -> None:
        """Take the structure of an experiment."""
        before = self.content.frozen
        if self.content.take_experiment(experiment):
            self._arrange()
        elif self.content.frozen != before:
            self.scene.mark_frozen()
        self.editing.refresh()
        self.update()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take weights and responses of a snapshot; one of another structure is dropped."""
        fits, changed = self.content.take_snapshot(snapshot)
        if changed:
            self._arrange()
        if fits:
            self.scene.load()
            self.editing.refresh()
            fresh = snapshot.step == 0 and not snapshot.running
            if self.callouts.follow(fresh=fresh):
                self.arrange_callouts()
            if snapshot.running:
                self.scene.march()
            self.update()

    def set_reduced_motion(self, on: bool) -> None:
        """While the network trains: no dots that walk along the edges, no units that dropout strikes out in turn."""
        self.scene.calm = on
        self.update()

    def arrange_callouts(self) -> None:
        """Show the hints that are wanted now, where there is room."""
        self.callouts.arrange(self.arrangement, self.scene.bundles, QSizeF(self.size()))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:  # closed even by an error: one left open takes the program down
            if self.content.experiment is None:
                painter.fillRect(self.rect(), themes().current.card)
            else:
                self.scene.paint(painter, self.devicePixelRatioF(), self.gaze.hit, self.gaze.point, self.editing.hit)
                self.callouts.paint(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._arrange()
            self.update()
        super().changeEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.gaze.follow(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        if self.gaze.walked is None:
            self.gaze.look_at(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.content.experiment is not None:
            self._activate(self.scene.find(event.position()), event.position())
        else:
            super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Over a layer that is not shown whole the wheel brings its other units."""
        pages = self.scene.pages
        layer = pages.at(event.position().x())
        event.setAccepted(layer is not None)  # else whatever scrolls around the picture may take it
        if layer is not None and pages.roll(layer, event.angleDelta().y()):
            self._arrange()
            self.gaze.follow(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self.gaze.walk(key):
            if self.hit is not None:
                announce(self, describe(self.content, self.hit, self.scene.bundles))
        elif self.gaze.walked is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select):
            self._activate(self.gaze.hit, self.gaze.point)
        elif self.gaze.walked is not None and key == Qt.Key.Key_Escape:
            self.gaze.step_back()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_key and self.content.experiment is not None:
            self.gaze.walk_to((0, 0))
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self.editing.hit is None:
            self.gaze.leave_walk()
        super().focusOutEvent(event)

    @Slot()
    def _dress(self) -> None:
        self.scene.dress()
        self._arrange()
        self.update()

    @Slot()
    def _arrange(self) -> None:
        """Place everything for the present size and content; the keys stay where they were, if that is still there."""
        if self.content.experiment is None:
            return
        walked, edited = self.gaze.walked, self.editing.hit
        self.gaze.look_at(None)
        self.scene.arrange(QSizeF(self.size()))
        if edited is not None:
            self.editing.keep(self.scene.found_again(edited))
        self.setAccessibleName(self.tr("Picture of the network"))
        keys = self.tr("Arrow keys: units. Page Up and Page Down: a unit's bias and weights. Enter: change.")
        self.setAccessibleDescription(f"{describe_network(self.content)}\n{keys}")
        if walked is not None:
            self.gaze.walk_to(walked)
        self.arrange_callouts()
        self.arranged.emit()

    def _activate(self, hit: Hit | None, at: QPointF) -> None:
        """What a click or the Enter key does."""
        if hit is not None and hit.is_weight:
            self.editing.open(hit, at)
            self.update()
            return
        self.editing.close()
        if hit is None:
            return
        if hit.kind == "note":
            self.scene.pages.turn_page(hit.layer)
            self._arrange()
            self.gaze.follow(at)
        elif self._is_feature(hit):
            self.feature_clicked.emit(self.content.slots[hit.unit].name)
        elif hit.kind == "unit" and 0 < hit.layer < len(self.content.sizes) - 1:
            self.layer_selected.emit(hit.layer)

    @Slot()
    def _look(self) -> None:
        """Draw what is looked at, under a pointer that says whether a click does something."""
        hit = self.hit
        clickable = hit is not None and (hit.is_weight or hit.kind == "note" or self._is_feature(hit))
        self.setCursor(Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.ArrowCursor)
        self.update()

    def _is_feature(self, hit: Hit) -> bool:
        return hit.kind == "unit" and hit.layer == 0 and self.content.toggles
