"""Edges are drawn where they run, in the colour of their sign, leads to far lanes too."""

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from playground.ui.theme import DARK, LIGHT, Theme
from playground.ui.views.edge_raster import Raster, two_color_table
from playground.ui.views.network_edge_image import EdgeImage
from playground.ui.views.network_edges import EdgeBundle
from playground.ui.views.network_layout import arrange

SIZE = (560, 420)


def bundle_of(sizes: tuple[int, ...], height: float, weights: np.ndarray) -> EdgeBundle:
    layout = arrange(sizes, width=SIZE[0], height=height, left=40, right=40)
    source, target = layout.columns[-3:-1] if len(sizes) > 2 else layout.columns
    bundle = EdgeBundle(source, target, np.arange(len(source.rows)), source.rows)
    bundle.set_weights(weights)
    return bundle


def drawn(bundle: EdgeBundle, theme: Theme, ratio: float = 1.0) -> QImage:
    edges = EdgeImage(bundle)
    edges.render(ratio, two_color_table(theme.negative, theme.positive), Raster())
    image = QImage(round(SIZE[0] * ratio), round(SIZE[1] * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(theme.card)
    with QPainter(image) as painter:
        edges.draw(painter)
    return image


def alike(one: QColor, other: QColor) -> bool:
    return all(abs(getattr(one, name)() - getattr(other, name)()) < 25 for name in ("red", "green", "blue"))


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_have_the_colour_of_their_sign(theme: Theme, ratio: float) -> None:
    for sign, color in ((5.0, theme.positive), (-5.0, theme.negative)):
        bundle = bundle_of((1, 1), SIZE[1], np.array([[sign]]))
        image = drawn(bundle, theme, ratio)
        y = round(bundle.y[0][0] * ratio)
        assert alike(image.pixelColor(round(sum(bundle.x) / 2 * ratio), y), color)
        assert image.pixelColor(round(bundle.x[0] * ratio) - 2, y) == theme.card


@pytest.mark.parametrize("ratio", [1.0, 1.5])
def test_leads_are_drawn_up_to_their_tiles_and_nothing_behind_the_near_ones(ratio: float) -> None:
    weights = np.zeros((16, 16))
    weights[3, 2] = 5.0  # from the left lane of the source to the right lane of the target
    bundle = bundle_of((2, 16, 16, 1), 240.0, weights)
    edge = bundle.edge_of(3, 2)
    assert edge is not None
    image = drawn(bundle, DARK, ratio)
    for x, y in (
        (bundle.reach[0][edge] + 3, bundle.y[0][edge]),
        (bundle.x[0] - 3, bundle.y[0][edge]),
        (bundle.x[1] + 3, bundle.y[1][edge]),
        (bundle.reach[1][edge] - 3, bundle.y[1][edge]),
    ):
        here = image.pixelColor(round(float(x) * ratio), round(float(y) * ratio))
        assert here.blue() > 150, (x, y)
    left, top, side = bundle.target.place(2)  # a near tile: no edge runs on behind it
    assert image.pixelColor(round((left + side / 2) * ratio), round((top + side / 2) * ratio)) == DARK.card


def test_nothing_to_draw_is_drawn() -> None:
    layout = arrange((2, 1), width=SIZE[0], height=SIZE[1])
    source, target = layout.columns
    none = np.zeros(0, np.intp)
    edges = EdgeImage(EdgeBundle(source, target, none, none))
    edges.render(1.0, two_color_table(DARK.negative, DARK.positive), Raster())
    assert edges.cost(1.0) == 0.0
