"""What is frozen is a weight of the network, survives the file, and follows edits as the weights themselves do."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import edits
from engine.assignment import assign
from engine.edits import Edit
from engine.errors import ExperimentError
from engine.experiment import Data, Experiment, Layer
from engine.experiment_file import experiment_from_dict, experiment_from_json, experiment_to_dict, experiment_to_json
from engine.frozen import FrozenWeight
from engine.trainer import Trainer

START = Experiment(data=Data(samples=40), layers=(Layer(units=4), Layer(units=3, activation="relu")))
# one weight into each layer, one bias of each
SOME = tuple(
    FrozenWeight(layer=layer, unit=unit, input=source, value=0.25 * index)
    for index, (layer, unit, source) in enumerate(
        [(1, 2, 1), (1, 4, 2), (1, 2, None), (2, 1, 4), (2, 3, 2), (2, 1, None), (3, 1, 3), (3, 1, 1), (3, 1, None)]
    )
)
FROZEN = replace(START, frozen=SOME)


def places(experiment: Experiment) -> dict[tuple[int, int, int | None], float]:
    return {one.place: one.value for one in experiment.frozen}


def frozen(*rows: tuple[int, int, int | None]) -> tuple[FrozenWeight, ...]:
    return tuple(FrozenWeight(layer=layer, unit=unit, input=source) for layer, unit, source in rows)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([(4, 1, 1)], "frozen[0].layer: 4 is not allowed; allowed: a whole number from 1 to 3"),
        ([(1, 1, 1), (1, 5, 1)], "frozen[1].unit: 5 is not allowed; allowed: a whole number from 1 to 4"),
        ([(2, 1, 5)], "frozen[0].input: 5 is not allowed; allowed: a whole number from 1 to 4"),
        ([(1, 1, 3)], "frozen[0].input: 3 is not allowed; allowed: a whole number from 1 to 2"),
        ([(1, 1, 1), (1, 1, 1)], "frozen[1]: (1, 1, 1) is not allowed; allowed: each weight once"),
    ],
)
def test_a_weight_that_is_not_there_is_named(rows: list[tuple[int, int, int | None]], message: str) -> None:
    with pytest.raises(ExperimentError) as caught:
        replace(START, frozen=frozen(*rows))
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("field", "value"),
    [("layer", 0), ("layer", 1.5), ("unit", 0), ("input", 0), ("input", "b"), ("value", math.nan), ("value", 2e6)],
)
def test_a_row_of_the_file_is_checked_with_its_path(field: str, value: object) -> None:
    tree = experiment_to_dict(FROZEN)
    tree["frozen"][3][field] = value
    with pytest.raises(ExperimentError) as caught:
        experiment_from_dict(tree)
    assert caught.value.path == f"frozen[3].{field}"
    assert repr(value) in str(caught.value)


def test_unknown_fields_and_no_list_are_refused() -> None:
    tree = experiment_to_dict(FROZEN)
    for wrong, path in (({"source": 1}, "frozen[0].source"), (3, "frozen[0]")):
        with pytest.raises(ExperimentError) as caught:
            experiment_from_dict({**tree, "frozen": [wrong]})
        assert caught.value.path == path
    with pytest.raises(ExperimentError, match=r"^frozen: 'none'"):
        experiment_from_dict({**tree, "frozen": "none"})


def test_the_file_keeps_it_and_an_old_file_has_none() -> None:
    assert experiment_from_json(experiment_to_json(FROZEN)) == FROZEN
    tree = experiment_to_dict(FROZEN)
    del tree["frozen"]
    assert experiment_from_dict(tree) == START


def test_what_only_the_data_tell_is_refused_by_the_trainer() -> None:
    experiment = Experiment(data=Data(kind="iris"), frozen=frozen((3, 3, 1)))
    assert Trainer(experiment).weights(3)[2, 0] == 0.0
    with pytest.raises(ExperimentError) as caught:
        Trainer(replace(experiment, frozen=frozen((3, 4, 1))))
    assert str(caught.value) == "frozen[0].unit: 4 is not allowed; allowed: a whole number from 1 to 3"
    trainer = Trainer(experiment)
    with pytest.raises(ExperimentError, match=r"^frozen\[0\]\.input: 5"):
        trainer.update(replace(experiment, frozen=frozen((1, 1, 5))))
    assert trainer.experiment is experiment


@pytest.mark.parametrize(
    ("edit", "gone", "moved"),
    [
        (edits.add_unit(0), set(), {}),
        (edits.remove_unit(0), {(1, 4, 2), (2, 1, 4)}, {}),
        (edits.remove_unit(1), {(2, 3, 2), (3, 1, 3)}, {}),
        (edits.set_field("layers[0].units", 1), {(1, 2, 1), (1, 4, 2), (1, 2, None), (2, 1, 4), (2, 3, 2)}, {}),
        (edits.set_field("layers[0].activation", "relu"), set(), {}),
        (edits.add_layer(2, units=2), {(3, 1, 3), (3, 1, 1)}, {3: 4}),
        (edits.add_layer(0, units=2), {(1, 2, 1), (1, 4, 2)}, {1: 2, 2: 3, 3: 4}),
        (edits.remove_layer(0), {(1, 2, 1), (1, 4, 2), (1, 2, None), (2, 1, 4), (2, 3, 2)}, {2: 1, 3: 2}),
        (edits.set_field("features", ("x2", "x1")), set(), {}),
        (edits.toggle_feature("x1"), {(1, 2, 1)}, {}),
        (edits.choose_data("xor"), set(), {}),
        (edits.choose_data("blobs"), {(3, 1, 3), (3, 1, 1), (3, 1, None)}, {}),
        (edits.choose_data("iris"), {(1, 2, 1), (1, 4, 2), (3, 1, 3), (3, 1, 1), (3, 1, None)}, {}),
    ],
)
def test_what_is_frozen_follows_an_edit(
    edit: Edit, gone: set[tuple[int, int, int | None]], moved: dict[int, int]
) -> None:
    names = ("x1", "x2")
    new = edit.change(FROZEN)
    expected = {}
    for (layer, unit, source), value in places(FROZEN).items():
        if (layer, unit, source) not in gone:
            if layer == 1 and source is not None:
                source = (new.features or names).index(names[source - 1]) + 1
            expected[moved.get(layer, layer), unit, source] = value
    assert places(new) == expected


@given(
    st.lists(
        st.sampled_from(
            [edits.add_layer(0), edits.add_layer(1), edits.remove_layer(0), edits.add_unit(0), edits.remove_unit(0)]
        ),
        max_size=5,
    )
)
def test_no_edit_leaves_what_the_network_does_not_have(steps: list[Edit]) -> None:
    experiment = FROZEN
    for step in steps:
        try:
            experiment = step.change(experiment)
        except ExperimentError as error:
            if error.path.startswith("frozen"):
                raise
    trainer = Trainer(experiment)
    for one in experiment.frozen:
        row = trainer.biases(one.layer) if one.input is None else trainer.weights(one.layer)[:, one.input - 1]
        assert row[one.unit - 1] == np.float32(one.value)


def test_on_the_command_line() -> None:
    new = assign(START, "frozen", "1:2:1:0.5, 2:3:b:-1e-3")
    assert places(new) == {(1, 2, 1): 0.5, (2, 3, None): -0.001}
    assert assign(new, "frozen", "none") == START
    for text, path in (("1:2:1", "frozen[0]"), ("1:2:1:x", "frozen[0].value"), ("1:2:1:0,1:7:1:0", "frozen[1].unit")):
        with pytest.raises(ExperimentError) as caught:
            assign(START, "frozen", text)
        assert caught.value.path == path
