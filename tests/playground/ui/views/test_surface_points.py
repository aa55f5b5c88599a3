"""Points stand where the data are; of very many the same ones are shown every time."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.snapshot import SETS, RunData
from playground.ui.theme import DARK, LIGHT
from playground.ui.views.surface_paint import marks_layer
from playground.ui.views.surface_points import (
    MOST_POINTS,
    VALUE_LEVELS,
    chosen_rows,
    nearest_point,
    on_map,
    point_color,
    point_counts,
    sized_points,
)
from playground.ui.views.surface_window import whole
from tests.playground.ui.snapshots import KINDS, make_experiment, make_snapshot
from tests.playground.ui.views.pictures import dress


def data_of(kind: str = "circle", samples: int = 300) -> RunData:
    return make_snapshot(make_experiment(kind), samples=samples, surface_size=8, unit_size=8).data


def test_few_points_are_all_shown_in_order() -> None:
    data = data_of()
    rows = chosen_rows(data, SETS)
    for name in SETS:
        assert rows[name].tolist() == list(range(len(data.labels[name])))
    assert point_counts(data, SETS) == (300, 300)


@pytest.mark.parametrize("samples", [MOST_POINTS + 1, 10_000])
def test_many_points_are_a_share_of_each_set_and_class(samples: int) -> None:
    data = data_of("blobs", samples)
    rows = chosen_rows(data, SETS)
    drawn, total = point_counts(data, SETS)
    assert total == samples
    assert MOST_POINTS <= drawn <= MOST_POINTS + len(SETS)
    for name in SETS:
        labels = data.labels[name]
        assert len(rows[name]) / len(labels) == pytest.approx(MOST_POINTS / samples, rel=0.02)
        counts = np.bincount(labels[rows[name]].astype(int), minlength=3)
        assert counts.min() > 0.7 * counts.max()
        np.testing.assert_array_equal(rows[name], chosen_rows(data, SETS)[name])


def test_places_on_the_map() -> None:
    data = data_of()
    corners = np.array([[-6.0, 6.0], [6.0, -6.0], [0.0, 0.0]])
    np.testing.assert_allclose(on_map(whole(data.plane), corners, 240.0), [[0, 0], [240, 240], [120, 120]])


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_colours(theme: object) -> None:
    assert theme in (LIGHT, DARK)
    chosen = LIGHT if theme is LIGHT else DARK
    assert point_color(chosen, data_of("circle"), 1.0) == (1, chosen.positive)
    assert point_color(chosen, data_of("circle"), 0.0) == (0, chosen.negative)
    assert point_color(chosen, data_of("blobs"), 2.0) == (2, chosen.class_color(2))
    numbers = data_of("reg-plane")
    low, high = numbers.value_range
    assert point_color(chosen, numbers, low - 9) == (0, chosen.negative)
    assert point_color(chosen, numbers, high) == (VALUE_LEVELS - 1, chosen.positive)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ratio", [1.0, 1.5])
def test_layer_has_marks_where_the_points_are_and_nowhere_else(qtbot: QtBot, kind: str, ratio: float) -> None:
    data = data_of(kind, 30)
    dress()
    image = marks_layer(data, ("train",), whole(data.plane), 200.0, ratio).toImage()
    places = on_map(whole(data.plane), data.points["train"], 200.0)
    inside = ((places > 1) & (places < 199)).all(axis=1)
    assert inside.any()
    for x, y in places[inside]:
        assert image.pixelColor(int(x * ratio), int(y * ratio)).alpha() > 100
    far = [(x, y) for x in range(5, 200, 10) for y in range(5, 200, 10) if np.hypot(*(places - (x, y)).T).min() > 12]
    assert far
    assert all(image.pixelColor(int(x * ratio), int(y * ratio)).alpha() == 0 for x, y in far)


def test_no_set_no_marks(qtbot: QtBot) -> None:
    image = marks_layer(data_of(), (), whole(data_of().plane), 50.0, 1.0).toImage()
    assert all(image.pixelColor(x, y).alpha() == 0 for x in range(50) for y in range(50))


def test_points_beyond_the_window_are_left_out(qtbot: QtBot) -> None:
    data = data_of()
    window = ((0.0, 6.0), (0.0, 6.0))
    shown, _ = sized_points(data, ("train", "test"), window, 120.0)
    inside = sum(int((data.points[name] >= -0.75).all(axis=1).sum()) for name in ("train", "test"))
    assert 0 < len(shown) <= inside < point_counts(data, ("train", "test"))[1]
    assert {point.name for point in shown} == {"train", "test"}
    assert all(-15 < point.x < 135 and -15 < point.y < 135 for point in shown)
    for point in shown[:5]:
        assert data.labels[point.name][point.row] == point.label
        there = on_map(window, data.points[point.name][[point.row]], 120.0)[0]
        np.testing.assert_allclose((point.x, point.y), there)


def test_the_point_under_the_pointer(qtbot: QtBot) -> None:
    dress()
    data, window = data_of("circle", 40), whole(data_of().plane)
    places = on_map(window, data.points["train"], 300.0)
    found = nearest_point(data, ("train",), window, 300.0, (places[3, 0] + 1.0, places[3, 1]))
    assert found is not None
    assert (found.name, found.row, found.label) == ("train", 3, data.labels["train"][3])
    assert nearest_point(data, ("test",), window, 300.0, (-40.0, -40.0)) is None
    assert nearest_point(data, (), window, 300.0, (places[3, 0], places[3, 1])) is None
