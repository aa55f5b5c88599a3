"""A unit's plot has the colours of its response, at its own place of the atlas."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from playground.ui.theme import DARK, LIGHT, Theme
from playground.ui.views.network_edges import LEVELS
from playground.ui.views.network_layout import arrange
from playground.ui.views.network_tiles import TileDecor, UnitAtlas, tile_rect

COLUMN = arrange([2, 3, 1], width=400, height=300, left=40, right=40).columns[1]


def shown(atlas: UnitAtlas, place: int) -> QColor:
    image = QImage(48, 48, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    atlas.draw(painter, place, QRectF(0, 0, 48, 48))
    painter.end()
    return image.pixelColor(1, 1)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_values_have_their_colours_and_do_not_mix_with_neighbours(theme: Theme) -> None:
    atlas = UnitAtlas(COLUMN)
    units = np.stack([np.full((32, 32), value, np.float32) for value in (-1.0, 0.0, 1.0)])
    atlas.load(units, -1.0, 1.0, theme.diverging_table())
    assert [shown(atlas, place) for place in range(3)] == [theme.negative, theme.card, theme.positive]


def test_each_class_has_its_own_table() -> None:
    atlas = UnitAtlas(COLUMN)
    tables = LIGHT.class_tables(3)
    atlas.load(np.ones((3, 8, 8), np.float32), 0.0, 1.0, tables)
    assert [shown(atlas, place).rgb() for place in range(3)] == tables[:, 255].tolist()


def test_only_the_shown_units_are_kept() -> None:
    column = arrange([30, 4, 1], width=400, height=300, left=40, right=40, first={0: 99}).columns[0]
    atlas = UnitAtlas(column)
    units = np.zeros((30, 8, 8), np.float32)
    units[29] = 1.0
    atlas.load(units, -1.0, 1.0, LIGHT.diverging_table())
    assert shown(atlas, len(column.rows) - 1) == LIGHT.positive
    assert shown(atlas, 0) == LIGHT.card


def test_image_is_upright() -> None:
    atlas = UnitAtlas(COLUMN)
    units = np.zeros((3, 8, 8), np.float32)
    units[1, :2, :2] = 1.0  # the upper left corner
    atlas.load(units, -1.0, 1.0, LIGHT.diverging_table())
    assert shown(atlas, 1) == LIGHT.positive


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_dots_have_the_sign_s_colour(qtbot: QtBot, theme: Theme, ratio: float) -> None:
    decor = TileDecor(theme, ratio)
    for level, color in ((LEVELS, theme.positive), (-LEVELS, theme.negative)):
        image = QImage(round(40 * ratio), round(40 * ratio), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(theme.card)
        painter = QPainter(image)
        decor.draw_dot(painter, QPointF(20, 20), 4, level, LEVELS)
        decor.draw_frame(painter, tile_rect(COLUMN, 0))
        painter.end()
        assert image.pixelColor(round(20 * ratio), round(20 * ratio)) == color
        assert image.pixelColor(round(32 * ratio), round(20 * ratio)) == theme.card


def test_pixels_of_weights_are_seen_as_such() -> None:
    atlas = UnitAtlas(COLUMN)
    units = np.zeros((3, 2, 3), np.float32)  # two rows of three pixels
    units[1, 0, 0], units[1, 1, 2] = 1.0, -1.0
    atlas.load(units, -1.0, 1.0, LIGHT.diverging_table())
    atlas.crisp = True
    image = QImage(48, 48, QImage.Format.Format_RGB32)
    image.fill(0)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        atlas.draw(painter, 1, QRectF(0, 0, 48, 48))
        assert painter.testRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    assert [image.pixelColor(x, y) for x, y in ((1, 1), (14, 22))] == [LIGHT.positive] * 2
    assert [image.pixelColor(x, y) for x, y in ((34, 26), (46, 46))] == [LIGHT.negative] * 2
    assert image.pixelColor(24, 1) == LIGHT.card


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_unit_is_struck_out_by_a_cross_and_fades(qtbot: QtBot, theme: Theme, ratio: float) -> None:
    image = QImage(round(60 * ratio), round(60 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(theme.positive)
    with QPainter(image) as painter:
        TileDecor(theme, ratio).draw_struck(painter, QRectF(10, 10, 40, 40))

    def distance(x: int, y: int) -> int:
        color = image.pixelColor(round(x * ratio), round(y * ratio))
        return sum(abs(a - b) for a, b in zip(color.getRgb()[:3], theme.card.getRgb()[:3], strict=True))

    whole = sum(abs(a - b) for a, b in zip(theme.positive.getRgb()[:3], theme.card.getRgb()[:3], strict=True))
    assert distance(5, 5) == whole
    assert distance(30, 14) < 0.4 * whole  # between the arms of the cross
    assert distance(30, 30) > whole / 2  # on it
