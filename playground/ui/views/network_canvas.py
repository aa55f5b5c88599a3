"""The painted part of the picture of the network: inputs, edges, units and outputs, and what the pointer is at.

A frame draws a backdrop that does not move, one image of edges between two columns each, and the units' plots from one
image a layer. Edges are rendered anew only when a level changed, and then a few bundles a frame.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.experiment import Experiment
from engine.snapshot import Snapshot
from playground.ui import color_math, fonts
from playground.ui.theme import themes
from playground.ui.views import network_backdrop, network_bundles, network_pointer, network_walk
from playground.ui.views.network_content import NetworkContent
from playground.ui.views.network_edges import LEVELS, strength_levels
from playground.ui.views.network_layout import Column, Layout, arrange
from playground.ui.views.network_pointer import Hit
from playground.ui.views.network_tiles import TileDecor, UnitAtlas, tile_rect
from playground.ui.views.network_words import describe, describe_network
from playground.ui.views.pointer_label import draw_label

MARGIN = 6.0  # pixels that stay free at every side
LABELS_SHARE = 0.17  # of the width, at most, for the words at the left and for those at the right
MARCH_LIMIT = 200  # edges; with more of them nothing marches


class NetworkCanvas(QWidget):
    """Paints what it was last shown.

    unit_hovered(layer, unit): the unit looked at, by pointer or keys; (0, None) when none is. feature_clicked(name):
    an input of a plane set to take in or out. layer_selected(layer): a click on a unit of a hidden layer.
    """

    unit_hovered = Signal(int, object)
    feature_clicked = Signal(str)
    layer_selected = Signal(int)
    arranged = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.content = NetworkContent()
        self.layout_: Layout = arrange((1, 1), width=100, height=100, left=0, right=0)
        self.bundles = network_bundles.Bundles()
        self._atlases: list[UnitAtlas] = []
        self._backdrop: QPixmap | None = None
        self._ground: QPixmap | None = None
        self._decor: TileDecor | None = None
        self._ratio = 0.0
        self._hit: Hit | None = None
        self._pointer = QPointF()
        self._walked: tuple[int, int] | None = None  # column and place the keys are at
        self._march, self._marching = 0, True
        self._tables()
        themes().changed.connect(self._dress)

    def show_experiment(self, experiment: Experiment) -> None:
        """Take the structure of an experiment."""
        if self.content.take_experiment(experiment):
            self._arrange()
        self.update()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take weights and responses of a snapshot; one of another structure is dropped."""
        fits, changed = self.content.take_snapshot(snapshot)
        if changed:
            self._arrange()
        if fits:
            self._load()
            if snapshot.running:
                self._march = (self._march + 1) % network_bundles.PHASES
            self.update()

    def set_marching(self, on: bool) -> None:
        """Whether dots walk along the edges while the network trains."""
        self._marching = on
        self.update()

    @property
    def hit(self) -> Hit | None:
        """What the pointer or the keys are at."""
        return self._hit

    # --- what is drawn ---------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """Place everything for the present size and content; without an experiment there is nothing to place."""
        if self.content.experiment is None:
            return
        self._classes = themes().current.class_tables(max(1, self.content.outputs))
        content, font = self.content, fonts.caption(themes().text_scale)
        most = self.width() * LABELS_SHARE
        gap = network_backdrop.GAP + 2 * MARGIN
        left = min(network_backdrop.input_label_width(content, font), most) + gap
        right = min(network_backdrop.output_label_width(content, font), most) + gap
        self.layout_ = arrange(
            content.sizes,
            width=max(200.0, self.width()),
            height=max(60.0, self.height() - 2 * MARGIN),
            top=MARGIN,
            left=left,
            right=right,
            picture=content.picture is not None,
        )
        self.bundles.arrange(self.layout_, content)
        self._atlases = [UnitAtlas(column) for column in self.layout_.columns[1:]]
        self._backdrop, self._hit, self._walked = None, None, None
        self.setAccessibleName(self.tr("Picture of the network"))
        self.setAccessibleDescription(describe_network(content))
        self._load()
        self.arranged.emit(self.layout_)

    def _load(self) -> None:
        """Hand the newest weights and responses to the edges and the plots."""
        content = self.content
        self.bundles.set_weights(content.weights)
        last = len(content.units)
        for atlas in self._atlases:
            layer = atlas.column.layer
            units = content.units[layer - 1]
            if layer < last or content.data is None:
                atlas.load(units, -1.0, 1.0, self._diverging)
            elif content.data.task == "classes":
                atlas.load(units, 0.0, 1.0, self._classes)
            else:
                low, high = content.data.value_range if content.data.task == "regression" else (0.0, 1.0)
                atlas.load(units, low, high, self._diverging)

    def _tables(self) -> None:
        theme = themes().current
        self._diverging = theme.diverging_table()
        walker = color_math.mix(theme.card, theme.text, 0.85) if theme.name == "dark" else theme.card
        # square dots of two pixels look round and cost a tenth of round ones
        self._march_pen = QPen(walker, 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap)
        self.bundles.set_theme(theme)

    @Slot()
    def _dress(self) -> None:
        self._tables()
        self._decor = None
        self._arrange()
        self.update()

    # --- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.content.experiment is None:
            painter = QPainter(self)
            painter.fillRect(self.rect(), themes().current.card)
            painter.end()
            return
        ratio = self.devicePixelRatioF()
        if ratio != self._ratio or self._decor is None or self._backdrop is None:
            self._prepare(ratio)
        assert self._backdrop is not None  # made above
        if self.bundles.render(ratio, spare=self.content.running) or self._ground is None:
            self._ground = self._with_edges(self._backdrop)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(0, 0, self._ground)
        if self.content.running and self._marching and self.bundles.count <= MARCH_LIMIT:
            painter.setPen(self._march_pen)
            painter.drawPoints(self.bundles.marching(self._march))
        self._draw_units(painter)
        self._draw_looked_at(painter)
        painter.end()

    def _with_edges(self, backdrop: QPixmap) -> QPixmap:
        """The backdrop with the edges as they were last rendered, drawn once for many frames."""
        ground = backdrop.copy()
        painter = QPainter(ground)
        self.bundles.draw(painter)
        painter.end()
        return ground

    def _prepare(self, ratio: float) -> None:
        theme = themes().current
        self._ratio, self._decor = ratio, TileDecor(theme, ratio)
        backdrop = network_backdrop.Backdrop(self.content, self.layout_, theme, themes().text_scale)
        self._backdrop = backdrop.pixmap(QSizeF(self.size()), ratio, self._decor)
        self._ground = None
        self.bundles.forget()

    def _draw_units(self, painter: QPainter) -> None:
        assert self._decor is not None  # the caller has made it
        for atlas in self._atlases:
            column = atlas.column
            radius = network_pointer.bias_radius(column)
            levels = strength_levels(self.content.biases[column.layer - 1][column.rows]).tolist()
            for place, (area, level) in enumerate(zip(atlas.areas, levels, strict=True)):
                atlas.draw(painter, place, area)
                self._decor.draw_frame(painter, area)
                center = area.bottomLeft() + network_pointer.BIAS_SHIFT
                self._decor.draw_dot(painter, center, radius, level, LEVELS)

    def _draw_looked_at(self, painter: QPainter) -> None:
        """The ring or the bold edge of what the pointer or the keys are at, and its words."""
        hit = self._hit
        if hit is None:
            return
        column = self.layout_.column_of(hit.layer)
        if column is None:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(themes().current.accent, 2.0))
        if hit.kind == "unit":
            self._draw_enlarged(painter, column, hit.unit)
        elif hit.kind == "edge":
            bundle = self.bundles.items[hit.bundle]
            painter.setPen(QPen(themes().current.accent, bundle.widths()[hit.edge] + 2.5))
            painter.drawPath(bundle.path(hit.edge))
        elif hit.kind == "bias":
            place = list(column.rows).index(hit.unit)
            painter.drawEllipse(QPointF(*network_pointer.bias_center(column, place)), 7.0, 7.0)
        words = describe(self.content, hit, self.bundles)
        if words:
            draw_label(painter, self._pointer, words, QRectF(self.rect()))

    def _draw_enlarged(self, painter: QPainter, column: Column, unit: int) -> None:
        place = list(column.rows).index(unit)
        area = tile_rect(column, place)
        if column.layer > 0:
            grow = max(3.0, min(area.width() * 0.14, 8.0))
            area = area.adjusted(-grow, -grow, grow, grow)
            self._atlases[self.layout_.columns.index(column) - 1].draw(painter, place, area)
        painter.drawRoundedRect(area.adjusted(-1, -1, 1, 1), 4.0, 4.0)

    # --- pointer and keys ------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        self._walked = None
        self._look_at(network_pointer.find(self.layout_, self.bundles.items, self._pointer.x(), self._pointer.y()))

    def leaveEvent(self, event: QEvent) -> None:
        if self._walked is None:
            self._look_at(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            hit = network_pointer.find(self.layout_, self.bundles.items, event.position().x(), event.position().y())
            self._activate(hit)
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select) and self._walked is not None:
            self._activate(self._hit)
            return
        if event.key() == Qt.Key.Key_Escape and self._walked is not None:
            self._walked = None
            self._look_at(None)
            return
        moved = network_walk.step(self.layout_, self._walked, Qt.Key(event.key()))
        if moved is None:
            super().keyPressEvent(event)
            return
        self._walk_to(moved)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._walk_to((0, 0))
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self._walked is not None:
            self._walked = None
            self._look_at(None)
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._arrange()
        super().changeEvent(event)

    def _walk_to(self, place: tuple[int, int]) -> None:
        self._walked = place
        column = self.layout_.columns[place[0]]
        area = tile_rect(column, place[1])
        self._pointer = QPointF(area.right() - 8.0, area.bottom() - 8.0)
        self._look_at(Hit("unit", column.layer, int(column.rows[place[1]])))

    def _activate(self, hit: Hit | None) -> None:
        if hit is None or hit.kind not in ("unit", "bias"):
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
        clickable = hit is not None and hit.kind == "unit" and hit.layer == 0 and self.content.toggles
        self.setCursor(Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.ArrowCursor)
        self._tell_unit(before, hit)

    def _tell_unit(self, before: Hit | None, hit: Hit | None) -> None:
        """Emphasise the unit's edges, and tell others which unit is looked at."""
        was, now = self._unit_of(before), self._unit_of(hit)
        if was == now:
            return
        self.bundles.emphasize(now)
        if now is None:
            self.unit_hovered.emit(0, None)
        else:
            self.unit_hovered.emit(*now)

    def _unit_of(self, hit: Hit | None) -> tuple[int, int] | None:
        """(layer, index in the network) of a unit that has a response; features that are out have none."""
        if hit is None or hit.kind != "unit":
            return None
        if hit.layer > 0:
            return hit.layer, hit.unit
        if self.content.picture is not None or self.content.slots[hit.unit].input < 0:
            return None
        return 0, self.content.slots[hit.unit].input
