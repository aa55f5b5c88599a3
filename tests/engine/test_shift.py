"""A shifted set is found whatever has shifted, sets of one distribution pass, and the distance is the textbook's."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.data.prepare import prepare
from engine.errors import ExperimentError
from engine.experiment import Data, Experiment, Split
from engine.shift import SAMPLES, dev_shift, find_shift
from engine.trainer import Trainer


def energy_distance(x: np.ndarray, z: np.ndarray) -> float:
    """2E|X−Y| − E|X−X′| − E|Y−Y′|, pair by pair."""

    def mean(a: np.ndarray, b: np.ndarray) -> float:
        return float(np.mean([[np.linalg.norm(one - other) for other in b] for one in a]))

    return 2 * mean(x, z) - mean(x, x) - mean(z, z)


def test_the_distance_is_that_of_the_textbook() -> None:
    random = np.random.default_rng(0)
    x, z = random.normal(size=(12, 3)), random.normal(0.5, 2.0, size=(17, 3))
    sigma = np.concatenate([x, z]).std(axis=0)
    found = find_shift(x * [1.0, 50.0, 0.01], z * [1.0, 50.0, 0.01], random)  # the scale of a column does not matter
    assert found.distance == pytest.approx(energy_distance(x / sigma, z / sigma), rel=1e-9)


@pytest.mark.parametrize(
    ("change", "column", "difference"),
    [
        (lambda x: x + np.array([0.0, 0.6]), 1, 0.6),
        (lambda x: x - np.array([0.6, 0.0]), 0, -0.6),
        (lambda x: x * 2.0, None, 0.0),  # the spread
        (lambda x: np.stack([x[:, 0], 0.9 * x[:, 0] + 0.44 * x[:, 1]], axis=1), None, 0.0),  # how they go together
        (lambda x: np.sign(x) * (0.5 + 0.5 * np.abs(x)) * 1.05, None, 0.0),  # the shape
    ],
    ids=["mean", "mean of the other", "spread", "dependence", "shape"],
)
def test_whatever_has_shifted_is_found(change: object, column: int | None, difference: float) -> None:
    random = np.random.default_rng(1)
    x, z = random.normal(size=(300, 2)), change(random.normal(size=(300, 2)))
    found = find_shift(x, z, random)
    assert found.shifted
    assert found.difference == pytest.approx(difference, abs=0.25)
    assert column is None or found.column == column


def test_sets_of_one_distribution_are_called_shifted_as_rarely_as_stated() -> None:
    p_values = np.empty(100)
    for seed in range(100):
        random = np.random.default_rng(seed)
        both = random.exponential(size=(60, 2))
        p_values[seed] = find_shift(both[:40], both[40:], random, permutations=99).p_value
    assert (p_values <= 0.1).mean() == pytest.approx(0.1, abs=0.09)  # three standard errors
    assert p_values.mean() == pytest.approx(0.5, abs=0.1)


@pytest.mark.parametrize("kind", ["xor", "moons", "digits", "reg-plane"])
def test_the_split_of_a_set_is_not_shifted(kind: str) -> None:
    trainer = Trainer(Experiment(data=Data(kind=kind), split=Split(train=60, dev=20, test=20)))
    for name in ("dev", "test"):
        assert not dev_shift(trainer, np.random.default_rng(3), name=name).shifted


def test_a_dev_set_of_other_pictures_is() -> None:
    prepared = prepare(Experiment(data=Data(kind="digits"), split=Split(train=60, dev=20, test=20)))
    to_the_right = np.roll(prepared.raw("dev").reshape(-1, 8, 8), 1, axis=2).reshape(-1, 64)
    x = {**prepared.x, "dev": prepared.inputs(to_the_right)}
    trainer = Trainer(Experiment(data=Data(kind="digits")), replace(prepared, x=x))
    found = dev_shift(trainer, np.random.default_rng(3))
    assert found.shifted
    assert found.p_value == 1 / 1000  # the least that 999 deals can give
    assert abs(found.difference) > 1.0


def test_the_same_generator_gives_the_same_answer() -> None:
    x = np.random.default_rng(0).normal(size=(3 * SAMPLES, 2))
    answers = {find_shift(x, x[:50] + 0.2, np.random.default_rng(5), permutations=50) for _ in range(2)}
    assert len(answers) == 1


def test_equal_and_constant_sets_are_not_shifted() -> None:
    random = np.random.default_rng(0)
    x = random.normal(size=(30, 2))
    assert find_shift(x, x, random).p_value > 0.9
    constant = find_shift(np.full((5, 2), 3.0), np.full((4, 2), 3.0), random, permutations=20)
    assert (constant.distance, constant.p_value, constant.difference) == (0.0, 1.0, 0.0)


@pytest.mark.parametrize(("first", "second"), [((0, 2), (3, 2)), ((3, 2), (0, 2)), ((3, 2), (3, 1)), ((3,), (3,))])
def test_sets_that_cannot_be_compared_are_refused(first: tuple[int, ...], second: tuple[int, ...]) -> None:
    with pytest.raises(ExperimentError, match=r"^samples: .*neither empty"):
        find_shift(np.zeros(first), np.zeros(second), np.random.default_rng(0))


def test_no_deals_are_refused() -> None:
    with pytest.raises(ExperimentError, match=r"^permutations: 0"):
        find_shift(np.zeros((3, 1)), np.zeros((3, 1)), np.random.default_rng(0), permutations=0)


def test_an_empty_dev_set_is_refused() -> None:
    with pytest.raises(ExperimentError, match=r"^samples: "):
        dev_shift(Trainer(Experiment()), np.random.default_rng(0))


def test_of_many_samples_some_are_drawn_from_everywhere() -> None:
    """The first of a table in order of its target would be a set of their own."""
    random = np.random.default_rng(5)
    x = np.sort(random.normal(size=(3 * SAMPLES, 1)), axis=0)
    assert not find_shift(x, random.normal(size=(300, 1)), random).shifted
