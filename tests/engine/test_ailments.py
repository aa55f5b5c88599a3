"""What stops or slows a network is named, with its layer; healthy ones are left in peace; every remedy is allowed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.ailments import REMEDIES, Ailment, find_ailment, find_hindrance, find_misfit, find_standstill
from engine.experiment import Experiment, Layer, Optimizer, Schedule
from engine.presets import preset, presets
from engine.statistics import layer_statistics
from engine.trainer import Trainer

GOOD = [row.name for row in presets() if row.kind == "good"]


def trained(experiment: Experiment, epochs: int) -> Trainer:
    trainer = Trainer(experiment)
    trainer.run(epochs)
    return trainer


@pytest.mark.parametrize(
    ("name", "found", "layer"), [("xor-zeros", "zero-weights", 1), ("wave-one", "dead-units", 1), ("xor", "", 0)]
)
def test_what_stops_units_for_good(name: str, found: str, layer: int) -> None:
    ailment = find_ailment(layer_statistics(trained(preset(name), 10)))
    assert (ailment.name if ailment else "") == found
    assert ailment is None or ailment.layer == layer


def test_dead_units_are_counted() -> None:
    """Two of three units that no sample can wake."""
    trainer = Trainer(Experiment(layers=(Layer(units=3, activation="relu"),)))
    shape = trainer.network.layout.layers[0]
    theta = trainer.parameters.copy()
    shape.biases(theta)[:] = [-1e3, -1e3, 1.0]
    trainer.parameters = theta
    assert find_ailment(layer_statistics(trainer)) == Ailment(name="dead-units", layer=1, share=pytest.approx(2 / 3))


@pytest.mark.parametrize(
    ("experiment", "found"),
    [
        (preset("circle-vanishing"), "vanishing-gradients"),
        (replace(preset("circle"), initializer_scale=100.0), "saturated-units"),
        (preset("circle"), ""),
        (preset("spiral"), ""),
    ],
)
def test_what_makes_learning_slow(experiment: Experiment, found: str) -> None:
    hindrance = find_hindrance(layer_statistics(trained(experiment, 3)))
    assert (hindrance.name if hindrance else "") == found
    assert hindrance is None or 0.0 <= hindrance.share <= 1.0


@pytest.mark.parametrize("name", GOOD)
def test_a_good_preset_has_nothing_that_stops_it(name: str) -> None:
    trainer = trained(preset(name), 5)
    assert find_ailment(layer_statistics(trainer)) is None
    assert find_misfit(trainer.experiment, trainer.prepared.x["train"]) is None
    assert find_standstill(trainer.experiment, trainer.learning_rate, trainer.epoch) is None


def test_raw_inputs_are_named_only_where_they_differ_in_size_and_are_raw() -> None:
    even = np.random.default_rng(0).normal(size=(50, 3))
    raw = Experiment(normalize=False)
    assert find_misfit(raw, even * [1, 2, 3]) is None
    found = find_misfit(raw, even * [1, 2, 300])
    assert found is not None
    assert (found.name, found.layer) == ("raw-inputs", 0)
    assert find_misfit(Experiment(), even * [1, 2, 300]) is None
    constant = np.concatenate([even, np.ones((50, 1))], axis=1)
    assert find_misfit(raw, constant) is None


def test_a_rate_that_is_gone_is_named_but_not_while_it_warms_up() -> None:
    experiment = Experiment(optimizer=Optimizer(learning_rate=0.1), schedule=Schedule(kind="step", warmup=40))
    assert find_standstill(experiment, 0.0001, 30) is None
    found = find_standstill(experiment, 0.0001, 50)
    assert found == Ailment(name="no-rate-left", layer=0, share=pytest.approx(0.001))
    assert find_standstill(experiment, 0.01, 50) is None


@pytest.mark.parametrize("name", REMEDIES)
@pytest.mark.parametrize("start", ["circle-vanishing", "xor-zeros", "wine-raw", "pinwheel-decay"])
def test_every_remedy_is_a_change_that_is_allowed(name: str, start: str) -> None:
    row, experiment = REMEDIES[name], preset(start)
    assert row.name == name
    assert row.text.endswith(".")
    assert row.edit(experiment).label
    assert isinstance(row.edit(experiment).change(experiment), Experiment)


def test_saturation_is_mended_where_it_comes_from() -> None:
    edit = REMEDIES["saturated-units"].edit
    raw = replace(preset("circle"), normalize=False, initializer_scale=5.0)
    assert edit(raw).change(raw) == replace(raw, normalize=True)
    large = replace(raw, normalize=True)
    assert edit(large).change(large) == replace(large, initializer_scale=1.0)
    plain = replace(large, initializer_scale=1.0)
    assert edit(plain).change(plain).optimizer.learning_rate == pytest.approx(plain.optimizer.learning_rate / 10)


def test_a_saturated_layer_that_still_learns_is_left_in_peace() -> None:
    """Weights that grew because they had to: a larger network is what helps."""
    healthy = layer_statistics(trained(preset("circle"), 1))
    learning = tuple(replace(one, saturated=0.9, gradient_norm=1.0, weight_norm=5.0) for one in healthy)
    assert find_hindrance(learning) is None
    blocked = (replace(learning[0], gradient_norm=0.05), *learning[1:])
    assert find_hindrance(blocked) == Ailment(name="saturated-units", layer=1, share=0.9)
