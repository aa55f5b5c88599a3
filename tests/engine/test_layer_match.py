"""Layers that stay keep their number's content, whatever comes or goes before and behind them."""

import pytest

from engine.layer_match import match_layers


@pytest.mark.parametrize(
    ("old", "new", "matches"),
    [
        ("", "", [0]),
        ("ab", "ab", [0, 1, 2]),
        ("ab", "xy", [0, 1, 2]),  # changed in place: every layer continues itself
        ("ab", "axb", [0, None, 1, 2]),
        ("ab", "xab", [None, 0, 1, 2]),
        ("ab", "abx", [0, 1, None, 2]),
        ("abc", "ac", [0, 2, 3]),
        ("abc", "", [3]),
        ("", "ab", [None, None, 0]),
        ("aa", "aaa", [0, 1, None, 2]),
    ],
)
def test_matches(old: str, new: str, matches: list[int | None]) -> None:
    assert match_layers(old, new) == matches
