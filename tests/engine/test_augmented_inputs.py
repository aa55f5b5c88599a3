"""Every epoch trains on samples drawn anew; resumed, the run draws the same ones; what does not fit is refused."""

from dataclasses import fields, replace

import numpy as np
import pytest

import engine
from engine.augmentation import TRANSFORMS
from engine.augmented_inputs import augmentation_rows
from engine.errors import ExperimentError
from engine.experiment import Augmentation, Data, Experiment, Layer, Optimizer, Split
from engine.fields import FIELDS
from engine.trainer import Trainer

TURNED = Experiment(augmentation=Augmentation(rotation=10.0), layers=(Layer(units=4),), batch_size=32)
DIGITS = Experiment(
    data=Data(kind="digits", samples=400),
    split=Split(train=50, dev=50, test=0),
    layers=(Layer(units=64, activation="relu"),),
    initializer="he",
    optimizer=Optimizer(kind="adam", learning_rate=0.003),
    batch_size=32,
)


def fitting(name: str) -> Experiment:
    """An experiment whose data the change is made for, with a usual amount of it."""
    base = DIGITS if TRANSFORMS[name].kind == "images" else TURNED
    return replace(base, augmentation=Augmentation(**{name: TRANSFORMS[name].usual}))


def test_the_fields_are_the_table() -> None:
    assert [field.name for field in fields(Augmentation)] == list(TRANSFORMS)
    for name, row in TRANSFORMS.items():
        field = FIELDS[f"augmentation.{name}"]
        assert (field.low, field.high, field.effect) == (row.low, row.high, "live")


@pytest.mark.parametrize("name", TRANSFORMS)
def test_samples_change_every_epoch_and_costs_are_of_the_samples_as_they_are(name: str) -> None:
    trainer = Trainer(fitting(name))
    plain = Trainer(replace(trainer.experiment, augmentation=Augmentation()))
    first = trainer.augmented
    assert first is not None
    assert first.shape == trainer.prepared.raw("train").shape
    assert not np.array_equal(first, trainer.prepared.raw("train"))
    assert plain.augmented is None
    assert trainer.history.cost["train"][0] == plain.history.cost["train"][0]
    trainer.run(1)
    second = trainer.augmented
    assert second is not None
    assert not np.array_equal(first, second)
    plain.run(1)
    assert not np.array_equal(trainer.parameters, plain.parameters)


@pytest.mark.parametrize("name", TRANSFORMS)
@pytest.mark.parametrize("steps", [1, 9])  # within the first epoch and after some
def test_a_resumed_run_is_the_uninterrupted_one(name: str, steps: int) -> None:
    whole, first = Trainer(fitting(name)), Trainer(fitting(name))
    first.advance(steps)
    second = Trainer(first.experiment)
    second.restore(first.checkpoint())
    whole.advance(steps + 11)
    second.advance(11)
    np.testing.assert_array_equal(second.parameters, whole.parameters)


def test_resumed_after_a_change_the_samples_are_those_of_the_old_amount_till_the_epoch_ends() -> None:
    whole = Trainer(TURNED)
    whole.advance(3)
    whole.update(replace(TURNED, augmentation=Augmentation(rotation=40.0, scaling=0.5)))
    resumed = Trainer(whole.experiment)
    resumed.restore(whole.checkpoint())
    for trainer in (whole, resumed):
        trainer.advance(30)
    np.testing.assert_array_equal(resumed.parameters, whole.parameters)


def test_switched_off_the_next_epoch_trains_on_the_samples_as_they_are() -> None:
    trainer = Trainer(TURNED)
    trainer.update(replace(TURNED, augmentation=Augmentation()))
    trainer.run(2)
    assert trainer.augmented is None
    trainer.update(TURNED)
    trainer.run(1)
    assert trainer.augmented is not None


def test_it_survives_a_new_network_in_the_middle_of_an_epoch() -> None:
    trainer = Trainer(TURNED)
    trainer.advance(3)
    drawn = trainer.augmented
    trainer.update(replace(TURNED, layers=()))
    assert trainer.augmented is drawn
    trainer.run(2)
    assert np.isfinite(trainer.parameters).all()


def test_shuffling_dropout_and_weights_are_not_touched() -> None:
    """The stream is its own: the order of the samples is the same with and without augmentation."""
    with_it, without = Trainer(TURNED), Trainer(replace(TURNED, augmentation=Augmentation()))
    with_it.run(3)
    without.run(3)
    np.testing.assert_array_equal(with_it.checkpoint().order, without.checkpoint().order)


def test_the_prepared_samples_stay_as_they_are() -> None:
    trainer = Trainer(TURNED)
    before = trainer.split("train")[0].copy()
    trainer.run(3)
    np.testing.assert_array_equal(trainer.split("train")[0], before)


@pytest.mark.parametrize(
    ("experiment", "name", "words"),
    [
        (DIGITS, "rotation", "for points of a plane"),
        (DIGITS, "jitter", "not made for pictures"),
        (TURNED, "image_shift", "for pictures"),
        (replace(TURNED, data=Data(kind="iris"), augmentation=Augmentation()), "mirror", "for points of a plane"),
    ],
)
def test_a_change_made_for_other_samples_is_refused(experiment: Experiment, name: str, words: str) -> None:
    wrong = replace(experiment, augmentation=Augmentation(**{name: 0.25}))
    with pytest.raises(ExperimentError, match=rf"augmentation\.{name}: 0\.25 .*{words}"):
        Trainer(wrong)
    trainer = Trainer(replace(experiment, augmentation=Augmentation()))
    with pytest.raises(ExperimentError, match=words):
        trainer.update(wrong)
    assert trainer.experiment.augmentation == Augmentation()


def test_lanes_refuse_it() -> None:
    with pytest.raises(ExperimentError, match=r"augmentation\.rotation: 10\.0 .*lanes"):
        engine.Lanes([TURNED, TURNED])


def test_rows_are_those_that_are_on() -> None:
    assert augmentation_rows(Augmentation()) == ()
    assert augmentation_rows(Augmentation(mirror=0.5, jitter=0.1)) == (("jitter", 0.1), ("mirror", 0.5))


def dev_accuracy(experiment: Experiment) -> float:
    """After 100 epochs."""
    trainer = Trainer(experiment)
    trainer.evaluate_every = 0
    trainer.run(100)
    return trainer.evaluate().accuracy["dev"]


def test_two_hundred_digits_teach_more_when_shifted_a_little_and_less_when_shifted_much() -> None:
    """The curriculum's claim (2.1.6), over eight seeds: measured +1.3 points of dev accuracy, and −4.4 points."""
    gains, losses = [], []
    for seed in range(8):
        data, split = Data(kind="digits", seed=seed), Split(train=11.13, dev=88.87, test=0)  # 200 and 1597
        plain = replace(DIGITS, seed=seed, data=data, split=split)
        before = dev_accuracy(plain)
        gains.append(dev_accuracy(replace(plain, augmentation=Augmentation(image_shift=0.5))) - before)
        much = Augmentation(image_shift=1.0, image_rotation=10.0)
        losses.append(dev_accuracy(replace(plain, augmentation=much)) - before)
    assert np.mean(gains) > 0.005
    assert sum(gain > 0 for gain in gains) >= 6
    assert max(losses) < 0.0
