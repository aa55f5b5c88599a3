"""A mark stands where the frozen weight is drawn, and nowhere for one that is not shown."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from playground.ui.theme import LIGHT
from playground.ui.views.network_bundles import Bundles
from playground.ui.views.network_content import NetworkContent
from playground.ui.views.network_layout import Layout, arrange
from playground.ui.views.network_locks import SHARE, Locks
from playground.ui.views.network_pointer import bias_center
from playground.ui.views.network_tiles import TileDecor
from tests.playground.ui.snapshots import make_experiment, make_snapshot


def picture(layers: tuple[int, ...]) -> tuple[Layout, Bundles]:
    content = NetworkContent()
    content.take_snapshot(make_snapshot(make_experiment("circle", layers), surface_size=8, unit_size=8))
    layout = arrange(content.sizes, width=740, height=500, left=70, right=40)
    bundles = Bundles()
    bundles.set_theme(LIGHT)
    bundles.arrange(layout, content)
    return layout, bundles


def drawn(locks: Locks) -> tuple[QImage, QImage]:
    """What is drawn of edges, and of biases, on a ground in a colour no mark has."""
    images = []
    for draw in (locks.draw_on_edges, locks.draw_on_biases):
        image = QImage(740, 500, QImage.Format.Format_RGB32)
        image.fill(QColor("#ff00ff"))
        with QPainter(image) as painter:
            draw(painter, TileDecor(LIGHT, 1.0))
        images.append(image)
    return images[0], images[1]


def marked(image: QImage, x: float, y: float) -> bool:
    return image.pixelColor(round(x), round(y)) != QColor("#ff00ff")


def test_marks_stand_on_their_weights(qtbot: QtBot) -> None:
    layout, bundles = picture((4, 2))
    locks = Locks()
    locks.arrange([(2, 1, 3), (1, 2, None), (3, 1, None)], layout, bundles)
    edges, biases = drawn(locks)
    found = bundles.edge_of(2, 0, 2)
    assert found is not None
    point = bundles.items[found[0]].point(found[1], SHARE)
    assert marked(edges, point.x(), point.y())
    for column, place in ((1, 1), (3, 0)):
        assert marked(biases, *bias_center(layout.columns[column], place))
        assert not marked(edges, *bias_center(layout.columns[column], place))
    assert not marked(biases, *bias_center(layout.columns[1], 0))


@pytest.mark.parametrize("place", [(1, 90, None), (1, 90, 1), (2, 1, 90)])
def test_a_weight_that_is_not_shown_has_no_mark(qtbot: QtBot, place: tuple[int, int, int | None]) -> None:
    layout, bundles = picture((90,))
    locks = Locks()
    locks.arrange([place], layout, bundles)
    blank = QImage(740, 500, QImage.Format.Format_RGB32)
    blank.fill(QColor("#ff00ff"))
    assert drawn(locks) == (blank, blank)
