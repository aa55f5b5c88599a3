"""Splitting: disjoint, complete, of the stated sizes, each class in its proportion, the same for the same seed."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data.split import split_indices
from engine.errors import ExperimentError

Percents = tuple[float, float, float]


@st.composite
def percents(draw: st.DrawFn) -> Percents:
    """Three percents in hundredths that add up to 100, the first above 0."""
    train = draw(st.integers(1, 10_000))
    dev = draw(st.integers(0, 10_000 - train))
    return train / 100, dev / 100, (10_000 - train - dev) / 100


def check_sizes(parts: tuple[np.ndarray, ...], count: int, shares: Percents) -> None:
    assert sorted(np.concatenate(parts).tolist()) == list(range(count))
    assert len(parts[0]) >= 1
    for part, share in zip(parts, shares, strict=True):
        exact = count * share / 100.0
        assert math.floor(exact + 1e-6) <= len(part) <= math.ceil(exact - 1e-6)


@given(st.integers(1, 300), percents(), st.integers(0, 5))
def test_sizes_without_strata(count: int, shares: Percents, seed: int) -> None:
    y = np.linspace(0.0, 1.0, count)
    check_sizes(split_indices(y, shares, np.random.default_rng(seed)), count, shares)
    check_sizes(split_indices(np.arange(count), shares, np.random.default_rng(seed), stratified=False), count, shares)


@given(st.lists(st.integers(0, 40), min_size=1, max_size=12).filter(any), percents(), st.integers(0, 5))
def test_each_class_keeps_its_proportion(counts: list[int], shares: Percents, seed: int) -> None:
    rng = np.random.default_rng(seed)
    y = rng.permutation(np.repeat(np.arange(len(counts)), counts))
    parts = split_indices(y, shares, rng)
    check_sizes(parts, len(y), shares)
    for label, count in enumerate(counts):
        for part, share in zip(parts, shares, strict=True):
            assert abs(np.count_nonzero(y[part] == label) - count * share / 100.0) <= 1.0 + 1e-6


def test_one_of_each_class_is_spread_over_the_parts() -> None:
    parts = split_indices(np.arange(100), (60, 20, 20), np.random.default_rng(0))
    assert [len(part) for part in parts] == [60, 20, 20]


@pytest.mark.parametrize(
    ("count", "shares", "sizes"),
    [
        (500, (50, 0, 50), [250, 0, 250]),
        (10, (98, 1, 1), [10, 0, 0]),
        (1000, (98, 1, 1), [980, 10, 10]),
        (1000, (99.5, 0.25, 0.25), [995, 3, 2]),
        (3, (1, 0, 99), [1, 0, 2]),
        (1, (1, 98, 1), [1, 0, 0]),
        (7, (100, 0, 0), [7, 0, 0]),
        (3, (33.33, 33.33, 33.34), [1, 1, 1]),
    ],
)
@pytest.mark.parametrize("classes", [1, 2, 3])
def test_sizes_by_largest_remainder(count: int, shares: Percents, sizes: list[int], classes: int) -> None:
    y = np.arange(count) % classes
    assert [len(part) for part in split_indices(y, shares, np.random.default_rng(0))] == sizes


def test_the_seed_decides() -> None:
    y = np.arange(90) % 3
    first, again, other = (split_indices(y, (60, 20, 20), np.random.default_rng(seed)) for seed in (1, 1, 2))
    assert all(np.array_equal(a, b) for a, b in zip(first, again, strict=True))
    assert not np.array_equal(first[0], other[0])


def test_the_parts_are_shuffled() -> None:
    y = np.repeat([0, 1], 200)
    train, _, test = split_indices(y, (50, 0, 50), np.random.default_rng(0))
    for part in (train, test):
        assert 30 < np.count_nonzero(y[part[:100]]) < 70
        assert not np.array_equal(part, np.sort(part))


@pytest.mark.parametrize(
    "shares", [(50, 50, 50), (0, 50, 50), (-10, 60, 50), (50, 50), (100, 0, 0, 0), (math.nan, 50, 50), (60, 20, 19.9)]
)
def test_other_percents_are_refused(shares: Percents) -> None:
    with pytest.raises(ExperimentError, match=r"split: .* add up to 100"):
        split_indices(np.arange(10), shares, np.random.default_rng(0))


@pytest.mark.parametrize("y", [np.zeros(0), np.zeros((3, 2))])
def test_targets_of_another_shape_are_refused(y: np.ndarray) -> None:
    with pytest.raises(ExperimentError, match="y: "):
        split_indices(y, (50, 0, 50), np.random.default_rng(0))


@pytest.mark.parametrize("stratified", [False, True])
def test_which_samples_go_where_is_drawn(stratified: bool) -> None:
    y = np.repeat([0, 1], 200)
    first, other = (split_indices(y, (50, 0, 50), np.random.default_rng(seed), stratified)[0] for seed in (0, 1))
    early = [np.count_nonzero(part % 200 < 100) for part in (first, other)]  # of the first half of each class
    assert all(70 < count < 130 for count in early)
    assert set(first.tolist()) != set(other.tolist())
