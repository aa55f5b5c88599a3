"""The pictures of the data sets: each of its own, in the theme in force, moved by noise where there is noise."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from engine.data import GENERATORS, SHIPPED
from playground.ui.panels.set_pictures import set_picture
from playground.ui.theme import DARK, apply, themes

SIZE = QSize(62, 37)


def pixels(image: QImage) -> NDArray[np.uint32]:
    """0xffRRGGBB words (height, width)."""
    return np.array(image.constBits(), np.uint8).view(np.uint32).reshape(image.height(), -1)[:, : image.width()]


@pytest.mark.parametrize("kind", [*GENERATORS, *SHIPPED])
def test_a_picture_has_the_size_asked_for_and_something_on_the_field(kind: str) -> None:
    image = set_picture(kind, SIZE, 0.0, 0)
    assert image.size() == SIZE
    field = themes().current.field.rgb()
    drawn = np.mean(pixels(image) != field)
    assert 0.05 < drawn < 0.95


@pytest.mark.parametrize("kind", [*GENERATORS, *SHIPPED])
def test_it_is_drawn_once_and_again_in_another_theme(qapp: QApplication, kind: str) -> None:
    light = set_picture(kind, SIZE, 10.0, 0)
    assert set_picture(kind, SIZE, 10.0, 0) is light
    apply(qapp, DARK)
    dark = set_picture(kind, SIZE, 10.0, 0)
    assert pixels(dark)[0, 0] == DARK.field.rgb()
    assert not np.array_equal(pixels(light), pixels(dark))


@pytest.mark.parametrize("kind", GENERATORS)
def test_noise_and_seed_change_generated_sets(kind: str) -> None:
    calm = pixels(set_picture(kind, SIZE, 0.0, 0))
    assert not np.array_equal(calm, pixels(set_picture(kind, SIZE, 50.0, 0)))
    noisy = pixels(set_picture(kind, SIZE, 10.0, 0))  # without noise a spiral has no chance in it
    assert not np.array_equal(noisy, pixels(set_picture(kind, SIZE, 10.0, 1)))


@pytest.mark.parametrize("kind", SHIPPED)
def test_measured_sets_stay_as_they_are(kind: str) -> None:
    assert set_picture(kind, SIZE, 0.0, 0) is set_picture(kind, SIZE, 50.0, 7)


@pytest.mark.parametrize("kind", [kind for kind, row in GENERATORS.items() if row.task == "two-class"])
def test_both_class_colours_are_there(kind: str) -> None:
    seen = set(pixels(set_picture(kind, QSize(200, 120), 0.0, 0)).ravel().tolist())
    theme = themes().current
    assert {theme.class_color(0).rgb(), theme.class_color(1).rgb()} <= seen


@pytest.mark.parametrize("size", [QSize(1, 1), QSize(4, 3), QSize(400, 90)])
@pytest.mark.parametrize("kind", ["circle", "iris", "digits"])
def test_any_size_can_be_drawn(kind: str, size: QSize) -> None:
    assert set_picture(kind, size, 0.0, 0).size() == size
