"""Lines drawn cheaply look like what they stand for."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QPolygonF

from playground.ui import theme
from playground.ui.views.curve_ink import Ink
from playground.ui.views.curve_stroke import offsets, stroke

LINES = {
    "flat": QPolygonF([QPointF(10, 40.3), QPointF(110, 40.3)]),
    "steep": QPolygonF([QPointF(60.2, 5), QPointF(60.2, 75)]),
    "falling": QPolygonF([QPointF(10, 10), QPointF(70, 70)]),
    "rising": QPolygonF([QPointF(10, 70), QPointF(70, 10)]),
}


def darkness(line: QPolygonF, ink: Ink, ratio: float, exact: bool) -> NDArray[np.float64]:
    """How much of each pixel is covered."""
    image = QImage(round(120 * ratio), round(80 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    painter.fillRect(QRectF(0, 0, 120, 80), theme.LIGHT.card)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    stroke(painter, ink, theme.LIGHT, [line], exact=exact)
    painter.end()
    words = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)[:, : image.width(), 2]
    covered: NDArray[np.float64] = (255.0 - words) / (255.0 - theme.LIGHT.text.red())
    return covered


@pytest.mark.parametrize("name", LINES)
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("dashes", [(), (4.0, 2.0)], ids=["whole", "dashed"])
def test_a_line_is_about_as_thick_as_the_real_one(name: str, ratio: float, dashes: tuple[float, ...]) -> None:
    ink = Ink(lambda look: look.text, dashes, 1.75)
    cheap, real = (darkness(LINES[name], ink, ratio, exact).sum() for exact in (False, True))
    assert 0.7 * real < cheap < 1.45 * real


def test_a_thin_line_is_drawn_once_and_a_thick_one_around_its_place() -> None:
    assert offsets(1.0) == [(0.0, 0.0)]
    for width in (1.25, 1.75, 3.5):
        moves = np.array(offsets(width))
        np.testing.assert_allclose(moves.sum(axis=0), 0, atol=1e-12)
        assert np.ptp(moves[:, 1]) + 1 == pytest.approx(width)
        assert np.diff(np.sort(moves[: len(moves) // 2, 1])).max() <= 1.0
