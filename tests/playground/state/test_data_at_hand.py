"""Data are prepared once, and anew for an experiment that needs others."""

from dataclasses import replace

import pytest

from engine.edits import Edit, choose_data, new_seed, set_field, set_split
from engine.errors import ExperimentError
from engine.experiment import Data, Experiment
from playground.state.data_at_hand import DataAtHand, same_data

START = Experiment(data=Data(samples=40))


@pytest.mark.parametrize(
    ("edit", "same"),
    [
        (new_seed(7), True),
        (set_field("optimizer.learning_rate", 0.5), True),
        (set_field("layers", ()), True),
        (set_field("data.noise", 20), False),
        (set_field("features", ("x1",)), False),
        (set_field("normalize", False), False),
        (set_field("dtype", "float64"), False),
        (set_split(50, 25, 25), False),
    ],
    ids=lambda value: value.label if isinstance(value, Edit) else "",
)
def test_what_data_depend_on(edit: Edit, same: bool) -> None:
    other = edit.change(START)
    data = DataAtHand()
    first = data.of(START)
    assert same_data(START, other) is same
    assert (data.of(other) is first) is same


def test_only_the_newest_are_kept() -> None:
    data = DataAtHand()
    first = data.of(START)
    data.of(choose_data("xor").change(START))
    assert data.of(START) is not first
    second = data.of(START)
    data.forget()
    assert data.of(START) is not second


def test_nothing_is_kept_of_data_that_cannot_be_prepared() -> None:
    data = DataAtHand()
    first = data.of(START)
    with pytest.raises(ExperimentError):
        data.of(replace(START, features=("x9",), data=Data(kind="iris")))
    assert data.of(START) is not first
