"""Batch norm's two times: the batch's statistics while training, running averages for prediction and a batch of one."""

from __future__ import annotations

import numpy as np

from engine.experiment import Data, Experiment, Layer, Optimizer
from engine.gradient_check import check_gradients
from engine.trainer import Trainer

LAYERS = (Layer(units=4, activation="tanh", batch_norm=True), Layer(units=3, activation="sigmoid", batch_norm=True))


def trainer(epochs: int = 0) -> Trainer:
    made = Trainer(
        Experiment(
            data=Data(kind="moons", samples=40, noise=10),
            layers=LAYERS,
            optimizer=Optimizer(learning_rate=0.1),
            batch_size=8,
            dtype="float64",
        )
    )
    made.run(epochs)
    return made


def test_a_tenth_of_every_batch_enters_the_running_averages() -> None:
    run = trainer()
    x, y = (part[:8] for part in run.split("train"))
    mean, variance = (average.copy() for average in run.network.running_averages(0))
    Z = x @ run.weights(1)[:, :2].T  # (m, n); batch norm has no bias
    run.step(x, y)
    new_mean, new_variance = run.network.running_averages(0)
    np.testing.assert_allclose(new_mean, 0.9 * mean + 0.1 * Z.mean(axis=0))
    np.testing.assert_allclose(new_variance, 0.9 * variance + 0.1 * Z.var(axis=0))


def test_the_gradient_of_a_batch_of_one_is_right() -> None:
    """Its mean and variance are the running ones, constants: what the other batches taught stays in force."""
    checks = check_gradients(trainer(epochs=3), samples=1)
    assert {check.verdict for check in checks} == {"right"}
    assert {check.parameter for check in checks} >= {"W", "gamma", "beta"}


def test_a_batch_of_one_leaves_the_running_averages() -> None:
    run = trainer(epochs=3)
    running = run.network.running.copy()
    x, y = (part[:1] for part in run.split("train"))
    run.step(x, y)
    np.testing.assert_allclose(run.network.running, running, rtol=1e-12)


def test_one_sample_is_predicted_as_among_others() -> None:
    run = trainer(epochs=3)
    x = run.prepared.dataset.x[:8]
    np.testing.assert_allclose(run.predict(x[:1]), run.predict(x)[:1], rtol=1e-12)
