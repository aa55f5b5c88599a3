"""Features: every row of the table is what its name says, finite everywhere; columns are chosen by name."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.choices import PLANE_FEATURES
from engine.data.features import FEATURES, allowed_features, build_features
from engine.errors import ExperimentError

PLANE = ("x1", "x2")
MEANING: dict[str, Callable[[float, float], float]] = {
    "x1": lambda a, b: a,
    "x2": lambda a, b: b,
    "x1^2": lambda a, b: a**2,
    "x2^2": lambda a, b: b**2,
    "x1*x2": lambda a, b: a * b,
    "sin(x1)": lambda a, b: math.sin(a),
    "sin(x2)": lambda a, b: math.sin(b),
}


def test_the_table_is_the_experiments_list() -> None:
    assert tuple(FEATURES) == PLANE_FEATURES == tuple(MEANING)
    assert [feature.label for feature in FEATURES.values()] == ["x₁", "x₂", "x₁²", "x₂²", "x₁x₂", "sin x₁", "sin x₂"]


@pytest.mark.parametrize("name", FEATURES)
def test_each_row_is_what_its_name_says(name: str) -> None:
    x = np.random.default_rng(1).uniform(-6.0, 6.0, (50, 2))
    expected = [[MEANING[name](a, b)] for a, b in x]
    assert build_features(x, (name,), PLANE) == pytest.approx(np.array(expected))


def test_features_come_in_the_order_asked_for() -> None:
    x = np.array([[2.0, 3.0]])
    assert build_features(x, ("x1*x2", "x1", "x2^2"), PLANE).tolist() == [[6.0, 2.0, 9.0]]
    assert build_features(x, (), PLANE).tolist() == [[2.0, 3.0]]


@given(st.lists(st.tuples(*[st.floats(allow_nan=False, allow_infinity=False)] * 2), min_size=1, max_size=5))
def test_finite_for_every_finite_point(points: list[tuple[float, float]]) -> None:
    built = build_features(np.array(points), tuple(FEATURES), PLANE)
    assert built.shape == (len(points), 7)
    assert np.isfinite(built).all()


def test_columns_of_a_table_are_chosen_by_name() -> None:
    x = np.array([[1.0, np.nan, 3.0]])
    names = ("a", "b", "c")
    assert build_features(x, ("c", "a"), names).tolist() == [[3.0, 1.0]]
    assert np.isnan(build_features(x, ("b",), names)).all()
    assert allowed_features(names) == names


def test_the_result_is_a_copy() -> None:
    x = np.array([[1.0, 2.0]])
    for names in ((), ("x1",), ("x1", "x2")):
        build_features(x, names, PLANE)[0, 0] = 9.0
    build_features(x, (), ("a", "b"))[0, 0] = 9.0
    assert x[0, 0] == 1.0


@pytest.mark.parametrize(
    ("names", "columns", "path"),
    [
        (("x1", "x2", "x3"), PLANE, r"features\[2\]: 'x3' .* sin\(x2\)"),
        (("x1", "x1"), PLANE, r"features\[1\]: 'x1' .*each once"),
        (("x1^2",), ("a", "b"), r"features\[0\]: 'x1\^2' .* allowed: a, b"),
        (("z",), tuple(f"c{i}" for i in range(30)), r"features\[0\]: .* and 10 more"),
    ],
)
def test_an_unknown_or_repeated_name_is_refused(names: tuple[str, ...], columns: tuple[str, ...], path: str) -> None:
    with pytest.raises(ExperimentError, match=path):
        build_features(np.zeros((1, len(columns))), names, columns)


def test_samples_of_another_width_are_refused() -> None:
    with pytest.raises(ExperimentError, match="2 columns"):
        build_features(np.zeros((4, 3)), (), PLANE)
