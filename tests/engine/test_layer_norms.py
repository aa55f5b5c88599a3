"""The norms are those of the training steps, vanish in a deep network of sigmoids, and change no bit of the run."""

from dataclasses import replace

import numpy as np
import pytest

from engine.experiment import Data, Experiment, Layer, Optimizer
from engine.layer_norms import MOST, LayerNorms
from engine.trainer import Trainer

SMALL = Experiment(data=Data(samples=60), layers=(Layer(units=3), Layer(units=2)), batch_size=7)


def test_they_are_those_of_the_step() -> None:
    trainer, norms = Trainer(replace(SMALL, dtype="float64")), LayerNorms()
    before = [trainer.weights(layer).copy() for layer in (1, 2, 3)]
    assert norms.measure(trainer) == 1
    curves = norms.curves()
    assert curves.epochs.tolist() == [trainer.position]
    shapes, rate = trainer.network.layout.layers, trainer.learning_rate
    gradients = [shape.weights(trainer.network.gradient) for shape in shapes]
    np.testing.assert_allclose(curves.gradient[0], [np.linalg.norm(dW) for dW in gradients])
    np.testing.assert_allclose(curves.weights[0], [np.linalg.norm(W) for W in before])
    wanted = [rate * np.linalg.norm(dW) / np.linalg.norm(W) for dW, W in zip(gradients, before, strict=True)]
    np.testing.assert_allclose(curves.ratio[0], wanted, rtol=1e-9)


def test_measuring_and_probing_change_no_bit_of_the_run() -> None:
    experiment = replace(
        SMALL, layers=(Layer(units=4, keep_prob=0.7, batch_norm=True),), optimizer=Optimizer(kind="adam")
    )
    trainer, norms = Trainer(experiment), LayerNorms()
    norms.probe(trainer)
    for steps in (3, 8, 1):
        trainer.advance(steps)
        norms.measure(trainer)
        norms.probe(trainer)
    plain = Trainer(experiment)
    plain.advance(15)
    np.testing.assert_array_equal(trainer.parameters, plain.parameters)


def test_gradients_vanish_towards_the_input_of_ten_sigmoid_layers_but_not_of_relu() -> None:
    falls = {}
    for activation in ("sigmoid", "relu"):
        layers = tuple(Layer(units=8, activation=activation) for _ in range(10))
        trainer, norms = Trainer(replace(SMALL, layers=layers, initializer="he")), LayerNorms()
        norms.probe(trainer)
        gradient = norms.curves().gradient[0]
        falls[activation] = gradient[-1] / gradient[0]
    assert falls["sigmoid"] > 1e4
    assert falls["relu"] < 1e2


def test_the_record_stays_short_and_keeps_its_first_row() -> None:
    trainer, norms = Trainer(SMALL), LayerNorms()
    for _ in range(3 * MOST):
        norms.measure(trainer)
    curves = norms.curves()
    assert MOST / 3 < len(curves.epochs) <= MOST + 1
    assert curves.epochs[0] == pytest.approx(1 / 5, abs=0.05)
    assert (np.diff(curves.epochs) > 0).all()
    assert curves.gradient.shape == (len(curves.epochs), 3)
    trainer.advance(1)
    norms.probe(trainer)  # of a run that stands, which is seen whatever was left out before
    assert norms.last_epoch == trainer.position


def test_where_nobody_looked_the_lines_have_a_gap() -> None:
    trainer, norms = Trainer(SMALL), LayerNorms()
    norms.look_away()
    norms.measure(trainer)
    norms.look_away()
    trainer.advance(50)
    norms.measure(trainer)
    assert np.isnan(norms.curves().gradient[:, 0]).tolist() == [False, True, False]


def test_other_layers_begin_a_new_record() -> None:
    trainer, norms = Trainer(SMALL), LayerNorms()
    norms.measure(trainer)
    trainer.update(replace(SMALL, layers=(Layer(units=3),)))
    norms.measure(trainer)
    assert norms.curves().gradient.shape == (1, 2)


def test_a_stopped_run_gives_nothing_and_an_empty_record_is_a_value() -> None:
    norms = LayerNorms()
    assert np.isnan(norms.last_epoch)
    assert norms.curves().gradient.shape == (0, 0)
