"""The notes, 1.3.2: why deep. The exclusive or of eight inputs, built as a tree, built in one layer, and searched."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.claims.claim import Claim, Figure
from engine.claims.runs import SEEDS, accuracies, over_seeds
from engine.experiment import Data, Experiment, Layer, Optimizer, Schedule, Split
from engine.trainer import Trainer

INPUTS = 8
WIDTHS = (8, 10, 12)  # of one layer of tanh units
TWO_LAYERS = ((6, 6), (8, 4), (8, 6), (8, 8))
STEEP = 20.0  # the output's weight: probabilities near 0 and 1

PARITY = Experiment(
    data=Data(kind="parity", inputs=INPUTS, samples=2**INPUTS),
    split=Split(train=100.0, dev=0.0, test=0.0),
    normalize=False,
    optimizer=Optimizer(kind="adam", learning_rate=0.03),
    schedule=Schedule(kind="cosine", period=300),
    batch_size=64,
    epochs=300,
)


def deep_against_shallow() -> tuple[Figure, ...]:
    """Accuracy of a tree of XORs and of one layer of ANDs, both built by hand, and the smallest that training finds."""
    tree, gates = _tree(), _one_layer_of_gates()
    one = _smallest(tuple((width,) for width in WIDTHS))
    two = _smallest(TWO_LAYERS)
    return (
        Figure(name="tree of XORs, three layers: accuracy", value=tree.evaluate().accuracy["train"], least=1.0),
        Figure(name="tree of XORs: hidden units", value=_units(tree), most=16),
        Figure(name="one layer of ANDs: accuracy", value=gates.evaluate().accuracy["train"], least=1.0),
        Figure(name="one layer of ANDs: hidden units", value=_units(gates), least=2 ** (INPUTS - 1)),
        Figure(name=f"smallest single layer that training finds, {SEEDS} seeds each: units", value=one, most=16),
        Figure(name=f"smallest pair of layers that training finds, {SEEDS} seeds each: units", value=two, most=16),
    )


def _units(trainer: Trainer) -> int:
    return sum(layer.units for layer in trainer.experiment.layers)


def _tree() -> Trainer:
    """XOR(a, b) = ReLU(a + b) − 2·ReLU(a + b − 1), pair by pair: 8 → 4 → 2 → 1 values, two units each."""
    pairs = [INPUTS // 2, INPUTS // 4, INPUTS // 8]
    trainer = Trainer(replace(PARITY, layers=tuple(Layer(units=2 * pair, activation="relu") for pair in pairs)))
    values: NDArray[np.float64] = np.eye(INPUTS)  # how the values of a level are made of the units below it
    for layer, pair in enumerate(pairs, start=1):
        sums = values[0::2] + values[1::2]
        trainer.weights(layer)[...] = np.repeat(sums, 2, axis=0)
        trainer.biases(layer)[...] = np.tile([0.0, -1.0], pair)
        values = np.asarray(np.kron(np.eye(pair), [[1.0, -2.0]]), np.float64)
    _read(trainer, values)
    return trainer


def _one_layer_of_gates() -> Trainer:
    """One unit for each of the 128 odd rows: ReLU(Σ ±x − (ones − 1)) is 1 in that row and 0 in every other."""
    rows = (np.arange(2**INPUTS)[:, None] >> np.arange(INPUTS)) & 1
    odd = rows[rows.sum(axis=1) % 2 == 1]
    trainer = Trainer(replace(PARITY, layers=(Layer(units=len(odd), activation="relu"),)))
    trainer.weights(1)[...] = 2.0 * odd - 1.0
    trainer.biases(1)[...] = 1.0 - odd.sum(axis=1)
    _read(trainer, np.ones((1, len(odd))))
    return trainer


def _read(trainer: Trainer, value: NDArray[np.float64]) -> None:
    """Make the output say whether a value (1, n) of the last layer's units is 1 rather than 0."""
    last = trainer.network.depth
    trainer.weights(last)[...] = STEEP * value
    trainer.biases(last)[...] = -0.5 * STEEP


def _smallest(sizes: tuple[tuple[int, ...], ...]) -> float:
    """Units of the first of these networks that learns all rows from some seed; infinite where none does."""
    for layers in sizes:
        lanes = over_seeds(replace(PARITY, normalize=True, layers=tuple(Layer(units=n) for n in layers)))
        if accuracies(lanes, "train").max() == 1.0:
            return float(sum(layers))
    return float("inf")


CLAIMS = (
    Claim(
        section="1.3.2",
        name="depth",
        title="Why deep",
        says="A tree of XORs over eight inputs takes 14 units, one layer of ANDs 128, and one that counts about ten.",
        measure=deep_against_shallow,
    ),
)
