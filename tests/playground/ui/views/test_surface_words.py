"""Axes, values and planes are called by their names."""

import dataclasses

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.snapshot import BestPossible
from playground.ui.views import surface_words
from tests.playground.ui.snapshots import KINDS, make_experiment, make_snapshot
from tests.playground.ui.views.pictures import dress


@pytest.fixture(autouse=True)
def english(qtbot: QtBot) -> None:
    dress()


def test_axes() -> None:
    data = make_snapshot(make_experiment("circle"), surface_size=8, unit_size=8).data
    assert [surface_words.axis_name(data, axis) for axis in (0, 1)] == ["x₁", "x₂"]
    data = make_snapshot(make_experiment("iris"), surface_size=8, unit_size=8).data
    assert surface_words.axis_name(data, 1) == "sepal width (cm)"
    data = make_snapshot(make_experiment("digits"), surface_size=8, unit_size=8).data
    assert surface_words.axis_name(data, 0) == "1st principal component"


def test_column_called_x1_of_a_table_is_left_as_it_is() -> None:
    data = make_snapshot(make_experiment("wine"), surface_size=8, unit_size=8).data
    assert surface_words.axis_name(data, 0) == "x1"


@pytest.mark.parametrize("kind", KINDS)
def test_plane_is_said_when_there_are_more_than_two_features(kind: str) -> None:
    data = make_snapshot(make_experiment(kind), surface_size=8, unit_size=8).data
    words = surface_words.plane_words(data)
    if KINDS[kind].columns == 2:
        assert words == ""
    elif KINDS[kind].side:
        assert "principal" in words
    else:
        assert words == f"Two of {KINDS[kind].columns} features; the others are held at their mean"


def test_counts() -> None:
    few = make_snapshot(make_experiment(), surface_size=8, unit_size=8).data
    assert surface_words.counts_words(few, ("train", "test")) == ""
    many = make_snapshot(make_experiment(split=(100, 0, 0)), samples=10_000, surface_size=8, unit_size=8).data
    assert surface_words.counts_words(many, ("train",)) == "2,000 of 10,000 shown"


@pytest.mark.parametrize(
    ("kind", "layer", "unit", "words"),
    [
        ("circle", 0, 1, "x₂"),
        ("circle", 1, 2, "a[1]₃"),
        ("circle", 3, 0, "a[3]₁"),
        ("iris", 3, 1, "versicolor"),
        ("iris", 0, 0, "sepal length (cm)"),
    ],
)
def test_units(kind: str, layer: int, unit: int, words: str) -> None:
    snapshot = make_snapshot(make_experiment(kind), surface_size=8, unit_size=8)
    assert surface_words.unit_words(snapshot, layer, unit) == words


def test_description_counts_the_points() -> None:
    snapshot = make_snapshot(make_experiment("iris"), surface_size=8, unit_size=8)
    words = surface_words.describe(snapshot.data, ("train", "test"))
    assert "train 150, test 90" in words
    assert "sepal length (cm)" in words


@pytest.mark.parametrize(
    ("error", "deviation", "words"),
    [(0.031, 0.0, "3.1"), (3.2e-5, 0.0, "0.0032"), (0.0312, 0.0005, "3.12\u2009±\u20090.05")],
)
def test_least_possible_error(error: float, deviation: float, words: str) -> None:
    data = make_snapshot(make_experiment("circle"), surface_size=8, unit_size=8).data
    assert surface_words.best_words(data) == ""
    best = BestPossible(error=error, standard_error=deviation, posterior=np.zeros((4, 4), np.float32))
    assert surface_words.best_words(dataclasses.replace(data, best=best)) == f"Bayes error {words}%"


@pytest.mark.parametrize(
    ("error", "deviation", "words"),
    [(0.0024, 0.0, "0.0024"), (0.0, 0.0, "0"), (0.031234, 0.00017, "0.03123\u2009±\u20090.00017")],
)
def test_least_possible_error_of_numbers(error: float, deviation: float, words: str) -> None:
    data = make_snapshot(make_experiment("reg-gauss"), surface_size=8, unit_size=8).data
    best = BestPossible(error=error, standard_error=deviation)
    assert surface_words.best_words(dataclasses.replace(data, best=best)) == f"Least MSE {words}"
