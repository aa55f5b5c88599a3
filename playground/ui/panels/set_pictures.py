"""The small pictures of the data sets: generated ones drawn by their own generators, shipped ones from their files.

Generated sets are drawn at the experiment's noise and data seed; of the shipped tables the plane of the two largest
principal components is shown, of the digits the first of each class.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from engine.data import GENERATORS, SHIPPED, load_shipped
from engine.points import Point
from engine.random_streams import stream
from engine.snapshot import SETS, RunData
from playground.ui import icons
from playground.ui.theme import Theme, themes
from playground.ui.widgets.tinted import tinted

Float64 = NDArray[np.float64]

_SAMPLES = 130  # points of the picture of a table
_OWN = 400  # points of a set of one's own that are drawn, the newest
_SHARE = 0.4  # of a generated set that is drawn
_NUMBERS = 320  # points of a regression picture
_REACH = 6.0  # the generated sets lie in [−6, 6]², or mostly
_LEVELS = 9  # colours of a regression picture
_INSET = 0.06  # of the picture's side, free at each edge
_BIT_ROWS = 4
_STRETCH = 1.5  # at most so much wider than high; a circle is to stay nearly one


def set_picture(kind: str, size: QSize, noise: float, seed: int) -> QImage:
    """A picture of data set `kind`, `size` in physical pixels, in the theme in force; cached.

    `noise` in percent and the data seed matter for generated sets only.
    """
    if kind in SHIPPED:
        noise, seed = 0.0, 0
    return _picture(kind, size.width(), size.height(), noise, seed, themes().current.name)


def own_picture(size: QSize, points: tuple[Point, ...], *, values: bool = False) -> QImage:
    """A picture of points of one's own; a brush where there are none."""
    theme = themes().current
    picture = QImage(size.width(), size.height(), QImage.Format.Format_RGB32)
    picture.fill(theme.field)
    if points:
        table = np.array(points, np.float64)[-_OWN:]
        reach = max(_REACH, float(np.abs(table[:, :2]).max()))
        groups = _value_groups(table[:, 2], theme) if values else _class_groups(table[:, 2], theme)
        _draw(picture, table[:, :2] / reach, groups)
        return picture
    _draw_sign(picture, "brush", theme)
    return picture


def table_picture(size: QSize, run: RunData | None) -> QImage:
    """A picture of a table of one's own as a run shows its samples on the plane; a table's sign before one has."""
    theme = themes().current
    picture = QImage(size.width(), size.height(), QImage.Format.Format_RGB32)
    picture.fill(theme.field)
    if run is None:
        _draw_sign(picture, "table", theme)
        return picture
    x, y = (np.concatenate([part[name] for name in SETS]).astype(np.float64) for part in (run.points, run.labels))
    x, y = _thinned(x, y)
    low, high = run.value_range
    values = run.task == "regression"
    share = 2.0 * (y - low) / (high - low) - 1.0 if high > low else np.zeros_like(y)
    _draw(picture, x, _value_groups(share, theme) if values else _class_groups(y, theme))
    return picture


@lru_cache(maxsize=96)
def _picture(kind: str, width: int, height: int, noise: float, seed: int, theme_name: str) -> QImage:
    theme = themes().current
    if kind in SHIPPED and SHIPPED[kind].image_shape is not None:
        return _images_picture(kind, width, height, theme)
    if kind in GENERATORS and GENERATORS[kind].width is not None:
        return _bits_picture(kind, width, height, noise, seed)
    x, y = _table(kind) if kind in SHIPPED else _generated(kind, noise, seed)
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(theme.field)
    values = kind in GENERATORS and GENERATORS[kind].task == "regression"
    groups = _value_groups(y, theme) if values else _class_groups(y, theme)
    _draw(picture, x, groups)
    return picture


def _generated(kind: str, noise: float, seed: int) -> tuple[Float64, Float64]:
    """Points within [−1, 1]² and labels or values; what noise carries outside of [−6, 6]² is left out."""
    row = GENERATORS[kind]
    drawn = row.generate(
        _NUMBERS if row.task == "regression" else round(_SHARE * row.default_samples), noise, stream(seed, "data")
    )
    inside = np.abs(drawn.x).max(axis=1) <= _REACH
    return drawn.x[inside] / _REACH, np.asarray(drawn.y[inside], np.float64)


@lru_cache(maxsize=8)
def _table(kind: str) -> tuple[Float64, Float64]:
    """A shipped table on the plane of its two largest principal components, within [−1, 1]² (every k-th sample)."""
    data = load_shipped(kind)
    standard = (data.x - data.x.mean(axis=0)) / np.maximum(data.x.std(axis=0), 1e-9)
    directions = np.linalg.svd(standard, full_matrices=False)[2][:2]
    return _thinned(standard @ directions.T, np.asarray(data.y, np.float64))


