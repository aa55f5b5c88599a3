"""The table of fields is the experiment's shape, and every row accepts its range and refuses what lies outside."""

from __future__ import annotations

import math
from dataclasses import fields, is_dataclass

import pytest

from engine.activations import ACTIVATIONS
from engine.data.features import FEATURES
from engine.data.generators import GENERATORS
from engine.data.shipped import SHIPPED
from engine.errors import ExperimentError
from engine.experiment import Experiment, Layer
from engine.fields import (
    ACTIVATION_KINDS,
    CLASSES_KINDS,
    FIELDS,
    GENERATED_KINDS,
    INITIALIZER_KINDS,
    LOSS_KINDS,
    OPTIMIZER_KINDS,
    PLANE_FEATURES,
    SCHEDULE_KINDS,
    SHIPPED_KINDS,
    SHORT_NAMES,
    Field,
    parity_names,
)
from engine.initializers import INITIALIZERS
from engine.losses import LOSSES
from engine.optimizers import OPTIMIZERS
from engine.schedule import DECAYS


def paths_of(part: object, prefix: str = "") -> set[str]:
    """Every path of plain fields below a dataclass."""
    found: set[str] = set()
    for field in fields(part):
        value = getattr(part, field.name)
        if is_dataclass(value):
            found |= paths_of(value, f"{prefix}{field.name}.")
        else:
            found.add(f"{prefix}{field.name}")
    return found


def test_the_table_has_every_field_of_an_experiment_and_no_other() -> None:
    assert set(FIELDS) == paths_of(Experiment()) | paths_of(Layer(), "layers[].")


@pytest.mark.parametrize(
    ("kinds", "table"),
    [
        (ACTIVATION_KINDS, ACTIVATIONS),
        (INITIALIZER_KINDS, INITIALIZERS),
        (OPTIMIZER_KINDS, OPTIMIZERS),
        (SCHEDULE_KINDS, DECAYS),
        (GENERATED_KINDS, GENERATORS),
        (SHIPPED_KINDS, SHIPPED),
        (PLANE_FEATURES, FEATURES),
        (LOSS_KINDS, ("auto", *dict.fromkeys(loss for _, loss in LOSSES))),
    ],
    ids=["activations", "initializers", "optimizers", "schedules", "generated", "shipped", "features", "losses"],
)
def test_choices_are_the_rows_of_the_engines_tables(kinds: tuple[str, ...], table: object) -> None:
    assert kinds == tuple(table)  # type: ignore[call-overload]  # mappings and tuples alike


@pytest.mark.parametrize("field", FIELDS.values(), ids=FIELDS)
def test_a_row_refuses_what_no_field_takes(field: Field) -> None:
    if field.kind == "list":
        return
    for value in (math.nan, math.inf, -math.inf, [], {}, "no such choice" if field.kind != "text" else 5):
        assert not field.accepts(value), value
    with pytest.raises(ExperimentError) as caught:
        field.check([])
    assert caught.value.path == field.path
    assert str(caught.value) == f"{field.path}: [] is not allowed; allowed: {field.allowed}"


@pytest.mark.parametrize(
    "field", [one for one in FIELDS.values() if one.kind in ("number", "integer")], ids=lambda f: f.path
)
def test_a_range_takes_its_ends_and_nothing_beyond(field: Field) -> None:
    whole = field.kind == "integer"
    low, high = (int(field.low), int(field.high)) if whole else (field.low, field.high)
    assert field.accepts(high)
    assert field.accepts(low) is not field.low_open
    assert not field.accepts(low - 1)
    assert not field.accepts(high + 1)
    assert not field.accepts(True)
    assert not field.accepts(str(high))
    assert field.accepts((low + high) / 2) is not whole


@pytest.mark.parametrize("field", FIELDS.values(), ids=FIELDS)
def test_a_row_says_what_it_is_for(field: Field) -> None:
    assert field.help
    assert field.effect in ("none", "live", "shape", "data", "restart")


def test_the_sets_of_more_than_two_classes_are_those_of_the_table() -> None:
    assert tuple(name for name, row in GENERATORS.items() if row.task == "classes") == CLASSES_KINDS


def test_short_names_lead_to_rows() -> None:
    assert SHORT_NAMES["l2"] == "penalty.l2"
    assert set(SHORT_NAMES.values()) <= set(FIELDS)
    assert not set(SHORT_NAMES) & set(FIELDS)


def test_parity_names_its_inputs() -> None:
    assert parity_names(3) == ("b1", "b2", "b3")
