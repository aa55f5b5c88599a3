"""Changes keep the labels they should and lose those they should, by the true rule and by the nearest neighbour."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.augmentation import TRANSFORMS
from engine.data.dataset import DataSet
from engine.data.generators import GENERATORS
from engine.data.shipped import load_shipped
from engine.errors import ExperimentError
from engine.experiment import Data
from engine.label_preservation import preservation, true_rule

WITH_RULE = [name for name, row in GENERATORS.items() if row.posterior is not None]


def kept(kind: str, name: str, *, amount: float | None = None, by_rule: bool = True) -> float:
    """Of 600 samples of a generated set."""
    dataset = GENERATORS[kind].generate(600, 0.0, np.random.default_rng(0))
    rule = true_rule(Data(kind=kind)) if by_rule else None
    return preservation(TRANSFORMS[name], dataset, np.random.default_rng(1), amount=amount, rule=rule)


@pytest.mark.parametrize("by_rule", [True, False], ids=["by the rule", "by the neighbour"])
@pytest.mark.parametrize(
    ("kind", "low", "high"),
    [("xor", 0.0, 0.02), ("circle", 0.98, 1.0), ("gauss", 0.4, 0.6), ("blobs", 0.25, 0.45)],
)
def test_what_a_mirror_keeps(kind: str, low: float, high: float, by_rule: bool) -> None:
    """Of xor nothing, of the circle everything, of two clouds what lay on the wrong side: the half nearer the axis."""
    assert low <= kept(kind, "mirror", amount=1.0, by_rule=by_rule) <= high


@pytest.mark.parametrize("kind", WITH_RULE)
def test_small_changes_keep_the_label(kind: str) -> None:
    """Nearly all; on a board of sixteen fields much of the plane is near a border."""
    columns = len(GENERATORS[kind].generate(10, 0.0, np.random.default_rng(0)).feature_names)
    for name in ("jitter", "rotation", "scaling"):
        if TRANSFORMS[name].fits(columns, None):
            share = kept(kind, name, amount=TRANSFORMS[name].usual / 2)
            assert share > (0.9 if kind == "checkerboard" else 0.97)


def test_larger_changes_keep_less() -> None:
    shares = [kept("moons", "jitter", amount=amount) for amount in (0.05, 0.3, 1.0)]
    assert shares == sorted(shares, reverse=True)
    assert shares[-1] < 0.8
    assert kept("circle", "rotation", amount=45.0) == 1.0


def test_of_a_measured_set_only_the_neighbour_knows() -> None:
    assert true_rule(Data(kind="iris")) is None


def test_the_arms_of_the_spiral_bear_a_small_turn_and_no_mirror() -> None:
    assert kept("spiral", "rotation", amount=20.0) > 0.97  # far less than the quarter turn to the other arm
    assert kept("spiral", "mirror", amount=1.0) < 0.7


def test_of_digits_a_mirror_keeps_far_less_than_a_small_shift_rotation_or_crop() -> None:
    digits, shares = load_shipped("digits"), {}
    for name, amount in (("image_mirror", 1.0), ("image_shift", 1.0), ("image_rotation", 10.0), ("image_crop", 0.15)):
        shares[name] = preservation(TRANSFORMS[name], digits, np.random.default_rng(0), amount=amount)
    assert shares["image_mirror"] < 0.4
    assert shares["image_shift"] > 0.75
    assert min(shares["image_rotation"], shares["image_crop"]) > 0.97
    assert preservation(TRANSFORMS["image_shift"], digits, np.random.default_rng(0)) > 0.95


@pytest.mark.parametrize("kind", WITH_RULE)
def test_the_true_rule_is_what_labels_samples_without_noise(kind: str) -> None:
    rule = true_rule(Data(kind=kind))
    assert rule is not None
    dataset = GENERATORS[kind].generate(500, 0.0, np.random.default_rng(3))
    assert (rule(dataset.x) == dataset.y).mean() >= 0.99  # the clouds overlap a little


def test_only_samples_that_move_count() -> None:
    assert kept("xor", "mirror", amount=0.3) == 0.0
    assert math.isnan(kept("xor", "mirror", amount=0.0))
    assert math.isnan(kept("xor", "mirror", amount=0.0, by_rule=False))


def test_the_samples_own_place_does_not_vote() -> None:
    """Two classes in turn along a line: every nearest neighbour is of the other class, so none counts."""
    x = np.stack([np.arange(20.0), np.zeros(20)], axis=1)
    dataset = DataSet(x=x, y=np.arange(20) % 2, feature_names=("a", "b"), class_names=("even", "odd"), task="two-class")
    assert math.isnan(preservation(TRANSFORMS["jitter"], dataset, np.random.default_rng(0), amount=0.001))


def test_columns_of_a_table_vote_each_by_its_own_spread() -> None:
    random = np.random.default_rng(0)
    y = np.arange(200) % 2
    x = np.stack([y + 0.1 * random.normal(size=200), 1e4 * random.normal(size=200)], axis=1)
    table = DataSet(x=x, y=y, feature_names=("a", "b"), class_names=("no", "yes"), task="two-class")
    assert preservation(TRANSFORMS["jitter"], table, np.random.default_rng(0), amount=0.01) > 0.97


def test_regression_has_no_label_to_keep() -> None:
    dataset = GENERATORS["reg-plane"].generate(20, 0.0, np.random.default_rng(0))
    with pytest.raises(ExperimentError, match=r"^task: 'regression'"):
        preservation(TRANSFORMS["jitter"], dataset, np.random.default_rng(0))
