"""Another data set keeps what fits it; features keep their order, and one stays."""

from dataclasses import replace

import pytest

from engine.choices import DATA_KINDS, GENERATED_KINDS, PLANE_FEATURES, POINT_KINDS
from engine.edits import choose_data, plane_features, set_field, set_split, toggle_feature
from engine.errors import ExperimentError
from engine.experiment import Data, Experiment, Split
from engine.frozen import FrozenWeight

START = Experiment()


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


def test_the_split_is_set_as_a_whole() -> None:
    assert set_split(60, 20, 20).change(START).split == Split(train=60, dev=20, test=20)
