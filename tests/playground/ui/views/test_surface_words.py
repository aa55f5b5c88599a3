"""Axes, values and planes are called by their names."""

import dataclasses

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.snapshot import BestPossible, Plane
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
    assert surface_words.counts_words(many, ("train",)) == "2\u202f000 of 10\u202f000 shown"


def test_value_under_the_pointer() -> None:
    snapshot = make_snapshot(make_experiment("circle"), surface_size=20, unit_size=8)
    value = surface_words.at(snapshot.surface, 0.6, 0.3)
    words = surface_words.probe_words(snapshot, snapshot.surface, None, 0.6, 0.3)
    shares = sorted([(value, "1"), (1 - value, "0")], reverse=True)
    assert words == "\n".join(["x₁ = 1.20, x₂ = 2.40", *(f"{name}  {share:.2f}" for share, name in shares)])


def test_all_classes_stand_under_the_pointer_the_most_probable_first() -> None:
    snapshot = make_snapshot(make_experiment("digits", (8,)), surface_size=20, unit_size=8)
    lines = surface_words.probe_words(snapshot, snapshot.surface, None, 0.2, 0.2).split("\n")
    shares = np.array([surface_words.at(image, 0.2, 0.2) for image in snapshot.surface])
    assert lines[0].startswith("PC1 = ")
    assert [line.split()[0] for line in lines[1:]] == [str(place) for place in np.argsort(-shares, kind="stable")]


def test_long_names_stand_below_each_other() -> None:
    snapshot = make_snapshot(make_experiment("csv"), surface_size=20, unit_size=8)
    assert surface_words.probe_words(snapshot, snapshot.surface, None, 0.5, 0.5).split("\n")[0].startswith("rooms = ")


def test_one_column_has_one_coordinate() -> None:
    snapshot = make_snapshot(make_experiment("csv"), surface_size=20, unit_size=8)
    plane = Plane(columns=(0, -1), labels=("rooms", ""), low=(0.0, -1.0), high=(1.0, 1.0))
    snapshot = dataclasses.replace(snapshot, data=dataclasses.replace(snapshot.data, plane=plane))
    words = surface_words.probe_words(snapshot, snapshot.surface, None, 0.5, 0.5)
    assert words.startswith("rooms = 0.50 → ")


BETWEEN = [(0, 0, 0), (1, 0, 2), (0, 1, 6), (1, 1, 8), (0.5, 0.5, 4), (0.25, 0, 0.5), (-3, 9, 6)]


@pytest.mark.parametrize(("x", "y", "value"), BETWEEN)
def test_values_between_pixels(x: float, y: float, value: float) -> None:
    assert surface_words.at(np.arange(9, dtype=np.float32).reshape(3, 3), x, y) == pytest.approx(value)


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


def test_numbers_and_units_have_a_value_and_no_classes() -> None:
    numbers = make_snapshot(make_experiment("reg-plane"), surface_size=20, unit_size=8)
    assert surface_words.probe_rows(numbers.data, numbers.surface, None, 0.5, 0.5) == []
    value = surface_words.at(numbers.surface, 0.5, 0.5)
    assert surface_words.probe_words(numbers, numbers.surface, None, 0.5, 0.5).endswith(
        f" → {value:.2f}".replace("-", "−")
    )
    circle = make_snapshot(make_experiment(), surface_size=20, unit_size=8)
    assert surface_words.probe_rows(circle.data, circle.layers[0].units[0], (1, 0), 0.5, 0.5) == []


def test_what_diverged_has_a_dash_for_a_probability() -> None:
    snapshot = make_snapshot(make_experiment("blobs"), surface_size=20, unit_size=8)
    nothing = np.full_like(snapshot.surface, np.nan)
    assert [row.name for row in surface_words.probe_rows(snapshot.data, nothing, None, 0.5, 0.5)] == ["0", "1", "2"]
    assert surface_words.probe_words(snapshot, nothing, None, 0.5, 0.5).endswith("0  –\n1  –\n2  –")


@pytest.mark.parametrize(
    ("error", "deviation", "words"),
    [(0.031, 0.0, "3.1"), (3.2e-5, 0.0, "0.0032"), (0.0312, 0.0005, "3.12\u2009±\u20090.05")],
)
def test_least_possible_error(error: float, deviation: float, words: str) -> None:
    data = make_snapshot(make_experiment("circle"), surface_size=8, unit_size=8).data
    assert surface_words.best_words(data) == ""
    best = BestPossible(error=error, standard_error=deviation, posterior=np.zeros((4, 4), np.float32))
    assert surface_words.best_words(dataclasses.replace(data, best=best)) == f"Bayes error {words} %"
