"""Statistics equal what is computed by hand, find saturated, dead and exploding layers, and leave the run alone."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from engine.activations import ACTIVATIONS
from engine.errors import Diverged, ExperimentError
from engine.experiment import Data, Experiment, Layer, Optimizer, Penalty, Schedule, Split
from engine.optimizers import OPTIMIZERS
from engine.statistics import CAN_DIE, SATURATED, distribution, layer_statistics
from engine.trainer import Trainer

RICH = Experiment(
    data=Data(kind="blobs", samples=90),
    split=Split(train=60, dev=20, test=20),
    layers=(Layer(units=6, batch_norm=True), Layer(units=4, activation="relu", keep_prob=0.8)),
    schedule=Schedule(kind="inverse-time"),
    penalty=Penalty(l1=0.1, l2=0.1),
    batch_size=16,
)
PLAIN = Experiment(data=Data(kind="xor"), layers=(Layer(units=5), Layer(units=3, activation="sigmoid")))


@pytest.mark.parametrize("steps", [0, 1, 3, 4, 7])
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_looking_does_not_change_the_run(optimizer: str, steps: int) -> None:
    experiment = replace(RICH, optimizer=Optimizer(kind=optimizer))
    watched, alone = Trainer(experiment), Trainer(experiment)
    for trainer in (watched, alone):
        trainer.advance(steps)
    gradient = watched.network.gradient.copy()
    layer_statistics(watched)
    layer_statistics(watched, samples=16)  # in the very arrays that training uses
    assert watched.network.gradient.tobytes() == gradient.tobytes()
    assert (watched.steps, watched.epoch, watched.batch_in_epoch) == (alone.steps, alone.epoch, alone.batch_in_epoch)
    for _ in range(3):
        watched.advance(3)
        alone.advance(3)
        layer_statistics(watched)
    assert watched.parameters.tobytes() == alone.parameters.tobytes()
    assert watched.network.running.tobytes() == alone.network.running.tobytes()
    assert watched.history.table.tobytes() == alone.history.table.tobytes()


def test_norms_are_those_of_the_step_that_would_be_made() -> None:
    trainer = Trainer(replace(PLAIN, penalty=Penalty(l2=2.0)))
    trainer.run(3)
    x, y = trainer.split("train")
    _, gradient = trainer.cost_and_gradient(x[:50], y[:50])
    shapes, rate = trainer.network.layout.layers, trainer.learning_rate
    for row, shape in zip(layer_statistics(trainer, samples=50), shapes, strict=True):
        norm = np.linalg.norm(shape.weights(gradient))
        assert row.gradient_norm == pytest.approx(norm, rel=1e-6)
        assert row.bias_gradient_norm == pytest.approx(np.linalg.norm(shape.biases(gradient)), rel=1e-6)
        assert row.weight_norm == pytest.approx(np.linalg.norm(trainer.weights(row.layer)), rel=1e-6)
        assert row.update_norm == pytest.approx(rate * norm, rel=1e-4)  # gradient descent: ΔW = −α dW
        assert row.update_ratio == pytest.approx(row.update_norm / row.weight_norm)


def test_distributions_are_those_of_the_layers_own_numbers() -> None:
    trainer = Trainer(replace(PLAIN, dtype="float64"))
    rows = layer_statistics(trainer)
    x, _ = trainer.split("train")
    A_prev = x.T
    for row, layer in zip(rows[:-1], PLAIN.layers, strict=True):
        Z = trainer.weights(row.layer) @ A_prev + trainer.biases(row.layer)[:, None]
        A = ACTIVATIONS[layer.activation].g(Z, layer.slope)
        for found, numbers in ((row.Z, Z), (row.A, A), (row.weights, trainer.weights(row.layer))):
            assert found.counts.sum() == numbers.size
            assert (found.edges[0], found.edges[-1]) == (numbers.min(), numbers.max())
            assert found.mean == pytest.approx(numbers.mean(), abs=1e-12)
            assert found.variance == pytest.approx(numbers.var())
        A_prev = A
    assert [row.Z_tilde for row in rows] == [None, None, None]
    output = trainer.weights(3) @ A_prev + trainer.biases(3)[:, None]
    assert rows[-1].Z.mean == pytest.approx(output.mean())
    assert 0 < rows[-1].A.edges[0] < rows[-1].A.edges[-1] < 1


def test_bins_are_numbers_or_edges() -> None:
    edges = np.linspace(-1, 1, 11)
    first, *_ = layer_statistics(Trainer(PLAIN), weight_bins=7, activation_bins=edges)
    assert first.weights.counts.shape == (7,)
    assert first.A.counts.shape == (10,)
    np.testing.assert_array_equal(first.A.edges, edges)
    outside = distribution(np.array([-3.0, 0.5, 9.0]), [0.0, 1.0])
    assert (outside.counts.tolist(), outside.mean, outside.finite) == ([1], pytest.approx(6.5 / 3), 1.0)


@pytest.mark.parametrize("value", [0.0, -2.0, 1e20, 1e149, 1e-300])
def test_a_single_value_has_a_histogram_too(value: float) -> None:
    found = distribution(np.full(5, value), 4)
    assert found.counts.sum() == 5
    assert (np.diff(found.edges) > 0).all()
    assert (found.mean, found.variance) == (pytest.approx(value), pytest.approx(0.0, abs=1e-9 * value**2))


def test_numbers_that_are_not_finite_are_left_out_and_counted() -> None:
    found = distribution(np.array([1.0, np.nan, np.inf, 3.0]), 2)
    assert (found.counts.tolist(), found.mean, found.variance, found.finite) == ([1, 1], 2.0, 1.0, 0.5)
    nothing = distribution(np.full(3, np.nan), 2)
    assert (nothing.counts.sum(), nothing.finite, math.isnan(nothing.mean)) == (0, 0.0, True)


def test_batch_norm_shows_before_and_after() -> None:
    trainer = Trainer(replace(RICH, initializer_scale=5.0))
    first, second, _ = layer_statistics(trainer)
    assert first.Z_tilde is not None
    assert first.Z_tilde.mean == pytest.approx(0.0, abs=1e-5)
    assert first.Z_tilde.variance == pytest.approx(1.0, abs=1e-3)
    assert first.Z.variance > 5.0
    assert second.Z_tilde is None
    assert first.bias_gradient_norm > 0.0  # that of β


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_saturated_and_dead_are_asked_of_those_that_can_be(activation: str) -> None:
    trainer = Trainer(replace(PLAIN, layers=(Layer(activation=activation),)))
    hidden, output = layer_statistics(trainer)
    assert (hidden.saturated is not None) == (activation in SATURATED) == ACTIVATIONS[activation].saturates
    assert (hidden.dead is not None) == (activation in CAN_DIE)
    assert output.saturated is output.dead is None


@pytest.mark.parametrize(("activation", "mild", "strong"), [("tanh", 2.09, 2.10), ("sigmoid", 3.47, 3.48)])
def test_saturation_begins_at_its_threshold(activation: str, mild: float, strong: float) -> None:
    """tanh reaches 0.97 at 2.092, σ at 3.476; two units of four lie just before it, two just behind."""
    trainer = Trainer(replace(PLAIN, layers=(Layer(units=4, activation=activation),)))
    trainer.weights(1)[...] = 0.0
    trainer.biases(1)[...] = [mild, strong, -strong, -mild]
    assert layer_statistics(trainer)[0].saturated == 0.5


def test_dead_units_are_counted_and_leaky_ones_never() -> None:
    for activation, share in (("relu", 0.4), ("leaky-relu", 0.0)):
        trainer = Trainer(replace(PLAIN, layers=(Layer(units=5, activation=activation),)))
        trainer.biases(1)[...] = [-1e3, 1.0, 1.0, -1e3, 1.0]
        assert layer_statistics(trainer)[0].dead == share


def test_sigmoid_ten_layers_deep_loses_its_gradient_and_relu_with_he_does_not() -> None:
    ratios = {}
    for activation, initializer in (("sigmoid", "lecun"), ("relu", "he")):
        layers = (Layer(units=10, activation=activation),) * 10
        rows = layer_statistics(Trainer(replace(PLAIN, layers=layers, initializer=initializer)))
        ratios[activation] = rows[0].gradient_norm / rows[9].gradient_norm
    assert ratios["sigmoid"] < 1e-4
    assert 0.01 < ratios["relu"] < 100.0


def test_no_update_of_zero_weights_has_ratio_zero_and_any_update_an_infinite_one() -> None:
    trainer = Trainer(replace(PLAIN, initializer="zeros", layers=(Layer(), Layer())))
    rows = layer_statistics(trainer)
    assert (rows[0].update_norm, rows[0].update_ratio) == (0.0, 0.0)
    trainer = Trainer(replace(PLAIN, initializer="zeros", layers=()))
    (row,) = layer_statistics(trainer)
    assert row.update_norm > 0.0
    assert row.update_ratio == math.inf


def test_a_diverged_gradient_is_shown_and_the_run_stays() -> None:
    trainer = Trainer(replace(PLAIN, layers=(Layer(activation="identity"),) * 3, data=Data(kind="reg-plane")))
    trainer.parameters = np.full_like(trainer.parameters, 1e20)
    kept = trainer.parameters.copy()
    rows = layer_statistics(trainer)
    assert not all(math.isfinite(row.gradient_norm) for row in rows)
    assert {row.update_norm for row in rows} == {0.0}
    assert min(row.Z.finite for row in rows) < 1.0
    assert trainer.parameters.tobytes() == kept.tobytes()
    with pytest.raises(Diverged):
        trainer.advance(1)


def test_a_batch_of_nothing_is_refused() -> None:
    with pytest.raises(ExperimentError, match=r"^samples: 0"):
        layer_statistics(Trainer(PLAIN), samples=0)
