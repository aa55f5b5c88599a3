"""Every control that class mode can restrict has a name in words."""

from __future__ import annotations

import pytest

from playground.restrictions import PLACES, SETTINGS
from playground.ui.panels.class_words import words_of


@pytest.mark.parametrize("name", [*PLACES, "data.kind", "layers", "optimizer.learning_rate", "layers[].units"])
def test_it_is_called_something(name: str) -> None:
    assert words_of(name) != name


def test_a_setting_of_every_layer_says_so() -> None:
    assert words_of("layers[].units").startswith("Each layer")
    assert all(words_of(name) for name in SETTINGS)
