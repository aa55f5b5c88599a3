"""The painted part of the picture of the network as a widget: it repaints, and follows the pointer and the keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.experiment import Experiment
from engine.snapshot import Snapshot
from playground.ui.theme import themes
from playground.ui.views import network_walk
from playground.ui.views.network_callouts import Callouts
from playground.ui.views.network_content import NetworkContent
from playground.ui.views.network_editing import WeightEditing
from playground.ui.views.network_layout import Layout
from playground.ui.views.network_pointer import Hit
from playground.ui.views.network_scene import NetworkScene
from playground.ui.views.network_tiles import tile_rect
from playground.ui.views.network_words import describe_network


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
        self._hit: Hit | None = None
        self._pointer = QPointF()
        self._walked: tuple[int, int] | None = None  # column and place the keys are at
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
        return self._hit

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
                self.scene.paint(painter, self.devicePixelRatioF(), self._hit, self._pointer, self.editing.hit)
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
        self._pointer, self._walked = event.position(), None
        self._look_at(self.scene.find(self._pointer) if self.content.experiment is not None else None)

    def leaveEvent(self, event: QEvent) -> None:
        if self._walked is None:
            self._look_at(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.content.experiment is not None:
            self._activate(self.scene.find(event.position()), event.position())
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        moved = network_walk.step(self.arrangement, self._walked, key)
        weight = self._next_weight(key)
        if moved is not None and self.content.experiment is not None:
            self._walk_to(moved)
        elif weight is not None:
            self._pointer = self.scene.middle_of(weight)
            self._look_at(weight)
        elif self._walked is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select):
            self._activate(self._hit, self._pointer)
        elif self._walked is not None and key == Qt.Key.Key_Escape:
            self._leave_walk() if self._unit_of(self._hit) or self._hit is None else self._walk_to(self._walked)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_key and self.content.experiment is not None:
            self._walk_to((0, 0))
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self.editing.hit is None:
            self._leave_walk()
        super().focusOutEvent(event)

    @Slot()
    def _dress(self) -> None:
        self.scene.dress()
        self._arrange()
        self.update()

    def _arrange(self) -> None:
        """Place everything for the present size and content; the keys stay where they were, if that is still there."""
        if self.content.experiment is None:
            return
        walked, edited = self._walked, self.editing.hit
        self._look_at(None)
        self.scene.arrange(QSizeF(self.size()))
        if edited is not None:
            self.editing.keep(self.scene.found_again(edited))
        self.setAccessibleName(self.tr("Picture of the network"))
        keys = self.tr("Arrow keys: units. Page Up and Page Down: a unit's bias and weights. Enter: change.")
        self.setAccessibleDescription(f"{describe_network(self.content)}. {keys}")
        if walked is not None:
            self._walk_to(network_walk.nearest(self.arrangement, walked))
        self.arrange_callouts()
        self.arranged.emit()

    def _walk_to(self, place: tuple[int, int]) -> None:
        self._walked = place
        column = self.arrangement.columns[place[0]]
        self._pointer = tile_rect(column, place[1]).bottomRight() - QPointF(8.0, 8.0)
        self._look_at(Hit("unit", column.layer, int(column.rows[place[1]])))

    def _leave_walk(self) -> None:
        if self._walked is not None:
            self._walked = None
            self._look_at(None)

    def _next_weight(self, key: Qt.Key) -> Hit | None:
        """Where Page Up and Page Down lead: round the bias and the weights of the unit the keys are at."""
        if self._walked is None:
            return None
        column = self.arrangement.columns[self._walked[0]]
        unit = int(column.rows[self._walked[1]])
        hits = network_walk.parameters(self.scene.bundles.items, column.layer, unit)
        return network_walk.next_parameter(hits, self._hit, key)

    def _activate(self, hit: Hit | None, at: QPointF) -> None:
        """What a click or the Enter key does."""
        if hit is not None and _is_weight(hit):
            self.editing.open(hit, at)
            self.update()
            return
        self.editing.close()
        if hit is None or hit.kind != "unit":
            return
        if hit.layer == 0 and self.content.toggles:
            self.feature_clicked.emit(self.content.slots[hit.unit].name)
        elif 0 < hit.layer < len(self.content.sizes) - 1:
            self.layer_selected.emit(hit.layer)

    def _look_at(self, hit: Hit | None) -> None:
        before, self._hit = self._hit, hit
        if hit is not None or before is not None:
            self.update()
        if hit == before:
            return
        feature = hit is not None and hit.kind == "unit" and hit.layer == 0 and self.content.toggles
        clickable = feature or (hit is not None and _is_weight(hit))
        self.setCursor(Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.ArrowCursor)
        was, now = self._unit_of(before), self._unit_of(hit)
        if was != now:
            self.scene.bundles.emphasize(now)
            self.unit_hovered.emit(*(now or (0, None)))

    def _unit_of(self, hit: Hit | None) -> tuple[int, int] | None:
        """(layer, index in the network) of a unit that has a response; features that are out have none."""
        if hit is None or hit.kind != "unit":
            return None
        if hit.layer > 0:
            return hit.layer, hit.unit
        slots = self.content.slots
        if self.content.picture is not None or hit.unit >= len(slots) or slots[hit.unit].input < 0:
            return None
        return 0, slots[hit.unit].input


def _is_weight(hit: Hit) -> bool:
    """A bias, or an edge that stands for one weight."""
    return hit.kind == "bias" or (hit.kind == "edge" and hit.source >= 0)
