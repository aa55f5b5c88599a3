"""An experiment is a value: equal, hashable, frozen; a field that is not allowed never gets in."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from engine.errors import ExperimentError
from engine.experiment import Data, Experiment, Layer, Optimizer, Penalty, Schedule, Split


def test_equal_experiments_are_equal_and_hash_alike() -> None:
    assert Experiment() == Experiment()
    assert hash(Experiment()) == hash(Experiment())
    assert Experiment(seed=1) != Experiment()
    assert len({Experiment(), Experiment(), Experiment(seed=1)}) == 2


def test_it_cannot_be_changed_in_place() -> None:
    with pytest.raises(FrozenInstanceError):
        Experiment().seed = 3  # type: ignore[misc]  # that it fails is what is tested


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Experiment(seed=-1), "seed: -1 is not allowed; allowed: a whole number from 0 to 4294967295"),
        (lambda: Experiment(dtype="float16"), "dtype: 'float16' is not allowed; allowed: float32, float64"),
        (
            lambda: Experiment(batch_size=0),
            "batch_size: 0 is not allowed; allowed: a whole number from 1 to 1000000 or all",
        ),
        (lambda: Experiment(normalize=1), "normalize: 1 is not allowed; allowed: on (true), off (false)"),
        (
            lambda: Optimizer(learning_rate=0),
            "optimizer.learning_rate: 0 is not allowed; allowed: a number above 0 up to 1000",
        ),
        (lambda: Optimizer(kind="sgd"), "optimizer.kind: 'sgd' is not allowed; allowed: gd, momentum, rmsprop, adam"),
        (lambda: Penalty(l2=float("nan")), "penalty.l2: nan is not allowed; allowed: a number from 0 to 1000000"),
        (
            lambda: Split(train=50, dev=10, test=50),
            "split: '50/10/50' is not allowed; allowed: train/dev/test in percent that",
        ),
        (lambda: Split(train=0, dev=50, test=50), "split.train: 0 is not allowed; allowed: a number above 0 up to 100"),
        (lambda: Data(kind="csv"), "data.path: None is not allowed; allowed: a file's path, because data.kind is csv"),
        (lambda: Data(path="x.csv"), "data.path: 'x.csv' is not allowed; allowed: nothing, unless data.kind is csv"),
        (lambda: Data(target="y"), "data.target: 'y' is not allowed; allowed: nothing, unless data.kind is csv"),
        (lambda: Layer(units=0), "units: 0 is not allowed; allowed: a whole number from 1 to 4096"),
        (
            lambda: Schedule(kind="step", decay=2.0),
            "schedule.decay: 2.0 is not allowed; allowed: a factor above 0 up to 1",
        ),
        (lambda: Experiment(features=("x1", "x1")), "features[1]: 'x1' is not allowed"),
        (lambda: Experiment(features=("x3",)), "features[0]: 'x3' is not allowed; allowed: x1, x2, x1^2"),
        (
            lambda: Experiment(layers=(Layer(),) * 65),
            "layers: '65 layers' is not allowed; allowed: at most 64 hidden layers",
        ),
    ],
)
def test_what_is_not_allowed_is_named(make: object, message: str) -> None:
    with pytest.raises(ExperimentError) as caught:
        make()  # type: ignore[operator]  # a lambda of the table above
    assert str(caught.value).startswith(message)


def test_a_part_is_replaced_without_touching_the_rest() -> None:
    before = Experiment()
    after = replace(before, optimizer=replace(before.optimizer, kind="adam"))
    assert before.optimizer.kind == "gd"
    assert after.layers is before.layers
