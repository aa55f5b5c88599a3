"""What is said beside the pointer: the place, what the network answers there, and the point that lies under it.

Places are shares of the snapshot's picture from its upper left corner.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from engine.snapshot import RunData, Snapshot
from playground.ui.engine_words import class_names
from playground.ui.numbers import MINUS, format_number
from playground.ui.theme import themes
from playground.ui.views import probe_table, surface_marks, surface_points
from playground.ui.views.probe_table import ProbeRow, share_words
from playground.ui.views.set_style import set_word
from playground.ui.views.surface_misses import missed
from playground.ui.views.surface_points import Shown
from playground.ui.views.surface_words import axis_name
from playground.ui.widgets.tinted import tinted

SHORT = 4  # letters of two names that stand in one line
Unit = tuple[int, int] | None
Share = tuple[float, float]


def draw(
    painter: QPainter,
    at: QPointF,
    snapshot: Snapshot,
    response: NDArray[np.float32],
    unit: Unit,
    share: Share,
    point: Shown | None,
    bounds: QRectF,
) -> None:
    """Draw all there is to say of a place beside the pointer `at`, inside of `bounds`."""
    lead = "" if point is None else point_words(snapshot, point)
    heading, rows = _of_place(snapshot, response, unit, share, point)
    picture = None if point is None else picture_of(snapshot.data, point)
    probe_table.draw_table(painter, at, heading, rows, bounds, lead=lead, picture=picture)


def words(
    snapshot: Snapshot, response: NDArray[np.float32], unit: Unit, share: Share, point: Shown | None = None
) -> str:
    """The same in words, line by line."""
    lead = [] if point is None else [point_words(snapshot, point)]
    place, rows = _of_place(snapshot, response, unit, share, point)
    return "\n".join([*lead, place, *(f"{row.name}  {share_words(row.share)}" for row in rows)])


def _of_place(
    snapshot: Snapshot, response: NDArray[np.float32], unit: Unit, share: Share, point: Shown | None
) -> tuple[str, list[ProbeRow]]:
    """Coordinates and answers of a place. Where it says not all about the point that lies there it has no answers."""
    words, rows = place_words(snapshot.data, *share), probe_rows(snapshot.data, response, unit, share)
    if point is not None and len(snapshot.data.feature_names) > 2:
        return words, []
    return (words if rows else f"{words} \u2192 {_short(value_at(response, *share))}"), rows


def point_words(snapshot: Snapshot, point: Shown) -> str:
    """A sample with what it is, and what the network takes it for: by all of its features, not by the place alone."""
    translate, data = QCoreApplication.translate, snapshot.data
    predictions = snapshot.predictions.get(point.name)
    answer = None if predictions is None or point.row >= len(predictions) else float(predictions[point.row])
    if data.task == "regression":
        words = translate("SurfaceCanvas", "{set}: y = {true}")
        if answer is not None:
            words = translate("SurfaceCanvas", "{set}: y = {true}, ŷ = {answer}")
        value = "" if answer is None else _short(answer)
        return words.format(set=set_word(point.name), true=_short(point.label), answer=value)
    names = class_names(data)
    if answer is None:
        words = "{set}: {true}"
    elif missed(snapshot, point.name)[point.row]:
        words = translate("SurfaceCanvas", "{set}: {true}, taken for {answer}")
    else:
        words = translate("SurfaceCanvas", "{set}: {true}, right")
    return words.format(
        set=set_word(point.name), true=names[int(point.label)], answer="" if answer is None else names[int(answer)]
    )


def picture_of(data: RunData, point: Shown) -> QImage | None:
    """The image that a sample is; None where samples are no images."""
    images = data.images[point.name]
    return tinted(images[point.row], themes().current) if len(images) > point.row else None


def place_words(data: RunData, x: float, y: float) -> str:
    """The coordinates of a place of the map."""
    plane = data.plane
    across = plane.low[0] + x * (plane.high[0] - plane.low[0])
    up = plane.high[1] - y * (plane.high[1] - plane.low[1])
    short = ("PC1", "PC2") if plane.kind == "principal" else (axis_name(data, 0), axis_name(data, 1))
    places = [f"{name} = {_short(value)}" for name, value in zip(short, (across, up), strict=True) if name]
    return (", " if max(map(len, short)) <= SHORT else "\n").join(places)


def probe_rows(data: RunData, response: NDArray[np.float32], unit: Unit, share: Share) -> list[ProbeRow]:
    """Every class with its probability, the most probable first; none for numbers and for units."""
    if unit is not None or data.task == "regression":
        return []
    if data.task == "two-class":
        positive = value_at(response, *share)
        shares = [1.0 - positive, positive]
    else:
        shares = [value_at(image, *share) for image in response]
    theme, names = themes().current, class_names(data)
    order = np.argsort(-np.nan_to_num(np.array(shares)), kind="stable")
    return [
        ProbeRow(
            names[place],
            shares[place],
            surface_points.point_color(theme, data, float(place))[1],
            surface_marks.form("train", int(place), len(names)),
        )
        for place in order.tolist()
    ]


def value_at(image: NDArray[np.float32], x: float, y: float) -> float:
    """The value of an image (g, g) between its pixels; x and y are shares from the upper left corner."""
    last = image.shape[-1] - 1
    column, row = min(max(x, 0.0), 1.0) * last, min(max(y, 0.0), 1.0) * last
    left, top = min(int(column), max(0, last - 1)), min(int(row), max(0, last - 1))
    right, bottom = min(left + 1, last), min(top + 1, last)
    across, down = column - left, row - top
    upper = image[top, left] * (1 - across) + image[top, right] * across
    lower = image[bottom, left] * (1 - across) + image[bottom, right] * across
    return float(upper * (1 - down) + lower * down)


def _short(value: float) -> str:
    if abs(value) < 100:
        return f"{value:.2f}".replace("-", MINUS)
    return format_number(value)
