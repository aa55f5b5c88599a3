"""The sets can be told apart: by colours that are seen in both themes, and by their lines."""

import itertools

import pytest

from engine.snapshot import SETS
from playground.ui.color_math import contrast, oklab
from playground.ui.theme import DARK, LIGHT, Theme
from playground.ui.views.set_style import DASHES, set_color, set_pen, set_word


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", SETS)
def test_a_line_is_seen_on_a_card(theme: Theme, name: str) -> None:
    assert name in SETS
    assert contrast(set_color(theme, name), theme.card) >= 3.0
    assert set_pen(theme, name, 2.0).color() == set_color(theme, name)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("first", "second"), list(itertools.combinations(SETS, 2)))
def test_two_sets_differ_in_colour_line_and_word(theme: Theme, first: str, second: str) -> None:
    assert first in SETS
    assert second in SETS
    assert abs(oklab(set_color(theme, first)) - oklab(set_color(theme, second))).max() > 0.08
    assert DASHES[first] != DASHES[second]
    assert set_word(first) != set_word(second)
