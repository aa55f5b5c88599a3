"""The window as a whole: every wish comes out as one signal, every card fits, no frame draws everything."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from engine.experiment import Experiment
from engine.presets import preset
from engine.snapshot import Snapshot
from playground.restrictions import NOTHING, Restrictions
from playground.ui import theme as look
from playground.ui.actions import ACTIONS, say_action
from playground.ui.language import install_language
from playground.ui.main_window import SMALLEST, MainWindow
from playground.ui.theme import themes
from tests.playground.ui.settling import settles
from tests.playground.ui.snapshots import make_experiment, make_snapshot


def snapshot(kind: str = "circle") -> Snapshot:
    """A made-up run on a kind of data."""
    return make_snapshot(make_experiment(kind), surface_size=12, unit_size=6)


@pytest.fixture(params=["light en", "dark zh"], scope="module")
def window(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[MainWindow]:
    theme, language = request.param.split()
    look.apply(qapp, look.DARK if theme == "dark" else look.LIGHT)
    install_language(qapp, language)
    window = MainWindow()
    window.resize(1280, 720)
    window.show_experiment(Experiment())
    window.show()
    yield window
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    install_language(qapp, "en")
    look.apply(qapp, look.LIGHT)


def test_every_action_says_its_id(window: MainWindow, qtbot: QtBot) -> None:
    for row in ACTIONS:
        action = window.actions_by_id[row.id]
        assert action.text() == say_action(row)
        action.setEnabled(True)
        with qtbot.waitSignal(window.triggered) as caught:
            action.trigger()
        assert caught.args == [row.id]


def test_the_buttons_of_the_top_bar_are_actions(window: MainWindow, qtbot: QtBot) -> None:
    transport = window.top_bar.transport
    for button, name in (
        (transport.play_button, "play"),
        (transport.step_batch_button, "step_batch"),
        (transport.step_epoch_button, "step_epoch"),
        (transport.reset_button, "reset"),
        (transport.new_seed_button, "new_seed"),
    ):
        assert isinstance(button, QAbstractButton)
        with qtbot.waitSignal(window.triggered) as caught:
            button.click()
        assert caught.args == [name]


def test_undo_names_what_it_would_do(window: MainWindow) -> None:
    window.show_undo(None, None)
    assert not window.actions_by_id["undo"].isEnabled()
    window.show_undo(("New seed", Experiment(), Experiment(seed=7), None), None)
    assert window.actions_by_id["undo"].isEnabled()
    assert window.actions_by_id["undo"].text() == window.top_bar.undo_words()
    assert "0 → 7" in window.actions_by_id["undo"].text()
    assert not window.actions_by_id["redo"].isEnabled()


def test_the_cards_fit_and_do_not_overlap(window: MainWindow) -> None:
    for kind, size in itertools.product(["circle", "blobs", "reg-plane"], [(1280, 720), (1440, 900), (1920, 1080)]):
        window.resize(*size)
        window.show_experiment(preset(kind))
        window.show_snapshot(dataclasses.replace(snapshot(kind), run=next(RUNS)))
        QApplication.processEvents()
        assert_in_place(window, size)


def assert_in_place(window: MainWindow, size: tuple[int, int]) -> None:
    """The window has its size, and its cards stand in it side by side, each as high as it needs."""
    assert (window.width(), window.height()) == size
    cards = [window.controls, window.board.network_card, window.story, window.surface, window.curves, window.top_bar]
    places = []
    for card in cards:
        corner = card.mapTo(window, card.rect().topLeft())
        places.append(card.rect().translated(corner))
        assert window.rect().contains(places[-1]), card
        assert card.height() >= min(card.minimumSizeHint().height(), card.maximumHeight()), card
    for index, place in enumerate(places):
        assert not any(place.intersects(other) for other in places[index + 1 :]), cards[index]


def test_the_smallest_size_is_really_enough(window: MainWindow) -> None:
    window.resize(1280, 720)
    QApplication.processEvents()
    assert window.minimumWidth() == SMALLEST[0]
    assert window.centralWidget().minimumSizeHint().width() <= 1280
    assert window.centralWidget().minimumSizeHint().height() <= 720


RUNS = itertools.count(100)  # the window is shared by the tests of this file: each shows a run of its own


def test_a_run_on_images_opens_their_page(window: MainWindow) -> None:
    window.show_snapshot(dataclasses.replace(snapshot("digits"), run=next(RUNS)))
    assert window.story._stack.currentWidget() is window.story.gallery
    window.show_snapshot(dataclasses.replace(snapshot("blobs"), run=next(RUNS)))
    assert window.story._stack.currentWidget() is window.story.results
    window.story.show_page("now")
    window.show_snapshot(dataclasses.replace(snapshot("blobs"), run=next(RUNS)))
    assert window.story._stack.currentWidget() is window.story.status


def test_a_class_can_be_kept_from_painting(window: MainWindow) -> None:
    brush = window.surface.brush
    for restrictions, seen, usable in (
        (Restrictions(hidden=("data.points",)), False, True),
        (Restrictions(locked=("data.points",)), True, False),
        (NOTHING, True, True),
    ):
        window.class_mode.show_restrictions(restrictions)
        assert (brush.isVisible(), brush.isEnabled()) == (seen, usable)


@pytest.mark.parametrize("size", [(1120, 660), (1280, 720), (1920, 1080), (2560, 1440)])
@pytest.mark.parametrize("scale", [1.0, 1.4, 2.0])
def test_every_change_of_the_cards_comes_to_rest(
    window: MainWindow, qapp: QApplication, size: tuple[int, int], scale: float
) -> None:
    """Where a card's size depends on itself the layouts would answer each other for ever, and the program hang."""
    window.resize(*size)
    theme, run = themes().current, itertools.cycle(["circle", "digits"])
    try:
        for on in (True, False):
            with settles(qapp):
                look.apply(qapp, theme, scale if on else 1.0)
            for switch in (window.show_projected, window.set_full_screen, window.board.show_large_picture):
                for wanted in (True, False):
                    with settles(qapp):
                        switch(wanted)
            with settles(qapp):
                window.open_lessons("softmax")
            with settles(qapp):
                window.show_snapshot(dataclasses.replace(snapshot(next(run)), run=next(RUNS)))
            with settles(qapp):
                window.story.show_page("now")
            with settles(qapp):
                window.show_controls(not on)
    finally:
        look.apply(qapp, theme)
        window.show_controls(True)
