"""Layers and units come and go."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.choices import ACTIVATION_KINDS
from engine.edits import add_layer, add_unit, remove_layer, remove_unit
from engine.errors import ExperimentError
from engine.experiment import Experiment, Layer

START = Experiment()


def test_more_than_sixty_four_layers_are_refused() -> None:
    full = replace(START, layers=(Layer(),) * 64)
    with pytest.raises(ExperimentError, match="at most 64"):
        add_layer(64).change(full)


def test_a_new_layer_takes_after_the_one_before() -> None:
    start = replace(START, layers=(Layer(units=5, activation="relu"), Layer(units=3, keep_prob=0.5)))
    assert add_layer(0).change(start).layers[0] == Layer(units=5, activation="relu")
    assert add_layer(2).change(start).layers[2] == Layer(units=3)  # dropout is not passed on
    assert add_layer(1, units=7, activation="sigmoid").change(start).layers[1] == Layer(units=7, activation="sigmoid")
    assert add_layer(0).change(replace(start, layers=())).layers == (Layer(),)


@given(st.integers(0, 2), st.integers(1, 20), st.sampled_from(ACTIVATION_KINDS))
def test_adding_and_removing_a_layer_changes_nothing(index: int, units: int, activation: str) -> None:
    assert remove_layer(index).change(add_layer(index, units, activation).change(START)) == START


@pytest.mark.parametrize("index", [0, 1])
def test_units_come_and_go(index: int) -> None:
    more = add_unit(index).change(START)
    assert more.layers[index].units == START.layers[index].units + 1
    assert remove_unit(index).change(more) == START


def test_the_last_unit_stays() -> None:
    with pytest.raises(ExperimentError) as caught:
        remove_unit(0).change(replace(START, layers=(Layer(units=1),)))
    assert caught.value.path == "layers[0].units"
