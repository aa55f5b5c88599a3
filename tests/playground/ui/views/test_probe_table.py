"""The table beside the pointer holds every class with its colour, and stays within its picture."""

import math

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from playground.ui.theme import LIGHT
from playground.ui.views.probe_table import BAR, PICTURE, ProbeRow, draw_table, share_words
from tests.playground.ui.views.pictures import dress

SHARES = [(0.0, "0.00"), (1.0, "1.00"), (0.93, "0.93"), (0.001, "<0.01"), (0.9999, ">0.99"), (math.nan, "–")]


@pytest.mark.parametrize(("share", "words"), SHARES)
def test_what_is_not_certain_is_never_written_as_certain(share: float, words: str) -> None:
    assert share_words(share) == words


def drawn(rows: list[ProbeRow], at: tuple[float, float], size: tuple[int, int]) -> np.ndarray:
    """The words (h, w) of a picture with the table, 0 where nothing was drawn."""
    image = QImage(*size, QImage.Format.Format_ARGB32)
    image.fill(0)
    with QPainter(image) as painter:
        draw_table(painter, QPointF(*at), "x₁ = 1.00, x₂ = 2.00", rows, QRectF(0, 0, *size))
    words = np.frombuffer(image.constBits(), np.uint32).reshape(size[1], image.bytesPerLine() // 4)
    return np.array(words)


@pytest.mark.parametrize("rows", [0, 3])
def test_a_picture_and_a_lead_stand_above_the_place(qtbot: QtBot, rows: int) -> None:
    dress()
    image, picture = QImage(300, 260, QImage.Format.Format_ARGB32), QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(0)
    picture.fill(QColor("#ff00ff"))
    with QPainter(image) as painter:
        bounds = QRectF(0, 0, 300, 260)
        draw_table(painter, QPointF(10, 10), "x", rows_of(rows), bounds, lead="dev: 3, right", picture=picture)
    words = np.frombuffer(image.constBits(), np.uint32).reshape(260, image.bytesPerLine() // 4)
    assert (words == QColor("#ff00ff").rgba()).sum() == pytest.approx(PICTURE**2, rel=0.05)
    assert not words[-2:].any()


def rows_of(count: int, name: str = "class") -> list[ProbeRow]:
    return [ProbeRow(f"{name} {at}", 0.5 / (at + 1), LIGHT.class_color(at), "circle") for at in range(count)]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("at", [(0, 0), (399, 0), (0, 299), (399, 299), (200, 150)])
def test_it_stays_inside(qtbot: QtBot, at: tuple[float, float], scale: float) -> None:
    dress("light", scale)
    ink = drawn(rows_of(4, "a name that is much too long for any table"), at, (400, 300)) != 0
    dress()
    assert ink.any()
    assert not ink[0].any()
    assert not ink[-1].any()
    assert not ink[:, 0].any()
    assert not ink[:, -1].any()


def test_bars_are_as_long_as_the_probabilities_in_the_classes_colours(qtbot: QtBot) -> None:
    dress()
    rows = [ProbeRow("a", 0.75, LIGHT.class_color(0), "circle"), ProbeRow("b", 0.25, LIGHT.class_color(1), "square")]
    words = drawn(rows, (10, 10), (300, 200))
    longest = [int((words == color.rgba()).sum(axis=1).max()) for color in (row.color for row in rows)]
    assert longest[0] - longest[1] == pytest.approx(BAR / 2, abs=3)  # both rows have a mark in their colour, too


def test_rows_without_room_are_left_out(qtbot: QtBot) -> None:
    dress()
    words = drawn(rows_of(10), (10, 10), (300, 90))
    assert (words == LIGHT.class_color(0).rgba()).any()
    assert not (words == LIGHT.class_color(9).rgba()).any()
    assert (drawn(rows_of(10), (10, 10), (300, 300)) == LIGHT.class_color(9).rgba()).any()
