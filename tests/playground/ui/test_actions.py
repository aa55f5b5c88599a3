"""The table of actions: every row can be reached by a key of its own, and stands in a menu."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence

from playground.ui.actions import ACTIONS, MENUS, Action, native, say_action
from playground.ui.icons import names


@pytest.mark.parametrize("row", ACTIONS, ids=lambda row: row.id)
def test_a_row_is_whole(row: Action) -> None:
    assert say_action(row)
    assert row.menu in MENUS
    assert not row.icon or row.icon in names()
    for keys in (row.shortcut, *row.also):
        assert QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText) == keys
        assert native(keys)


def test_no_key_is_given_twice() -> None:
    keys = [key for row in ACTIONS for key in (row.shortcut, *row.also)]
    assert len(set(keys)) == len(keys)


def test_rows_of_a_menu_stand_together_and_in_groups() -> None:
    places = [(list(MENUS).index(row.menu), row.group) for row in ACTIONS]
    assert places == sorted(places)
