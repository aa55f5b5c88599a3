"""What is said beside the pointer: the place, the answers there, and the sample that lies under it."""

import dataclasses

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.snapshot import Plane, Snapshot
from playground.ui.theme import LIGHT
from playground.ui.views import surface_probe
from playground.ui.views.surface_points import Shown
from tests.playground.ui.snapshots import make_experiment, make_snapshot
from tests.playground.ui.views.pictures import dress


@pytest.fixture(autouse=True)
def english(qtbot: QtBot) -> None:
    dress()


def test_value_under_the_pointer() -> None:
    snapshot = make_snapshot(make_experiment("circle"), surface_size=20, unit_size=8)
    value = surface_probe.value_at(snapshot.surface, 0.6, 0.3)
    words = surface_probe.words(snapshot, snapshot.surface, None, (0.6, 0.3))
    shares = sorted([(value, "1"), (1 - value, "0")], reverse=True)
    assert words == "\n".join(["x₁ = 1.20, x₂ = 2.40", *(f"{name}  {share:.2f}" for share, name in shares)])


def test_all_classes_stand_under_the_pointer_the_most_probable_first() -> None:
    snapshot = make_snapshot(make_experiment("digits", (8,)), surface_size=20, unit_size=8)
    lines = surface_probe.words(snapshot, snapshot.surface, None, (0.2, 0.2)).split("\n")
    shares = np.array([surface_probe.value_at(image, 0.2, 0.2) for image in snapshot.surface])
    assert lines[0].startswith("PC1 = ")
    assert [line.split()[0] for line in lines[1:]] == [str(place) for place in np.argsort(-shares, kind="stable")]


def test_long_names_stand_below_each_other() -> None:
    snapshot = make_snapshot(make_experiment("csv"), surface_size=20, unit_size=8)
    assert surface_probe.words(snapshot, snapshot.surface, None, (0.5, 0.5)).split("\n")[0].startswith("rooms = ")


def test_one_column_has_one_coordinate() -> None:
    snapshot = make_snapshot(make_experiment("csv"), surface_size=20, unit_size=8)
    plane = Plane(columns=(0, -1), labels=("rooms", ""), low=(0.0, -1.0), high=(1.0, 1.0))
    snapshot = dataclasses.replace(snapshot, data=dataclasses.replace(snapshot.data, plane=plane))
    words = surface_probe.words(snapshot, snapshot.surface, None, (0.5, 0.5))
    assert words.startswith("rooms = 0.50 → ")


BETWEEN = [(0, 0, 0), (1, 0, 2), (0, 1, 6), (1, 1, 8), (0.5, 0.5, 4), (0.25, 0, 0.5), (-3, 9, 6)]


@pytest.mark.parametrize(("x", "y", "value"), BETWEEN)
def test_values_between_pixels(x: float, y: float, value: float) -> None:
    assert surface_probe.value_at(np.arange(9, dtype=np.float32).reshape(3, 3), x, y) == pytest.approx(value)


def test_numbers_and_units_have_a_value_and_no_classes() -> None:
    numbers = make_snapshot(make_experiment("reg-plane"), surface_size=20, unit_size=8)
    assert surface_probe.probe_rows(numbers.data, numbers.surface, None, (0.5, 0.5)) == []
    value = surface_probe.value_at(numbers.surface, 0.5, 0.5)
    assert surface_probe.words(numbers, numbers.surface, None, (0.5, 0.5)).endswith(f" → {value:.2f}".replace("-", "−"))
    circle = make_snapshot(make_experiment(), surface_size=20, unit_size=8)
    assert surface_probe.probe_rows(circle.data, circle.layers[0].units[0], (1, 0), (0.5, 0.5)) == []


def test_what_diverged_has_a_dash_for_a_probability() -> None:
    snapshot = make_snapshot(make_experiment("blobs"), surface_size=20, unit_size=8)
    nothing = np.full_like(snapshot.surface, np.nan)
    assert [row.name for row in surface_probe.probe_rows(snapshot.data, nothing, None, (0.5, 0.5))] == ["0", "1", "2"]
    assert surface_probe.words(snapshot, nothing, None, (0.5, 0.5)).endswith("0  –\n1  –\n2  –")


def answered(kind: str, answer: float) -> Snapshot:
    """A snapshot whose network gives every dev sample the same answer."""
    snapshot = make_snapshot(make_experiment(kind), surface_size=20, unit_size=8)
    answers = np.full(len(snapshot.data.labels["dev"]), answer)
    return dataclasses.replace(snapshot, predictions={**snapshot.predictions, "dev": answers})


@pytest.mark.parametrize(
    ("kind", "label", "answer", "words"),
    [
        ("circle", 1.0, 1.0, "dev: 1, right"),
        ("digits", 3.0, 8.0, "dev: 3, taken for 8"),
        ("iris", 2.0, 2.0, "dev: virginica, right"),
        ("reg-plane", 0.25, -0.5, "dev: y = 0.25, y\u0302 = \u22120.50"),
    ],
)
def test_a_sample_is_called_by_what_it_is_and_what_it_is_taken_for(
    kind: str, label: float, answer: float, words: str
) -> None:
    snapshot = answered(kind, answer)
    labels = snapshot.data.labels["dev"]
    row = int(np.abs(labels - label).argmin())
    point = Shown("dev", row, 0.0, 0.0, label)
    assert surface_probe.point_words(snapshot, point) == words.replace("y\u0302", "\u0177")
    assert surface_probe.words(snapshot, snapshot.surface, None, (0.5, 0.5), point).split("\n")[0].startswith("dev: ")


def test_the_plane_through_many_features_answers_for_places_and_not_for_samples() -> None:
    snapshot = make_snapshot(make_experiment("digits", (8,)), surface_size=20, unit_size=8)
    point = Shown("train", 0, 0.0, 0.0, float(snapshot.data.labels["train"][0]))
    assert len(surface_probe.words(snapshot, snapshot.surface, None, (0.5, 0.5), point).split("\n")) == 2
    assert len(surface_probe.words(snapshot, snapshot.surface, None, (0.5, 0.5)).split("\n")) == 11
    circle = make_snapshot(make_experiment(), surface_size=20, unit_size=8)
    assert len(surface_probe.words(circle, circle.surface, None, (0.5, 0.5), point).split("\n")) == 4


def test_a_sample_that_is_an_image_is_shown() -> None:
    digits = make_snapshot(make_experiment("digits", (8,)), surface_size=8, unit_size=8).data
    shown = surface_probe.picture_of(digits, Shown("test", 5, 0.0, 0.0, 0.0))
    assert shown is not None
    strongest = np.unravel_index(digits.images["test"][5].argmax(), (8, 8))
    weakest = np.unravel_index(digits.images["test"][5].argmin(), (8, 8))
    assert shown.pixelColor(int(strongest[1]), int(strongest[0])).lightness() < LIGHT.field.lightness() / 2
    assert shown.pixelColor(int(weakest[1]), int(weakest[0])) == LIGHT.field
    circle = make_snapshot(make_experiment(), surface_size=8, unit_size=8).data
    assert surface_probe.picture_of(circle, Shown("train", 0, 0.0, 0.0, 0.0)) is None
