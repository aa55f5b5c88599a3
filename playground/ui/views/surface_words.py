"""The decision surface in words: names of axes, the value under the pointer, what plane is shown."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from engine.data.features import FEATURES, PLANE
from engine.snapshot import RunData, SetName, Snapshot
from playground.ui.engine_words import class_names
from playground.ui.numbers import MINUS, format_number
from playground.ui.theme import themes
from playground.ui.views import surface_marks, surface_points
from playground.ui.views.network_pointer import activation_name
from playground.ui.views.probe_table import ProbeRow, share_words
from playground.ui.views.set_style import set_word

SHORT = 4  # letters of two names that stand in one line


def feature_name(data: RunData, name: str) -> str:
    """A raw feature as it is written on the screen: x1 of the plane sets is x₁."""
    return FEATURES[name].label if data.feature_names == PLANE and name in FEATURES else name


def axis_name(data: RunData, axis: int) -> str:
    """What stands at axis 0 (across) or 1 (up)."""
    if data.plane.kind == "principal":
        words = (
            QCoreApplication.translate("SurfaceCanvas", "1st principal component"),
            QCoreApplication.translate("SurfaceCanvas", "2nd principal component"),
        )
        return words[axis]
    return feature_name(data, data.plane.labels[axis])


def plane_words(data: RunData) -> str:
    """Which plane through input space is shown; nothing to say when there are no more than two features."""
    if len(data.feature_names) <= 2:
        return ""
    if data.plane.kind == "principal":
        words = QCoreApplication.translate(
            "SurfaceCanvas", "The plane of the two largest principal components of the training set"
        )
        return words
    words = QCoreApplication.translate("SurfaceCanvas", "Two of {count} features; the others are held at their mean")
    return words.format(count=len(data.feature_names))


def counts_words(data: RunData, sets: Sequence[SetName]) -> str:
    """How many points are drawn when not all are."""
    drawn, total = surface_points.point_counts(data, sets)
    if drawn == total:
        return ""
    words = QCoreApplication.translate("SurfaceCanvas", "{drawn} of {total} shown")
    return words.format(drawn=_grouped(drawn), total=_grouped(total))


def probe_words(
    snapshot: Snapshot, response: NDArray[np.float32], unit: tuple[int, int] | None, x: float, y: float
) -> str:
    """Coordinates and values at a place of the map, in words; x and y are shares from its upper left corner."""
    place = place_words(snapshot.data, x, y)
    rows = probe_rows(snapshot.data, response, unit, x, y)
    if rows:
        return "\n".join([place, *(f"{row.name}  {share_words(row.share)}" for row in rows)])
    return f"{place} → {_short(at(response, x, y))}"


def place_words(data: RunData, x: float, y: float) -> str:
    """The coordinates of a place of the map."""
    plane = data.plane
    across = plane.low[0] + x * (plane.high[0] - plane.low[0])
    up = plane.high[1] - y * (plane.high[1] - plane.low[1])
    short = ("PC1", "PC2") if plane.kind == "principal" else (axis_name(data, 0), axis_name(data, 1))
    places = [f"{name} = {_short(value)}" for name, value in zip(short, (across, up), strict=True) if name]
    return (", " if max(map(len, short)) <= SHORT else "\n").join(places)


def probe_rows(
    data: RunData, response: NDArray[np.float32], unit: tuple[int, int] | None, x: float, y: float
) -> list[ProbeRow]:
    """Every class with its probability, the most probable first; none for numbers and for units."""
    if unit is not None or data.task == "regression":
        return []
    if data.task == "two-class":
        positive = at(response, x, y)
        shares = [1.0 - positive, positive]
    else:
        shares = [at(image, x, y) for image in response]
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


def unit_words(snapshot: Snapshot, layer: int, unit: int) -> str:
    """What stands on the map while a unit is looked at."""
    if layer == 0:
        name = snapshot.data.input_names[unit]
        return FEATURES[name].label if snapshot.data.feature_names == PLANE and name in FEATURES else name
    if layer == len(snapshot.layers) and snapshot.data.task == "classes":
        return class_names(snapshot.data)[unit]
    return activation_name(layer, unit)


def best_words(data: RunData) -> str:
    """The least attainable share of wrong answers, with its standard error where it was estimated."""
    if data.best is None:
        return ""
    value = format_number(100 * data.best.error, 2)
    if data.best.standard_error > 0:
        value = f"{100 * data.best.error:.2f}\u2009±\u2009{100 * data.best.standard_error:.2f}"
    return QCoreApplication.translate("SurfaceCanvas", "Bayes error {error} %").format(error=value)


def describe(data: RunData, sets: Sequence[SetName]) -> str:
    """The picture in a sentence, for screen readers."""
    shown = ", ".join(f"{set_word(name)} {len(data.labels[name])}" for name in sets)
    words = QCoreApplication.translate(
        "SurfaceCanvas", "What the network answers over {across} and {up}; points: {points}"
    )
    return " ".join([words.format(across=axis_name(data, 0), up=axis_name(data, 1), points=shown), plane_words(data)])


def at(image: NDArray[np.float32], x: float, y: float) -> float:
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


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", "\u202f")
