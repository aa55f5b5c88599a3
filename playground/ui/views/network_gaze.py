"""What is looked at in the picture of the network: the pointer is there, or the arrow keys have led there."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Qt, Signal

from playground.ui.views import network_walk
from playground.ui.views.network_pointer import Hit
from playground.ui.views.network_scene import NetworkScene
from playground.ui.views.network_tiles import tile_rect


class Gaze(QObject):
    """moved(): something else is looked at, or from elsewhere. unit_changed(layer, unit): the unit looked at, by its
    index in the network; (0, None) when none is. turned(): the keys have led to units that were not shown."""

    moved = Signal()
    turned = Signal()
    unit_changed = Signal(int, object)

    def __init__(self, scene: NetworkScene, parent: QObject) -> None:
        super().__init__(parent)
        self._scene = scene
        self.hit: Hit | None = None
        self.point = QPointF()  # beside which words about it stand
        self.walked: tuple[int, int] | None = None  # column and place the keys are at

    def follow(self, point: QPointF) -> None:
        """The pointer has come to a point."""
        self.point, self.walked = point, None
        self.look_at(self._scene.find(point) if self._scene.content.experiment is not None else None)

    def look_at(self, hit: Hit | None) -> None:
        """Look at something, or at nothing."""
        before, self.hit = self.hit, hit
        if hit is not None or before is not None:
            self.moved.emit()
        was, now = self._unit_of(before), self._unit_of(hit)
        if was != now:
            self._scene.bundles.emphasize(now)
            self.unit_changed.emit(*(now or (0, None)))

    def walk(self, key: Qt.Key) -> bool:
        """Follow a key that leads somewhere; False for another one."""
        if self._scene.content.experiment is None:
            return False
        place = network_walk.step(self._scene.layout, self.walked, key)
        if place is not None:
            column = self._scene.layout.columns[place[0]]
            if place == self.walked and self._scene.pages.turn(column.layer, column.lanes * network_walk.onward(key)):
                self.turned.emit()
            self.walk_to(place)
            return True
        weight = self._next_weight(key)
        if weight is not None:
            self.point = self._scene.middle_of(weight)
            self.look_at(weight)
        return weight is not None

    def walk_to(self, place: tuple[int, int]) -> None:
        """Stand at a (column, row), or at what is there and nearest to it."""
        column_at, row = self.walked = network_walk.nearest(self._scene.layout, place)
        column = self._scene.layout.columns[column_at]
        self.point = tile_rect(column, row).bottomRight() - QPointF(8.0, 8.0)
        self.look_at(Hit("unit", column.layer, int(column.rows[row])))

    def step_back(self) -> None:
        """From a weight to its unit, from a unit out of the picture."""
        at_unit = self.hit is None or self.hit.kind == "unit"
        if self.walked is not None and not at_unit:
            self.walk_to(self.walked)
        else:
            self.leave_walk()

    def leave_walk(self) -> None:
        """The keys are elsewhere now."""
        if self.walked is not None:
            self.walked = None
            self.look_at(None)

    def _next_weight(self, key: Qt.Key) -> Hit | None:
        """Where Page Up and Page Down lead: round the bias and the weights of the unit the keys are at."""
        if self.walked is None:
            return None
        column = self._scene.layout.columns[self.walked[0]]
        unit = int(column.rows[self.walked[1]])
        hits = network_walk.parameters(self._scene.bundles.items, column.layer, unit)
        return network_walk.next_parameter(hits, self.hit, key)

    def _unit_of(self, hit: Hit | None) -> tuple[int, int] | None:
        """(layer, index in the network) of a unit that has a response; features that are out have none."""
        if hit is None or hit.kind != "unit":
            return None
        if hit.layer > 0:
            return hit.layer, hit.unit
        content = self._scene.content
        if content.picture is not None or hit.unit >= len(content.slots) or content.slots[hit.unit].input < 0:
            return None
        return 0, content.slots[hit.unit].input
