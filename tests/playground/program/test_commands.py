"""Every row of the actions' table does what it says, by its keys."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.edits import new_seed
from engine.fields import LARGEST_SEED
from engine.presets import preset
from playground import app
from playground.ui.actions import ACTIONS
from tests.playground.seen import Seen


def test_space_trains_and_pauses(opened: app.Playground, seen: Seen, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_Space)
    seen(lambda one: one.running and one.epoch >= 2)
    assert opened.window.top_bar.transport.is_playing()
    qtbot.keyClick(opened.window, Qt.Key.Key_Space)
    seen(lambda one: not one.running)
    assert not opened.window.top_bar.transport.is_playing()


def test_step_keys_step(opened: app.Playground, seen: Seen, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_F7)
    assert seen(lambda one: one.step == 1).epoch == 0
    qtbot.keyClick(opened.window, Qt.Key.Key_F8)
    assert seen(lambda one: one.epoch == 1).batch_in_epoch == 0


def test_reset_brings_the_same_weights_and_a_new_seed_others(opened: app.Playground, seen: Seen) -> None:
    start = seen(lambda one: one.step == 0)
    opened.window.actions_by_id["step_epoch"].trigger()
    seen(lambda one: one.epoch == 1)
    opened.window.actions_by_id["reset"].trigger()
    again = seen(lambda one: one.run > start.run)
    np.testing.assert_array_equal(again.parameters, start.parameters)
    opened.window.actions_by_id["new_seed"].trigger()
    other = seen(lambda one: one.run > again.run)
    assert not np.array_equal(other.parameters, start.parameters)
    opened.document.undo()
    assert opened.document.experiment == preset("circle")


def test_every_action_is_connected(opened: app.Playground) -> None:
    assert set(opened.commands.calls) == {row.id for row in ACTIONS}
    opened.window.actions_by_id["play"].setShortcut("Space")  # a focused button may have it
    keys = [[key.toString() for key in action.shortcuts()] for action in opened.window.actions_by_id.values()]
    assert all(keys)
    flat = [key for row in keys for key in row]
    assert len(set(flat)) == len(flat)


def test_the_next_seed_of_the_last_is_the_first(opened: app.Playground) -> None:
    for seed, following in ((LARGEST_SEED - 1, LARGEST_SEED), (LARGEST_SEED, 0)):
        opened.document.apply(new_seed(seed))
        opened.window.actions_by_id["new_seed"].trigger()
        assert opened.document.experiment.seed == following
