"""Reading a field's value from text: every row of the field table, every way to write it, every way to get it wrong."""

from __future__ import annotations

import contextlib
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.choices import INITIALIZER_KINDS
from engine.errors import ExperimentError
from engine.field import Field
from engine.field_text import OTHER_NAMES, SWITCH_WORDS, read_value
from engine.fields import FIELDS

PLAIN = {path: field for path, field in FIELDS.items() if field.kind != "list"}


def examples(field: Field) -> list[object]:
    """Values that the field allows: its choices, its ends, its single values."""
    if field.kind == "switch":
        return [True, False]
    if field.kind == "choice":
        return [*field.choices, *field.also]
    if field.kind == "text":
        return ["a name, with: signs", *field.also]
    ends = [end for end in (field.low, field.high) if math.isfinite(end) and field.accepts(end)]
    return [*(int(end) if field.kind == "integer" else float(end) for end in ends), *field.also]


CASES = [pytest.param(field, value, id=f"{path}={value}") for path, field in PLAIN.items() for value in examples(field)]


@pytest.mark.parametrize(("field", "value"), CASES)
def test_what_a_field_allows_can_be_typed(field: Field, value: object) -> None:
    words = {"None": "none", "True": "on", "False": "off"}
    read = read_value(field, f"  {words.get(str(value), str(value))} ")
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize("path", PLAIN)
@pytest.mark.parametrize(
    "text", ["nan", "inf", "-inf", "1e999", "1_000", "0x10", "١٢", "no such value", "1,5", "9" * 5000]
)
def test_what_is_no_value_is_refused_in_one_line(path: str, text: str) -> None:
    field = PLAIN[path]
    if field.kind == "text":
        assert read_value(field, text) == text
        return
    with pytest.raises(ExperimentError) as caught:
        read_value(field, text)
    assert caught.value.path == path
    assert field.allowed in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 400


def test_an_error_names_the_path_it_is_given() -> None:
    with pytest.raises(ExperimentError, match=r"^layers\[3\]\.units: '0' is not allowed"):
        read_value(FIELDS["layers[].units"], "0", "layers[3].units")


@pytest.mark.parametrize("text", ["2.0", "1e3", "", " ", "5.", "--5"])
def test_a_whole_number_is_written_as_one(text: str) -> None:
    with pytest.raises(ExperimentError):
        read_value(FIELDS["epochs"], text)


@pytest.mark.parametrize(("word", "value"), SWITCH_WORDS.items())
def test_switch_words_in_any_case(word: str, value: bool) -> None:
    assert read_value(FIELDS["normalize"], word.upper()) is value


def test_choices_in_any_case_and_with_underscores() -> None:
    assert read_value(FIELDS["layers[].activation"], "Leaky_ReLU") == "leaky-relu"
    assert read_value(FIELDS["batch_size"], "ALL") == "all"


@pytest.mark.parametrize(("other", "name"), OTHER_NAMES.items())
def test_other_names_lead_to_rows_of_the_table(other: str, name: str) -> None:
    assert name in INITIALIZER_KINDS
    assert read_value(FIELDS["initializer"], other.title()) == name


@given(number=st.floats(min_value=0, max_value=1e6, allow_nan=False))
def test_numbers_come_back_as_python_writes_them(number: float) -> None:
    assert read_value(FIELDS["penalty.l2"], repr(number)) == number


@given(text=st.text(), path=st.sampled_from(sorted(PLAIN)))
def test_any_text_gives_an_allowed_value_or_the_documented_error(text: str, path: str) -> None:
    value: object = None
    with contextlib.suppress(ExperimentError):
        value = read_value(PLAIN[path], text)
    assert value is None or PLAIN[path].accepts(value)