def _thinned(x: Float64, y: Float64) -> tuple[Float64, Float64]:
    """Every k-th of the points (m, 2) within [−1, 1]², whose edges leave out the farthest hundredth at each side."""
    low, high = np.sort(x, axis=0)[[len(x) // 100, -1 - len(x) // 100]]  # np.percentile would load np.ma
    x = 2 * (x - low) / np.where(high > low, high - low, 1.0) - 1
    thin = np.flatnonzero(np.abs(x).max(axis=1) <= 1)[:: max(1, len(x) // _SAMPLES)]
    return x[thin], y[thin]


def _draw_sign(picture: QImage, icon: str, theme: Theme) -> None:
    side = round(picture.height() * 0.6)
    with QPainter(picture) as painter:
        sign = icons.pixmap(icon, theme.secondary, side)
        painter.drawPixmap(QPointF((picture.width() - side) / 2, (picture.height() - side) / 2), sign)


Group = tuple[QColor, NDArray[np.bool_]]


def _class_groups(y: Float64, theme: Theme) -> list[Group]:
    return [(theme.class_color(int(label)), y == label) for label in sorted(set(y.tolist()))]


def _value_groups(y: Float64, theme: Theme) -> list[Group]:
    """Values from −1 to 1 in a few levels of the diverging map."""
    level = np.rint((np.clip(y, -1, 1) + 1) / 2 * (_LEVELS - 1)).astype(np.int64)
    colors = theme.diverging_table()[np.linspace(0, 255, _LEVELS).astype(np.int64)]
    return [(QColor.fromRgb(int(colors[index])), level == index) for index in range(_LEVELS)]


def _draw(picture: QImage, x: Float64, groups: list[Group]) -> None:
    """Dots of each group's colour; the plane keeps its shape up to a stretch."""
    width, height = picture.width(), picture.height()
    half_height = height * (0.5 - _INSET)
    half_width = min(width * (0.5 - _INSET), half_height * _STRETCH)
    dot = max(1.6, height / 16)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    place = np.stack([width / 2 + half_width * x[:, 0], height / 2 - half_height * x[:, 1]], axis=1)
    for color, members in groups:
        painter.setPen(QPen(color, dot, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoints([QPointF(across, down) for across, down in place[members].tolist()])
    painter.end()


@lru_cache(maxsize=2)
def _first_of_each_class(kind: str) -> NDArray[np.uint8]:
    """(C, h, w) strengths 0..255: the first sample of every class."""
    data = load_shipped(kind)
    assert data.image_shape is not None, "only called for pictures"
    first = [int(np.flatnonzero(data.y == label)[0]) for label in range(data.classes)]
    images = data.x[first].reshape(len(first), *data.image_shape)
    return np.rint(255 * images / max(1.0, float(data.x.max()))).astype(np.uint8)


def _images_picture(kind: str, width: int, height: int, theme: Theme) -> QImage:
    """As many of the first images as fit in two rows, from the field's colour to the text's."""
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(theme.field)
    images = _first_of_each_class(kind)
    side = height * (1 - 2 * _INSET) / 2
    columns = max(1, min(len(images) // 2, int(width / side)))
    left = (width - columns * side) / 2
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for index in range(2 * columns):
        row, column = divmod(index, columns)
        place = QRectF(left + column * side, height * _INSET + row * side, side, side)
        painter.drawImage(place.adjusted(1, 1, -1, -1), tinted(images[index % len(images)], theme))
    painter.end()
    return picture


def _bits_picture(kind: str, width: int, height: int, noise: float, seed: int) -> QImage:
    """Rows of bits as they are drawn: a one is a full square in the colour of the row's class, a zero a small dot."""
    theme = themes().current
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(theme.field)
    drawn = GENERATORS[kind].generate(10 * _BIT_ROWS, noise, stream(seed, "data"))
    side = height * (1 - 2 * _INSET) / _BIT_ROWS
    columns = max(1, min(drawn.x.shape[1], int(width * (1 - 2 * _INSET) / side)))
    left, top = (width - columns * side) / 2, height * _INSET
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for row, label in enumerate(drawn.y[:_BIT_ROWS].tolist()):
        for column, bit in enumerate(drawn.x[row, :columns].tolist()):
            inset = side * (0.12 if bit else 0.36)
            place = QRectF(left + column * side, top + row * side, side, side).adjusted(inset, inset, -inset, -inset)
            painter.fillRect(place, theme.class_color(label))
    painter.end()
    return picture
