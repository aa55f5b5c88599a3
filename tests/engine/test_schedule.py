"""Every row of the decay table: its formula at hand-picked epochs, and laws that hold for all."""

from __future__ import annotations

import math

import pytest

from engine.experiment import Schedule
from engine.schedule import DECAYS, learning_rate_at

EXPECTED = {
    "constant": [0.5, 0.5, 0.5],
    "inverse-time": [0.5, 0.5 / 1.2, 0.5 / 3],
    "exponential": [0.5, 0.1, 0.5 * 0.2**10],
    "step": [0.5, 0.5, 0.5 * 0.2**2],
    "cosine": [0.5, 0.25 * (1 + math.cos(math.pi / 5)), 0.0],
}


@pytest.mark.parametrize("kind", DECAYS)
def test_formula(kind: str) -> None:
    schedule = Schedule(kind=kind, decay=0.2, period=5)
    found = [learning_rate_at(schedule, 0.5, epoch) for epoch in (0, 1, 10)]
    assert found == pytest.approx(EXPECTED[kind], abs=1e-15)


@pytest.mark.parametrize("kind", DECAYS)
def test_it_never_rises_and_never_turns_negative(kind: str) -> None:
    rates = [learning_rate_at(Schedule(kind=kind, decay=0.3, period=7), 1.0, epoch) for epoch in range(50)]
    assert rates == sorted(rates, reverse=True)
    assert min(rates) >= 0


@pytest.mark.parametrize("kind", DECAYS)
def test_warm_up_rises_in_equal_parts_to_the_value(kind: str) -> None:
    schedule = Schedule(kind=kind, decay=0.3, period=7, warmup=3)
    rates = [learning_rate_at(schedule, 1.0, epoch) for epoch in range(4)]
    assert rates == pytest.approx([0.25, 0.5, 0.75, 1.0])
    later, without = Schedule(kind=kind, decay=0.3, period=7, warmup=3), Schedule(kind=kind, decay=0.3, period=7)
    assert learning_rate_at(later, 1.0, 8) == learning_rate_at(without, 1.0, 5)
