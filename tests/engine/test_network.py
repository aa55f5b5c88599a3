"""The layers equal the plain reference in float64, for every activation, loss, optimiser and kind of layer."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.activations import ACTIVATIONS
from engine.evaluation import targets_of
from engine.experiment import Data, Experiment, Layer, Optimizer, Penalty, Split
from engine.initializers import INITIALIZERS
from engine.losses import LOSSES
from engine.optimizers import OPTIMIZERS
from engine.parameters import make_layout
from engine.trainer import Trainer
from tests import reference

DATA_OF_TASK = {"two-class": "xor", "classes": "blobs", "regression": "reg-gauss"}
DEPTHS = {"none": (), "one": (5,), "three": (5, 4, 3)}


def experiment_for(task: str, loss: str, activation: str, sizes: tuple[int, ...], **fields: object) -> Experiment:
    """A small float64 experiment with 40 training samples, in batches of 16, 16 and 8."""
    made = Experiment(
        data=Data(kind=DATA_OF_TASK[task], samples=60, noise=10.0),
        split=Split(train=66, dev=17, test=17),
        layers=tuple(Layer(units=n, activation=activation, slope=0.1) for n in sizes),
        loss=loss,
        batch_size=16,
        dtype="float64",
    )
    return replace(made, **fields)


def reference_of(trainer: Trainer) -> reference.Net:
    """The trainer's network as the reference sees it; parameters are copies."""
    experiment, shapes, theta = trainer.experiment, trainer.network.layout.layers, trainer.parameters
    return reference.Net(
        W=[s.weights(theta).copy() for s in shapes],
        b=[s.biases(theta)[:, None].copy() for s in shapes],
        gamma=[s.gammas(theta)[:, None].copy() if s.batch_norm else None for s in shapes],
        beta=[s.betas(theta)[:, None].copy() if s.batch_norm else None for s in shapes],
        g=[layer.activation for layer in experiment.layers],
        task=trainer.prepared.task,
        loss=trainer.network.loss.loss,
        slope=experiment.layers[0].slope if experiment.layers else 0.0,
        l1=experiment.penalty.l1,
        l2=experiment.penalty.l2,
        m_train=len(trainer.prepared.x["train"]),
    )


