"""Where sliders stop: rounded values, both ends reached, one step always moves on."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.ui.widgets.stops import ScaleName, Stops, stops

SCALES = [
    ("linear", 0, 50, {"integer": True}),
    ("linear", 0.1, 1.0, {}),
    ("linear", -1.0, 1.0, {"step": 0.25}),
    ("log", 1e-5, 10, {}),
    ("log", 1e-5, 10, {"zero_allowed": True}),
    ("log", 1, 1000, {"integer": True}),
    ("powers-of-two", 1, 1024, {"integer": True}),
    ("powers-of-two", 1, 100, {"integer": True}),
    ("steps", 10, 90, {"steps": (10, 20, 50, 80, 90)}),
]
EVERY = pytest.mark.parametrize(("scale", "minimum", "maximum", "options"), SCALES)


@EVERY
def test_both_ends_are_stops(scale: ScaleName, minimum: float, maximum: float, options: dict[str, object]) -> None:
    values = stops(scale, minimum, maximum, **options).values  # type: ignore[arg-type]  # rows of mixed options
    assert values[-1] == maximum
    assert values[0] == (0 if "zero_allowed" in options else minimum)
    assert minimum in values
    if options.get("integer"):
        assert all(value.is_integer() for value in values)


@EVERY
def test_positions_and_values_are_inverse(
    scale: ScaleName, minimum: float, maximum: float, options: dict[str, object]
) -> None:
    made = stops(scale, minimum, maximum, **options)  # type: ignore[arg-type]  # rows of mixed options
    assert [made.position_of(value) for value in made.values] == list(range(made.last + 1))
    assert [made.value_at(position) for position in range(made.last + 1)] == list(made.values)


@EVERY
def test_one_step_is_one_stop_and_stays_within(
    scale: ScaleName, minimum: float, maximum: float, options: dict[str, object]
) -> None:
    made = stops(scale, minimum, maximum, **options)  # type: ignore[arg-type]  # rows of mixed options
    for low, high in zip(made.values, made.values[1:], strict=False):
        assert (made.stepped(low, 1), made.stepped(high, -1)) == (high, low)
        between = (low + high) / 2
        assert (made.stepped(between, 1), made.stepped(between, -1)) == (high, low)
    assert made.stepped(maximum, 5) == maximum
    assert made.stepped(made.values[0], -5) == made.values[0]
    assert 1 <= made.page <= made.last


@given(st.floats(-10, 10000, allow_nan=False))
def test_positions_rise_with_values(value: float) -> None:
    made = stops("log", 1e-3, 1000, zero_allowed=True)
    assert 0 <= made.position_of(value) <= made.last
    assert made.position_of(value) <= made.position_of(value + 0.5)


def test_not_a_number_stands_at_the_start() -> None:
    assert stops("linear", 0, 1).position_of(math.nan) == 0


@pytest.mark.parametrize("rate", [1e-5, 1e-4, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0])
def test_the_usual_learning_rates_are_stops(rate: float) -> None:
    assert rate in stops("log", 1e-5, 10).values


def test_powers_of_two_are_powers_of_two() -> None:
    assert stops("powers-of-two", 1, 100).values == (1, 2, 4, 8, 16, 32, 64, 100)


def test_linear_stops_are_round() -> None:
    assert stops("linear", 0, 1).values[:4] == (0, 0.005, 0.01, 0.015)
    assert stops("linear", 0, 1, step=0.1).values == (0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("log", 0, 1), "minimum: 0 is not allowed on scale log"),
        (("powers-of-two", -1, 1), "minimum: -1"),
        (("linear", 1, 1), "minimum, maximum: 1, 1"),
        (("linear", 0, math.inf), "minimum, maximum"),
        (("cubic", 0, 1), "scale: 'cubic' is unknown"),
        (("log", math.nan, 1), "minimum, maximum"),
    ],
)
def test_impossible_scales_are_refused(arguments: tuple[ScaleName, float, float], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        stops(*arguments)


def test_impossible_steps_are_refused() -> None:
    with pytest.raises(ValueError, match="step: 0"):
        stops("linear", 0, 1, step=0)
    with pytest.raises(ValueError, match="values"):
        Stops((1.0, 1.0))
    with pytest.raises(ValueError, match="values"):
        stops("steps", 0, 1, steps=(5, 6))
