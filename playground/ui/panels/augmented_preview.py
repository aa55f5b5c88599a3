"""What augmentation makes of the training samples, in this epoch: points moved from where they are, or pictures."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.snapshot import Augmented, RunData
from playground.ui.theme import CONTROL_RADIUS, themes
from playground.ui.widgets.painting import fill_rounded, scaled, smooth_painter
from playground.ui.widgets.tinted import tinted

_HEIGHT = 132  # of points; pictures take one row
_PICTURES, _GAP = 7, 4
_DOT = 4.0


class AugmentedPreview(QWidget):
    """A small plane with each sample's way from where it is to where it was trained on; or a row of pictures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Augmented | None = None
        self._data: RunData | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes().changed.connect(self._dress)
        self._retranslate()

    def show_samples(self, augmented: Augmented | None, data: RunData | None) -> None:
        """Show `augmented`; nothing, and no room taken, for None."""
        if augmented is not self._shown:
            resized = (augmented is None) != (self._shown is None) or data is not self._data
            self._shown, self._data = augmented, data
            if resized:
                self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        if self._shown is None:
            return QSize(0, 0)
        pictures = len(self._shown.images)
        return QSize(scaled(200), round(self._side()) if pictures else scaled(_HEIGHT))

    def _side(self) -> float:
        """Of one picture in a row that is as wide as the widget."""
        return min((max(self.width(), scaled(200)) - _GAP * (_PICTURES - 1)) / _PICTURES, scaled(48))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None or self._data is None:
            return
        painter = smooth_painter(self)
        if len(self._shown.images):
            self._paint_pictures(painter, self._shown.images)
        else:
            self._paint_points(painter, self._shown, self._data)

    def _paint_pictures(self, painter: QPainter, images: NDArray[np.uint8]) -> None:
        side = self._side()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)  # pixels are what is changed
        for index, image in enumerate(images[:_PICTURES]):
            painter.drawImage(QRectF(index * (side + _GAP), 0.0, side, side), tinted(image, themes().current))

    def _paint_points(self, painter: QPainter, shown: Augmented, data: RunData) -> None:
        theme, area = themes().current, QRectF(self.rect())
        fill_rounded(painter, area, CONTROL_RADIUS, theme.field)
        painter.setClipRect(area)
        before, after = (self._places(points, data, area) for points in (shown.plain, shown.points))
        way = QColor(theme.secondary)
        way.setAlphaF(0.5)
        painter.setPen(QPen(way, 1.0))
        painter.drawLines([QLineF(*a, *b) for a, b in zip(before.tolist(), after.tolist(), strict=True)])
        for label in np.unique(shown.labels) if data.class_names else ():
            painter.setPen(_dot(theme.class_color(int(label))))
            painter.drawPoints([QPointF(*place) for place in after[shown.labels == label].tolist()])
        if not data.class_names:
            painter.setPen(_dot(theme.positive))
            painter.drawPoints([QPointF(*place) for place in after.tolist()])

    @staticmethod
    def _places(points: NDArray[np.float32], data: RunData, area: QRectF) -> NDArray[np.float64]:
        """(k, 2) of the plane -> (k, 2) of the widget, both axes to the same scale."""
        low, high = np.array(data.plane.low), np.array(data.plane.high)
        scale = min(area.width() / (high[0] - low[0]), area.height() / (high[1] - low[1]))
        place = (points.astype(np.float64) - (low + high) / 2) * [scale, -scale]
        middle = area.center()
        return np.asarray(place + np.array([middle.x(), middle.y()]))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Samples as they are trained on in this epoch"))
        self.setToolTip(self.accessibleName())

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()


def _dot(color: QColor) -> QPen:
    return QPen(color, scaled(_DOT), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
