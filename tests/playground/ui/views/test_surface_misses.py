"""Rings stand around the points whose answer is another class, and around no others."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from engine.snapshot import Snapshot
from playground.ui.views.surface_misses import draw_rings, missed
from playground.ui.views.surface_points import on_map
from playground.ui.views.surface_window import whole
from tests.playground.ui.snapshots import make_experiment, make_snapshot
from tests.playground.ui.views.pictures import dress

AREA = QRectF(20, 10, 300, 300)


def with_one_miss(kind: str = "blobs", row: int = 4) -> Snapshot:
    snapshot = make_snapshot(make_experiment(kind), samples=60, surface_size=8, unit_size=8)
    answers = {name: labels.copy() for name, labels in snapshot.data.labels.items()}
    answers["train"][row] = (answers["train"][row] + 1) % 3
    return replace(snapshot, predictions=answers)


@pytest.mark.parametrize("ratio", [0.0, 1.0])
def test_one_wrong_answer_has_one_ring(qtbot: QtBot, ratio: float) -> None:
    dress()
    snapshot = with_one_miss()
    image = QImage(340, 320, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as painter:
        draw_rings(painter, snapshot, ("train", "dev"), whole(snapshot.data.plane), AREA, ratio)
    ink = np.argwhere(np.frombuffer(image.constBits(), np.uint32).reshape(320, -1) != 0)
    x, y = on_map(whole(snapshot.data.plane), snapshot.data.points["train"][[4]], 300.0)[0]
    assert len(ink) > 20
    assert np.abs(ink - [y + 10, x + 20]).max() < 12
    assert ink.mean(axis=0) == pytest.approx([y + 10, x + 20], abs=1.0)


def test_sets_that_are_not_shown_have_no_rings(qtbot: QtBot) -> None:
    dress()
    snapshot = with_one_miss()
    image = QImage(340, 320, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as painter:
        draw_rings(painter, snapshot, ("dev", "test"), whole(snapshot.data.plane), AREA, 1.0)
    assert not np.frombuffer(image.constBits(), np.uint32).any()


def test_what_is_missed() -> None:
    snapshot = with_one_miss()
    assert np.flatnonzero(missed(snapshot, "train")).tolist() == [4]
    assert not missed(snapshot, "test").any()
    assert not missed(replace(snapshot, predictions={}), "train").any()
    numbers = make_snapshot(make_experiment("reg-plane"), surface_size=8, unit_size=8)
    assert not missed(numbers, "train").any()
