"""The decision surface in words: names of axes, the value under the pointer, what plane is shown."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from engine.data.features import FEATURES, PLANE
from engine.snapshot import RunData, SetName, Snapshot
from playground.ui.column_words import say_column
from playground.ui.engine_words import class_names
from playground.ui.numbers import format_count, format_number
from playground.ui.views import surface_points
from playground.ui.views.network_pointer import activation_name
from playground.ui.views.set_style import set_word


def feature_name(data: RunData, name: str) -> str:
    """A raw feature as it is written on the screen: x1 of the plane sets is x₁."""
    if data.feature_names == PLANE and name in FEATURES:
        return FEATURES[name].label
    return say_column(name, own_table=data.own_table)


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
    return words.format(drawn=format_count(drawn), total=format_count(total))


def unit_words(snapshot: Snapshot, layer: int, unit: int) -> str:
    """What stands on the map while a unit is looked at."""
    if layer == 0:
        return feature_name(snapshot.data, snapshot.data.input_names[unit])
    if layer == len(snapshot.layers) and snapshot.data.task == "classes":
        return class_names(snapshot.data)[unit]
    return activation_name(layer, unit)


def best_words(data: RunData) -> str:
    """The least attainable share of wrong answers, for regression the least mean squared error, with its standard error
    where it was estimated."""
    if data.best is None:
        return ""
    if data.task == "regression":
        words = QCoreApplication.translate("SurfaceCanvas", "Least MSE {error}")
        return words.format(error=_estimate(data.best.error, data.best.standard_error))
    value = format_number(100 * data.best.error, 2)
    if data.best.standard_error > 0:
        value = f"{100 * data.best.error:.2f}\u2009±\u2009{100 * data.best.standard_error:.2f}"
    return QCoreApplication.translate("SurfaceCanvas", "Bayes error {error}%").format(error=value)


def _estimate(value: float, deviation: float) -> str:
    """A value with two digits of its standard error, where it has one."""
    if not deviation:
        return format_number(value, 3, trim=True)
    digits = 1 - math.floor(math.log10(deviation))
    return f"{value:.{digits}f}\u2009±\u2009{deviation:.{digits}f}"


def describe(data: RunData, sets: Sequence[SetName]) -> str:
    """The picture in a sentence, for screen readers."""
    shown = ", ".join(f"{set_word(name)} {len(data.labels[name])}" for name in sets)
    words = QCoreApplication.translate(
        "SurfaceCanvas", "What the network answers over {across} and {up}; points: {points}"
    )
    return " ".join([words.format(across=axis_name(data, 0), up=axis_name(data, 1), points=shown), plane_words(data)])
