"""The Hessian equals the closed forms for linear, logistic and softmax; its spectrum tells bowls and saddles."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.activations import ACTIVATIONS
from engine.errors import ExperimentError
from engine.experiment import Data, Experiment, Layer, Penalty
from engine.hessian import MOST_PARAMETERS, hessian, hessian_of, spectrum
from engine.trainer import Trainer

PLAIN = Experiment(data=Data(kind="gauss", samples=120), layers=(), dtype="float64")


def trained(**fields: object) -> Trainer:
    """A trainer some way into its run."""
    trainer = Trainer(replace(PLAIN, **fields))
    trainer.run(3)
    return trainer


def with_ones(trainer: Trainer) -> np.ndarray:
    """X̃ (m, n + 1) of the training set: the features, and the ones that the bias multiplies."""
    x, _ = trainer.split("train")
    return np.concatenate([x, np.ones((len(x), 1))], axis=1)


def test_linear_regression() -> None:
    """H = X̃ᵀX̃/m, wherever w stands."""
    trainer = trained(data=Data(kind="reg-plane", samples=200))
    X = with_ones(trainer)
    np.testing.assert_allclose(hessian(trainer), X.T @ X / len(X), atol=1e-9)


@pytest.mark.parametrize("penalty", [0.0, 3.0])
def test_logistic_regression(penalty: float) -> None:
    """H = X̃ᵀSX̃/m with S = diag(a(1−a)), and λ/m for weights, not for the bias."""
    trainer = trained(penalty=Penalty(l2=penalty))
    X = with_ones(trainer)
    a = 1 / (1 + np.exp(-X @ trainer.parameters))
    expected = (X.T * (a * (1 - a))) @ X / len(X) + penalty / len(X) * np.diag([1.0, 1.0, 0.0])
    np.testing.assert_allclose(hessian(trainer), expected, atol=1e-9)


def test_softmax_regression_and_its_flat_directions() -> None:
    """H = mean of (diag p − ppᵀ) ⊗ x̃x̃ᵀ; the same vector added to every class changes nothing: 3 eigenvalues are 0."""
    trainer = trained(data=Data(kind="blobs", samples=150))
    X, W = with_ones(trainer), trainer.parameters.reshape(3, 3)
    t = np.exp(X @ W.T)
    p = t / t.sum(axis=1, keepdims=True)
    expected = np.mean(
        [np.kron(np.diag(q) - np.outer(q, q), np.outer(row, row)) for q, row in zip(p, X, strict=True)], axis=0
    )
    H = hessian(trainer)
    np.testing.assert_allclose(H, expected, atol=1e-9)
    found = spectrum(H)
    assert (found.positive, found.negative, found.condition) == (6 / 9, 0.0, math.inf)
    assert found.zero == pytest.approx(3 / 9)


@pytest.mark.parametrize("batch_norm", [False, True])
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_hidden_layers_agree_with_second_differences_of_the_cost(activation: str, batch_norm: bool) -> None:
    layers = (Layer(units=3, activation=activation, batch_norm=batch_norm),)
    trainer = trained(layers=layers, penalty=Penalty(l2=0.5))
    H, theta, e = hessian(trainer), trainer.parameters.copy(), 1e-4
    x, y = trainer.split("train")
    direction = np.random.default_rng(1).normal(size=theta.size)
    direction /= np.linalg.norm(direction)

    def cost(t: float) -> float:
        trainer.parameters = theta + t * direction
        return trainer.cost_and_gradient(x, y)[0]

    second = (cost(e) - 2 * cost(0.0) + cost(-e)) / e**2
    assert direction @ H @ direction == pytest.approx(second, rel=1e-3, abs=1e-4)
    np.testing.assert_array_equal(H, H.T)


def test_the_run_is_only_read() -> None:
    experiment = replace(PLAIN, layers=(Layer(units=4, keep_prob=0.5, batch_norm=True),), dtype="float32")
    watched, alone = Trainer(experiment), Trainer(experiment)
    for trainer in (watched, alone):
        trainer.advance(3)
    first, second = hessian(watched), hessian(watched)
    np.testing.assert_array_equal(first, second)
    without = Trainer(replace(experiment, layers=(Layer(units=4, batch_norm=True),)))
    without.parameters = watched.parameters
    np.testing.assert_array_equal(first, hessian(without))  # dropout is off
    watched.advance(20)
    alone.advance(20)
    assert watched.parameters.tobytes() == alone.parameters.tobytes()
    assert watched.network.running.tobytes() == alone.network.running.tobytes()


def test_fewer_samples_are_another_cost() -> None:
    trainer = trained()
    X = with_ones(trainer)[:7]
    a = 1 / (1 + np.exp(-X @ trainer.parameters))
    np.testing.assert_allclose(hessian(trainer, samples=7), (X.T * (a * (1 - a))) @ X / 7, atol=1e-9)


def test_squared_error_behind_a_sigmoid_is_not_convex_and_cross_entropy_is() -> None:
    found = {}
    for loss in ("squared-error", "cross-entropy"):
        trainer = Trainer(replace(PLAIN, loss=loss))
        trainer.parameters = np.array([-1.5, -1.5, 0.0])  # decided, and wrong
        found[loss] = spectrum(hessian(trainer))
    assert found["squared-error"].negative > 0.0
    assert math.isnan(found["squared-error"].condition)
    assert found["cross-entropy"].positive == 1.0
    assert found["cross-entropy"].condition > 1.0


def test_normalised_inputs_make_a_rounder_bowl() -> None:
    """At w = 0, where S = ¼: areas of hundreds beside smoothnesses of hundredths."""
    measured = replace(PLAIN, data=Data(kind="breast-cancer"), initializer="zeros", penalty=Penalty(l2=1.0))
    raw, normalised = (
        spectrum(hessian(Trainer(replace(measured, normalize=on))), tolerance=1e-12).condition for on in (False, True)
    )
    assert 1.0 < 1e4 * normalised < raw < math.inf


@given(st.lists(st.floats(-100, 100), min_size=1, max_size=6), st.integers(0, 2**32 - 1))
def test_the_hessian_of_a_quadratic_is_its_matrix(eigenvalues: list[float], seed: int) -> None:
    random = np.random.default_rng(seed)
    Q, _ = np.linalg.qr(random.normal(size=(len(eigenvalues),) * 2))
    H = (Q * np.array(eigenvalues)) @ Q.T
    found = hessian_of(lambda theta: H @ theta, random.normal(size=len(eigenvalues)))
    np.testing.assert_allclose(found, H, atol=1e-7)
    np.testing.assert_allclose(spectrum(found).eigenvalues, sorted(eigenvalues), atol=1e-6)


@pytest.mark.parametrize(
    ("eigenvalues", "shares", "condition"),
    [
        ([2.0, 8.0], (1.0, 0.0, 0.0), 4.0),
        ([0.0, 8.0], (0.5, 0.5, 0.0), math.inf),
        ([1e-8, 8.0], (0.5, 0.5, 0.0), math.inf),  # below the tolerance
        ([-1e-8, 8.0], (0.5, 0.5, 0.0), math.inf),
        ([-1.0, 8.0], (0.5, 0.0, 0.5), math.nan),
        ([-8.0, -2.0], (0.0, 0.0, 1.0), math.nan),
        ([0.0, 0.0], (0.0, 1.0, 0.0), math.inf),
    ],
)
def test_what_the_spectrum_says(eigenvalues: list[float], shares: tuple[float, ...], condition: float) -> None:
    found = spectrum(np.diag(eigenvalues))
    assert (found.positive, found.zero, found.negative) == shares
    assert found.condition == pytest.approx(condition, nan_ok=True)
    assert spectrum(np.diag([1e-8, 8.0]), tolerance=1e-10).positive == 1.0


def test_large_networks_are_refused() -> None:
    trainer = Trainer(replace(PLAIN, layers=(Layer(units=75),)))  # 4·75 + 1
    with pytest.raises(ExperimentError, match=rf"^parameters: 301 .*{MOST_PARAMETERS}"):
        hessian(trainer)


def test_no_samples_are_refused() -> None:
    with pytest.raises(ExperimentError, match=r"^samples: 0"):
        hessian(Trainer(PLAIN), samples=0)
