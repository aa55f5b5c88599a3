"""The label stays inside of its picture and off the pointer, wherever that is and however long the words are."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from playground.ui.views.pointer_label import draw_label, label_rect
from tests.playground.ui.views.pictures import dress

BOUNDS = QRectF(0, 0, 300, 200)


WORDS = ["w = 1", "x₁ = 1.20, x₂ = −0.40 → 0.87", "a\nb\nc"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(x=st.floats(0, 300), y=st.floats(0, 200), words=st.sampled_from(WORDS))
def test_label_is_inside_and_beside_the_pointer(qtbot: QtBot, x: float, y: float, words: str) -> None:
    area = label_rect(QPointF(x, y), words, BOUNDS)
    assert BOUNDS.contains(area)
    assert not area.contains(QPointF(x, y))


@pytest.mark.parametrize("name", ["light", "dark"])
def test_long_words_are_elided_not_clipped(qtbot: QtBot, name: str) -> None:
    dress(name)
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(0xFF00FF00)
    painter = QPainter(image)
    draw_label(painter, QPointF(150, 100), "a very long name of a feature " * 9, BOUNDS)
    painter.end()
    assert all(image.pixel(299, y) == 0xFF00FF00 for y in range(200))
    assert any(image.pixel(150, y) != 0xFF00FF00 for y in range(200))
