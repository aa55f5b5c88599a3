"""Assignments as after --set: every name, whole things, their order, and errors that say what is allowed."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.assignment import NAMED_KINDS, WHOLES, assign, assign_all, read_assignment, settings
from engine.choices import PLANE_FEATURES
from engine.errors import ExperimentError
from engine.experiment import Data, Experiment, Layer, Split
from engine.fields import FIELDS, SHORT_NAMES

START = Experiment()


def value_at(experiment: Experiment, path: str) -> object:
    """The value that stands at a path of the experiment."""
    value: object = experiment
    for name in path.replace("[0]", ".0").split("."):
        value = value[int(name)] if isinstance(value, tuple) else getattr(value, name)
    return value


# one value other than the default for every plain field, as text and as it must arrive
OTHER_VALUES: dict[str, tuple[str, object]] = {
    "data.samples": ("200", 200),
    "data.inputs": ("4", 4),
    "data.noise": ("12.5", 12.5),
    "data.seed": ("7", 7),
    "normalize": ("off", False),
    "layers[].units": ("9", 9),
    "layers[].activation": ("relu", "relu"),
    "layers[].slope": ("0.2", 0.2),
    "layers[].initializer": ("he", "he"),
    "layers[].batch_norm": ("on", True),
    "layers[].keep_prob": ("0.8", 0.8),
    "initializer": ("glorot", "glorot"),
    "initializer_scale": ("2", 2.0),
    "loss": ("squared-error", "squared-error"),
    "penalty.l1": ("0.5", 0.5),
    "penalty.l2": ("0.1", 0.1),
    "optimizer.kind": ("adam", "adam"),
    "optimizer.learning_rate": ("1e-3", 0.001),
    "optimizer.momentum": ("0.5", 0.5),
    "optimizer.rho": ("0.99", 0.99),
    "optimizer.beta1": ("0.8", 0.8),
    "optimizer.beta2": ("0.99", 0.99),
    "optimizer.epsilon": ("1e-6", 1e-6),
    "schedule.kind": ("cosine", "cosine"),
    "schedule.decay": ("0.5", 0.5),
    "schedule.period": ("10", 10),
    "schedule.warmup": ("3", 3),
    "early_stopping.patience": ("20", 20),
    "early_stopping.min_delta": ("0.001", 0.001),
    "augmentation.jitter": ("0.1", 0.1),
    "augmentation.rotation": ("10", 10.0),
    "augmentation.mirror": ("0.5", 0.5),
    "augmentation.scaling": ("0.2", 0.2),
    "augmentation.image_shift": ("0.5", 0.5),
    "augmentation.image_rotation": ("10", 10.0),
    "augmentation.image_crop": ("0.1", 0.1),
    "augmentation.image_mirror": ("0.5", 0.5),
    "batch_size": ("all", "all"),
    "epochs": ("0", 0),
    "dtype": ("float64", "float64"),
    "seed": ("4294967295", 4294967295),
}
# set together, or only for a CSV, and tested below
TESTED_APART = {"data.kind", "data.path", "data.target", "data.header", "split.train", "split.dev", "split.test"} | {
    "features",
    "layers",
    "frozen",
    "data.points",
}


def test_every_field_of_the_table_is_tested() -> None:
    assert set(OTHER_VALUES) | TESTED_APART == set(FIELDS)


@pytest.mark.parametrize("path", OTHER_VALUES)
def test_one_field_changes_and_nothing_else(path: str) -> None:
    text, value = OTHER_VALUES[path]
    concrete = path.replace("[]", "[0]")
    changed = assign(START, concrete, text)
    before = str(value_at(START, concrete))
    assert value_at(changed, concrete) == value
    assert value_at(START, concrete) != value
    assert assign(changed, concrete, {"True": "on", "False": "off"}.get(before, before)) == START


@pytest.mark.parametrize(("short", "path"), SHORT_NAMES.items())
def test_short_names_mean_their_path(short: str, path: str) -> None:
    assert assign(START, short.upper(), OTHER_VALUES[path][0]) == assign(START, path, OTHER_VALUES[path][0])


@pytest.mark.parametrize("part", ["optimizer", "schedule"])
def test_a_part_alone_means_its_kind(part: str) -> None:
    text, _ = OTHER_VALUES[f"{part}.kind"]
    assert assign(START, part, text) == assign(START, f"{part}.kind", text)


def test_empty_brackets_mean_every_layer() -> None:
    assert [layer.keep_prob for layer in assign(START, "layers[].keep_prob", "0.7").layers] == [0.7, 0.7]
    assert [layer.keep_prob for layer in assign(START, "layers[1].keep_prob", "0.7").layers] == [1.0, 0.7]


@pytest.mark.parametrize("kind", NAMED_KINDS)
def test_every_named_data_set_can_be_chosen(kind: str) -> None:
    assert assign(START, "data.kind", kind.upper()).data.kind == kind


def test_a_file_name_chooses_a_csv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    expected = Data(kind="csv", path=str(tmp_path / "houses.csv"))
    assert assign(START, "data.kind", "houses.csv").data == expected
    assert assign(START, "data", "./houses.csv").data == expected
    assert assign_all(START, [("data.path", "houses.csv"), ("data.kind", "csv")]).data == expected
    assert assign(assign(START, "data.kind", "other.csv"), "data.path", "houses.csv").data == expected


def test_a_csv_with_its_target_and_header_in_any_order(tmp_path: Path) -> None:
    texts = [("data.header", "no"), ("data.target", "Price, net"), ("data.kind", str(tmp_path / "a.csv"))]
    data = assign_all(START, texts).data
    assert (data.kind, data.target, data.header) == ("csv", "Price, net", "no")
    assert assign(replace(START, data=data), "data.target", "").data.target is None


def test_another_data_set_drops_what_does_not_fit() -> None:
    start = Experiment(data=Data(kind="xor", samples=200, noise=10.0), features=("x1", "sin(x2)"))
    assert assign(start, "data.kind", "spiral") == replace(start, data=replace(start.data, kind="spiral"))
    iris = assign(start, "data.kind", "iris")
    assert (iris.features, iris.data) == ((), Data(kind="iris"))
    assert assign_all(start, [("features", "x1*x2"), ("data.kind", "gauss")]).features == ("x1*x2",)


@pytest.mark.parametrize("text", ["60/20/20", " 60 / 20/20.0 "])
def test_split_as_a_whole(text: str) -> None:
    assert assign(START, "split", text).split == Split(train=60, dev=20, test=20)


def test_shares_set_together_need_only_add_up_at_the_end() -> None:
    texts = [("split.train", "70"), ("split.test", "10"), ("split.dev", "20")]
    assert assign_all(START, texts).split == Split(train=70, dev=20, test=10)


@pytest.mark.parametrize("text", ["50/50", "50/50/50", "a/b/c", "", "0/50/50", "100", "nan/0/0"])
def test_a_wrong_split_is_refused(text: str) -> None:
    with pytest.raises(ExperimentError, match=r"^split"):
        assign(START, "split", text)


def test_features_as_a_whole() -> None:
    assert assign(START, "features", ",".join(PLANE_FEATURES)).features == PLANE_FEATURES
    assert assign(START, "features", "X1, Sin(x2)").features == ("x1", "sin(x2)")
    assert assign(assign(START, "features", "x1"), "features", "").features == ()
    csv = replace(START, data=Data(kind="csv", path="/a.csv"))
    assert assign(csv, "features", 'Age,"Price, net"').features == ("Age", "Price, net")


@pytest.mark.parametrize("text", ["x1,x3", "x1,x1", "x1,,x2", "x1,"])
def test_wrong_features_are_refused(text: str) -> None:
    with pytest.raises(ExperimentError, match=r"^features\[[12]\]: .*x1\^2"):
        assign(START, "features", text)


def test_an_unfinished_quote_among_the_features_is_refused() -> None:
    with pytest.raises(ExperimentError, match=r"^features: "):
        assign(START, "features", '"x1')


@pytest.mark.parametrize(
    ("text", "layers"),
    [
        ("8:tanh,8:relu", (Layer(units=8), Layer(units=8, activation="relu"))),
        (" 3 : ReLU ", (Layer(units=3, activation="relu"),)),
        ("5", (Layer(units=5),)),
        ("8:leaky-relu:0.1", (Layer(units=8, activation="leaky-relu", slope=0.1),)),
        ("", ()),
        ("none", ()),
    ],
)
def test_layers_as_a_whole(text: str, layers: tuple[Layer, ...]) -> None:
    assert assign(START, "layers", text).layers == layers


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("a", "layers[0].units"),
        ("8:tanh,", "layers[1].units"),
        ("8:tanh,8:selu", "layers[1].activation"),
        ("8:relu:2", "layers[0].slope"),
        ("8:relu:0.1:x", "layers[0]"),
        ("1," * 64 + "1", "layers"),
        ("0", "layers[0].units"),
    ],
)
def test_wrong_layers_are_refused_by_their_place(text: str, path: str) -> None:
    with pytest.raises(ExperimentError) as caught:
        assign(START, "layers", text)
    assert caught.value.path == path


def test_layers_are_set_before_their_fields() -> None:
    changed = assign_all(START, [("layers[2].keep_prob", "0.5"), ("layers", "4,4,4")])
    assert [layer.keep_prob for layer in changed.layers] == [1.0, 1.0, 0.5]


def test_a_layer_that_is_not_there_is_refused() -> None:
    with pytest.raises(ExperimentError, match=r"layers\[2\]\.units: .*an index from 0 to 1"):
        assign(START, "layers[2].units", "3")
    with pytest.raises(ExperimentError, match="no hidden layer"):
        assign_all(START, [("layers", ""), ("layers[0].units", "3")])


def test_of_two_for_one_field_the_later_holds() -> None:
    assert assign_all(START, [("l2", "1"), ("seed", "3"), ("penalty.l2", "2")]).penalty.l2 == 2.0


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("learnin_rate", "optimizer.learning_rate"),
        ("optimiser.kind", "optimizer.kind"),
        ("noise", "data.noise"),
        ("layer", "layers"),
        ("layers[x].units", "layers[].units"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(name: str, near: str) -> None:
    with pytest.raises(ExperimentError) as caught:
        assign(START, name, "1")
    assert near in str(caught.value)
    assert "playground train --help" in str(caught.value)


@pytest.mark.parametrize("kind", ["spirall", "data.kind=", "", "circle,xor"])
def test_an_unknown_data_set_lists_all(kind: str) -> None:
    with pytest.raises(ExperimentError) as caught:
        assign(START, "data.kind", kind)
    assert all(known in str(caught.value) for known in NAMED_KINDS)


def test_a_csv_without_its_path_and_a_path_without_a_csv_are_refused() -> None:
    for texts in ([("data.kind", "csv")], [("data.path", "a.csv")], [("data.kind", "iris"), ("data.path", "a.csv")]):
        with pytest.raises(ExperimentError, match=r"^data\.path"):
            assign_all(START, texts)


def test_reading_an_assignment() -> None:
    assert read_assignment("features=x1,x2") == ("features", "x1,x2")
    assert read_assignment("data.target=a=b") == ("data.target", "a=b")
    assert read_assignment(" layers =") == ("layers", "")
    for text in ("epochs", "=3", ""):
        with pytest.raises(ExperimentError, match="path=value"):
            read_assignment(text)


def test_settings_list_every_field_with_what_is_allowed() -> None:
    names = [name for setting in settings() for name in setting.names]
    assert set(names) == set(FIELDS) | set(WHOLES) | set(SHORT_NAMES)
    assert len(names) == len(set(names))
    assert all(setting.allowed and setting.help for setting in settings())


@given(
    name=st.one_of(st.sampled_from([*FIELDS, *WHOLES, "layers[0].units", "layers[9].slope"]), st.text()), text=st.text()
)
def test_any_text_gives_an_experiment_or_the_documented_error(name: str, text: str) -> None:
    changed: object = START
    with contextlib.suppress(ExperimentError):
        changed = assign(START, name, text)
    assert isinstance(changed, Experiment)


def test_points_are_written_one_after_the_other() -> None:
    written = assign_all(START, [("data.points", "1 2.5 0, -1 0 1"), ("data.kind", "painted")])
    assert written.data == Data(kind="painted", points=((1.0, 2.5, 0), (-1.0, 0.0, 1)))
    assert assign(written, "data.points", "none").data.points == ()


@pytest.mark.parametrize("text", ["1 2", "1 2 3 4", "1 2 x", "1 2 9", "nan 2 0", "1 101 0", "1 2 0.5"])
def test_wrong_points_are_named(text: str) -> None:
    with pytest.raises(ExperimentError, match=r"data\.points\[1\]: .*not allowed"):
        assign_all(START, [("data.points", f"0 0 0, {text}"), ("data.kind", "painted")])


def test_values_are_written_so_too() -> None:
    written = assign_all(START, [("data.points", "1 2.5 -0.75"), ("data.kind", "painted-values")])
    assert written.data == Data(kind="painted-values", points=((1.0, 2.5, -0.75),))
