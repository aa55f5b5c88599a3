"""How the picture of the network is drawn: one ground that rarely changes, and on it the units' plots of this frame.

The ground holds the backdrop and the edges. Edges are rendered anew only when a level changed, and then a few bundles
a frame; the plots of a layer come from one image.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from engine.frozen import Place
from playground.ui import color_math, fonts
from playground.ui.theme import themes
from playground.ui.views import network_backdrop, network_pointer
from playground.ui.views.network_bundles import PHASES, Bundles
from playground.ui.views.network_content import NetworkContent
from playground.ui.views.network_edges import LEVELS, strength_levels
from playground.ui.views.network_layout import Column, Layout, arrange
from playground.ui.views.network_pointer import Hit
from playground.ui.views.network_tiles import LEAST_FOR_BELL, TileDecor, UnitAtlas, tile_rect
from playground.ui.views.network_words import describe
from playground.ui.views.pointer_label import draw_label

MARGIN = 6.0  # pixels that stay free at every side
LABELS_SHARE = 0.17  # of the width, at most, for the words at the left and for those at the right
LOCK_SHARE = 0.62  # of an edge's way, where its lock stands: at half of it many edges cross
LARGE_AWAY = 20.0  # pixels from a tile to its weights shown large
LARGE = 144.0  # pixels of the weights over an image that are looked at
MARCH_LIMIT = 200  # edges; with more of them nothing marches


class NetworkScene:
    """Content, its layout, and all that is kept from one frame to the next."""

    def __init__(self) -> None:
        self.content = NetworkContent()
        self.layout: Layout = arrange((1, 1), width=100, height=100)
        self.bundles = Bundles()
        self.calm = False  # nothing moves that need not
        self._atlases: list[UnitAtlas] = []
        self._backdrop: QPixmap | None = None
        self._ground: QPixmap | None = None
        self._decor: TileDecor | None = None
        self._size, self._ratio, self._march = QSizeF(), 0.0, 0
        self._frozen: frozenset[Place] = frozenset()
        self._edge_locks: list[QPointF] = []
        self._bias_locks: list[QPointF] = []
        self.dress()

    def dress(self) -> None:
        """Take the colours of the theme in force; arrange after it."""
        theme = themes().current
        self._diverging = theme.diverging_table()
        walker = color_math.mix(theme.card, theme.text, 0.85) if theme.name == "dark" else theme.card
        # square dots of two pixels look round and cost a tenth of round ones
        self._march_pen = QPen(walker, 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap)
        self.bundles.set_theme(theme)
        self._decor = None

    def arrange(self, size: QSizeF) -> None:
        """Place everything of the present content on `size` pixels."""
        content, font = self.content, fonts.caption(themes().text_scale)
        self._size = size
        most = size.width() * LABELS_SHARE
        gap = network_backdrop.GAP + 2 * MARGIN
        self.layout = arrange(
            content.sizes,
            width=max(200.0, size.width()),
            height=max(60.0, size.height() - 2 * MARGIN),
            top=MARGIN,
            left=min(network_backdrop.input_label_width(content, font), most) + gap,
            right=min(network_backdrop.output_label_width(content, font), most) + gap,
            picture=content.picture is not None,
        )
        self._classes = themes().current.class_tables(max(1, content.outputs))
        self.bundles.arrange(self.layout, content)
        self._atlases = [UnitAtlas(column) for column in self.layout.columns[1:]]
        self._backdrop = None
        self.mark_frozen()
        self.load()

    def load(self) -> None:
        """Hand the newest weights and responses to the edges and the plots."""
        content = self.content
        self.bundles.set_weights(content.weights)
        last, images = len(content.units), content.weight_images
        for atlas in self._atlases:
            layer = atlas.column.layer
            units = content.units[layer - 1]
            atlas.crisp = layer == 1 and images is not None
            if layer == 1 and images is not None:
                atlas.load(images, -1.0, 1.0, self._diverging)
            elif layer < last or content.data is None:
                atlas.load(units, -1.0, 1.0, self._diverging)
            elif content.data.task == "classes":
                atlas.load(units, 0.0, 1.0, self._classes)
            else:
                low, high = content.data.value_range if content.data.task == "regression" else (0.0, 1.0)
                atlas.load(units, low, high, self._diverging)

    def mark_frozen(self) -> None:
        """Find where the marks of frozen weights stand; called when they, or the places, have changed."""
        self._frozen, self._ground = self.content.frozen, None
        self._edge_locks, self._bias_locks = [], []
        for layer, unit, source in self._frozen:
            column = self.layout.column_of(layer)
            if source is None and column is not None and unit - 1 in column.rows:
                self._bias_locks.append(QPointF(*network_pointer.bias_center(column, column.place_of(unit - 1))))
            elif source is not None:
                found = self.bundles.edge_of(layer, unit - 1, source - 1)
                if found is not None:
                    self._edge_locks.append(self.bundles.items[found[0]].point(found[1], LOCK_SHARE))

    def found_again(self, hit: Hit) -> Hit | None:
        """A weight or a bias where it stands now; None when it is not there any more."""
        column = self.layout.column_of(hit.layer)
        if column is None or hit.unit not in column.rows:
            return None
        if hit.kind == "bias":
            return hit
        found = self.bundles.edge_of(hit.layer, hit.unit, hit.source)
        return None if found is None else replace(hit, bundle=found[0], edge=found[1])

    def middle_of(self, hit: Hit) -> QPointF:
        """A point of a weight or a bias, for what stands beside it."""
        if hit.kind == "edge":
            return self.bundles.items[hit.bundle].point(hit.edge, LOCK_SHARE)
        column = self.layout.column_of(hit.layer)
        assert column is not None  # only what is shown is asked for
        return QPointF(*network_pointer.bias_center(column, column.place_of(hit.unit)))

    def march(self) -> None:
        """Let the dots walk one step along the edges."""
        self._march = (self._march + 1) % PHASES

    def find(self, at: QPointF) -> Hit | None:
        """What is at a point."""
        return network_pointer.find(self.layout, self.bundles.items, at.x(), at.y())

    def paint(
        self, painter: QPainter, ratio: float, hit: Hit | None, pointer: QPointF, edited: Hit | None = None
    ) -> None:
        """Draw a frame at `ratio` device pixels a pixel; `hit` is looked at, its words stand beside `pointer`.

        `edited` is marked as well, without words.
        """
        if ratio != self._ratio or self._decor is None:
            self._ratio, self._decor, self._backdrop = ratio, TileDecor(themes().current, ratio), None
        if self._backdrop is None:
            backdrop = network_backdrop.Backdrop(self.content, self.layout, themes().current, themes().text_scale)
            self._backdrop, self._ground = backdrop.pixmap(self._size, ratio, self._decor), None
            self.bundles.forget()
        if self.bundles.render(ratio, spare=self.content.running) or self._ground is None:
            self._ground = self._with_edges(self._backdrop, self._decor)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(0, 0, self._ground)
        if self.content.running and not self.calm and self.bundles.count <= MARCH_LIMIT:
            painter.setPen(self._march_pen)
            painter.drawPoints(self.bundles.marching(self._march))
        self._draw_units(painter, self._decor)
        if edited is not None and edited != hit:
            self._draw_mark(painter, edited)
        if hit is not None:
            self._draw_mark(painter, hit)
            words = describe(self.content, hit, self.bundles) if hit != edited else ""
            if words:
                draw_label(painter, pointer, words, self._room_for_label(hit))

    def _with_edges(self, backdrop: QPixmap, decor: TileDecor) -> QPixmap:
        """The backdrop with the edges as they were last rendered, drawn once for many frames."""
        ground = backdrop.copy()
        with QPainter(ground) as painter:
            self.bundles.draw(painter)
            for point in self._edge_locks:
                decor.draw_lock(painter, point)
        return ground

    def _draw_units(self, painter: QPainter, decor: TileDecor) -> None:
        for atlas in self._atlases:
            column = atlas.column
            radius = network_pointer.bias_radius(column)
            levels = strength_levels(self.content.biases[column.layer - 1][column.rows]).tolist()
            kept = None if self.calm and self.content.running else self.content.kept[column.layer - 1]
            normed = self.content.gammas[column.layer - 1] is not None
            for place, (area, level) in enumerate(zip(atlas.areas, levels, strict=True)):
                atlas.draw(painter, place, area)
                if kept is not None and not kept[column.rows[place]]:
                    decor.draw_struck(painter, area)
                decor.draw_frame(painter, area)
                if normed and column.tile >= LEAST_FOR_BELL:
                    decor.draw_bell(painter, area)
                decor.draw_dot(painter, area.bottomLeft() + network_pointer.BIAS_SHIFT, radius, level, LEVELS)
        for point in self._bias_locks:
            decor.draw_lock(painter, point)

    def _draw_mark(self, painter: QPainter, hit: Hit) -> None:
        """The ring or the bold edge of what is looked at or edited."""
        column = self.layout.column_of(hit.layer)
        assert column is not None  # only what is shown is ever looked at
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(themes().current.accent, 2.0))
        if hit.kind == "unit":
            self._draw_enlarged(painter, column, hit.unit)
        elif hit.kind == "edge":
            self._draw_edge(painter, hit)
        elif hit.kind == "bias":
            place = column.place_of(hit.unit)
            radius = network_pointer.bias_radius(column) + 3.0
            painter.drawEllipse(QPointF(*network_pointer.bias_center(column, place)), radius, radius)

    def _draw_edge(self, painter: QPainter, hit: Hit) -> None:
        """One edge in front of all, in the colour of its sign with a seam in the colour of text."""
        theme, bundle = themes().current, self.bundles.items[hit.bundle]
        width, path = float(bundle.widths()[hit.edge]), bundle.path(hit.edge)
        color = theme.positive if bundle.levels[hit.edge] >= 0 else theme.negative
        for pen_color, more in ((theme.text, 3.5), (theme.secondary if bundle.pooled else color, 1.0)):
            painter.setPen(QPen(pen_color, width + more, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawPath(path)

    def _draw_enlarged(self, painter: QPainter, column: Column, unit: int) -> None:
        place = column.place_of(unit)
        area = tile_rect(column, place)
        if column.layer > 0:
            atlas = self._atlases[self.layout.columns.index(column) - 1]
            grow = max(3.0, min(area.width() * 0.14, 8.0))
            area = area.adjusted(-grow, -grow, grow, grow)
            atlas.draw(painter, place, area)
            if atlas.crisp:
                self._draw_large(painter, atlas, place)
        painter.drawRoundedRect(area.adjusted(-1, -1, 1, 1), 4.0, 4.0)

    def _room_for_label(self, hit: Hit) -> QRectF:
        """Where the words about something may stand: not on the weights that are shown large beside it."""
        column = self.layout.column_of(hit.layer)
        if hit.kind == "unit" and hit.layer == 1 and column is not None and self.content.weight_images is not None:
            large = self._large_area(column, column.place_of(hit.unit))
            return QRectF(0.0, 0.0, large.left() - 2.0, self._size.height())
        return QRectF(QPointF(), self._size)

    def _large_area(self, column: Column, place: int) -> QRectF:
        """Where the weights of a unit over an image are shown large: beside its tile, at the side with room."""
        side = min(LARGE, self._size.height() - 4.0)
        top = min(max(2.0, float(column.y[place]) - side / 2), self._size.height() - side - 2.0)
        left = column.right + LARGE_AWAY
        if left + side > self._size.width() - 2.0:
            left = column.left - LARGE_AWAY - side
        return QRectF(round(left), round(top), side, side)

    def _draw_large(self, painter: QPainter, atlas: UnitAtlas, place: int) -> None:
        large = self._large_area(atlas.column, place)
        atlas.draw(painter, place, large)
        painter.drawRoundedRect(large, 4.0, 4.0)
