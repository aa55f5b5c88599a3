"""The networks that the engine's benchmark times, and who trains them: engine, notebook, reference, scikit-learn.

Every runner is a function that makes ``steps`` updates from where it stands, on the same data, in float32. Import it
after the number of BLAS threads is set.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from engine.data.dataset import DataSet
from engine.data.prepare import Prepared, prepare_dataset
from engine.experiment import Experiment, Layer, Optimizer, Penalty, Split
from engine.trainer import Trainer
from tests import notebook, reference

LEARNING_RATE = 0.001  # no case diverges: numbers that overflow would take another time


@dataclass(frozen=True)
class Case:
    """One network: sizes n[0..L], hidden activation, batch size, optimiser, training samples, epochs a round; and,
    where it has them, batch norm in all hidden layers, their keep_prob, and λ₂."""

    sizes: tuple[int, ...]
    activation: str
    batch: int
    optimizer: str
    samples: int
    epochs: int
    batch_norm: bool = False
    keep_prob: float = 1.0
    l2: float = 0.0

    @property
    def name(self) -> str:
        """2-4-2-1."""
        return "-".join(map(str, self.sizes))

    @property
    def steps(self) -> int:
        """Updates a round: whole epochs, so that each pays for its shuffling."""
        return self.epochs * self.samples // self.batch

    @property
    def experiment(self) -> Experiment:
        """The case for the engine."""
        layers = (
            Layer(units=n, activation=self.activation, batch_norm=self.batch_norm, keep_prob=self.keep_prob)
            for n in self.sizes[1:-1]
        )
        return Experiment(
            split=Split(train=100, dev=0, test=0),
            layers=tuple(layers),
            optimizer=Optimizer(kind=self.optimizer, learning_rate=LEARNING_RATE),
            penalty=Penalty(l2=self.l2),
            batch_size=self.batch,
        )

    @property
    def operations(self) -> float:
        """Multiplications and additions in the matrix products of one step: Z, dW and, but for layer 1, dA_prev."""
        pairs = list(zip(self.sizes[:-1], self.sizes[1:], strict=True))
        return sum(2.0 * a * b * self.batch * (2 if layer == 0 else 3) for layer, (a, b) in enumerate(pairs))


CASES = (
    Case((2, 4, 2, 1), "tanh", 10, "gd", 250, epochs=40),
    Case((2, 8, 8, 8, 1), "tanh", 32, "adam", 256, epochs=60),
    Case((2, 64, 64, 3), "relu", 128, "adam", 1280, epochs=8, batch_norm=True, keep_prob=0.8, l2=1.0),
    Case((784, 256, 128, 10), "relu", 256, "adam", 2560, epochs=1),
    Case((1024, 1024, 1024, 10), "relu", 512, "adam", 2048, epochs=1),
)


def make_prepared(case: Case) -> Prepared:
    """Random inputs and labels of the case's sizes: the arithmetic of a step does not look at the values."""
    random = np.random.default_rng(0)
    classes = max(2, case.sizes[-1])
    dataset = DataSet(
        x=random.standard_normal((case.samples, case.sizes[0])),
        y=random.integers(0, classes, case.samples),
        feature_names=tuple(f"x{k}" for k in range(case.sizes[0])),
        class_names=tuple(str(k) for k in range(classes)),
        task="two-class" if classes == 2 else "classes",
    )
    return prepare_dataset(case.experiment, dataset)


def make_trainer(case: Case, prepared: Prepared) -> Trainer:
    """The engine's own loop, with its shuffling and its check of every gradient, without its look at all sets after
    an epoch (a notebook has none; it computes the cost of each batch instead)."""
    trainer = Trainer(case.experiment, prepared)
    trainer.evaluate_every = 0
    return trainer


