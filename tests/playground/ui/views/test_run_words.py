"""In what two runs differ, in a few letters; every field of an experiment can be named."""

from dataclasses import replace

import pytest

from engine.choices import INITIALIZER_KINDS, OPTIMIZER_KINDS
from engine.experiment import Data, Experiment, Layer, Optimizer, Penalty, Split
from engine.fields import FIELDS
from playground.ui.views.run_words import _VALUES, NAMES, difference, field_name

START = Experiment(layers=(Layer(units=4), Layer(units=2)))


def test_every_field_has_a_name_and_every_name_a_field() -> None:
    assert set(NAMES) <= set(FIELDS)
    assert all(field_name(path).strip("[]") for path in FIELDS)
    assert field_name("data.of_tomorrow") == "of tomorrow"


def test_every_initialiser_and_optimiser_is_written_as_where_it_is_chosen() -> None:
    assert {*INITIALIZER_KINDS, *OPTIMIZER_KINDS} <= set(_VALUES)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({}, "same settings"),
        ({"optimizer": Optimizer(learning_rate=0.1)}, "α 0.03 → 0.1"),
        ({"penalty": Penalty(l2=0.5)}, "λ 0 → 0.5"),
        ({"initializer": "he"}, "init LeCun → He"),
        ({"initializer": "small"}, "init LeCun → small random"),
        ({"batch_size": "all"}, "batch 10 → all"),
        ({"seed": 7}, "seed 0 → 7"),
        ({"normalize": True}, "normalised off → on"),
        ({"layers": ()}, "units 4-2 → 0"),
        ({"layers": (Layer(units=8), Layer(units=2))}, "units 4-2 → 8-2"),
        ({"layers": (Layer(units=4, activation="relu"), Layer(units=2, activation="relu"))}, "g tanh → ReLU"),
        ({"layers": (Layer(units=4, keep_prob=0.8), Layer(units=2))}, "keep 1 → 0.8·1"),
        ({"split": Split(train=60, dev=20, test=20)}, "split 50/0/50 → 60/20/20"),
        ({"data": Data(kind="csv", path="/data/houses.csv")}, "data circle → csv"),
        ({"features": ("x1", "x2", "x1^2")}, "features – → x1·x2·x1^2"),
        ({"seed": 7, "batch_size": 30, "optimizer": Optimizer(kind="adam")}, "optimiser GD → Adam, batch 10 → 30 +1"),
    ],
)
def test_what_differs_is_said_in_short(change: dict[str, object], words: str) -> None:
    base = replace(START, normalize=False, optimizer=Optimizer(learning_rate=0.03), batch_size=10)
    if "optimizer" in change and isinstance(change["optimizer"], Optimizer):
        change = {**change, "optimizer": replace(change["optimizer"], learning_rate=0.1 if words[0] == "α" else 0.03)}
    assert difference(base, replace(base, **change)) == words  # type: ignore[arg-type]  # fields of every kind
