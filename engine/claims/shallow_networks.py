"""The notes, 1.2: computing an output, activations, why they are not linear, the two propagations, the start."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.activations import ACTIVATIONS
from engine.claims.claim import Claim, Figure
from engine.claims.runs import over_seeds, trained
from engine.experiment import Data, Experiment, Layer
from engine.gradient_check import check_gradients
from engine.losses import LOSSES
from engine.presets import preset
from engine.statistics import layer_statistics
from engine.trainer import Trainer

TASKS = {"two-class": "circle", "classes": "blobs", "regression": "reg-gauss"}  # a data set of each


def staged_output() -> tuple[Figure, ...]:
    """Z = WA + b and A = g(Z), layer after layer by hand, against what the trained engine answers."""
    furthest = 0.0
    for name in ("circle", "digits", "reg-gauss"):
        trainer = Trainer(replace(preset(name), dtype="float64"))
        trainer.run(3)
        A = trainer.split("test")[0].T  # (n_x, m)
        for layer, row in enumerate(trainer.experiment.layers, start=1):
            Z = trainer.weights(layer) @ A + trainer.biases(layer)[:, None]
            A = ACTIVATIONS[row.activation].g(Z, row.slope)
        Z = trainer.weights(trainer.network.depth) @ A + trainer.biases(trainer.network.depth)[:, None]
        answer = trainer.predict(trainer.prepared.raw("test"))
        furthest = max(furthest, float(np.abs(_output(Z, trainer.prepared.task) - answer).max()))
    return (Figure(name="largest difference of an answer, three networks", value=furthest, most=1e-12),)


def _output(Z: NDArray[np.float64], task: str) -> NDArray[np.float64]:
    """What the output layer makes of its Z (n[L], m): (m,), or for classes (m, C)."""
    if task == "classes":
        T = np.exp(Z - Z.max(axis=0))
        return np.asarray((T / T.sum(axis=0)).T)
    return np.asarray(1.0 / (1.0 + np.exp(-Z[0])) if task == "two-class" else Z[0])


def better_activations() -> tuple[Figure, ...]:
    """tanh against sigmoid from the same 64 starts; units that no sample reaches any more under ReLU and its leak."""
    costs = {}
    for activation in ("tanh", "sigmoid"):
        circle = replace(preset("circle"), layers=(Layer(activation=activation), Layer(units=2, activation=activation)))
        lanes = over_seeds(replace(circle, epochs=50))
        costs[activation] = np.array([lanes.trainer(k).evaluate().cost["train"] for k in range(len(lanes))])
    dead = {activation: _dead_units(activation) for activation in ("relu", "leaky-relu")}
    return (
        Figure(
            name="share of 64 starts in which tanh reaches a lower cost than sigmoid",
            value=float((costs["tanh"] < costs["sigmoid"]).mean()),
            least=0.9,
        ),
        Figure(name="dead units of 24 after steps that were too large: ReLU", value=dead["relu"], least=1),
        Figure(name="dead units of 24 after steps that were too large: leaky ReLU", value=dead["leaky-relu"], most=0),
    )


def _dead_units(activation: str) -> int:
    """Units of both hidden layers that give 0 for every sample, after single samples at α = 0.3 have thrown them."""
    steep = preset("wave-one")
    layers = tuple(replace(layer, activation=activation) for layer in steep.layers)
    rows = layer_statistics(trained(replace(steep, layers=layers)))
    return sum(round(layer.units * (row.dead or 0.0)) for layer, row in zip(layers, rows, strict=False))


def one_matrix() -> tuple[Figure, ...]:
    """Layers without a nonlinearity against W′ = W[L]…W[1] and b′ alone, and how far they get on a ring."""
    layers = tuple(Layer(units=units, activation="identity") for units in (8, 6, 4))
    deep = Trainer(replace(preset("circle"), layers=layers, dtype="float64"))
    deep.run(20)
    single = Trainer(replace(deep.experiment, layers=()))
    W, b = np.eye(deep.network.inputs), np.zeros(deep.network.inputs)
    for layer in range(1, deep.network.depth + 1):
        W, b = deep.weights(layer) @ W, deep.weights(layer) @ b + deep.biases(layer)
    single.weights(1)[...], single.biases(1)[...] = W, b
    x = deep.prepared.raw("test")
    return (
        Figure(
            name="largest difference of an answer, one layer against four",
            value=float(np.abs(single.predict(x) - deep.predict(x)).max()),
            most=1e-10,
        ),
        Figure(name="circle, four linear layers: test accuracy", value=deep.evaluate().accuracy["test"], most=0.7),
    )


def right_gradients() -> tuple[Figure, ...]:
    """The gradient check's worst parameter, over every activation with every loss, two hidden layers deep."""
    worst = 0.0
    for task, loss in LOSSES:
        for activation in ACTIVATIONS:
            layers = (Layer(units=4, activation=activation), Layer(units=3, activation=activation))
            data = Data(kind=TASKS[task], samples=100)
            trainer = Trainer(Experiment(data=data, layers=layers, loss=loss, dtype="float64"))
            trainer.run(1)
            worst = max(worst, *(row.difference for row in check_gradients(trainer)))
    return (
        Figure(name="networks checked", value=len(LOSSES) * len(ACTIVATIONS)),
        Figure(name="largest ‖g≈ − g‖/(‖g≈‖ + ‖g‖) of any parameter", value=worst, most=1e-7),
    )


def units_alike() -> tuple[Figure, ...]:
    """How many different units the hidden layer has after 500 steps, from zeros and from small random weights."""
    figures = []
    for initializer, least, most in (("zeros", 1, 1), ("small", 4, 4)):
        trainer = Trainer(replace(preset("circle"), layers=(Layer(units=4),), initializer=initializer))
        trainer.advance(500)
        rows = np.column_stack([trainer.weights(1), trainer.biases(1)])
        figures.append(
            Figure(
                name=f"different units of 4 after 500 steps, {initializer}",
                value=len({row.tobytes() for row in rows}),
                least=least,
                most=most,
            )
        )
    return tuple(figures)


CLAIMS = (
    Claim(
        section="1.2.1, 1.2.2",
        name="staged-output",
        title="Computing an output",
        says="Z = WA + b and A = g(Z), one layer after another by hand, give the network's own answers.",
        measure=staged_output,
    ),
    Claim(
        section="1.2.3, 1.2.5",
        name="activations",
        title="Activation functions",
        says="Hidden tanh units learn faster than sigmoid ones, and leaky ReLU has no dead units where ReLU has some.",
        measure=better_activations,
    ),
    Claim(
        section="1.2.4",
        name="one-matrix",
        title="Why non-linear",
        says="Without a nonlinearity any number of layers is one layer, and its boundary a straight line.",
        measure=one_matrix,
    ),
    Claim(
        section="1.2.6, 1.3.1",
        name="right-gradients",
        title="Back-propagation",
        says="Every gradient that the network computes is the slope of its cost, to one part in ten million.",
        measure=right_gradients,
    ),
    Claim(
        section="1.2.7",
        name="units-alike",
        title="Random initialisation",
        says="Units that start with the same weights stay the same for ever; small random weights tell them apart.",
        measure=units_alike,
    ),
)
