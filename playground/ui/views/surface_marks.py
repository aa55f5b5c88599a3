"""The marks of data points: colour is the class or the value, the form tells sets and classes apart without colour.

Training points are filled, dev points hollow with a dot, test points hollow. With more than two classes each has a
form of its own; otherwise training and test points are round and dev points are diamonds.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from engine.experiment import Task
from engine.snapshot import SetName
from playground.ui import color_math
from playground.ui.theme import Theme

SIZE = 7.0  # pixels of a mark without its ring, at the text scale 1
SMALLEST = 5.0  # so that forms can still be told apart
COVERED = 0.35  # of the map at most, by marks that have more room than the smallest
RING = 2.5 / 7.0  # widths of lines, in sizes of a mark: of the ring around it,
LINE, DOT = 1.6 / 7.0, 2.2 / 7.0  # of a hollow one's outline, of a dev point's dot
_FORMS = ("circle", "square", "up", "diamond", "down", "plus", "pentagon", "cross", "star", "bar")


def form(name: SetName, class_index: int, classes: int) -> str:
    """The form of a point of a set and a class (0 and up; `classes` of them, 0 or 1 for numbers)."""
    if classes > 2:
        return _FORMS[class_index % len(_FORMS)]
    return "diamond" if name == "dev" else "circle"


def outline(kind: str, center: QPointF, size: float) -> QPainterPath:
    """A form of about `size` pixels around `center`."""
    path = QPainterPath()
    half = size / 2
    if kind == "circle":
        path.addEllipse(center, half, half)
    elif kind in ("square", "bar"):
        wide, high = (0.9, 0.9) if kind == "square" else (1.3, 0.55)
        path.addRect(QRectF(center.x() - half * wide, center.y() - half * high, size * wide, size * high))
    elif kind in ("plus", "cross"):
        path.addPolygon(_cross(center, half * 1.15, 0.0 if kind == "plus" else math.pi / 4))
    elif kind == "star":
        path.addPolygon(_corners(center, [half * 1.35, half * 0.6] * 5, -math.pi / 2))
    else:
        corners, turn = {"up": (3, -0.5), "down": (3, 0.5), "diamond": (4, 0.5), "pentagon": (5, -0.5)}[kind]
        radius = half * {3: 1.35, 4: 1.25, 5: 1.15}[corners]
        path.addPolygon(_corners(center, [radius] * corners, turn * math.pi))
    path.closeSubpath()
    return path


def size_of(count: int, side: float, scale: float) -> float:
    """Pixels of each of `count` marks on a map of `side` pixels: smaller where they would hide it."""
    room = side * math.sqrt(COVERED / max(1, count))
    return scale * min(SIZE, max(SMALLEST, room / scale))


def side_of(size: float) -> int:
    """Pixels of the pixmap of a mark, an odd number: the ring and the corners of the widest form are in it."""
    return 2 * math.ceil(size * 0.86) + 1


def ring_color(theme: Theme, task: Task) -> QColor:
    """What sets a mark off from the map: the card's colour, for numbers (whose middle is the card's) a grey."""
    return color_math.mix(theme.card, theme.text, 0.6) if task == "regression" else theme.card


def mark(theme: Theme, color: QColor, ring: QColor, name: SetName, kind: str, ratio: float, size: float) -> QPixmap:
    """The mark as a pixmap of `side_of(size)` pixels a side, its middle in the middle."""
    side = side_of(size)
    pixmap = clear_pixmap(side, ratio)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_mark(painter, theme, color, ring, name, outline(kind, QPointF(side / 2, side / 2), size), size)
    return pixmap


def clear_pixmap(side: float, ratio: float) -> QPixmap:
    """A transparent square of `side` pixels."""
    pixels = math.ceil(side * ratio)
    pixmap = QPixmap(pixels, pixels)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(0, 0, 0, 0))
    return pixmap


def draw_mark(
    painter: QPainter, theme: Theme, color: QColor, ring: QColor, name: SetName, shape: QPainterPath, size: float
) -> None:
    """Draw a form with the ring that sets it off from the map, filled or hollow as its set wants it."""
    pen = QPen(ring, RING * size)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(shape, pen)
    if name == "train":
        painter.fillPath(shape, color)
        return
    painter.fillPath(shape, theme.card)
    pen.setColor(color)
    pen.setWidthF(LINE * size)
    painter.strokePath(shape, pen)
    if name == "dev":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(shape.boundingRect().center(), DOT * size / 2, DOT * size / 2)


def draw_ring(painter: QPainter, theme: Theme, center: QPointF, radius: float) -> None:
    """Draw the ring around a point that the network gets wrong, dark on light whatever lies below."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, width in ((theme.card, 0.7), (theme.text, 0.35)):
        painter.setPen(QPen(color, width * radius))
        painter.drawEllipse(center, radius, radius)


def _corners(center: QPointF, radii: list[float], start: float) -> QPolygonF:
    angles = [start + 2 * math.pi * place / len(radii) for place in range(len(radii))]
    places = zip(radii, angles, strict=True)
    return QPolygonF([center + QPointF(math.cos(angle), math.sin(angle)) * radius for radius, angle in places])


def _cross(center: QPointF, reach: float, turn: float) -> QPolygonF:
    arm = reach * 0.38
    quarter = [(reach, -arm), (reach, arm), (arm, arm)]
    corners = []
    for step in range(4):
        angle = turn + step * math.pi / 2
        cosine, sine = math.cos(angle), math.sin(angle)
        corners += [QPointF(center.x() + x * cosine - y * sine, center.y() + x * sine + y * cosine) for x, y in quarter]
    return QPolygonF(corners)
