"""Slices of about a millisecond, whatever a step costs; speeds as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.state.pace import MOST_STEPS, SLICE, Pace, Share, Speedometer


@pytest.mark.parametrize("seconds_per_step", [1e-7, 1e-5, 2e-4, 1e-3, 0.5])
def test_slices_come_to_last_about_a_millisecond(seconds_per_step: float) -> None:
    pace = Pace()
    for _ in range(60):
        pace.measured(pace.steps, pace.steps * seconds_per_step)
    wanted = max(1, min(MOST_STEPS, round(SLICE / seconds_per_step)))
    assert pace.steps == pytest.approx(wanted, rel=0.05)


def test_one_interruption_changes_little() -> None:
    pace = Pace()
    for _ in range(60):
        pace.measured(pace.steps, pace.steps * 1e-5)
    before = pace.steps
    pace.measured(pace.steps, 0.3)
    assert before / 3 < pace.steps < before
    for _ in range(20):
        pace.measured(pace.steps, pace.steps * 1e-5)
    assert pace.steps == pytest.approx(before, rel=0.05)


@given(st.lists(st.tuples(st.integers(1, 1000), st.floats(0, 100)), max_size=50))
def test_there_is_always_at_least_one_step_and_never_too_many(slices: list[tuple[int, float]]) -> None:
    pace = Pace()
    for steps, seconds in slices:
        pace.measured(steps, seconds)
        assert 1 <= pace.steps <= MOST_STEPS


def test_the_speed_of_the_last_second_is_read() -> None:
    speedometer = Speedometer()
    assert speedometer.read(0.0, 0) == 0.0
    for tick in range(300):
        speedometer.mark(tick / 100, tick * 5)  # 500 steps a second for three seconds
    assert speedometer.read(2.99, 1495) == pytest.approx(500, rel=0.01)
    for tick in range(300, 500):
        speedometer.mark(tick / 100, 1500 + (tick - 300))  # then 100
    assert speedometer.read(5.0, 1700) == pytest.approx(100, rel=0.01)
    speedometer.reset()
    assert speedometer.read(6.0, 1700) == 0.0


@pytest.mark.parametrize("share", [0.05, 0.1, 0.5])
def test_work_takes_its_share_of_the_time(share: float) -> None:
    budget, now, spent = Share(share), 0.0, 0.0
    while now < 100.0:
        if budget.is_due(now):
            budget.spent(now, now + 0.2)
            now, spent = now + 0.2, spent + 0.2
        now += 0.01
    assert spent / now == pytest.approx(share, rel=0.1)


def test_work_that_takes_no_time_still_keeps_its_distance() -> None:
    budget = Share(0.2, apart=0.015)
    assert budget.is_due(0.0)
    budget.spent(1.0, 1.001)
    assert not budget.is_due(1.014)
    assert budget.is_due(1.016)
    budget.spent(2.0, 2.01)  # longer work waits for its share
    assert not budget.is_due(2.04)
    assert budget.is_due(2.051)
