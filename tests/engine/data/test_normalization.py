"""Normalisation: mean 0 and variance 1 on the training set, one map for every set, gaps filled, always finite."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from sklearn.preprocessing import StandardScaler

from engine.data.normalization import Normalization, fit_normalization

MATRICES = arrays(
    np.float64,
    st.tuples(st.integers(1, 12), st.integers(1, 4)),
    elements=st.one_of(st.floats(-1e38, 1e38), st.sampled_from([0.0, 1.0, np.nan])),
)


def test_mean_zero_and_variance_one_on_the_training_set() -> None:
    x = np.random.default_rng(0).normal([5.0, -300.0, 1e-3], [2.0, 50.0, 1e-6], (200, 3))
    z = fit_normalization(x).apply(x)
    assert z.mean(axis=0) == pytest.approx(0.0, abs=1e-9)
    assert z.std(axis=0) == pytest.approx(1.0)


def test_it_equals_scikit_learns_scaler_gaps_included() -> None:
    rng = np.random.default_rng(1)
    x, other = rng.normal(3.0, 2.0, (80, 4)), rng.normal(0.0, 9.0, (20, 4))
    x[rng.random(x.shape) < 0.1] = np.nan
    oracle = StandardScaler().fit(x)
    fitted = fit_normalization(x)
    assert fitted.mean == pytest.approx(oracle.mean_)
    assert fitted.scale == pytest.approx(oracle.scale_)
    assert fitted.apply(other) == pytest.approx(oracle.transform(other))


def test_a_gap_takes_the_training_mean_and_becomes_zero() -> None:
    fitted = fit_normalization(np.array([[1.0], [3.0], [np.nan]]))
    assert fitted.fill.tolist() == [2.0]
    assert fitted.apply(np.array([[np.nan], [4.0]])).tolist() == [[0.0], [2.0]]


def test_switched_off_only_the_gaps_are_filled() -> None:
    fitted = fit_normalization(np.array([[1.0, 7.0], [5.0, 7.0], [np.nan, 7.0]]), enabled=False)
    assert (fitted.mean.tolist(), fitted.scale.tolist()) == ([0.0, 0.0], [1.0, 1.0])
    assert fitted.apply(np.array([[np.nan, 5.0], [10.0, np.nan]])).tolist() == [[3.0, 5.0], [10.0, 7.0]]


def test_constant_and_empty_columns() -> None:
    x = np.array([[0.1, np.nan], [0.1, np.nan], [0.1, np.nan]])
    fitted = fit_normalization(x)
    assert fitted.scale.tolist() == [1.0, 1.0]
    assert fitted.apply(x).tolist() == [[0.0, 0.0]] * 3
    assert fitted.apply(np.array([[2.1, 5.0]])) == pytest.approx(np.array([[2.0, 5.0]]))


@given(MATRICES, st.booleans())
def test_laws(x: np.ndarray, enabled: bool) -> None:
    fitted = fit_normalization(x, enabled)
    z = fitted.apply(x)
    assert np.isfinite(z).all()
    assert (fitted.scale > 0.0).all()
    if enabled:
        assert np.abs(z).max() <= np.sqrt(len(x)) + 1e-6  # no number lies further than √m standard deviations out
    again = Normalization(fill=fitted.fill.tolist(), mean=fitted.mean.tolist(), scale=fitted.scale.tolist())
    assert np.array_equal(again.apply(x), z)


def test_the_vectors_are_read_only() -> None:
    fitted = fit_normalization(np.eye(3))
    for vector in (fitted.fill, fitted.mean, fitted.scale):
        assert vector.shape == (3,)
        assert not vector.flags.writeable


GOOD: dict[str, Any] = {"fill": [0.0, 0.0], "mean": [0.0, 0.0], "scale": [1.0, 1.0]}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"scale": [1.0, 0.0]}, "scale above 0"),
        ({"mean": [np.nan, 0.0]}, "finite"),
        ({"fill": [0.0]}, "one length"),
        ({"fill": [[0.0, 0.0]]}, "one length"),
    ],
)
def test_broken_vectors_are_refused(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Normalization(**GOOD | change)


@pytest.mark.parametrize("shape", [(4, 3), (2,)])
def test_samples_of_another_width_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="x must have 2 columns"):
        Normalization(**GOOD).apply(np.zeros(shape))


@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(1, 9))
def test_a_constant_column_is_zero_exactly(value: float, count: int) -> None:
    fitted = fit_normalization(np.array([[value]] * count + [[np.nan]]))
    assert (fitted.fill.tolist(), fitted.mean.tolist(), fitted.scale.tolist()) == ([value], [value], [1.0])
