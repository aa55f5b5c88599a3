"""Turns are short while a session lives, and as before afterwards."""

import sys

import pytest
from pytestqt.qtbot import QtBot

from playground.state.session import Session
from playground.state.turns import TURN, restore_turns, shorten_turns


def test_turns_are_short_until_the_last_user_leaves() -> None:
    usual = sys.getswitchinterval()
    shorten_turns()
    shorten_turns()
    restore_turns()
    assert sys.getswitchinterval() == pytest.approx(TURN)
    restore_turns()
    assert sys.getswitchinterval() == usual


def test_a_session_shortens_them_and_gives_them_back_once(qtbot: QtBot) -> None:
    usual = sys.getswitchinterval()
    first, second = Session(), Session()
    assert sys.getswitchinterval() == pytest.approx(TURN)
    first.close()
    first.close()
    assert sys.getswitchinterval() == pytest.approx(TURN)
    second.close()
    assert sys.getswitchinterval() == usual
