"""An edit gives the experiment the user meant, or an error that names the field; it never changes its input."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.choices import ACTIVATION_KINDS, DATA_KINDS, GENERATED_KINDS, PLANE_FEATURES, POINT_KINDS
from engine.edits import (
    LABELS,
    Edit,
    add_layer,
    add_unit,
    choose_data,
    new_seed,
    plane_features,
    remove_layer,
    remove_unit,
    replace_experiment,
    set_field,
    set_split,
    toggle_feature,
)
from engine.errors import ExperimentError
from engine.experiment import Data, Experiment, Layer, Schedule, Split
from engine.experiment_file import experiment_from_json, experiment_to_json
from engine.fields import FIELDS
from engine.frozen import FrozenWeight

START = Experiment()
SETTABLE = {
    "data.samples": 40,
    "data.inputs": 5,
    "data.noise": 10,
    "data.seed": 3,
    "features": ["x1", "sin(x2)"],
    "normalize": False,
    "layers": [Layer(units=3)],
    "frozen": [FrozenWeight(layer=2, unit=1, input=4, value=0.5)],
    "layers[1].units": 6.0,
    "layers[0].activation": "relu",
    "layers[0].slope": 0.2,
    "layers[1].initializer": "he",
    "layers[1].batch_norm": True,
    "layers[1].keep_prob": 0.5,
    "initializer": "glorot",
    "initializer_scale": 2,
    "loss": "squared-error",
    "penalty.l1": 0.1,
    "penalty.l2": 0.1,
    "optimizer.kind": "adam",
    "optimizer.learning_rate": 0.1,
    "optimizer.momentum": 0.5,
    "optimizer.rho": 0.5,
    "optimizer.beta1": 0.5,
    "optimizer.beta2": 0.5,
    "optimizer.epsilon": 1e-6,
    "schedule.kind": "cosine",
    "schedule.decay": 0.5,
    "schedule.period": 7,
    "schedule.warmup": 2,
    "early_stopping.patience": 20,
    "early_stopping.min_delta": 0.001,
    "augmentation.jitter": 0.1,
    "augmentation.rotation": 10.0,
    "augmentation.mirror": 0.5,
    "augmentation.scaling": 0.2,
    "augmentation.image_shift": 0.5,
    "augmentation.image_rotation": 10.0,
    "augmentation.image_crop": 0.1,
    "augmentation.image_mirror": 0.5,
    "batch_size": "all",
    "epochs": 3,
    "dtype": "float64",
    "seed": 9,
    "data.kind": "xor",
}


def value_at(experiment: Any, path: str) -> Any:
    for name in path.replace("[", ".").replace("]", "").split("."):
        experiment = experiment[int(name)] if name.isdigit() else getattr(experiment, name)
    return experiment


@pytest.mark.parametrize("path", SETTABLE)
def test_set_field_sets_that_field_alone(path: str) -> None:
    wanted = SETTABLE[path]
    new = set_field(path, wanted).change(START)
    assert value_at(new, path) == (tuple(wanted) if isinstance(wanted, list) else wanted)
    assert experiment_from_json(experiment_to_json(new)) == new
    # putting the old value back gives the old experiment: nothing else was touched
    assert set_field(path, value_at(START, path)).change(new) == START
    assert Experiment() == START


def test_every_field_can_be_set_or_has_its_own_edit() -> None:
    rows = {path.replace("[0]", "[]").replace("[1]", "[]") for path in SETTABLE}
    own_edit = {"data.points", "data.path", "data.target", "data.header", "split.train", "split.dev", "split.test"}
    assert rows | own_edit == set(FIELDS)


@pytest.mark.parametrize("path", FIELDS)
def test_every_field_has_words_for_the_undo_list(path: str) -> None:
    assert LABELS[path][0].isupper()
    assert set_field(path, None).label == LABELS[path]


def test_whole_floats_become_integers_and_integers_floats() -> None:
    assert type(set_field("batch_size", 20.0).change(START).batch_size) is int
    assert type(set_field("data.noise", 20).change(START).data.noise) is float


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


@pytest.mark.parametrize("kind", [kind for kind in DATA_KINDS if kind != "csv"])
@pytest.mark.parametrize("old_kind", DATA_KINDS)
def test_any_data_set_can_follow_any_other(old_kind: str, kind: str) -> None:
    path = "a.csv" if old_kind == "csv" else None
    features = ("x1", "x2^2") if old_kind in POINT_KINDS else ()
    data = Data(kind=old_kind, path=path, samples=200, inputs=5, noise=5, seed=4, header="yes")
    old = replace(START, data=data, features=features, loss="cross-entropy")
    new = choose_data(kind).change(old)
    assert (new.data.kind, new.data.path, new.data.seed, new.data.header) == (kind, None, 4, "auto")
    both_planes = kind in POINT_KINDS and old_kind in POINT_KINDS
    assert new.features == (features if both_planes else ())
    assert new.data.inputs == 5
    assert new.data.noise == (5 if kind in GENERATED_KINDS else 0)
    assert new.data.samples == (200 if kind in GENERATED_KINDS or kind == old_kind else None)
    assert new.loss == ("auto" if kind.startswith("reg-") or kind == "painted-values" else "cross-entropy")
    assert replace(new, data=old.data, features=old.features, loss=old.loss) == old


def test_other_inputs_of_parity_are_all_taken_in() -> None:
    """A chosen column may not be there any more."""
    old = replace(START, data=Data(kind="parity"), features=("b1", "b8"))
    new = set_field("data.inputs", 4.0).change(old)
    assert (new.data.inputs, new.features) == (4, ())
    assert set_field("data.inputs", 8).change(old) == old
    frozen = tuple(FrozenWeight(layer=1, unit=1, input=source, value=0.5) for source in (1, 2, None))
    kept = set_field("data.inputs", 4).change(replace(old, frozen=frozen)).frozen
    assert [one.input for one in kept] == [1, None]  # b8 is gone


def test_a_table_is_chosen_with_its_target() -> None:
    old = replace(START, features=("x1^2",), loss="cross-entropy")
    new = choose_data("csv", path="a.csv", target="price", header="yes").change(old)
    assert new.data == Data(kind="csv", path="a.csv", target="price", header="yes")
    assert (new.features, new.loss) == ((), "auto")
    chosen = replace(new, features=("age",))
    assert choose_data("csv", path="a.csv", target="size").change(chosen).features == ("age",)
    assert choose_data("csv", path="a.csv", target="age").change(chosen).features == ()
    assert choose_data("csv", path="b.csv", target="size").change(chosen).features == ()


@pytest.mark.parametrize("name", PLANE_FEATURES)
def test_features_keep_the_order_of_the_table(name: str) -> None:
    new = toggle_feature(name).change(START)
    assert list(plane_features(new)) == sorted(plane_features(new), key=PLANE_FEATURES.index)
    assert (name in plane_features(new)) != (name in plane_features(START))
    assert toggle_feature(name).change(new) == START


@pytest.mark.parametrize("name", PLANE_FEATURES)
def test_one_feature_always_stays(name: str) -> None:
    with pytest.raises(ExperimentError, match="at least one feature"):
        toggle_feature(name).change(replace(START, features=(name,)))


def test_features_are_toggled_for_the_plane_sets_only() -> None:
    with pytest.raises(ExperimentError, match="only for the sets"):
        toggle_feature("x1").change(choose_data("iris").change(START))


def test_a_schedule_that_needs_a_factor_gets_one() -> None:
    steep = replace(START, schedule=Schedule(kind="inverse-time", decay=4.0))
    assert set_field("schedule.kind", "step").change(steep).schedule == Schedule(kind="step")
    assert set_field("schedule.kind", "cosine").change(steep).schedule == Schedule(kind="cosine", decay=4.0)


def test_split_seed_and_whole_experiments() -> None:
    assert set_split(60, 20, 20).change(START).split == Split(train=60, dev=20, test=20)
    assert new_seed(7).change(START) == replace(START, seed=7)
    assert new_seed(7).label == "New seed"
    other = choose_data("digits").change(START)
    assert replace_experiment(other, "Preset digits").change(START) is other


def test_labels_and_merge_keys_are_passed_on() -> None:
    edit = set_field("data.kind", "xor", label="Exclusive or", merge_key="drag")
    assert (edit.label, edit.merge_key) == ("Exclusive or", "drag")
    assert set_field("seed", 1, merge_key="drag").merge_key == "drag"
    assert set_split(60, 0, 40, merge_key="drag").merge_key == "drag"
    assert set_field("seed", 1).merge_key is None
