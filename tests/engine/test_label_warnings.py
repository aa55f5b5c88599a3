"""What does not keep the label is warned of with the share it keeps; what does keep it is not."""

from dataclasses import replace

import numpy as np
import pytest

from engine.augmentation import TRANSFORMS
from engine.data.prepare import load_data
from engine.experiment import Augmentation, Data
from engine.label_preservation import preservation, true_rule
from engine.label_warnings import KEPT_ENOUGH, label_warnings


@pytest.mark.parametrize(
    ("kind", "name", "amount", "warns"),
    [
        ("xor", "mirror", 0.5, True),  # the class is the sign of x₁x₂
        ("circle", "mirror", 0.5, False),
        ("circle", "rotation", 45.0, False),
        ("spiral", "mirror", 1.0, True),
        ("gauss", "rotation", 5.0, False),
        ("digits", "image_shift", 0.5, False),
        ("digits", "image_rotation", 10.0, False),
        ("digits", "image_mirror", 0.5, True),
        ("digits", "image_shift", 3.0, True),
        ("iris", "jitter", 0.01, False),
        ("iris", "jitter", 1.0, True),
        ("reg-plane", "mirror", 1.0, False),  # a number is no label
    ],
)
def test_a_warning_where_the_label_changes(kind: str, name: str, amount: float, warns: bool) -> None:
    data = Data(kind=kind)
    found = label_warnings(Augmentation(**{name: amount}), data, load_data(data))
    assert [(one.name, one.amount) for one in found] == ([(name, amount)] if warns else [])
    assert all(0.0 <= one.kept < KEPT_ENOUGH for one in found)


def test_the_share_is_the_measured_one() -> None:
    data = Data(kind="xor")
    dataset = load_data(data)
    (found,) = label_warnings(Augmentation(mirror=1.0), data, dataset)
    assert found.kept == preservation(
        TRANSFORMS["mirror"], dataset, np.random.default_rng(0), amount=1.0, rule=true_rule(data)
    )
    assert found.kept < 0.01


def test_every_change_that_is_on_is_measured_by_itself() -> None:
    data = Data(kind="xor")
    found = label_warnings(Augmentation(mirror=1.0, rotation=45.0, jitter=0.001), data, load_data(data))
    assert [one.name for one in found] == ["rotation", "mirror"]


def test_missing_numbers_are_left_out_and_nothing_on_asks_nothing() -> None:
    data = Data(kind="iris")
    dataset = load_data(data)
    x = dataset.x.copy()
    x[::3, 1] = np.nan
    holes = replace(dataset, x=x)
    assert label_warnings(Augmentation(jitter=0.001), data, holes) == ()
    assert label_warnings(Augmentation(), data, holes) == ()


def test_a_set_of_nothing_but_gaps_is_not_measured() -> None:
    data = Data(kind="iris")
    dataset = load_data(data)
    empty = replace(dataset, x=np.full_like(dataset.x, np.nan))
    assert label_warnings(Augmentation(jitter=1.0), data, empty) == ()