def batch_of(trainer: Trainer, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Samples of the training set as the reference takes them: X (n, m), Y (n[L], m)."""
    x, y = trainer.split("train")
    targets = targets_of(y[rows], trainer.prepared.task, trainer.prepared.outputs, np.dtype(np.float64))
    return x[rows].T, targets.T


def flat(trainer: Trainer, layers: list[tuple[np.ndarray | None, ...]]) -> np.ndarray:
    """(dW, db, dgamma, dbeta) of all layers in the order of the trainer's parameters."""
    vector = np.zeros_like(trainer.parameters)
    for shape, (dW, db, dgamma, dbeta) in zip(trainer.network.layout.layers, layers, strict=True):
        shape.weights(vector)[...] = dW
        if shape.batch_norm:
            shape.gammas(vector)[...] = dgamma[:, 0]
            shape.betas(vector)[...] = dbeta[:, 0]
        else:
            shape.biases(vector)[...] = db[:, 0]
    return vector


@pytest.mark.parametrize("batch_norm", [False, True], ids=["plain", "batch norm"])
@pytest.mark.parametrize("sizes", DEPTHS.values(), ids=DEPTHS)
@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize(("task", "loss"), LOSSES)
def test_cost_and_gradient_equal_the_reference(
    task: str, loss: str, activation: str, sizes: tuple[int, ...], batch_norm: bool
) -> None:
    experiment = experiment_for(task, loss, activation, sizes, penalty=Penalty(l1=0.3, l2=0.7))
    layers = tuple(replace(layer, batch_norm=batch_norm) for layer in experiment.layers)
    trainer = Trainer(replace(experiment, layers=layers))
    net, rows = reference_of(trainer), np.arange(16)
    X, Y = batch_of(trainer, rows)
    x, y = trainer.split("train")
    cost, gradient = trainer.cost_and_gradient(x[rows], y[rows])
    assert cost == pytest.approx(reference.cost(net, X, Y), rel=1e-12, abs=1e-12)
    np.testing.assert_allclose(gradient, flat(trainer, reference.backward(net, X, Y)), rtol=1e-10, atol=1e-12)
    assert np.abs(gradient).max() > 1e-3


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize(("task", "loss"), LOSSES)
def test_three_epochs_equal_the_reference(task: str, loss: str, optimizer: str) -> None:
    """Same batches, same start: after nine updates with mini-batches the parameters agree to 1e-12."""
    setting = Optimizer(kind=optimizer, learning_rate=0.02)
    trainer = Trainer(experiment_for(task, loss, "tanh", (5, 4), optimizer=setting, penalty=Penalty(l2=0.5)))
    net = reference_of(trainer)
    states: list[tuple[dict, dict]] = [({}, {}) for _ in net.W]
    t, m = 0, len(trainer.split("train")[0])
    for _ in range(3):
        order = trainer._batches.order.copy()
        for start in range(0, m, 16):
            t += 1
            X, Y = batch_of(trainer, order[start : start + 16])
            for index, (dW, db, _, _) in enumerate(reference.backward(net, X, Y)):
                net.W[index] = reference.step(setting, net.W[index], dW, states[index][0], t)
                net.b[index] = reference.step(setting, net.b[index], db, states[index][1], t)
        trainer.run(1)
    assert trainer.steps == t == 9
    for index in range(len(net.W)):
        np.testing.assert_allclose(trainer.weights(index + 1), net.W[index], rtol=0, atol=1e-12)
        np.testing.assert_allclose(trainer.biases(index + 1), net.b[index][:, 0], rtol=0, atol=1e-12)


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_dropout_equals_the_reference_with_the_same_masks(activation: str) -> None:
    experiment = experiment_for("two-class", "auto", activation, (6, 5))
    trainer = Trainer(replace(experiment, layers=tuple(replace(one, keep_prob=0.6) for one in experiment.layers)))
    x, y = trainer.split("train")
    chain = trainer.network.training_pass(16)
    for dropout in chain.dropouts:
        assert dropout is not None
        dropout.draw()
        dropout.frozen = True
    net = reference_of(trainer)
    net.masks = [dropout.D.copy() for dropout in chain.dropouts if dropout is not None]
    assert {round(float(v), 3) for v in np.unique(net.masks[0])} == {0.0, round(65536 / round(0.6 * 65536), 3)}
    X, Y = batch_of(trainer, np.arange(16))
    cost, gradient = trainer.cost_and_gradient(x[:16], y[:16])
    assert cost == pytest.approx(reference.cost(net, X, Y), rel=1e-12)
    np.testing.assert_allclose(gradient, flat(trainer, reference.backward(net, X, Y)), rtol=1e-10, atol=1e-12)


def test_dropout_keeps_the_mean() -> None:
    """E[A∗D] = A, within three standard errors over 200 masks."""
    experiment = Experiment(layers=(Layer(units=50, keep_prob=0.7),), dtype="float64")
    dropout = Trainer(experiment).network.training_pass(100).dropouts[0]
    assert dropout is not None
    total = 0.0
    for _ in range(200):
        dropout.draw()
        total += float(dropout.D.mean()) / 200
    standard_error = np.sqrt((1 / 0.7 - 1) / (200 * dropout.D.size))
    assert abs(total - 1) < 3 * standard_error


@pytest.mark.parametrize("sizes", DEPTHS.values(), ids=DEPTHS)
def test_prediction_equals_the_reference(sizes: tuple[int, ...]) -> None:
    trainer = Trainer(experiment_for("classes", "auto", "relu", sizes))
    X, _ = batch_of(trainer, np.arange(40))
    expected, _ = reference.forward(reference_of(trainer), X)
    raw = trainer.prepared.raw("train")[:40]
    np.testing.assert_allclose(trainer.predict(raw), expected.T, rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(trainer.responses(raw)[-1], expected, rtol=1e-12, atol=1e-14)


def test_prediction_under_batch_norm_uses_the_running_averages() -> None:
    trainer = Trainer(experiment_for("two-class", "auto", "tanh", (5,)))
    trainer = Trainer(replace(trainer.experiment, layers=(Layer(units=5, batch_norm=True),)))
    trainer.run(2)
    mean, variance = trainer.network.running_averages(0)
    x, _ = trainer.split("train")
    normal = (trainer.weights(1) @ x.T - mean[:, None]) / np.sqrt(variance[:, None] + 1e-5)
    A = np.tanh(trainer.gammas(1)[:, None] * normal + trainer.betas(1)[:, None])
    expected = 1 / (1 + np.exp(-(trainer.weights(2) @ A + trainer.biases(2)[:, None])))
    np.testing.assert_allclose(trainer.predict(trainer.prepared.raw("train")), expected[0], rtol=1e-10)
    assert np.abs(mean).max() > 1e-3


@pytest.mark.parametrize("initializer", INITIALIZERS)
def test_initial_weights_have_the_variance_their_name_says(initializer: str) -> None:
    rule = INITIALIZERS[initializer]
    w = rule.weights(np.random.default_rng(0), 400, 100)
    expected = {"zeros": 0.0, "small": 1e-4, "uniform": 1 / 12, "lecun": 0.01, "he": 0.02, "glorot": 2 / 500}
    assert w.shape == (400, 100)
    assert w.var() == pytest.approx(expected[initializer], rel=0.05)


def test_a_layer_added_later_leaves_the_start_of_the_others() -> None:
    short = Trainer(Experiment(layers=(Layer(units=4),)))
    long = Trainer(Experiment(layers=(Layer(units=4), Layer(units=3))))
    np.testing.assert_array_equal(short.weights(1), long.weights(1))


def test_layout_covers_the_vector_once() -> None:
    layout = make_layout(3, (Layer(units=5, batch_norm=True), Layer(units=2)), 4)
    assert [shape.start for shape in layout.layers] == [0, 25, 37]
    assert layout.size == 37 + 4 * 3
    seen = np.zeros(layout.size)
    for shape in layout.layers:
        for view in (shape.weights, shape.gammas, shape.betas, *((shape.biases,) if not shape.batch_norm else ())):
            view(seen)[...] += 1
    np.testing.assert_array_equal(seen, 1)
    assert layout.weight_mask().sum() == 5 * 3 + 2 * 5 + 4 * 2
