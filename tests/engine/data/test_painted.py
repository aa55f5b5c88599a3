"""A painted set is a data set like any other, and no point moves another one out of its part."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data.painted import painted_parts, painted_set, stable_draws
from engine.errors import DataError
from engine.points import Point

NUMBERS = st.floats(-100, 100).map(lambda value: round(value, 3))
POINTS = st.tuples(NUMBERS, NUMBERS, st.integers(0, 3))
SPLIT = (60.0, 20.0, 20.0)


def table(points: list[Point]) -> np.ndarray:
    return np.array(points, np.float64).reshape(-1, 3)


def part_of(points: list[Point], seed: int = 5, split: tuple[float, float, float] = SPLIT) -> list[str]:
    """The name of each point's set, in the order of the points."""
    names = np.full(len(points), "      ")
    for name, rows in zip(("train", "dev", "test"), painted_parts(table(points), split, seed), strict=True):
        names[rows] = name
    return [str(name) for name in names]


def many(count: int) -> list[Point]:
    places = np.random.default_rng(1).uniform(-5, 5, (count, 2)).round(3)
    return [(x1, x2, index % 2) for index, (x1, x2) in enumerate(places.tolist())]


def test_the_set_has_the_points_and_says_what_it_is() -> None:
    data = painted_set([(0.0, 1.0, 0), (2.0, 3.0, 2)])
    np.testing.assert_array_equal(data.x, [[0, 1], [2, 3]])
    assert data.y.tolist() == [0, 2]
    assert (data.task, data.class_names, data.notes) == ("classes", ("class 1", "class 2", "class 3"), ())
    assert painted_set([(0.0, 1.0, 1), (2.0, 3.0, 0)]).task == "two-class"


def test_one_class_is_said_and_none_is_an_error_that_says_what_to_do() -> None:
    assert painted_set([(0.0, 1.0, 1)]).notes == ("Only one class so far: paint points of another one.",)
    with pytest.raises(DataError, match="no points yet: paint some"):
        painted_set([])


@given(st.lists(POINTS, min_size=2, max_size=30), st.integers(0, 2**32 - 1))
def test_a_point_more_moves_no_other_but_the_first_to_train(points: list[Point], seed: int) -> None:
    before, after = part_of(points[:-1], seed), part_of(points, seed)[:-1]
    moved = [at for at, (one, other) in enumerate(zip(before, after, strict=True)) if one != other]
    lowest = np.argmin(stable_draws(table(points[:-1]), seed))
    assert all(stable_draws(table(points), seed)[at] == stable_draws(table(points), seed)[lowest] for at in moved)
    if stable_draws(table(points[:-1]), seed)[lowest] < SPLIT[0] / 100:
        assert moved == []


@given(st.lists(POINTS, min_size=1, max_size=30), st.permutations(range(30)))
def test_their_order_does_not_matter(points: list[Point], order: list[int]) -> None:
    order = [place for place in order if place < len(points)]
    assert part_of([points[place] for place in order]) == [part_of(points)[place] for place in order]


@given(st.lists(POINTS, min_size=1, max_size=30))
def test_every_point_is_in_one_part_and_one_trains(points: list[Point]) -> None:
    train, dev, test = painted_parts(table(points), SPLIT, 0)
    assert sorted([*train, *dev, *test]) == list(range(len(points)))
    assert len(train) >= 1


@pytest.mark.parametrize("split", [(60.0, 20.0, 20.0), (50.0, 0.0, 50.0), (100.0, 0.0, 0.0), (70.0, 30.0, 0.0)])
def test_shares_are_about_those_asked_for(split: tuple[float, float, float]) -> None:
    names = part_of(many(2000), split=split)
    for name, percent in zip(("train", "dev", "test"), split, strict=True):
        assert names.count(name) / 20 == pytest.approx(percent, abs=0.0 if percent in (0.0, 100.0) else 4.0)


def test_the_seed_draws_anew_and_draws_are_even() -> None:
    draws = stable_draws(table(many(2000)), 3)
    assert part_of(many(200), 3) != part_of(many(200), 4)
    assert draws.min() >= 0
    assert draws.max() < 1
    assert np.abs(np.histogram(draws, 10, (0, 1))[0] - 200).max() < 60
    assert stable_draws(table([(-0.0, 1.0, 0)]), 3) == stable_draws(table([(0.0, 1.0, 0)]), 3)
