"""What of the surface's picture is drawn once and kept: the axes below the map, the marks above it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPixmap

from engine.plane import Window
from engine.snapshot import RunData, SetName
from playground.ui.views import surface_axes, surface_paint


class SurfaceLayers:
    """Two pixmaps, drawn anew after `forget`, and on a screen of another ratio."""

    def __init__(self) -> None:
        self._axes: QPixmap | None = None
        self._points: QPixmap | None = None
        self._ratio = 0.0

    def forget(self) -> None:
        """Draw both anew: place, data, words or colours changed."""
        self._axes = self._points = None

    def forget_points(self) -> None:
        """Draw the marks anew."""
        self._points = None

    def drawn(
        self, data: RunData, sets: Sequence[SetName], window: Window, area: QRectF, size: QSize, ratio: float
    ) -> tuple[QPixmap, QPixmap]:
        """Axes of a picture of `size`, and marks as large as the map in its `area`."""
        if ratio != self._ratio:
            self._ratio = ratio
            self.forget()
        if self._axes is None:
            self._axes = surface_axes.axes_layer(data, window, area, size, ratio)
        if self._points is None:
            self._points = surface_paint.marks_layer(data, sets, window, area.width(), ratio)
        return self._axes, self._points
