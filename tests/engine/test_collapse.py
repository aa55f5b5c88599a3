"""Above the limit every weight goes to zero, well below it it learns: exact for L1 alone, measured for nets."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.collapse import Limits, collapse_limits, part_that_matters
from engine.experiment import Data, Experiment, Layer, Optimizer, Penalty, Schedule
from engine.frozen import FrozenWeight
from engine.presets import preset
from engine.trainer import Trainer

LINEAR = ("gauss", "wine", "reg-plane")
NETS = ("circle", "xor", "spiral", "moons")


def trained(experiment: Experiment, penalty: Penalty, epochs: int) -> Trainer:
    schedule = Schedule(kind="cosine", period=epochs)
    optimizer = Optimizer(kind="adam", learning_rate=0.02)
    trainer = Trainer(replace(experiment, penalty=penalty, schedule=schedule, optimizer=optimizer))
    trainer.run(epochs)
    return trainer


def largest_weight(trainer: Trainer) -> float:
    return max(float(np.abs(shape.weights(trainer.parameters)).max()) for shape in trainer.network.layout.layers)


@pytest.mark.parametrize("name", LINEAR)
def test_without_hidden_layers_the_limit_of_l1_is_exact(name: str) -> None:
    experiment = replace(preset(name), batch_size="all")
    limits = collapse_limits(experiment)
    assert limits.l2 is None  # it makes weights small, never zero
    assert limits.l1 is not None
    above, below = (trained(experiment, Penalty(l1=share * limits.l1), 1500) for share in (1.02, 0.9))
    assert largest_weight(above) < 2e-3
    assert largest_weight(below) > 10 * largest_weight(above)


@pytest.mark.parametrize("which", ["l1", "l2"])
@pytest.mark.parametrize("name", NETS)
def test_a_net_collapses_above_its_limit_and_learns_well_below(name: str, which: str) -> None:
    experiment = preset(name)
    limit = getattr(collapse_limits(experiment), which)
    assert limit is not None
    above, below = (
        trained(experiment, Penalty(**{which: share * limit}), 100).evaluate().accuracy["train"] for share in (1.5, 0.1)
    )
    assert above <= 0.6
    assert below >= 0.85


def test_on_the_circle_it_is_what_the_bad_preset_shows() -> None:
    limits = collapse_limits(preset("circle"))
    assert limits.l2 is not None
    assert preset("circle").penalty.l2 < limits.l2 < preset("circle-collapse").penalty.l2


@pytest.mark.parametrize(
    "experiment",
    [
        Experiment(layers=(Layer(batch_norm=True),)),
        Experiment(frozen=(FrozenWeight(layer=1, unit=1, input=1, value=1.0),)),
        Experiment(data=Data(kind="digits"), layers=(Layer(units=400),)),
        Experiment(layers=(), loss="squared-error"),
    ],
    ids=["batch norm", "frozen", "too large", "not convex"],
)
def test_where_it_means_nothing_or_takes_long_there_is_none(experiment: Experiment) -> None:
    assert collapse_limits(experiment) == Limits()


def test_only_what_moves_the_limits_counts() -> None:
    start = preset("circle")
    for same in (
        replace(start, penalty=Penalty(l2=3.0)),
        replace(start, optimizer=Optimizer(learning_rate=1.0)),
        replace(start, epochs=7, batch_size="all"),
        replace(start, layers=tuple(replace(layer, keep_prob=0.5) for layer in start.layers)),
    ):
        assert part_that_matters(same) == part_that_matters(start)
    for other in (replace(start, seed=4), replace(start, layers=()), replace(start, data=Data(noise=5))):
        assert part_that_matters(other) != part_that_matters(start)
