"""Laws of the losses: finite for every finite logit, probabilities that sum to one, two classes as a special case."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from engine.errors import ExperimentError
from engine.losses import LOSSES, Loss, loss_for
from engine.program import Program

SIZES = {"two-class": 1, "classes": 4, "regression": 1}
ids = [f"{task} {loss}" for task, loss in LOSSES]


def outputs(loss: Loss, Z: np.ndarray) -> np.ndarray:
    """A of the output layer."""
    A, program = np.empty_like(Z), Program()
    loss.forward(program.do, Z, A)
    with np.errstate(under="ignore"):
        program.function()()
    return A


def targets(task: str, m: int) -> np.ndarray:
    """Y (n[L], m) that visits every class."""
    return np.eye(4)[np.arange(m) % 4].T.copy() if task == "classes" else (np.arange(m) % 2).astype(float)[None, :]


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@given(data=st.data())
def test_softmax_sums_to_one(dtype: type, data: st.DataObject) -> None:
    Z = data.draw(arrays(dtype, (5, 3), elements=st.floats(-1e4, 1e4, width=32)))
    A = outputs(LOSSES["classes", "cross-entropy"], Z)
    assert ((A >= 0) & (A <= 1)).all()
    np.testing.assert_allclose(A.sum(axis=0), 1, rtol=1e-5 if dtype is np.float32 else 1e-12)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("task", ["two-class", "classes"])
def test_a_very_sure_output_has_no_number_that_slows_the_processor_down(task: str, dtype: type) -> None:
    Z = np.zeros((SIZES[task], 2000), dtype)
    Z[0] = np.linspace(-800, 800, 2000)
    loss, dZ, program = LOSSES[task, "cross-entropy"], np.empty_like(Z), Program()
    A = outputs(loss, Z)
    loss.backward(program.do, A, targets(task, 2000).astype(dtype), dZ, np.array(1 / 256, dtype))
    program.function()()
    for numbers in (A, dZ):
        assert (np.abs(numbers[numbers != 0]) > 1e6 * np.finfo(dtype).tiny).all()
    assert A[0, -1] == 1.0
    assert A[0, 0] < 1e-20


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("task", ["two-class", "classes"])
@given(data=st.data())
def test_cross_entropy_is_finite_for_every_finite_logit(task: str, dtype: type, data: st.DataObject) -> None:
    largest = float(np.finfo(dtype).max) / 4
    Z = data.draw(
        arrays(dtype, (SIZES[task], 6), elements=st.floats(-largest, largest, width=32 if dtype is np.float32 else 64))
    )
    loss, Y = LOSSES[task, "cross-entropy"], targets(task, 6).astype(dtype)
    with np.errstate(under="ignore"):
        value = loss.value(Z, outputs(loss, Z), Y)
    assert value.shape == (6,)
    assert np.isfinite(value).all()
    assert (value >= 0).all()


@pytest.mark.parametrize("loss", LOSSES.values(), ids=ids)
def test_backward_is_the_slope_of_value(loss: Loss) -> None:
    random = np.random.default_rng(0)
    Z, Y, h = random.normal(size=(SIZES[loss.task], 8)), targets(loss.task, 8), 1e-6
    A, dZ, program = outputs(loss, Z), np.empty_like(Z), Program()
    loss.backward(program.do, A, Y, dZ, np.array(1 / 8))
    program.function()()
    for row, column in np.ndindex(Z.shape):
        above, below = Z.copy(), Z.copy()
        above[row, column] += h
        below[row, column] -= h
        slope = (loss.value(above, outputs(loss, above), Y) - loss.value(below, outputs(loss, below), Y)).sum() / (
            2 * h
        )
        assert dZ[row, column] == pytest.approx(slope / 8, abs=1e-8)


def test_two_softmax_outputs_equal_the_sigmoid() -> None:
    z = np.linspace(-30, 30, 61)
    two, one = LOSSES["classes", "cross-entropy"], LOSSES["two-class", "cross-entropy"]
    Z = np.stack([np.zeros_like(z), z])
    np.testing.assert_allclose(outputs(two, Z)[1], outputs(one, z[None, :])[0], rtol=1e-12, atol=1e-15)
    Y = np.stack([np.zeros(61), np.ones(61)])
    np.testing.assert_allclose(
        two.value(Z, outputs(two, Z), Y), one.value(z[None, :], outputs(one, z[None, :]), Y[1:]), rtol=1e-12, atol=1e-14
    )


@pytest.mark.parametrize(
    ("task", "loss", "name"),
    [
        ("two-class", "auto", "sigmoid cross-entropy"),
        ("classes", "auto", "softmax cross-entropy"),
        ("regression", "auto", "squared error"),
        ("two-class", "squared-error", "sigmoid squared error"),
    ],
)
def test_the_task_chooses_the_row(task: str, loss: str, name: str) -> None:
    assert loss_for(task, loss).name == name


def test_cross_entropy_of_a_number_is_refused() -> None:
    with pytest.raises(ExperimentError, match=r"^loss: 'cross-entropy' is not allowed; allowed: auto, squared-error"):
        loss_for("regression", "cross-entropy")
