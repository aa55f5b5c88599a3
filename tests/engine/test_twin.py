"""A twin computes the same cost, and nothing done to it reaches the first."""

from __future__ import annotations

import numpy as np
import pytest

from engine.errors import ExperimentError
from engine.experiment import Data, Experiment, Layer, Penalty, Split
from engine.trainer import Trainer
from engine.twin import twin

RICH = Experiment(
    data=Data(kind="blobs", samples=90),
    split=Split(train=60, dev=20, test=20),
    layers=(Layer(units=6, batch_norm=True), Layer(units=4, activation="relu", keep_prob=0.8)),
    penalty=Penalty(l2=0.5),
    batch_size=16,
)


def trained() -> Trainer:
    """Some way into a run."""
    trainer = Trainer(RICH)
    trainer.advance(7)
    return trainer


def test_it_predicts_the_same_to_the_last_bit() -> None:
    trainer = trained()
    x = trainer.prepared.raw("test")
    assert twin(trainer).predict(x).tobytes() == trainer.predict(x).tobytes()
    np.testing.assert_allclose(twin(trainer, dtype="float64").predict(x), trainer.predict(x), atol=1e-5)


def test_in_double_precision_it_differs_by_rounding_only() -> None:
    trainer = trained()
    single, double = twin(trainer, dropout=False), twin(trainer, dtype="float64", dropout=False)
    assert double.parameters.dtype == double.split("dev")[0].dtype == np.float64
    np.testing.assert_array_equal(double.parameters, trainer.parameters.astype(np.float64))
    x, y = trainer.split("train")
    ours, gradient = single.cost_and_gradient(x, y)
    theirs, fine = double.cost_and_gradient(x, y)
    assert ours == pytest.approx(theirs, rel=1e-5)
    np.testing.assert_allclose(gradient, fine, atol=1e-5)


def test_without_dropout_its_cost_does_not_fluctuate() -> None:
    trainer = trained()
    x, y = trainer.split("train")
    still, live = twin(trainer, dropout=False), twin(trainer)
    assert len({still.cost_and_gradient(x, y)[0] for _ in range(4)}) == 1
    assert len({live.cost_and_gradient(x, y)[0] for _ in range(4)}) == 4
    assert {layer.keep_prob for layer in still.network.hidden} == {1.0}


def test_training_the_twin_leaves_the_first_alone() -> None:
    trainer, alone = trained(), trained()
    other = twin(trainer)
    other.run(2)
    other.network.running.fill(7.0)
    trainer.advance(20)
    alone.advance(20)
    assert trainer.parameters.tobytes() == alone.parameters.tobytes()
    assert trainer.network.running.tobytes() == alone.network.running.tobytes()


def test_another_precision_is_refused() -> None:
    with pytest.raises(ExperimentError, match=r"^dtype: 'float16'"):
        twin(trained(), dtype="float16")
