"""Names of inputs and outputs, and what is left out, are said and have room."""

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from playground.ui import fonts
from playground.ui.theme import DARK, LIGHT, Theme
from playground.ui.views import network_backdrop
from playground.ui.views.network_content import NetworkContent
from playground.ui.views.network_layout import arrange
from playground.ui.views.network_tiles import TileDecor
from tests.playground.ui.snapshots import KINDS, make_experiment, make_snapshot
from tests.playground.ui.views.pictures import dress


@pytest.fixture(autouse=True)
def english(qtbot: QtBot) -> None:
    dress()


def content_of(kind: str, layers: tuple[int, ...] = (4, 2)) -> NetworkContent:
    content = NetworkContent()
    content.take_snapshot(make_snapshot(make_experiment(kind, layers), surface_size=8, unit_size=8))
    return content


@pytest.mark.parametrize("kind", KINDS)
def test_every_output_has_a_name(kind: str) -> None:
    content = content_of(kind)
    assert len(network_backdrop.output_labels(content)) == content.outputs


def test_output_of_two_classes_is_called_after_the_second() -> None:
    assert network_backdrop.output_labels(content_of("breast-cancer")) == ["benign"]
    assert network_backdrop.output_labels(content_of("circle")) == ["ŷ"]
    assert network_backdrop.output_labels(NetworkContent()) == []


def test_names_ask_for_their_room() -> None:
    font = fonts.caption()
    wide = QFontMetricsF(font).horizontalAdvance("sepal length (cm)")
    assert network_backdrop.input_label_width(content_of("iris"), font) >= wide
    assert network_backdrop.input_label_width(content_of("digits"), font) == 0.0
    assert network_backdrop.output_label_width(content_of("iris"), font) > network_backdrop.MARK


@pytest.mark.parametrize(("layer", "first"), [(0, 0), (1, 0), (0, 4), (1, 60)])
def test_what_is_shown_is_said_in_full_where_there_is_room(layer: int, first: int) -> None:
    content = content_of("breast-cancer", (80,))
    column = arrange(content.sizes, width=740, height=500, left=40, right=40, first={layer: first}).columns[layer]
    metrics = QFontMetricsF(fonts.caption())
    numbers = f"{column.rows[0] + 1}–{column.rows[-1] + 1}"
    assert network_backdrop.left_out_words(column, 500, metrics) == f"{numbers} of {column.size}"
    assert network_backdrop.left_out_words(column, 5, metrics) == numbers


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", ["circle", "digits", "iris", "breast-cancer"])
def test_backdrop_fills_the_whole_area(kind: str, theme: Theme, ratio: float) -> None:
    content = content_of(kind, (20,) * 9)
    picture = content.picture is not None
    layout = arrange(content.sizes, width=503, height=401, left=70, right=40, picture=picture)
    backdrop = network_backdrop.Backdrop(content, layout, theme, 1.0)
    pixmap = backdrop.pixmap(QSizeF(503, 401), ratio, TileDecor(theme, ratio))
    image = pixmap.toImage()
    assert pixmap.devicePixelRatio() == ratio
    assert image.width() >= 503 * ratio
    assert image.height() >= 401 * ratio
    assert image.pixelColor(image.width() - 1, image.height() - 1) == theme.card
    assert image.pixelColor(0, 0) == theme.card


def test_features_that_are_out_are_fainter() -> None:
    content = content_of("circle")
    layout = arrange(content.sizes, width=503, height=401, left=70, right=40)
    backdrop = network_backdrop.Backdrop(content, layout, LIGHT, 1.0)
    image = backdrop.pixmap(QSizeF(503, 401), 1.0, TileDecor(LIGHT, 1.0)).toImage()
    column = layout.columns[0]
    strengths = []
    for place in (0, 2):  # x₁ is in, x₁² is out; both are strong at the right side
        left, top, side = column.place(place)
        strengths.append(255 - image.pixelColor(left + side - 4, top + side // 2).red())
    assert strengths[0] > 2 * strengths[1] > 0
