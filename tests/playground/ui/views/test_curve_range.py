"""Axes hold what they show, in round ends; they grow at once and shrink rarely."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.ui.views.curve_content import Ghost
from playground.ui.views.curve_range import (
    RangeMemory,
    accuracy_range,
    compared_range,
    cost_range,
    logarithmic_range,
    round_up,
    with_ghosts,
)
from playground.ui.views.curve_scale import Scale

COSTS = st.lists(st.floats(0, 1e300, allow_subnormal=False), min_size=1, max_size=20).map(np.array)


@given(st.floats(1e-300, 1e300))
def test_rounding_up_wastes_at_most_a_quarter(value: float) -> None:
    assert value * (1 - 1e-8) <= round_up(value) <= 1.34 * value


@given(COSTS)
def test_a_linear_axis_begins_at_zero_and_holds_all(values: np.ndarray) -> None:
    scale = cost_range(values)
    assert scale.low == 0
    assert values.max() <= scale.high * (1 + 1e-9)


@given(COSTS)
def test_a_logarithmic_axis_holds_the_largest_and_spans_a_readable_range(values: np.ndarray) -> None:
    scale = logarithmic_range(values)
    assert scale.high >= min(values.max(), 1e290) * (1 - 1e-9) or not values.max()
    assert 2 <= scale.high / scale.low <= 1e15


@given(st.lists(st.floats(0, 1), min_size=1).map(np.array))
def test_an_accuracy_axis_ends_at_one_and_holds_all(values: np.ndarray) -> None:
    scale = accuracy_range(values)
    assert scale.high == 1.0
    assert 0.0 <= scale.low <= values.min() + 1e-9


@pytest.mark.parametrize("make", [cost_range, logarithmic_range, accuracy_range])
@pytest.mark.parametrize("values", [[], [np.nan, np.nan], [np.inf, np.nan], [0.0, 0.0]])
def test_without_numbers_there_still_is_an_axis(make: object, values: list[float]) -> None:
    assert callable(make)
    assert isinstance(make(np.array(values)), Scale)


@pytest.mark.parametrize(("last", "end"), [(0, 10), (10, 10), (11, 12), (165, 200), (1001, 1200)])
def test_epochs(last: float, end: float) -> None:
    assert compared_range(0.0, last, ()) == Scale(0, end)


def test_grows_at_once() -> None:
    memory = RangeMemory()
    memory.fit(Scale(0, 1))
    assert memory.fit(Scale(0, 5)) == Scale(0, 5)


def test_a_little_less_never_moves_the_axis() -> None:
    memory = RangeMemory(patience=3)
    memory.fit(Scale(0, 10))
    assert all(memory.fit(Scale(0, 8)) == Scale(0, 10) for _ in range(50))


def test_much_less_moves_it_after_a_while() -> None:
    memory = RangeMemory(patience=3)
    memory.fit(Scale(0, 10))
    assert [memory.fit(Scale(0, 1)).high for _ in range(5)] == [10, 10, 10, 1, 1]


def test_a_reset_or_another_kind_of_axis_is_taken_as_it_is() -> None:
    memory = RangeMemory()
    memory.fit(Scale(0, 10))
    logarithmic = Scale(0.1, 1, logarithmic=True)
    assert memory.fit(logarithmic) == logarithmic
    memory.reset()
    assert memory.fit(Scale(0, 1)) == Scale(0, 1)


@given(st.lists(st.tuples(st.floats(1e-6, 1), st.floats(1.1, 1e6)), min_size=1))
def test_what_is_shown_always_contains_what_is_needed(ranges: list[tuple[float, float]]) -> None:
    memory = RangeMemory(patience=2)
    for low, high in ranges:
        shown = memory.fit(Scale(low, high, logarithmic=True))
        assert shown.low <= low
        assert shown.high >= high


def ghost(last: float, height: float = 1.0) -> Ghost:
    return Ghost(number=1, text="", key="", x=np.arange(last + 1), values=np.full(int(last) + 1, height))


@pytest.mark.parametrize(
    ("last", "earlier", "end"), [(0, 60, 60), (5, 200, 200), (5, 300, 10), (40, 300, 300), (500, 60, 500)]
)
def test_an_earlier_run_is_shown_to_its_end_while_this_one_can_be_seen(last: float, earlier: float, end: float) -> None:
    assert compared_range(0.0, last, (ghost(earlier),)) == Scale(0, end)


def test_an_axis_may_begin_late() -> None:
    assert compared_range(2000.7, 2041.0, ()) == Scale(2000, 2050)


def test_ghosts_far_above_need_no_room() -> None:
    values = with_ghosts(np.array([0.5, 1.0]), (ghost(20, 1.5), ghost(20, 9.0)), Scale(0, 10))
    assert (len(values), values.max()) == (2 + 11, 1.5)
