"""Underfitting shows as bias, overfitting as variance, noise as neither; figures come with their errors and sources."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from engine.data.generators import GENERATORS
from engine.diagnosis import UNKNOWN, attainable_error, diagnose
from engine.errors import ExperimentError
from engine.experiment import Data, Experiment, Layer, Optimizer, Split
from engine.trainer import Trainer

SHARES = Split(train=50, dev=30, test=20)
UNDER = Experiment(data=Data(kind="circle"), split=SHARES, layers=())
OVER = Experiment(
    data=Data(kind="gauss", noise=50, samples=200),
    split=SHARES,
    layers=(Layer(units=32, activation="relu"),) * 2,
    initializer="he",
    optimizer=Optimizer(kind="adam", learning_rate=0.01),
)
RIGHT = Experiment(data=Data(kind="gauss", noise=50, samples=2000), split=SHARES, layers=())


def trained(experiment: Experiment, epochs: int) -> Trainer:
    """A trainer after so many epochs."""
    trainer = Trainer(experiment)
    trainer.run(epochs)
    return trainer


@pytest.mark.parametrize(
    ("experiment", "epochs", "verdict"),
    [(UNDER, 30, (True, False)), (OVER, 150, (False, True)), (RIGHT, 30, (False, False))],
    ids=["a line through a circle", "a large network on few noisy points", "a line between two clouds"],
)
def test_the_verdict(experiment: Experiment, epochs: int, verdict: tuple[bool, bool]) -> None:
    found = diagnose(trained(experiment, epochs))
    assert (found.high_bias, found.high_variance) == verdict


def test_noise_is_no_bias() -> None:
    found = diagnose(trained(RIGHT, 30))
    assert found.train_error > 0.05  # as high as a bias would be called high
    assert found.attainable.value == pytest.approx(0.0786, abs=1e-4)
    assert abs(found.bias) < 0.02
    assert diagnose(trained(OVER, 150)).bias < 0.0  # noise learned by heart


def test_figures_and_their_standard_errors() -> None:
    trainer = trained(OVER, 20)
    found, accuracy = diagnose(trainer), trainer.evaluate().accuracy
    assert (found.train_error, found.compared_error) == (1 - accuracy["train"], 1 - accuracy["dev"])
    assert found.bias == found.train_error - found.attainable.value
    assert found.variance == found.compared_error - found.train_error
    e, d = found.train_error, found.compared_error
    assert found.bias_standard_error == pytest.approx(math.sqrt(e * (1 - e) / 100))
    assert found.variance_standard_error == pytest.approx(math.sqrt(e * (1 - e) / 100 + d * (1 - d) / 60))


def test_one_wrong_answer_of_few_is_no_high_bias() -> None:
    """1/15 is above the tolerance of 0.02, and within twice its standard error of 0.064."""
    experiment = Experiment(data=Data(kind="gauss", samples=30), layers=())
    prepared = Trainer(experiment).prepared
    y = prepared.y["train"].copy()
    trainer = Trainer(experiment, prepared)
    trainer.parameters = np.array([1.0, 1.0, 0.0])
    assert diagnose(trainer).train_error == 0.0
    y[0] = 1 - y[0]
    trainer = Trainer(experiment, replace(prepared, y={**prepared.y, "train": y}))
    trainer.parameters = np.array([1.0, 1.0, 0.0])
    found = diagnose(trainer)
    assert found.bias == pytest.approx(1 / 15, abs=1e-4)
    assert not found.high_bias


def test_the_attainable_errors_own_error_counts_too() -> None:
    found = diagnose(trained(replace(UNDER, data=Data(kind="moons", noise=40)), 5))
    assert found.attainable.standard_error > 0.0
    e = found.train_error
    assert found.bias_standard_error == pytest.approx(
        math.hypot(math.sqrt(e * (1 - e) / 250), found.attainable.standard_error)
    )


@pytest.mark.parametrize(
    ("split", "compared"), [((60, 20, 20), "dev"), ((80, 0, 20), "test"), ((80, 20, 0), "dev"), ((100, 0, 0), None)]
)
def test_the_set_that_stands_for_new_samples(split: tuple[float, ...], compared: str | None) -> None:
    train, dev, test = split
    trainer = trained(replace(UNDER, split=Split(train=train, dev=dev, test=test)), 2)
    found = diagnose(trainer)
    assert found.compared == compared
    if compared is None:
        assert math.isnan(found.variance)
        assert math.isnan(found.compared_error)
        assert not found.high_variance
    else:
        assert found.compared_error == 1 - trainer.evaluate().accuracy[compared]


def test_regression_is_measured_by_squares_and_judged_by_the_targets_variance() -> None:
    bumps = Experiment(data=Data(kind="reg-gauss", noise=10), split=SHARES, layers=())
    trainer = trained(bumps, 10)
    found = diagnose(trainer)
    x, y = trainer.prepared.raw("train"), trainer.prepared.y["train"]
    squares = np.square(trainer.predict(x) - y)
    assert found.train_error == pytest.approx(squares.mean(), rel=1e-5)
    assert found.bias_standard_error > squares.std() / math.sqrt(len(y)) * 0.99
    assert found.high_bias  # a plane fits no bumps
    assert not diagnose(trainer, tolerance=1.0).high_bias  # but a mean would be as good
    plane = diagnose(trained(replace(bumps, data=Data(kind="reg-plane")), 30))
    assert not plane.high_bias
    assert not plane.high_variance


@pytest.mark.parametrize("kind", GENERATORS)
@pytest.mark.parametrize("noise", [0.0, 30.0])
def test_the_attainable_error_is_the_sets_own(kind: str, noise: float) -> None:
    error, source = attainable_error(Experiment(data=Data(kind=kind, noise=noise)))
    assert error == GENERATORS[kind].bayes_error(noise / 100)
    assert source.endswith(f"at noise {noise:g}, by {error.method}")
    assert ("squared" in source) == kind.startswith("reg-")


def test_measured_data_have_no_known_one() -> None:
    error, source = attainable_error(Experiment(data=Data(kind="digits")))
    assert (error.value, error.standard_error, source) == (0.0, 0.0, UNKNOWN)
    assert diagnose(trained(Experiment(data=Data(kind="iris")), 5)).source == UNKNOWN


def test_tolerance_is_what_counts_as_high() -> None:
    trainer = trained(UNDER, 30)
    assert diagnose(trainer, tolerance=0.02).high_bias
    assert not diagnose(trainer, tolerance=0.6).high_bias
    with pytest.raises(ExperimentError, match=r"^tolerance: -0.1"):
        diagnose(trainer, tolerance=-0.1)


def test_looking_does_not_change_the_run() -> None:
    watched, alone = Trainer(OVER), Trainer(OVER)
    for trainer in (watched, alone):
        trainer.advance(7)
    diagnose(watched)
    for trainer in (watched, alone):
        trainer.advance(7)
    assert watched.parameters.tobytes() == alone.parameters.tobytes()
