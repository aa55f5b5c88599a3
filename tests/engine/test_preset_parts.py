"""The parts of presets are what the experiments in them say they are."""

from __future__ import annotations

from engine.experiment import Layer
from engine.preset_parts import adam, cosine, hidden
from engine.schedule import learning_rate_at


def test_layers_are_given_by_their_units() -> None:
    assert hidden() == ()
    assert hidden(8, 3) == (Layer(units=8, activation="tanh"), Layer(units=3, activation="tanh"))
    assert {layer.activation for layer in hidden(8, 3, activation="relu")} == {"relu"}


def test_a_cosine_of_so_many_epochs_falls_to_zero_in_them() -> None:
    start = adam(0.02).learning_rate
    assert learning_rate_at(cosine(100), start, 0) == start
    assert 0.0 < learning_rate_at(cosine(100), start, 99) < 1e-3 * start
    assert adam(0.02).kind == "adam"
