"""The pictures in rows, each with its class and, if wrong, what it was taken for; only what is in view is drawn."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from playground.ui import fonts
from playground.ui.theme import Theme, themes
from playground.ui.views.gallery_atlas import Atlas
from playground.ui.views.gallery_order import Pictures

TILE, GAP, RING = 44.0, 6.0, 2.0  # pixels at text scale 1: a picture's side, between two, of the frame of a wrong one


class GalleryGrid(QWidget):
    """As high as its pictures need at its width; put it into a scroll area."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: Pictures | None = None
        self._atlas: Atlas | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        themes().changed.connect(self._dress)

    def show_pictures(self, pictures: Pictures) -> None:
        """Show `pictures` in their order."""
        before = 0 if self._pictures is None else len(self._pictures.true)
        self._pictures = pictures
        self._atlas = Atlas(pictures.images, themes().current)
        if len(pictures.true) != before:
            self.updateGeometry()
        self.update()

    def pictures(self) -> Pictures | None:
        """What is shown."""
        return self._pictures

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        count = 0 if self._pictures is None else len(self._pictures.true)
        return math.ceil(-(-count // self._columns(width)) * self._down())

    def sizeHint(self) -> QSize:
        return QSize(260, self.heightForWidth(max(260, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(round((TILE + GAP) * themes().text_scale), self.heightForWidth(max(1, self.width())))

    def _down(self) -> float:
        """From one row to the next."""
        scale = themes().text_scale
        return (TILE + GAP) * scale + QFontMetricsF(fonts.caption(scale)).height()

    def _columns(self, width: float) -> int:
        scale = themes().text_scale
        return max(1, int((width + GAP * scale) / ((TILE + GAP) * scale)))

    def _across(self) -> float:
        """From one column to the next: the columns share what the width leaves over."""
        scale, columns = themes().text_scale, self._columns(self.width())
        left_over = self.width() - TILE * scale * columns
        return TILE * scale + (max(0.0, left_over) / (columns - 1) if columns > 1 else 0.0)

    def place(self, index: int) -> QRectF:
        """The tile of picture `index`: the picture and the words under it."""
        across, down, scale = self._across(), self._down(), themes().text_scale
        row, column = divmod(index, self._columns(self.width()))
        return QRectF(column * across, row * down, TILE * scale, down - GAP * scale)

    def at(self, point: QPointF) -> int | None:
        """The picture under `point`."""
        count = 0 if self._pictures is None else len(self._pictures.true)
        columns = self._columns(self.width())
        column, row = int(point.x() // self._across()), int(point.y() // self._down())
        index = row * columns + column
        return index if 0 <= column < columns and 0 <= index < count and self.place(index).contains(point) else None

    def paintEvent(self, event: QPaintEvent) -> None:
        pictures, atlas = self._pictures, self._atlas
        if pictures is None or atlas is None:
            return
        painter, theme = QPainter(self), themes().current
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, min(pictures.images.shape[1:]) > TILE)
        painter.setFont(fonts.caption(themes().text_scale))
        for index in self._in_view(event.rect()):
            self._paint_tile(painter, index, pictures, atlas, theme)
        painter.end()

    def _in_view(self, area: QRect) -> range:
        down, columns = self._down(), self._columns(self.width())
        count = 0 if self._pictures is None else len(self._pictures.true)
        first, last = int(area.top() // down), int(area.bottom() // down)
        return range(max(0, first * columns), min(count, (last + 1) * columns))

    def _paint_tile(self, painter: QPainter, index: int, pictures: Pictures, atlas: Atlas, theme: Theme) -> None:
        tile = self.place(index)
        true, predicted = int(pictures.true[index]), int(pictures.predicted[index])
        side = TILE * themes().text_scale
        frame = QRectF(tile.left(), tile.top(), side, side)
        words = QRectF(tile.left() - 2, tile.top() + side, side + 4, tile.height() - side)
        metrics = QFontMetricsF(painter.font())
        if true == predicted:
            painter.drawImage(frame, atlas.image, atlas.part(index))
            painter.setPen(theme.secondary)
            text = metrics.elidedText(pictures.names[true], Qt.TextElideMode.ElideRight, words.width())
        else:
            painter.fillRect(frame, theme.error)
            painter.drawImage(frame.adjusted(RING, RING, -RING, -RING), atlas.image, atlas.part(index))
            self._paint_cross(painter, frame, theme)
            painter.setPen(theme.error)
            text = f"{pictures.names[true]} → {pictures.names[predicted]}"
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, text)

    @staticmethod
    def _paint_cross(painter: QPainter, frame: QRectF, theme: Theme) -> None:
        """A cross in the corner: a cue beside the colour of the frame."""
        scale = themes().text_scale
        box = QRectF(frame.right() - 13 * scale, frame.top(), 13 * scale, 13 * scale)
        painter.fillRect(box, theme.error)
        painter.setPen(QPen(theme.card, 1.75 * scale))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        inner = box.adjusted(4 * scale, 4 * scale, -4 * scale, -4 * scale)
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.topRight(), inner.bottomLeft())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._hint(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def _hint(self, point: QPointF) -> str:
        index, pictures = self.at(point), self._pictures
        if index is None or pictures is None:
            return ""
        true, predicted = pictures.names[int(pictures.true[index])], pictures.names[int(pictures.predicted[index])]
        if true == predicted:
            return self.tr("“{0}”, recognised").format(true)
        return self.tr("“{0}”, taken for “{1}”").format(true, predicted)

    @Slot()
    def _dress(self) -> None:
        if self._pictures is not None:
            self._atlas = Atlas(self._pictures.images, themes().current)
        self.updateGeometry()
        self.update()
