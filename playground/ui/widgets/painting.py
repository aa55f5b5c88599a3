"""What several widgets paint the same way: rounded shapes, and the ring around what has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from playground.ui.theme import FOCUS_RING, themes


def scaled(pixels: float) -> int:
    """`pixels` at text scale 1, as device-independent pixels at the text scale in force."""
    return round(pixels * themes().text_scale)


def smooth_painter(widget: QWidget) -> QPainter:
    """A painter for `widget` that smooths edges."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    return painter


def fill_rounded(painter: QPainter, area: QRectF, radius: float, fill: QColor, edge: QColor | None = None) -> None:
    """Fill `area` with `fill`, and draw its one-pixel `edge` inside of it."""
    painter.setBrush(fill)
    painter.setPen(Qt.PenStyle.NoPen if edge is None else QPen(edge, 1.0))
    inset = 0.0 if edge is None else 0.5
    painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), radius, radius)


def focus_ring(painter: QPainter, area: QRectF, radius: float) -> None:
    """Draw the ring that shows where the keyboard is, inside of `area`."""
    inset = FOCUS_RING / 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(themes().current.accent, FOCUS_RING))
    painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), radius, radius)
