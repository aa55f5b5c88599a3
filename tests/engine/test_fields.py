"""The table of fields is the experiment's shape, and every row accepts its range and refuses what lies outside."""

from __future__ import annotations

import math
from dataclasses import fields, is_dataclass

import pytest

from engine.errors import ExperimentError
from engine.experiment import Experiment, Layer
from engine.field import Field
from engine.fields import FIELDS, SHORT_NAMES


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


def test_short_names_lead_to_rows() -> None:
    assert SHORT_NAMES["l2"] == "penalty.l2"
    assert set(SHORT_NAMES.values()) <= set(FIELDS)
    assert not set(SHORT_NAMES) & set(FIELDS)
