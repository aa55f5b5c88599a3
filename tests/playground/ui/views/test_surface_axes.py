"""Axes have ticks and names beside the map, and leave the map itself alone."""

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import QRectF, QSize
from pytestqt.qtbot import QtBot

from engine.snapshot import Plane, RunData
from playground.ui.theme import themes
from playground.ui.views.surface_axes import axes_layer, margins
from playground.ui.views.surface_window import whole
from tests.playground.ui.snapshots import KINDS, make_experiment, make_snapshot
from tests.playground.ui.views.pictures import dress


def data_of(kind: str) -> RunData:
    return make_snapshot(make_experiment(kind), surface_size=8, unit_size=8).data


def drawn(data: RunData, ratio: float = 1.0, side: int = 200) -> tuple[np.ndarray, QRectF]:
    """Which pixels are not the card's, and where the map is."""
    room = margins(data, side=side)
    area = QRectF(room.left(), room.top(), side, side)
    size = QSize(round(area.right() + room.right()), round(area.bottom() + room.bottom()))
    image = axes_layer(data, whole(data.plane), area, size, ratio).toImage()
    words = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return (words & 0xFFFFFF) != (themes().current.card.rgb() & 0xFFFFFF), area


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("scale", "side"), [(1.0, 200), (1.0, 700), (1.5, 200), (2.0, 200), (2.0, 700), (2.0, 1600)])
@pytest.mark.parametrize("kind", KINDS)
def test_words_are_beside_the_map_and_not_cut(qtbot: QtBot, kind: str, name: str, scale: float, side: int) -> None:
    dress(name, scale)
    ink, area = drawn(data_of(kind), side=side)
    dress()
    left, top, right, bottom = round(area.left()), round(area.top()), round(area.right()), round(area.bottom())
    assert ink[top:bottom, : left - 6].any()
    assert ink[bottom + 6 :, left:right].any()
    assert not ink[top + 2 : bottom - 2, left + 2 : right - 2].any()
    assert not ink[-1].any()
    assert not ink[:, 0].any()


@pytest.mark.parametrize("ratio", [1.25, 1.5, 2.0])
def test_layer_is_as_sharp_as_the_screen(qtbot: QtBot, ratio: float) -> None:
    dress()
    plain, _ = drawn(data_of("circle"))
    sharp, _ = drawn(data_of("circle"), ratio)
    assert sharp.shape[0] >= plain.shape[0] * ratio
    assert sharp.shape[1] >= plain.shape[1] * ratio


def test_unused_axis_has_no_words(qtbot: QtBot) -> None:
    dress()
    plane = Plane(columns=(0, -1), labels=("rooms", ""), low=(0.0, -1.0), high=(1.0, 1.0))
    ink, area = drawn(dataclasses.replace(data_of("csv"), plane=plane))
    assert not ink[: round(area.bottom()) - 8, : round(area.left()) - 6].any()


def test_room_without_data(qtbot: QtBot) -> None:
    dress()
    room = margins(None)
    assert min(room.left(), room.top(), room.right(), room.bottom()) > 0


def test_a_window_has_ticks_of_its_own_and_room_for_them(qtbot: QtBot) -> None:
    dress()
    data = data_of("circle")
    room, narrow = margins(data), margins(data, ((0.0, 0.01), (-0.101, -0.1)))
    assert narrow.left() > room.left()  # −0.1002 is longer than −5
    area = QRectF(narrow.left(), narrow.top(), 200, 200)
    size = QSize(300, 260)
    pictures = [
        axes_layer(data, one, area, size, 1.0).toImage() for one in (whole(data.plane), ((0.0, 1.0), (0.0, 1.0)))
    ]
    assert pictures[0] != pictures[1]
