"""Marks can be told apart without colour: by set, and by class when there are more than two."""

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from engine.snapshot import SETS
from playground.ui.theme import DARK, LIGHT, Theme
from playground.ui.views.surface_marks import SIZE, SMALLEST, form, mark, outline, ring_color, side_of, size_of


def pixels(pixmap: QPixmap, ground: QColor) -> np.ndarray:
    image = QImage(pixmap.width(), pixmap.height(), QImage.Format.Format_RGB32)
    image.fill(ground)
    painter = QPainter(image)
    pixmap.setDevicePixelRatio(1.0)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    words = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return words[..., 2::-1].astype(int)


def test_ten_classes_have_ten_forms_in_every_set() -> None:
    for name in SETS:
        assert len({form(name, index, 10) for index in range(10)}) == 10


def test_two_classes_and_numbers_tell_sets_by_form_and_filling() -> None:
    for classes in (0, 2):
        assert form("train", 0, classes) == form("train", 1, classes) == form("test", 0, classes) == "circle"
        assert form("dev", 0, classes) == "diamond"


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("classes", [2, 10])
def test_marks_of_one_colour_look_different(qtbot: QtBot, theme: Theme, classes: int) -> None:
    color, ground = QColor("#888888"), QColor(theme.positive)
    kinds = [(name, form(name, index, classes)) for name in SETS for index in range(classes)]
    marks = {kind: pixels(mark(theme, color, theme.card, *kind, 1.0, SIZE), ground) for kind in kinds}
    for first, second in itertools.combinations(marks, 2):
        assert np.abs(marks[first] - marks[second]).sum() > 800, (first, second)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("size", [SMALLEST, SIZE, 1.5 * SIZE])
@pytest.mark.parametrize("kind", sorted({form("train", index, 10) for index in range(10)}))
def test_marks_are_whole_and_centred(qtbot: QtBot, kind: str, ratio: float, size: float) -> None:
    image = pixels(mark(LIGHT, QColor("#000000"), LIGHT.card, "train", kind, ratio, size), QColor("#00ff00"))
    dark = image.sum(axis=2) < 150
    assert dark.any()
    rim = np.concatenate([dark[0], dark[-1], dark[:, 0], dark[:, -1]])
    assert not rim.any()
    centre = np.argwhere(dark).mean(axis=0) / ratio + 0.5 / ratio
    assert np.abs(centre - side_of(size) / 2).max() < 0.17 * size


def test_forms_are_about_equally_large() -> None:
    for index in range(10):
        box = outline(form("train", index, 10), QPointF(0, 0), 7.0).boundingRect()
        assert 20 < box.width() * box.height() < 110


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_numbers_have_a_ring_that_is_not_the_card(theme: Theme) -> None:
    assert ring_color(theme, "regression") != theme.card
    assert ring_color(theme, "classes") == theme.card


def test_many_marks_are_smaller_but_never_too_small_and_grow_with_the_text() -> None:
    assert size_of(50, 300.0, 1.0) == SIZE
    assert SMALLEST < size_of(600, 240.0, 1.0) < SIZE
    assert size_of(2000, 200.0, 1.0) == SMALLEST
    assert size_of(50, 300.0, 1.5) == 1.5 * SIZE
    assert size_of(2000, 200.0, 1.5) == 1.5 * SMALLEST
