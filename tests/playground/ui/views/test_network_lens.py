"""The lens is there for small tiles, stands beside them inside the picture, and shows the plots of its layer."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from playground.ui.theme import DARK
from playground.ui.views.network_layout import Column, arrange
from playground.ui.views.network_lens import CELL, LARGE, SMALL, TINY, Lens
from playground.ui.views.network_tiles import UnitAtlas

SIZE = QSizeF(560, 240)


def atlas_of(column: Column) -> UnitAtlas:
    """Unit k's plot is one colour: the lower half of the units are at -1, the others at 1."""
    atlas = UnitAtlas(column)
    units = np.where(np.arange(column.size) < column.size // 2, -1.0, 1.0)
    atlas.load(
        np.broadcast_to(units[:, None, None], (column.size, 8, 8)).astype(np.float32), -1, 1, DARK.diverging_table()
    )
    return atlas


def lenses(*hidden: int) -> list[Lens]:
    layout = arrange([7, *hidden, 1], width=SIZE.width(), height=SIZE.height(), left=50, right=50)
    return [Lens(atlas_of(column), SIZE) for column in layout.columns[1:-1]]


def test_large_tiles_need_no_lens() -> None:
    (lens,) = lenses(4)
    assert lens._atlas.column.tile >= SMALL
    assert not lens.is_needed


def test_a_small_tile_has_one_large_plot_and_a_tiny_one_its_whole_layer() -> None:
    small, tiny = lenses(16, 16, 16)[0], lenses(*[16] * 6)[0]
    assert TINY <= small._atlas.column.tile < SMALL
    assert tiny._atlas.column.tile < TINY
    assert small.is_needed
    assert tiny.is_needed
    assert small.area(3).size() == QSizeF(LARGE, LARGE)
    assert tiny.area(3) == tiny.area(9)
    assert 0.8 * 4 * CELL < tiny.area(3).width() <= 4 * (CELL + 4) + 4


@pytest.mark.parametrize("hidden", [(16, 16, 16), (16,) * 6, (40, 40)])
def test_it_stands_inside_and_beside_its_column(hidden: tuple[int, ...]) -> None:
    whole = QRectF(0, 0, SIZE.width(), SIZE.height())
    for lens in lenses(*hidden):
        column = lens._atlas.column
        for place in range(len(column.rows)):
            area = lens.area(place)
            assert whole.contains(area)
            assert area.right() < column.left or area.left() > column.right


def test_the_whole_layer_is_drawn_in_its_order_with_a_ring_around_one() -> None:
    lens = lenses(*[16] * 6)[2]
    image = QImage(560, 240, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff00ff"))
    with QPainter(image) as painter:
        lens.draw(painter, 5)
    area = lens.area(5)
    side = (area.width() - 4) / 4

    def color(across: float, down: float) -> QColor:
        return image.pixelColor(round(area.left() + 4 + across * side), round(area.top() + 4 + down * side))

    colors = [color(one % 4 + 0.45, one // 4 + 0.45) for one in range(16)]
    assert colors == [DARK.negative] * 8 + [DARK.positive] * 8
    assert color(1.0, 1.5) != color(1.0, 2.5)
