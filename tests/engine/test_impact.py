"""Every field of the table has the effect its row says; several changes have the strongest one."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.edits import add_layer, choose_data, freeze, remove_layer, set_field, set_split, toggle_feature
from engine.experiment import Data, Experiment, Layer
from engine.field import Field
from engine.fields import FIELDS
from engine.impact import STRENGTH, differing_fields, impact
from engine.painting import add_points

START = Experiment()
CSV = Experiment(data=Data(kind="csv", path="a.csv"))


def other_value(field: Field, value: object) -> Any:
    """A value the field allows that is not the present one."""
    if field.kind == "switch":
        return not value
    if field.kind == "choice":
        return next(choice for choice in field.choices if choice not in (value, "csv"))
    if field.kind == "integer":
        return 11 if value != 11 else 12
    return 0.5 if value != 0.5 else 0.75


def changed(field: Field) -> tuple[Experiment, Experiment]:
    """Two valid experiments that differ in one field only (the shares of a split can only differ in two)."""
    match field.path:
        case "data.path":
            return CSV, replace(CSV, data=replace(CSV.data, path="b.csv"))
        case "data.target":
            return CSV, replace(CSV, data=replace(CSV.data, target="y"))
        case "data.points":
            own = Experiment(data=Data(kind="painted", points=((0.0, 0.0, 0), (1.0, 1.0, 1))))
            return own, add_points([(2.0, 2.0, 0)]).change(own)
        case "split.train" | "split.test":
            return START, set_split(60, 0, 40).change(START)
        case "split.dev":
            return START, set_split(50, 20, 30).change(START)
        case "features":
            return START, toggle_feature("x1^2").change(START)
        case "layers":
            return START, add_layer(1).change(START)
        case "frozen":
            return START, freeze(1, 1, None, 0.5).change(START)
    path = field.path.replace("[]", "[1]")
    value: Any = START
    for name in path.replace("[1]", ".1").split("."):
        value = value[int(name)] if name.isdigit() else getattr(value, name)
    return START, set_field(path, other_value(field, value)).change(START)


@pytest.mark.parametrize("field", FIELDS.values(), ids=list(FIELDS))
def test_a_field_has_the_effect_of_its_row(field: Field) -> None:
    old, new = changed(field)
    assert old != new
    assert field in set(differing_fields(old, new))
    assert impact(old, new) == field.effect == impact(new, old)


def test_equal_experiments_have_no_effect() -> None:
    assert impact(START, Experiment()) == "none"


APART = ("data", "split", "features", "layers", "layers[]", "frozen")
FREE = [path for path in FIELDS if path.split(".")[0] not in APART]


@given(st.lists(st.sampled_from(FREE), min_size=1, max_size=4, unique=True))
def test_several_changes_have_the_strongest_effect(paths: list[str]) -> None:
    new, strongest = START, "none"
    for path in paths:
        value: Any = START
        for name in path.split("."):
            value = getattr(value, name)
        new = set_field(path, other_value(FIELDS[path], value)).change(new)
        strongest = max(strongest, FIELDS[path].effect, key=STRENGTH.index)
    assert impact(START, new) == strongest


@pytest.mark.parametrize("index", [0, 1, 2])
def test_layers_of_many_kinds_come_and_go_by_shape(index: int) -> None:
    kinds = (Layer(batch_norm=True), Layer(initializer="he"), Layer(activation="relu"))
    full = replace(START, layers=kinds)
    assert impact(full, remove_layer(index).change(full)) == "shape"
    assert impact(remove_layer(index).change(full), full) == "shape"


def test_layers_that_came_and_changed_cannot_be_matched() -> None:
    other = replace(START, layers=(Layer(units=9, activation="relu"), Layer(), Layer()))
    assert impact(START, other) == "restart"


def test_strengths_rise() -> None:
    assert [impact(START, new) for new in (START, set_field("loss", "squared-error").change(START))] == ["none", "live"]
    edits = [set_field("epochs", 5), set_field("batch_size", 5), set_field("layers[0].units", 5), choose_data("xor")]
    effects = [impact(START, edit.change(START)) for edit in edits]
    assert all(STRENGTH.index(a) < STRENGTH.index(b) for a, b in pairwise(effects))


def test_the_order_of_strengths() -> None:
    """Other samples ask for more than other layers do: a run that keeps its weights must take both."""
    assert STRENGTH == ("none", "live", "shape", "data", "restart")
    own = Experiment(data=Data(kind="painted", points=((0.0, 0.0, 0), (1.0, 1.0, 1))))
    new = add_points([(2.0, 2.0, 0)]).change(set_field("layers[0].units", 5).change(own))
    assert impact(own, new) == "data"


def test_layers_that_changed_places_as_one_came_cannot_be_matched() -> None:
    one, other = Layer(units=3), Layer(units=5)
    new = replace(START, layers=(other, one, Layer(units=7)))
    assert FIELDS["layers[].units"] in set(differing_fields(replace(START, layers=(one, other)), new))
