"""An edit has words for the undo list; one that is not allowed names the field, and changes nothing."""

import pytest

from engine.edits import (
    LABELS,
    Edit,
    add_layer,
    add_unit,
    choose_data,
    new_seed,
    remove_layer,
    remove_unit,
    set_field,
    set_split,
    toggle_feature,
)
from engine.errors import ExperimentError
from engine.experiment import Experiment
from engine.fields import FIELDS

START = Experiment()


@pytest.mark.parametrize("path", FIELDS)
def test_every_field_has_words_for_the_undo_list(path: str) -> None:
    assert LABELS[path][0].isupper()
    assert set_field(path, None).label == LABELS[path]


@pytest.mark.parametrize(
    ("edit", "path"),
    [
        (set_field("optimizer.learning_rate", -1), "optimizer.learning_rate"),
        (set_field("optimizer.learning_rate", float("nan")), "optimizer.learning_rate"),
        (set_field("batch_size", 2.5), "batch_size"),
        (set_field("layers[0].units", 0), "layers[0].units"),
        (set_field("layers[1].activation", "gelu"), "layers[1].activation"),
        (set_field("layers[2].units", 3), "layers[2].units"),
        (set_field("optimizer.speed", 3), "optimizer.speed"),
        (set_field("layers", [3]), "layers"),
        (set_field("features", "x1"), "features"),
        (set_field("features", ["x1", "x1"]), "features[1]"),
        (set_field("data.kind", "csv"), "data.path"),
        (set_field("data.kind", "moon"), "data.kind"),
        (set_field("split.train", 30), "split"),
        (set_split(60, 20, 30), "split"),
        (add_layer(3), "layers"),
        (add_layer(-1), "layers"),
        (add_layer(0, units=0), "layers[0].units"),
        (remove_layer(2), "layers"),
        (remove_unit(5), "layers"),
        (add_unit(-1), "layers"),
        (toggle_feature("x3"), "features"),
        (choose_data("csv"), "data.path"),
        (choose_data("xor", path="a.csv"), "data.path"),
        (choose_data("iris", target="y"), "data.target"),
        (new_seed(-1), "seed"),
    ],
)
def test_what_is_not_allowed_is_named(edit: Edit, path: str) -> None:
    with pytest.raises(ExperimentError) as caught:
        edit.change(START)
    assert caught.value.path == path
    assert "\n" not in str(caught.value)


def test_labels_and_merge_keys_are_passed_on() -> None:
    edit = set_field("data.kind", "xor", label="Exclusive or", merge_key="drag")
    assert (edit.label, edit.merge_key) == ("Exclusive or", "drag")
    assert set_field("seed", 1, merge_key="drag").merge_key == "drag"
    assert set_split(60, 0, 40, merge_key="drag").merge_key == "drag"
    assert set_field("seed", 1).merge_key is None
