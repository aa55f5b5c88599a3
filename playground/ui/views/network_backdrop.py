"""All in the picture of the network that does not move: the card, the inputs' plots and names, what is left out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPixmap

from playground.ui import color_math, fonts
from playground.ui.engine_words import class_names
from playground.ui.theme import Theme
from playground.ui.views.color_map import WordImage
from playground.ui.views.network_content import NetworkContent
from playground.ui.views.network_layout import Column, Layout
from playground.ui.views.network_tiles import TileDecor, UnitAtlas, tile_rect

GAP = 9.0  # pixels between a tile and the words beside it
MARK = 13.0  # pixels of the dot before a class's name, with its space
ARROW = 7.0  # pixels of the arrow that says there is more
OUT_OPACITY = {"light": 0.32, "dark": 0.5}  # of a feature that is out


def input_label_width(content: NetworkContent, font: QFont) -> float:
    """Room the names of the inputs ask for."""
    metrics = QFontMetricsF(font)
    names = [content.label(slot) for slot in content.slots] if content.picture is None else []
    return max((metrics.horizontalAdvance(name) for name in names), default=0.0)


def output_labels(content: NetworkContent) -> list[str]:
    """What stands behind the outputs."""
    if content.data is None:
        return []
    if content.data.task == "classes":
        return list(class_names(content.data))
    if content.data.task == "two-class" and content.data.class_names[1:] not in ((), ("1",)):
        return [class_names(content.data)[1]]
    return ["ŷ"]


def output_label_width(content: NetworkContent, font: QFont) -> float:
    """Room the names of the outputs ask for."""
    metrics = QFontMetricsF(font)
    mark = MARK if content.data is not None and content.data.task == "classes" else 0.0
    return mark + max((metrics.horizontalAdvance(name) for name in output_labels(content)), default=0.0)


def left_out_words(column: Column, width: float, metrics: QFontMetricsF) -> str:
    """Which units of a column are shown, and that there are others, as long as there is room for."""
    first, last = int(column.rows[0]) + 1, int(column.rows[-1]) + 1
    full = QCoreApplication.translate("NetworkCanvas", "{first}–{last} of {all}")
    words = full.format(first=first, last=last, all=column.size)
    return words if metrics.horizontalAdvance(words) <= width else f"{first}–{last}"


class Backdrop:
    """Draws what does not move of one layout of one content."""

    def __init__(self, content: NetworkContent, layout: Layout, theme: Theme, scale: float) -> None:
        self._content, self._layout, self._theme = content, layout, theme
        self._font = fonts.caption(scale)
        self._metrics = QFontMetricsF(self._font)

    def pixmap(self, size: QSizeF, ratio: float, decor: TileDecor) -> QPixmap:
        """The whole backdrop, opaque, `size` in pixels at `ratio` device pixels each."""
        pixmap = QPixmap(round(size.width() * ratio + 0.499), round(size.height() * ratio + 0.499))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self._theme.card)
        with QPainter(pixmap) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            painter.setFont(self._font)
            self._draw_inputs(painter, decor)
            self._draw_outputs(painter, size.width())
            for column in self._layout.columns:
                self._draw_left_out(painter, column)
            self._draw_folded_layers(painter, size.height())
        return pixmap

    def _draw_inputs(self, painter: QPainter, decor: TileDecor) -> None:
        column = self._layout.columns[0]
        picture = self._content.picture
        if picture is not None:
            shades = _grey_image(picture, self._theme)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)  # pixels are to be seen as such
            painter.drawImage(tile_rect(column, 0), shades.image)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
            decor.draw_frame(painter, tile_rect(column, 0))
            return
        atlas = UnitAtlas(column)
        atlas.load(self._content.inputs, -1.0, 1.0, self._theme.diverging_table())
        for place, row in enumerate(column.rows):
            self._draw_input(painter, atlas, decor, place, int(row))

    def _draw_input(self, painter: QPainter, atlas: UnitAtlas, decor: TileDecor, place: int, row: int) -> None:
        column, slot = self._layout.columns[0], self._content.slots[row]
        area = tile_rect(column, place)
        painter.setOpacity(1.0 if slot.input >= 0 else OUT_OPACITY[self._theme.name])
        atlas.draw(painter, place, area)
        decor.draw_frame(painter, area)
        painter.setOpacity(1.0)
        painter.setPen(self._theme.text if slot.input >= 0 else self._theme.secondary)
        room = QRectF(2.0, area.top(), area.left() - GAP - 2.0, area.height())
        self._draw_words(painter, room, self._content.label(slot), Qt.AlignmentFlag.AlignRight)

    def _draw_outputs(self, painter: QPainter, width: float) -> None:
        column, labels = self._layout.columns[-1], output_labels(self._content)
        painter.setPen(self._theme.text)
        for place, row in enumerate(column.rows):
            if row < len(labels):
                area = tile_rect(column, place)
                left = area.right() + GAP + self._draw_class_mark(painter, area, int(row))
                room = QRectF(left, area.top(), width - left - 2.0, area.height())
                self._draw_words(painter, room, labels[row], Qt.AlignmentFlag.AlignLeft)

    def _draw_class_mark(self, painter: QPainter, area: QRectF, row: int) -> float:
        """A dot in the class's colour before its name; how much room it takes."""
        data = self._content.data
        if data is None or data.task != "classes":
            return 0.0
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.class_color(row))
        painter.drawEllipse(QPointF(area.right() + GAP + 3.5, area.center().y() + 0.5), 4.0, 4.0)
        painter.restore()
        return MARK

    def _draw_left_out(self, painter: QPainter, column: Column) -> None:
        if column.note_y is None:
            return
        inputs = column.layer == 0
        height = self._metrics.height()
        left = 2.0 if inputs else column.x - self._layout.pitch / 2 + 2.0
        right = column.right if inputs else column.x + self._layout.pitch / 2 - 2.0
        words = left_out_words(column, right - left - ARROW - 5.0, self._metrics)
        width = self._metrics.horizontalAdvance(words)
        start = right - ARROW - 5.0 - width if inputs else (left + right - ARROW - 5.0 - width) / 2
        painter.setPen(QPen(self._theme.secondary, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawText(
            QRectF(start, column.note_y - height / 2, width + 1, height), Qt.AlignmentFlag.AlignCenter, words
        )
        tip = QPointF(start + width + 5.0 + ARROW / 2, column.note_y + ARROW / 4)
        for side in (-ARROW / 2, ARROW / 2):
            painter.drawLine(tip, tip + QPointF(side, -ARROW / 2))

    def _draw_folded_layers(self, painter: QPainter, height: float) -> None:
        count, fold = self._layout.layers_left_out, self._layout.fold
        if not count:
            return
        x = (self._layout.columns[fold - 1].x + self._layout.columns[fold].x) / 2
        painter.setPen(QPen(self._theme.secondary, 1.0))
        painter.drawText(QRectF(x - 40, height / 2 - 20, 80, 20), Qt.AlignmentFlag.AlignCenter, f"+{count}")
        for step in (-1, 0, 1):
            painter.setBrush(self._theme.secondary)
            painter.drawEllipse(QPointF(x + 6.0 * step, height / 2 + 8.0), 1.0, 1.0)

    def _draw_words(self, painter: QPainter, room: QRectF, words: str, side: Qt.AlignmentFlag) -> None:
        shown = self._metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        grown = room.adjusted(0, -20, 0, 20)  # words may be higher than a small tile
        painter.drawText(grown, side | Qt.AlignmentFlag.AlignVCenter, shown)


def _grey_image(pixels: NDArray[np.uint8], theme: Theme) -> WordImage:
    """An image (h, w) of bytes between the card's colour and the text's."""
    shades = WordImage(pixels.shape[1], pixels.shape[0])
    shades.fill(pixels, color_math.ramp(theme.card, theme.text, 256))
    return shades