def notebook_runner(case: Case, prepared: Prepared) -> Callable[[], None]:
    """The notebook's loop, in float32 like the engine, going on with the parameters it has."""
    X, Y = _columns(case, prepared)
    parameters = notebook.initialize_parameters(case.sizes, np.random.default_rng(1))
    norms, running = notebook.initialize_batch_norm(case.sizes) if case.batch_norm else ({}, {})
    parameters |= norms
    random = np.random.default_rng(1)
    legacy = np.random.RandomState(1)  # what a notebook's np.random.rand draws from
    output = "sigmoid" if case.sizes[-1] == 1 else "softmax"
    activations = [case.activation] * (len(case.sizes) - 2) + [output]
    given = {"batch_size": case.batch, "learning_rate": LEARNING_RATE, "steps": case.steps}

    def run() -> None:
        if case.batch_norm:
            more = {"keep_prob": case.keep_prob, "lambd": case.l2, "random": legacy}
            notebook.train_regularized(X, Y, parameters, running, activations, **more, **given)
        else:
            notebook.train(X, Y, parameters, activations, optimizer=case.optimizer, random=random, **given)

    return run


def reference_runner(case: Case, prepared: Prepared) -> Callable[[], None]:
    """The tests' reference, without any cost; its masks are drawn as the notebook draws them."""
    X, Y = _columns(case, prepared)
    net, depth = _reference_net(case), len(case.sizes) - 1
    optimizer, parts = case.experiment.optimizer, (net.W, net.b, net.gamma, net.beta)
    states: list[tuple[dict, ...]] = [({}, {}, {}, {}) for _ in range(depth)]
    random = np.random.default_rng(1)

    def run() -> None:
        t = 0
        while t < case.steps:
            for X_batch, Y_batch in notebook.random_mini_batches(X, Y, case.batch, random):
                t += 1
                if case.keep_prob < 1:
                    net.masks = [
                        (random.random((n, X_batch.shape[1])) < case.keep_prob) / np.float32(case.keep_prob)
                        for n in case.sizes[1:-1]
                    ]
                for layer, gradients in enumerate(reference.backward(net, X_batch, Y_batch)):
                    for part, gradient, state in zip(parts, gradients, states[layer], strict=True):
                        if gradient is not None:
                            part[layer] = reference.step(optimizer, part[layer], gradient, state, t)

    return run


def scikit_learn_runner(case: Case, prepared: Prepared, steps: int) -> Callable[[], None]:
    """scikit-learn's network, one ``partial_fit`` a batch; plain two-class networks by gradient descent only."""
    from sklearn.neural_network import MLPClassifier

    x, y = prepared.x["train"], prepared.y["train"]
    network = MLPClassifier(
        hidden_layer_sizes=case.sizes[1:-1],
        activation=case.activation,
        solver="sgd",
        alpha=0.0,
        batch_size=case.batch,
        learning_rate_init=LEARNING_RATE,
        momentum=0.0,
        nesterovs_momentum=False,
        shuffle=False,
    )
    batches = [(x[k : k + case.batch], y[k : k + case.batch]) for k in range(0, case.samples, case.batch)]
    network.partial_fit(*batches[0], classes=np.unique(y))

    def run() -> None:
        for step in range(steps):
            network.partial_fit(*batches[step % len(batches)])

    return run


def _reference_net(case: Case) -> reference.Net:
    parameters = notebook.initialize_parameters(case.sizes, np.random.default_rng(1))
    L = len(case.sizes) - 1
    norms, _ = notebook.initialize_batch_norm(case.sizes) if case.batch_norm else ({}, {})
    return reference.Net(
        W=[parameters[f"W{layer}"] for layer in range(1, L + 1)],
        b=[parameters[f"b{layer}"] for layer in range(1, L + 1)],
        gamma=[norms.get(f"gamma{layer}") for layer in range(1, L + 1)],
        beta=[norms.get(f"beta{layer}") for layer in range(1, L + 1)],
        g=[case.activation] * (L - 1),
        task="two-class" if case.sizes[-1] == 1 else "classes",
        loss="cross-entropy",
        l2=case.l2,
        m_train=case.samples,
    )


def _columns(case: Case, prepared: Prepared) -> tuple[np.ndarray, np.ndarray]:
    X = np.ascontiguousarray(prepared.x["train"].T)
    y = prepared.y["train"]
    Y = np.eye(case.sizes[-1])[y].T if case.sizes[-1] > 1 else y[None, :]
    return X, np.ascontiguousarray(Y.astype(np.float32))
