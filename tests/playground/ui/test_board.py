"""The cards in their columns: all of them, the pictures alone before a projector, and what class mode leaves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from engine.presets import preset
from playground.ui import theme as look
from playground.ui.board import Board
from playground.ui.views.surface_options import SurfaceOptions
from playground.ui.widgets.sheet import Sheet
from tests.playground.ui.settling import settles
from tests.playground.ui.snapshots import make_experiment, make_snapshot


@pytest.fixture
def board(qapp: QApplication, qtbot: QtBot) -> Iterator[Board]:
    look.apply(qapp, look.LIGHT)
    board = Board()
    for view in (board.controls, board.network, board.story, board.surface, board.curves):
        view.show_experiment(preset("circle"))
    sheet = Sheet(board)
    board.smallest_changed.connect(sheet.set_smallest)
    sheet.resize(1280, 640)
    sheet.show()
    yield board
    sheet.close()
    sheet.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    look.apply(qapp, look.LIGHT)


def place(board: Board, card: QWidget) -> QRect:
    """Where a card stands on the board, when the layouts have come to rest."""
    for _ in range(6):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    return card.rect().translated(card.mapTo(board, card.rect().topLeft()))


def seen(board: Board) -> list[QWidget]:
    """The cards that are shown."""
    cards = (board.controls, board.network_card, board.story, board.surface, board.curves)
    return [card for card in cards if card.isVisibleTo(board)]


def assert_apart(board: Board) -> None:
    """Every card is on the board, and none lies on another."""
    places = [place(board, card) for card in seen(board)]
    for index, one in enumerate(places):
        assert board.rect().contains(one)
        assert not any(one.intersects(other) for other in places[index + 1 :])


def test_before_a_projector_only_pictures_stay_and_the_map_is_larger(board: Board) -> None:
    before = place(board, board.surface)
    board.show_projected(True)
    assert seen(board) == [board.network_card, board.surface, board.curves]
    assert_apart(board)
    after = place(board, board.surface)
    assert after.width() > 1.2 * before.width()
    assert after.height() > 1.2 * before.height()
    assert place(board, board.curves).top() > place(board, board.network_card).bottom()
    board.show_projected(False)
    assert place(board, board.surface) == before
    assert len(seen(board)) == 5
    assert_apart(board)


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080), (1024, 768)])
def test_text_for_the_last_row_lets_the_pictures_fit_the_screen(
    board: Board, qapp: QApplication, width: int, height: int
) -> None:
    scale = board.scale_for(width, height)
    assert scale >= 1.1
    board.show_projected(True)
    look.apply(qapp, look.LIGHT, scale)
    needed = board.smallest()
    assert needed[0] <= width
    assert needed[1] <= height - 76 * scale
    board.window().resize(width, round(height - 76 * scale))
    assert_apart(board)


def test_the_controls_can_be_put_away(board: Board) -> None:
    before = place(board, board.network_card)
    smallest = board.smallest()
    board.show_controls(False)
    assert place(board, board.network_card).width() > before.width()
    assert board.smallest()[0] < smallest[0]
    board.show_controls(True)
    assert place(board, board.network_card) == before


def test_the_picture_can_have_the_room_of_what_happens_now(board: Board) -> None:
    before = place(board, board.network_card)
    board.show_large_picture(True)
    assert seen(board) == [board.controls, board.network_card, board.surface, board.curves]
    assert place(board, board.network_card).height() > 1.4 * before.height()
    assert board.large_picture.isChecked()
    assert_apart(board)
    board.show_projected(True)
    board.show_projected(False)
    assert not board.story.isVisibleTo(board)  # as it was before
    board.show_large_picture(False)
    assert place(board, board.network_card) == before


@pytest.mark.parametrize("size", [(1280, 642), (1440, 822)])
def test_without_curves_what_happens_now_lies_below_both_pictures(board: Board, size: tuple[int, int]) -> None:
    board.window().resize(*size)
    before, below = place(board, board.surface), place(board, board.story)
    board.curves.hide()
    board.fit()
    surface, picture, story = (place(board, card) for card in (board.surface, board.network_card, board.story))
    assert (surface.top(), surface.bottom()) == (picture.top(), picture.bottom())
    assert (story.left(), story.right()) == (picture.left(), surface.right())
    assert surface.width() >= before.width()
    assert_apart(board)
    board.curves.show()
    board.fit()
    assert (place(board, board.surface), place(board, board.story)) == (before, below)


def test_without_curves_and_what_happens_now_the_map_is_larger(board: Board) -> None:
    before = place(board, board.surface)
    board.curves.hide()
    board.story.hide()
    board.fit()
    assert place(board, board.surface).width() > before.width()
    assert_apart(board)


def test_it_says_how_small_it_may_be(board: Board, qapp: QApplication) -> None:
    told: list[tuple[int, int]] = []
    board.smallest_changed.connect(lambda *size: told.append(size))
    look.apply(qapp, look.LIGHT, 1.5)
    assert told[-1] == board.smallest()
    assert told[-1][1] == round(1.5 * 584)


@pytest.mark.parametrize("kind", ["circle", "digits", "iris", "reg-gauss"])
@pytest.mark.parametrize(("width", "height"), [(1280, 642), (1280, 560), (1120, 500)])
@pytest.mark.parametrize("brush", [False, True])
def test_the_surface_never_lies_over_the_curves(board: Board, kind: str, width: int, height: int, brush: bool) -> None:
    """A long legend, the tools of painting, an open banner above: where the room is too small the sheet scrolls."""
    experiment = make_experiment(kind)
    for view in (board.controls, board.network, board.story, board.surface, board.curves):
        view.show_experiment(experiment)
        view.show_snapshot(make_snapshot(experiment, surface_size=12, unit_size=6))
    board.surface.show_options(SurfaceOptions(dev=True, test=True, wrong=True))
    board.surface.brush.setChecked(brush)
    board.window().resize(width, height)
    assert_apart(board)
    parts = [part for part in board.surface.view.children() if isinstance(part, QWidget) and part.isVisible()]
    assert all(board.surface.view.rect().contains(part.geometry()) for part in parts)
    for index, part in enumerate(parts):
        assert not any(part.geometry().intersects(other.geometry()) for other in parts[index + 1 :])


@pytest.mark.parametrize("projected", [False, True])
@pytest.mark.parametrize("without_curves", [False, True])
@pytest.mark.parametrize("scale", [1.0, 1.4])
def test_it_comes_to_rest(
    board: Board, qapp: QApplication, projected: bool, without_curves: bool, scale: float
) -> None:
    """Giving the cards their sizes asks for another lay-out, which must not give them their sizes for ever."""
    board.curves.show_snapshot(make_snapshot(make_experiment("blobs"), surface_size=12, unit_size=6))
    with settles(qapp):
        board.window().resize(1440, 820)
        board.show_projected(projected)
        look.apply(qapp, look.LIGHT, scale)
        board.curves.setVisible(not without_curves)
        board.fit()
    told: list[tuple[int, int]] = []
    board.smallest_changed.connect(lambda *size: told.append(size))
    with settles(qapp):
        board.updateGeometry()
    assert told == []  # nothing has more to say than before
