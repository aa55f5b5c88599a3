"""How the picture of the network is drawn: one ground that rarely changes, and on it the units' plots of this frame.

The ground holds the backdrop and the edges. Edges are rendered anew only when a level changed, and then a few bundles
a frame; the plots of a layer come from one image.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from playground.ui import color_math, fonts
from playground.ui.theme import themes
from playground.ui.views import network_backdrop, network_locks, network_pointer
from playground.ui.views.network_bundles import Bundles
from playground.ui.views.network_content import NetworkContent
from playground.ui.views.network_edges import LEVELS, strength_levels
from playground.ui.views.network_highlight import Highlight
from playground.ui.views.network_layout import Layout, arrange
from playground.ui.views.network_locks import Locks
from playground.ui.views.network_march import PHASES
from playground.ui.views.network_pages import Pages
from playground.ui.views.network_pointer import Hit
from playground.ui.views.network_tiles import LEAST_FOR_BELL, TileDecor, UnitAtlas
from playground.ui.views.network_words import describe
from playground.ui.views.pointer_label import draw_label

MARGIN = 6.0  # pixels that stay free at every side
LABELS_SHARE = 0.17, 0.26  # of the width, at most, for the words at each side: with many columns, and with few


class NetworkScene:
    """Content, its layout, and all that is kept from one frame to the next."""

    def __init__(self) -> None:
        self.content = NetworkContent()
        self.layout: Layout = arrange((1, 1), width=100, height=100)
        self.bundles = Bundles()
        self.calm = False  # nothing moves that need not
        self.pages = Pages()
        self._atlases: list[UnitAtlas] = []
        self._backdrop: QPixmap | None = None
        self._ground: QPixmap | None = None
        self._decor: TileDecor | None = None
        self._size, self._ratio, self._march = QSizeF(), 0.0, 0
        self._highlight = Highlight(self.layout, self.bundles, self._atlases, self._size)
        self._locks = Locks()
        self.dress()

    def dress(self) -> None:
        """Take the colours of the theme in force; arrange after it."""
        theme = themes().current
        self._diverging = theme.diverging_table()
        walker = color_math.mix(theme.card, theme.text, 0.85) if theme.name == "dark" else theme.card
        # square dots of two pixels look round and cost a tenth of round ones
        self._march_pen = QPen(walker, 2.0 * themes().text_scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap)
        self.bundles.set_theme(theme)
        self._decor = None

    def arrange(self, size: QSizeF) -> None:
        """Place everything of the present content on `size` pixels."""
        content, font = self.content, fonts.caption(themes().text_scale)
        self._size = size
        most = size.width() * max(LABELS_SHARE[0], min(LABELS_SHARE[1], 0.7 / len(content.sizes)))
        gap = network_backdrop.GAP + 2 * MARGIN
        self.layout = arrange(
            content.sizes,
            width=max(200.0, size.width()),
            height=max(60.0, size.height() - 2 * MARGIN),
            top=MARGIN,
            left=min(network_backdrop.input_label_width(content, font), most) + gap,
            right=min(network_backdrop.output_label_width(content, font), most) + gap,
            picture=content.picture is not None,
            first=self.pages.first,
        )
        self.pages.follow(self.layout)
        self._classes = themes().current.class_tables(max(1, content.outputs))
        self.bundles.arrange(self.layout, content, boldness=themes().text_scale)
        self._atlases = [UnitAtlas(column) for column in self.layout.columns[1:]]
        self._highlight = Highlight(self.layout, self.bundles, self._atlases, size)
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
        self._locks.arrange(self.content.frozen, self.layout, self.bundles)
        self._ground = None

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
            return self.bundles.items[hit.bundle].point(hit.edge, network_locks.SHARE)
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
        if self.content.running and not self.calm:
            painter.setPen(self._march_pen)
            painter.drawPoints(self.bundles.march.dots(self._march))
        self._draw_units(painter, self._decor)
        for looked_at in (edited, hit):
            if looked_at is not None:
                self._highlight.draw(painter, looked_at)
                self._locks.draw_on_edges(painter, self._decor)  # the bold edge has covered its own
        if hit is not None:
            words = describe(self.content, hit, self.bundles) if hit != edited else ""
            if words:
                draw_label(painter, pointer, words, self._highlight.room_for_words(hit))

    def _with_edges(self, backdrop: QPixmap, decor: TileDecor) -> QPixmap:
        """The backdrop with the edges as they were last rendered, drawn once for many frames."""
        ground = backdrop.copy()
        with QPainter(ground) as painter:
            self.bundles.draw(painter)
            self._locks.draw_on_edges(painter, decor)
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
        self._locks.draw_on_biases(painter, decor)
