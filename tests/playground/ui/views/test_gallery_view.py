"""The pictures: the wrong ones first and marked, in an order that stays, and only for data that are pictures."""

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.snapshot import SETS, Snapshot
from playground.ui import theme
from playground.ui.views.gallery_atlas import Atlas
from playground.ui.views.gallery_order import has_pictures, wrong_first
from playground.ui.views.gallery_view import GalleryView
from tests.playground.ui.snapshots import make_experiment, make_snapshot

# The offscreen platform says so of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


def snapshot(*, wrong: int = 7, run: int = 1, split: tuple[float, float, float] = (50, 20, 30)) -> Snapshot:
    """Digits of which the last `wrong` ones of every set are taken for the next digit."""
    made = make_snapshot(make_experiment("digits", split=split), run=run, surface_size=4, unit_size=2)
    predictions = {name: made.data.labels[name].copy() for name in SETS}
    for guesses in predictions.values():
        guesses[len(guesses) - wrong :] = (guesses[len(guesses) - wrong :] + 1) % 10
    return dataclasses.replace(made, predictions=predictions)


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> GalleryView:
    theme.apply(qapp, theme.LIGHT)
    made = GalleryView()
    qtbot.addWidget(made)
    made.resize(300, 320)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.mark.parametrize("name", SETS)
def test_the_wrong_ones_come_first_and_the_rest_keeps_its_order(name: str) -> None:
    shot = snapshot()
    assert name in SETS
    pictures = wrong_first(shot, name)
    assert pictures.wrong == 7
    assert (pictures.true != pictures.predicted).tolist() == [True] * 7 + [False] * (len(pictures.true) - 7)
    np.testing.assert_array_equal(pictures.images[7:], shot.data.images[name][:-7])
    np.testing.assert_array_equal(pictures.images[:7], shot.data.images[name][-7:])


def test_an_atlas_holds_every_picture_from_ground_to_text() -> None:
    images = np.random.default_rng(0).integers(0, 256, (11, 4, 6)).astype(np.uint8)
    images[3] = 0
    images[5] = 255
    atlas = Atlas(images, theme.DARK)
    for index, color in ((3, theme.DARK.field), (5, theme.DARK.text)):
        part = atlas.part(index).toRect()
        copied = atlas.image.copy(part)
        assert (copied.width(), copied.height()) == (6, 4)
        assert {copied.pixel(x, y) for x in range(6) for y in range(4)} == {color.rgb()}
    parts = [atlas.part(index) for index in range(11)]
    assert not any(a.intersects(b) for a in parts for b in parts if a is not b)


def test_it_counts_and_prefers_the_test_set(view: GalleryView) -> None:
    view.show_snapshot(snapshot())
    assert view._count.text() == "7 wrong of 90"
    assert view._grid.accessibleDescription() == "7 wrong of 90"
    view.set_shown("train")
    assert view._count.text() == "7 wrong of 150"


def test_other_data_are_said_to_be_no_pictures(view: GalleryView) -> None:
    view.show_snapshot(snapshot())
    view.show_snapshot(make_snapshot(run=2, surface_size=4, unit_size=2))
    assert view._count.text() == "These data are not pictures."
    assert not view._scroll.isVisible()
    view.show_snapshot(snapshot(run=3))
    assert view._scroll.isVisible()


def test_a_set_without_samples_has_no_pictures() -> None:
    shot = snapshot(wrong=0, split=(60, 0, 40))
    assert [has_pictures(shot, name) for name in SETS] == [True, False, True]


@pytest.mark.parametrize("look", [theme.LIGHT, theme.DARK], ids=lambda look: look.name)
def test_only_wrong_ones_are_framed(view: GalleryView, qapp: QApplication, look: theme.Theme) -> None:
    theme.apply(qapp, look)
    for wrong in (0, 90):
        view.show_snapshot(snapshot(wrong=wrong, run=wrong + 1))
        qapp.processEvents()  # lays out
        picture = view._grid.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        corner = view._grid.place(1).topLeft().toPoint() + QPoint(1, 20)
        assert (picture.pixel(corner) == look.error.rgb()) is (wrong > 0)


def test_what_is_under_the_pointer_is_told(view: GalleryView, monkeypatch: pytest.MonkeyPatch) -> None:
    shot = snapshot(wrong=1)
    view.show_snapshot(shot)
    QApplication.processEvents()  # lays out
    told = list[str]()
    monkeypatch.setattr(
        "playground.ui.views.gallery_grid.QToolTip.showText", lambda _at, text, _widget: told.append(text)
    )
    last, first = int(shot.data.labels["test"][-1]), int(shot.data.labels["test"][0])
    for index in (0, 1):
        place = view._grid.place(index).center().toPoint()
        QApplication.sendEvent(view._grid, QHelpEvent(QEvent.Type.ToolTip, place, view._grid.mapToGlobal(place)))
    assert told == [f"“{last}”, taken for “{(last + 1) % 10}”", f"“{first}”, recognised"]


def test_every_tile_is_found_and_lies_within(view: GalleryView) -> None:
    view.show_snapshot(snapshot())
    QApplication.processEvents()  # lays out
    grid = view._grid
    for index in range(90):
        place = grid.place(index)
        assert grid.at(place.center()) == index
        assert place.left() >= 0
        assert place.right() <= grid.width() + 1e-6
        assert place.bottom() <= grid.height()
    assert grid.at(QPointF(grid.width() - 1, grid.height() + 500)) is None


def test_the_order_rests_while_it_runs_and_ends_with_the_last(view: GalleryView, qtbot: QtBot) -> None:
    first = dataclasses.replace(snapshot(), running=True)
    view.show_snapshot(first)
    for wrong in (3, 2, 1):
        view.show_snapshot(dataclasses.replace(snapshot(wrong=wrong), data=first.data, running=True))
    assert view._count.text() == "7 wrong of 90"
    qtbot.waitUntil(lambda: view._count.text() == "1 wrong of 90")
