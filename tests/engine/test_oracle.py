"""Independent judges of plain networks: scikit-learn trains the same way, step by step, and so does the notebook.

Both start from the trainer's weights and see its batches. scikit-learn's conventions differ and are translated: its α
is λ·b/m for batches of b out of m samples; its velocity carries the learning rate, so α(1 − β) is its learning rate
for our momentum; Adam's ε stands beside the uncorrected root, so both are given a vanishing ε.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from sklearn.neural_network import MLPClassifier, MLPRegressor

from engine.experiment import Data, Experiment, Layer, Optimizer, Penalty, Split
from engine.trainer import Trainer
from tests import notebook
from tests.engine.test_network import DATA_OF_TASK, batch_of

THEIR_NAMES = {"identity": "identity", "sigmoid": "logistic", "tanh": "tanh", "relu": "relu"}
BATCH = 16
OPTIMIZERS = {
    "gd": Optimizer(learning_rate=0.1),
    "momentum": Optimizer(kind="momentum", learning_rate=0.1, momentum=0.8),
    "adam": Optimizer(kind="adam", learning_rate=0.02, beta1=0.85, beta2=0.99, epsilon=1e-15),
}


def experiment_for(task: str, activation: str, **fields: object) -> Experiment:
    """A small float64 experiment whose training samples make whole batches."""
    made = Experiment(
        data=Data(kind=DATA_OF_TASK[task], samples=60, noise=10.0),
        split=Split(train=80, dev=0, test=20),
        layers=tuple(Layer(units=n, activation=activation) for n in (6, 5)),
        batch_size=BATCH,
        dtype="float64",
    )
    return replace(made, **fields)


def judge_of(trainer: Trainer) -> MLPClassifier | MLPRegressor:
    """scikit-learn's network with the trainer's weights and settings, its optimiser not yet begun."""
    experiment, optimizer = trainer.experiment, trainer.experiment.optimizer
    x, y = trainer.split("train")
    momentum = optimizer.momentum if optimizer.kind == "momentum" else 0.0
    made = MLPRegressor if trainer.prepared.task == "regression" else MLPClassifier
    judge = made(
        hidden_layer_sizes=tuple(layer.units for layer in experiment.layers),
        activation=THEIR_NAMES[experiment.layers[0].activation],
        solver="adam" if optimizer.kind == "adam" else "sgd",
        alpha=experiment.penalty.l2 * BATCH / len(x),
        batch_size=BATCH,
        learning_rate_init=optimizer.learning_rate * (1 - momentum),
        momentum=momentum,
        nesterovs_momentum=False,
        shuffle=False,
        beta_1=optimizer.beta1,
        beta_2=optimizer.beta2,
        epsilon=optimizer.epsilon,
        n_iter_no_change=10**6,
    )
    known = {} if made is MLPRegressor else {"classes": np.unique(y)}
    judge.partial_fit(x[:BATCH], y[:BATCH], **known)  # makes its arrays; what it learned is overwritten
    for layer, (coefficients, intercepts) in enumerate(zip(judge.coefs_, judge.intercepts_, strict=True), start=1):
        coefficients[...], intercepts[...] = trainer.weights(layer).T, trainer.biases(layer)
    del judge._optimizer
    return judge


@pytest.mark.parametrize("l2", [0.0, 2.0], ids=["plain", "L2"])
@pytest.mark.parametrize("optimizer", OPTIMIZERS.values(), ids=OPTIMIZERS)
@pytest.mark.parametrize("activation", THEIR_NAMES)
@pytest.mark.parametrize("task", DATA_OF_TASK)
def test_costs_and_weights_equal_those_of_scikit_learn(
    task: str, activation: str, optimizer: Optimizer, l2: float
) -> None:
    trainer = Trainer(experiment_for(task, activation, optimizer=optimizer, penalty=Penalty(l2=l2)))
    judge, (x, y), epochs = judge_of(trainer), trainer.split("train"), 5
    assert len(x) == 3 * BATCH
    ours, theirs = [], []
    for _ in range(epochs):
        order = trainer._batches.order.copy()
        for rows in order.reshape(-1, BATCH):
            ours.append(trainer.cost_and_gradient(x[rows], y[rows])[0])
            trainer.advance(1)
            judge.partial_fit(x[rows], y[rows])
            theirs.append(judge.loss_)
    assert (trainer.epoch, len(set(ours))) == (epochs, 3 * epochs)
    np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-6)
    for layer in range(1, 4):
        np.testing.assert_allclose(trainer.weights(layer), judge.coefs_[layer - 1].T, rtol=0, atol=1e-6)
        np.testing.assert_allclose(trainer.biases(layer), judge.intercepts_[layer - 1], rtol=0, atol=1e-6)


@pytest.mark.parametrize("task", DATA_OF_TASK)
def test_predictions_equal_those_of_scikit_learn(task: str) -> None:
    trainer = Trainer(experiment_for(task, "tanh"))
    judge = judge_of(trainer)
    raw, prepared = trainer.prepared.raw("test"), trainer.split("test")[0]
    theirs = judge.predict(prepared) if task == "regression" else judge.predict_proba(prepared)
    expected = theirs[:, 1] if task == "two-class" else theirs
    np.testing.assert_allclose(trainer.predict(raw), expected, rtol=0, atol=1e-12)


def parameters_of(trainer: Trainer) -> dict[str, np.ndarray]:
    """The trainer's parameters by the notebook's names, copies."""
    named = {}
    for layer in range(1, trainer.network.depth + 1):
        views = {"W": trainer.weights(layer), "b": trainer.biases(layer)[:, None]}
        views |= {"gamma": trainer.gammas(layer)[:, None], "beta": trainer.betas(layer)[:, None]}
        named |= {f"{name}{layer}": view.copy() for name, view in views.items() if view.size}
    return named


def assert_same_gradient(trainer: Trainer, gradient: np.ndarray, grads: dict[str, np.ndarray]) -> None:
    """The engine's flat gradient and the notebook's named one agree."""
    for layer, shape in enumerate(trainer.network.layout.layers, start=1):
        views = {"W": shape.weights, "gamma": shape.gammas, "beta": shape.betas}
        if not shape.batch_norm:
            views = {"W": shape.weights, "b": shape.biases}
        for name, view in views.items():
            theirs = grads[f"d{name}{layer}"]
            ours = np.asarray(view(gradient)).reshape(theirs.shape)
            np.testing.assert_allclose(ours, theirs, rtol=1e-9, atol=1e-12, err_msg=f"{name}{layer}")


@pytest.mark.parametrize("activation", ["tanh", "relu"])
@pytest.mark.parametrize("task", ["two-class", "classes"])
def test_the_benchmarks_notebook_has_the_engines_gradient(task: str, activation: str) -> None:
    trainer = Trainer(experiment_for(task, activation))
    activations = [activation, activation, "sigmoid" if task == "two-class" else "softmax"]
    rows = np.arange(BATCH)
    X, Y = batch_of(trainer, rows)
    AL, caches = notebook.model_forward(X, parameters_of(trainer), activations)
    x, y = trainer.split("train")
    cost, gradient = trainer.cost_and_gradient(x[rows], y[rows])
    assert cost == pytest.approx(float(notebook.compute_cost(AL, Y)), abs=1e-6)  # it adds 1e-8 inside the logarithm
    assert_same_gradient(trainer, gradient, notebook.model_backward(AL, Y, caches, activations))


@pytest.mark.parametrize("activation", ["tanh", "relu"])
def test_the_benchmarks_notebook_has_the_engines_gradient_under_batch_norm_dropout_and_penalty(
    activation: str,
) -> None:
    layers = tuple(Layer(units=n, activation=activation, batch_norm=True, keep_prob=0.75) for n in (6, 5))
    trainer = Trainer(experiment_for("classes", activation, layers=layers, penalty=Penalty(l2=2.0)))
    activations, rows, samples = [activation, activation, "softmax"], np.arange(BATCH), len(trainer.split("train")[0])
    (X, Y), parameters = batch_of(trainer, rows), parameters_of(trainer)
    _, running = notebook.initialize_batch_norm((2, 6, 5, 3))
    random = np.random.RandomState(0)
    AL, caches = notebook.regularized_forward(X, parameters, activations, running, 0.75, random)
    for part, cache in zip(trainer.network.training_pass(BATCH).dropouts, caches, strict=False):
        assert part is not None
        part.D[...], part.frozen = cache[4] / 0.75, True
    x, y = trainer.split("train")
    cost, gradient = trainer.cost_and_gradient(x[rows], y[rows])
    assert cost == pytest.approx(float(notebook.regularized_cost(AL, Y, parameters, 2.0, samples)), abs=1e-6)
    grads = notebook.regularized_backward(AL, Y, caches, activations, 0.75, 2.0, samples)
    assert_same_gradient(trainer, gradient, grads)
    trainer.step(x[rows], y[rows])
    for layer in (1, 2):
        mean, variance = trainer.network.running_averages(layer - 1)
        np.testing.assert_allclose(mean, running[f"mu{layer}"][:, 0], rtol=1e-6, atol=1e-9)
        np.testing.assert_allclose(variance, running[f"var{layer}"][:, 0], rtol=1e-6, atol=1e-9)
