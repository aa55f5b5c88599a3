"""The map says classes, confidence and values in the theme's colours."""

import numpy as np
import pytest

from playground.ui.theme import DARK, LIGHT, Theme
from playground.ui.views.color_map import WordImage
from playground.ui.views.surface_colors import SurfaceColors
from tests.playground.ui.snapshots import make_experiment, make_snapshot

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


def filled(theme: Theme, kind: str, surface: np.ndarray, *, discrete: bool = False) -> np.ndarray:
    shot = make_snapshot(make_experiment(kind), surface_size=8, unit_size=8)
    image = WordImage(surface.shape[-1], surface.shape[-1])
    SurfaceColors(theme, shot.data).fill(image, surface.astype(np.float32), discrete=discrete)
    return image.words


@THEMES
def test_two_classes(theme: Theme) -> None:
    table = theme.surface_table()
    words = filled(theme, "circle", np.array([[0.0, 1.0], [0.5, 0.25]]))
    assert words[0].tolist() == [table[0], table[255]]
    assert words[1, 0] == table[128]
    words = filled(theme, "circle", np.array([[0.49, 0.51], [0.0, 1.0]]), discrete=True)
    assert words.tolist() == [[table[0], table[255]], [table[0], table[255]]]


@THEMES
def test_classes_have_their_colour_by_confidence(theme: Theme) -> None:
    tables = theme.class_tables(3)
    surface = np.array([[[0.98, 0.1], [0.2, 0.34]], [[0.01, 0.9], [0.3, 0.33]], [[0.01, 0.0], [0.5, 0.33]]])
    words = filled(theme, "blobs", surface, discrete=True)
    assert words.tolist() == [[tables[0, 255], tables[1, 255]], [tables[2, 255], tables[0, 255]]]
    words = filled(theme, "blobs", surface)
    rows = [tables[0], tables[1], tables[2], tables[0]]
    places = [int(np.flatnonzero(row == word)[0]) for row, word in zip(rows, words.ravel(), strict=True)]
    assert places[0] > places[1] > places[2] > places[3] > 0


@THEMES
def test_numbers_go_from_their_smallest_to_their_largest(theme: Theme) -> None:
    low, high = make_snapshot(make_experiment("reg-plane"), surface_size=8, unit_size=8).data.value_range
    table = theme.surface_table()
    words = filled(theme, "reg-plane", np.array([[low, high], [-99, 99]]))
    assert words.tolist() == [[table[0], table[255]]] * 2
    steps = filled(theme, "reg-plane", np.linspace(low, high, 400).reshape(20, 20), discrete=True)
    assert len(np.unique(steps)) == 8


@pytest.mark.parametrize("kind", ["circle", "blobs", "reg-plane"])
def test_units_hidden_and_output(kind: str) -> None:
    shot = make_snapshot(make_experiment(kind), surface_size=8, unit_size=2)
    colors, image, table = SurfaceColors(LIGHT, shot.data), WordImage(2, 2), LIGHT.surface_table()
    response = np.array([[-1, 1], [0, 1]], np.float32)
    colors.fill_unit(image, response, 0, output=False)
    assert image.words.tolist() == [[table[0], table[255]], [table[128], table[255]]]
    colors.fill_unit(image, response, 0, output=True)
    strongest = LIGHT.class_tables(3)[0, 255] if kind == "blobs" else image.words.max() * 0 + image.words[0, 1]
    assert image.words[0, 1] == strongest
    assert (image.words[0, 1] != image.words[1, 0]).all()
