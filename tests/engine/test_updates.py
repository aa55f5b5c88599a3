"""Numbers on their way to nothing do not stay where the processor is slow, and no other number is touched."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.data.dataset import DataSet
from engine.data.prepare import prepare_dataset
from engine.experiment import Experiment, Layer, Optimizer, Penalty, Split
from engine.frozen import FrozenWeight
from engine.lanes import Lanes
from engine.network import make_network
from engine.optimizers import OPTIMIZERS
from engine.trainer import Trainer
from engine.updates import TINY_EVERY, Updates

SHRINKING = Experiment(
    split=Split(train=100, dev=0, test=0),
    layers=(Layer(units=3, activation="relu"),),
    penalty=Penalty(l2=20.0),
    batch_size=5,
)


def pixels() -> DataSet:
    """Two features of which one is empty, like a pixel in a corner: only the penalty moves its weights."""
    x = np.random.default_rng(0).normal(size=(20, 2)) * (1.0, 0.0)
    return DataSet(x=x, y=(x[:, 0] > 0).astype(int), feature_names=("a", "b"), class_names=("n", "y"), task="two-class")


def denormal(vector: np.ndarray) -> int:
    return int(((vector != 0) & (np.abs(vector) < np.finfo(vector.dtype).tiny)).sum())


def vectors(one: Trainer | Lanes) -> list[np.ndarray]:
    return [one.network.parameters, *one._updates.states]


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_weights_that_only_the_penalty_moves_become_zero(optimizer: str) -> None:
    experiment = replace(SHRINKING, optimizer=Optimizer(kind=optimizer, learning_rate=0.02))
    prepared = prepare_dataset(experiment, pixels())
    trainer, lanes = Trainer(experiment, prepared), Lanes([experiment] * 2, prepared)
    for one in (trainer, lanes):
        one.evaluate_every = 0
        one.run(150 * TINY_EVERY)
        assert sum(denormal(vector) for vector in vectors(one)) == 0
    if optimizer != "rmsprop":  # whose steps do not become smaller with the gradient
        assert not trainer.weights(1)[:, 1].any()
        assert not lanes.parameters[:, 1:9:3].any()
    assert trainer.parameters.any()


@pytest.mark.parametrize(("dtype", "smallest"), [("float32", 2e-30), ("float64", 3e-300)])
def test_only_what_is_tiny_is_dropped(dtype: str, smallest: float) -> None:
    network = make_network(replace(SHRINKING, dtype=dtype), 2, 1, "two-class")
    updates = Updates(network, Optimizer(kind="adam"))
    kept = np.array([smallest, -smallest, 1.0, -3e5, 0.0], dtype)
    for vector in (network.parameters, *updates.states):
        vector[:] = smallest / 3
        vector[:5] = kept
    updates.drop_tiny()
    for vector in (network.parameters, *updates.states):
        assert vector[:5].tobytes() == kept.tobytes()
        assert not vector[5:].any()


def test_a_frozen_weight_keeps_its_value_however_small() -> None:
    frozen = FrozenWeight(layer=1, unit=1, input=1, value=1e-35)
    trainer = Trainer(replace(SHRINKING, frozen=(frozen,)), prepare_dataset(SHRINKING, pixels()))
    trainer.run(TINY_EVERY)
    assert trainer.weights(1)[0, 0] == np.float32(1e-35)


def test_large_networks_are_updated_in_pieces_to_the_same_bits(monkeypatch: pytest.MonkeyPatch) -> None:
    def trained(together: int, block: int) -> bytes:
        monkeypatch.setattr("engine.updates.TOGETHER", together)
        monkeypatch.setattr("engine.updates.BLOCK", block)
        trainer = Trainer(replace(SHRINKING, optimizer=Optimizer(kind="adam")), prepare_dataset(SHRINKING, pixels()))
        trainer.run(3)
        return trainer.parameters.tobytes()

    whole = trained(together=0, block=1000)
    assert whole == trained(together=0, block=5) == trained(together=1000, block=1000)
