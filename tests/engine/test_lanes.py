"""Lane k is the model that its experiment trains alone, whatever the network; one that breaks leaves the others be."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.activations import ACTIVATIONS
from engine.choices import INITIALIZER_KINDS
from engine.errors import ExperimentError
from engine.experiment import Data, Experiment, Layer, Optimizer, Penalty, Schedule, Split
from engine.fields import FIELDS
from engine.lanes import FREE_FIELDS, Lanes
from engine.losses import LOSSES
from engine.optimizers import OPTIMIZERS
from engine.schedule import DECAYS
from engine.trainer import Trainer

KINDS = {"two-class": "circle", "classes": "blobs", "regression": "reg-gauss"}
TOLERANCE = {"float32": 1e-6, "float64": 1e-13}


def experiment(task: str = "two-class", **changes: object) -> Experiment:
    """Sixty samples, thirty to train on: three batches of nine and one of three."""
    data = Data(kind=KINDS[task], samples=60, noise=10)
    return replace(Experiment(data=data, batch_size=9, layers=(Layer(units=5), Layer(units=3))), **changes)


def assert_alike(experiments: list[Experiment], epochs: int = 4) -> None:
    """Weights, running averages and costs of each lane are those of the run alone."""
    lanes = Lanes(experiments)
    lanes.run(epochs)
    x = lanes.prepared.raw("test")
    predictions = lanes.predict(x)
    for lane, one in enumerate(experiments):
        alone = Trainer(one)
        alone.run(epochs)
        tolerance = TOLERANCE[one.dtype]
        np.testing.assert_allclose(lanes.parameters[lane], alone.parameters, rtol=tolerance, atol=tolerance)
        np.testing.assert_allclose(lanes.network.running[lane], alone.network.running, rtol=tolerance, atol=tolerance)
        np.testing.assert_allclose(lanes.histories[lane].table, alone.history.table, rtol=1e-5, atol=1e-6)
        np.testing.assert_allclose(predictions[lane], alone.predict(x), rtol=1e-5, atol=1e-5)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize(("activation", "loss"), list(product(ACTIVATIONS, LOSSES)))
def test_lanes_are_single_runs_for_every_activation_and_loss(
    activation: str, loss: tuple[str, str], dtype: str
) -> None:
    layers = (Layer(units=5, activation=activation, slope=0.1), Layer(units=3, activation=activation, slope=0.1))
    one = experiment(loss[0], loss=loss[1], layers=layers, dtype=dtype, optimizer=Optimizer(learning_rate=0.01))
    assert_alike([replace(one, seed=seed) for seed in range(3)])


@pytest.mark.parametrize(
    ("kind", "norm", "drop", "penalty"),
    list(product(OPTIMIZERS, (False, True), (False, True), (Penalty(), Penalty(l1=0.1, l2=0.3)))),
)
def test_each_lane_has_its_own_numbers(kind: str, norm: bool, drop: bool, penalty: Penalty) -> None:
    def lane(k: int) -> Experiment:
        layers = (
            Layer(units=6, batch_norm=norm, keep_prob=(0.5, 0.8, 1.0)[k] if drop else 1.0),
            Layer(units=4, activation="relu", batch_norm=norm, keep_prob=(1.0, 0.7, 1.0)[k] if drop else 1.0),
        )
        optimizer = Optimizer(
            kind=kind,
            learning_rate=0.003 * (k + 1),
            momentum=0.5 + 0.2 * k,
            rho=0.8 + 0.05 * k,
            beta1=0.7 + 0.1 * k,
            beta2=0.9 + 0.03 * k,
            epsilon=10.0 ** (-8 + k),
        )
        own = Penalty(l1=penalty.l1 * k, l2=penalty.l2 * (k + 1))
        return experiment(
            layers=layers,
            optimizer=optimizer,
            penalty=own,
            seed=k,
            initializer=INITIALIZER_KINDS[k + 1],
            dtype="float64",
        )

    assert_alike([lane(k) for k in range(3)])


def test_each_lane_has_its_own_schedule() -> None:
    assert_alike([experiment(schedule=Schedule(kind=kind, period=3, warmup=k)) for k, kind in enumerate(DECAYS)])


@pytest.mark.parametrize("batch", [1, 2, 30, "all"])
def test_batches_of_every_size(batch: int | str) -> None:
    # in double precision: over two samples batch norm divides by a difference, which makes rounding large
    layers = (Layer(units=4, batch_norm=True),)
    assert_alike([experiment(batch_size=batch, layers=layers, seed=seed, dtype="float64") for seed in range(2)])


def test_a_logistic_regression_and_one_lane() -> None:
    assert_alike([experiment(layers=())])


def test_data_too_large_to_be_packed_are_gathered_batch_by_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.lane_batches.PACKED_BYTES", 0)
    assert_alike([experiment(seed=seed) for seed in range(3)])


@given(seed=st.integers(0, 2**32 - 1), epochs=st.integers(0, 3), steps=st.integers(0, 5))
@settings(max_examples=15)
def test_a_lane_goes_on_as_a_run_of_its_own(seed: int, epochs: int, steps: int) -> None:
    one = experiment(
        seed=seed, layers=(Layer(units=4, keep_prob=0.8, batch_norm=True),), optimizer=Optimizer(kind="adam")
    )
    lanes = Lanes([replace(one, seed=1), one])
    lanes.run(epochs)
    lanes.advance(steps)
    taken = lanes.trainer(1)
    before = lanes.parameters
    taken.run(2)
    np.testing.assert_array_equal(lanes.parameters, before)
    alone = Trainer(one)
    alone.advance(taken.steps)
    np.testing.assert_allclose(taken.parameters, alone.parameters, rtol=1e-6, atol=1e-6)
    assert (taken.steps, taken.epoch, len(taken.history)) == (alone.steps, alone.epoch, len(alone.history))


def breaking(seed: int, rate: float) -> Experiment:
    layers = (Layer(units=6, activation="relu"), Layer(units=6, activation="relu"))
    return experiment("regression", layers=layers, optimizer=Optimizer(kind="momentum", learning_rate=rate), seed=seed)


def test_a_lane_that_diverges_stops_and_the_others_go_on() -> None:
    lanes = Lanes([breaking(0, 0.01), breaking(1, 900.0), breaking(2, 0.02)])
    lanes.run(60)
    failure = lanes.failures[1]
    assert failure is not None
    assert [lanes.failures[0], lanes.failures[2]] == [None, None]
    assert "learning rate" in str(failure)
    alone = Trainer(breaking(1, 900.0))
    with pytest.raises(type(failure)) as broken:
        alone.run(60)
    assert (failure.step, failure.layer, failure.quantity) == (
        broken.value.step,
        broken.value.layer,
        broken.value.quantity,
    )
    np.testing.assert_allclose(lanes.parameters[1], alone.parameters, rtol=1e-4)
    assert np.isfinite(lanes.parameters).all()
    assert lanes.trainer(1).steps == failure.step - 1
    assert len(lanes.histories[1]) == len(alone.history) < len(lanes.histories[0]) == 61
    np.testing.assert_allclose(lanes.predict(lanes.prepared.raw("test"))[1], alone.predict(lanes.prepared.raw("test")))
    for lane, rate in ((0, 0.01), (2, 0.02)):
        healthy = Trainer(breaking(lane, rate))
        healthy.run(60)
        np.testing.assert_allclose(lanes.parameters[lane], healthy.parameters, rtol=1e-4, atol=1e-5)


def test_when_every_lane_has_diverged_nothing_more_is_done() -> None:
    lanes = Lanes([breaking(seed, 900.0) for seed in range(2)])
    lanes.run(60)
    assert all(lanes.failures)
    assert lanes.advance(10) == 0


OTHER_VALUES = {"number": 0.123, "integer": 11, "switch": True}


@pytest.mark.parametrize("path", [path for path, field in FIELDS.items() if field.kind in OTHER_VALUES])
def test_lanes_differ_in_free_fields_only(path: str) -> None:
    first = experiment()
    value = False if path == "normalize" else OTHER_VALUES[FIELDS[path].kind]
    if path.startswith("split"):
        other = replace(first, split=Split(train=40, dev=20, test=40))
    elif path.startswith("layers[]."):
        name = path.removeprefix("layers[].")
        other = replace(first, layers=(replace(first.layers[0], **{name: value}), first.layers[1]))
    elif "." in path:
        part, name = path.split(".")
        other = replace(first, **{part: replace(getattr(first, part), **{name: value})})
    else:
        other = replace(first, **{path: value})
    assert other != first
    if path in FREE_FIELDS:
        assert len(Lanes([first, other])) == 2
    else:
        with pytest.raises(ExperimentError, match=r"lane 1.*the same in all lanes"):
            Lanes([first, other])


def test_free_fields_are_fields() -> None:
    assert set(FIELDS) >= FREE_FIELDS


@pytest.mark.parametrize(
    ("experiments", "words"),
    [
        ([], "at least one experiment"),
        ([experiment(), experiment(layers=(Layer(units=5),))], "layers"),
        ([experiment(), experiment("classes")], "data.kind"),
        ([experiment(), experiment(optimizer=Optimizer(kind="adam"))], "optimizer.kind"),
    ],
)
def test_what_cannot_be_lanes_is_said(experiments: list[Experiment], words: str) -> None:
    with pytest.raises(ExperimentError, match=words):
        Lanes(experiments)


def test_a_lane_that_is_not_there_is_said() -> None:
    with pytest.raises(ExperimentError, match="from 0 to 1"):
        Lanes([experiment(), experiment(seed=1)]).trainer(2)
