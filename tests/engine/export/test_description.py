"""The description beside the arrays: what it says of every model, and every way in which it can be wrong."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import FileFormatError
from engine.export import model_of
from engine.export.description import arrays_of, describe, read_description
from tests.engine.export.cases import CASES, trained

TREE: dict[str, Any] = json.loads(describe(model_of(trained("classes"))))


@pytest.mark.parametrize("name", CASES)
def test_every_model_is_described_and_read(name: str) -> None:
    model = model_of(trained(name))
    read = read_description(describe(model))
    assert (read.experiment, read.task, read.columns, read.classes) == (
        model.experiment,
        model.task,
        model.columns,
        model.classes,
    )
    assert read.layout == model.network.layout
    arrays = arrays_of(model)
    assert read.shapes() == {one: (array.shape, array.dtype) for one, array in arrays.items()}
    assert all(array.flags.c_contiguous for array in arrays.values())


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"format": 2}, "its format is 2; this program reads format 1"),
        ({"format": True}, "its format is True"),
        ({"format": None}, "its format is None"),
        ({"task": "two-class"}, "does not fit 3 classes"),
        ({"task": "regression"}, "does not fit 3 classes"),
        ({"task": ["classes"]}, "its task"),
        ({"classes": []}, "does not fit 0 classes"),
        ({"classes": ["a", "a", "b"]}, "its classes are not a list of different names"),
        ({"classes": [1, 2, 3]}, "its classes are not"),
        ({"columns": []}, "its inputs"),
        ({"columns": ["x1", "x2", "x3"]}, "its inputs"),
        ({"columns": "x1"}, "its columns are not"),
        ({"inputs": ["x2", "x1"]}, "its inputs are not the experiment's features"),
        ({"experiment": None}, "not an experiment"),
        ({"experiment": {}}, "its experiment is wrong: format"),
        ({"experiment": {"format": 1, "seed": -1}}, "its experiment is wrong: seed"),
        ({"experiment": {"format": 1, "layers": [{"units": 10**9}]}}, r"its experiment is wrong: layers\[0\]"),
    ],
)
def test_each_wrong_part_is_named(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(FileFormatError, match=message):
        read_description(json.dumps(TREE | changes))


def test_features_that_the_columns_do_not_have_are_refused() -> None:
    experiment = TREE["experiment"] | {"data": {"kind": "iris"}, "features": ["a"]}
    with pytest.raises(FileFormatError, match=r"features\[0\]"):
        read_description(json.dumps(TREE | {"experiment": experiment, "inputs": ["a"]}))


def test_a_loss_without_meaning_for_the_task_is_refused() -> None:
    experiment = TREE["experiment"] | {"loss": "cross-entropy"}
    with pytest.raises(FileFormatError, match="its experiment is wrong: loss"):
        read_description(json.dumps(TREE | {"task": "regression", "classes": [], "experiment": experiment}))


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, '{"format": NaN}', "\x00", '{"a": ' + "9" * 5000 + "}"])
def test_what_is_no_description_is_refused(text: str) -> None:
    with pytest.raises(FileFormatError):
        read_description(text)


def test_a_description_beyond_all_size_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.export.description.LARGEST_DESCRIPTION", 10)
    with pytest.raises(FileFormatError, match="larger than 10 bytes"):
        read_description(json.dumps(TREE))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted(TREE)), inner, max_size=3),
    max_leaves=5,
)


@given(name=st.sampled_from(sorted(TREE)), value=VALUES)
def test_any_value_in_any_place_gives_a_description_or_the_documented_error(name: str, value: object) -> None:
    try:
        read = read_description(json.dumps(TREE | {name: value}))
    except FileFormatError:
        return
    assert read.shapes()
