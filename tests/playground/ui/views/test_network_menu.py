"""Every row of a layer's menu asks for the edit it names."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.choices import ACTIVATION_KINDS
from playground.restrictions import NOTHING, Restrictions
from playground.ui.views.network_menu import LayerMenu, activation_words
from tests.playground.ui.snapshots import make_experiment
from tests.playground.ui.views.pictures import dress, keep


@pytest.fixture
def menu(qtbot: QtBot) -> Iterator[LayerMenu]:
    dress()
    parent = QWidget()
    keep(qtbot, parent)
    yield LayerMenu(1, "tanh", NOTHING, parent)
    parent.close()


def outcome(qtbot: QtBot, menu: LayerMenu, words: str) -> list[tuple[int, str]]:
    action = next(action for action in menu.actions() if action.text() == words)
    with qtbot.waitSignal(menu.edit_requested) as blocker:
        action.trigger()
    changed = blocker.args[0].change(make_experiment("circle", (4, 2)))
    return [(layer.units, layer.activation) for layer in changed.layers]


@pytest.mark.parametrize("kind", ACTIVATION_KINDS)
def test_activations(qtbot: QtBot, menu: LayerMenu, kind: str) -> None:
    assert outcome(qtbot, menu, activation_words(kind)) == [(4, "tanh"), (2, kind)]


def test_present_activation_is_checked(menu: LayerMenu) -> None:
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["tanh"]


def test_layers_come_and_go(qtbot: QtBot, menu: LayerMenu) -> None:
    assert outcome(qtbot, menu, "Insert a layer before") == [(4, "tanh"), (4, "tanh"), (2, "tanh")]
    assert outcome(qtbot, menu, "Insert a layer after") == [(4, "tanh"), (2, "tanh"), (2, "tanh")]
    assert outcome(qtbot, menu, "Remove this layer") == [(4, "tanh")]


def test_words_of_activations_differ() -> None:
    assert len({activation_words(kind) for kind in ACTIVATION_KINDS}) == len(ACTIVATION_KINDS)


def test_the_other_settings_are_asked_for_and_are_no_edit(qtbot: QtBot, menu: LayerMenu) -> None:
    action = next(action for action in menu.actions() if action.text().startswith("Dropout"))
    with qtbot.waitSignal(menu.settings_requested), qtbot.assertNotEmitted(menu.edit_requested):
        action.trigger()


def test_what_class_mode_locks_rests_and_what_it_hides_is_gone(qtbot: QtBot, menu: LayerMenu) -> None:
    held = LayerMenu(1, "tanh", Restrictions(locked=("layers[].activation",), hidden=("layers",)), menu.parentWidget())
    shown = {action.text(): action.isEnabled() for action in held.actions() if action.isVisible() and action.text()}
    assert shown.keys().isdisjoint({"Insert a layer before", "Insert a layer after", "Remove this layer"})
    free = {action.text() for action in menu.actions() if action.isEnabled() and action.text()}
    assert len(free) == len(ACTIVATION_KINDS) + 4
    locked = Restrictions(locked=("layers",))
    every = LayerMenu(1, "tanh", locked, menu.parentWidget())
    assert not any(action.isEnabled() for action in every.actions() if action.data() is not None)
