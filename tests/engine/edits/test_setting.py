"""A field is set by its path, alone; a whole experiment takes the place of another."""

from dataclasses import replace
from typing import Any

import pytest

from engine.edits import choose_data, new_seed, replace_experiment, set_field
from engine.experiment import Experiment, Layer, Schedule
from engine.experiment_file import experiment_from_json, experiment_to_json
from engine.fields import FIELDS
from engine.frozen import FrozenWeight

START = Experiment()
SETTABLE = {
    "data.samples": 40,
    "data.inputs": 5,
    "data.noise": 10,
    "data.seed": 3,
    "features": ["x1", "sin(x2)"],
    "normalize": False,
    "layers": [Layer(units=3)],
    "frozen": [FrozenWeight(layer=2, unit=1, input=4, value=0.5)],
    "layers[1].units": 6.0,
    "layers[0].activation": "relu",
    "layers[0].slope": 0.2,
    "layers[1].initializer": "he",
    "layers[1].batch_norm": True,
    "layers[1].keep_prob": 0.5,
    "initializer": "glorot",
    "initializer_scale": 2,
    "loss": "squared-error",
    "penalty.l1": 0.1,
    "penalty.l2": 0.1,
    "optimizer.kind": "adam",
    "optimizer.learning_rate": 0.1,
    "optimizer.momentum": 0.5,
    "optimizer.rho": 0.5,
    "optimizer.beta1": 0.5,
    "optimizer.beta2": 0.5,
    "optimizer.epsilon": 1e-6,
    "schedule.kind": "cosine",
    "schedule.decay": 0.5,
    "schedule.period": 7,
    "schedule.warmup": 2,
    "early_stopping.patience": 20,
    "early_stopping.min_delta": 0.001,
    "augmentation.jitter": 0.1,
    "augmentation.rotation": 10.0,
    "augmentation.mirror": 0.5,
    "augmentation.scaling": 0.2,
    "augmentation.image_shift": 0.5,
    "augmentation.image_rotation": 10.0,
    "augmentation.image_crop": 0.1,
    "augmentation.image_mirror": 0.5,
    "batch_size": "all",
    "epochs": 3,
    "dtype": "float64",
    "seed": 9,
    "data.kind": "xor",
}


def value_at(experiment: Any, path: str) -> Any:
    for name in path.replace("[", ".").replace("]", "").split("."):
        experiment = experiment[int(name)] if name.isdigit() else getattr(experiment, name)
    return experiment


@pytest.mark.parametrize("path", SETTABLE)
def test_set_field_sets_that_field_alone(path: str) -> None:
    wanted = SETTABLE[path]
    new = set_field(path, wanted).change(START)
    assert value_at(new, path) == (tuple(wanted) if isinstance(wanted, list) else wanted)
    assert experiment_from_json(experiment_to_json(new)) == new
    # putting the old value back gives the old experiment: nothing else was touched
    assert set_field(path, value_at(START, path)).change(new) == START
    assert Experiment() == START


def test_every_field_can_be_set_or_has_its_own_edit() -> None:
    rows = {path.replace("[0]", "[]").replace("[1]", "[]") for path in SETTABLE}
    own_edit = {"data.points", "data.path", "data.target", "data.header", "split.train", "split.dev", "split.test"}
    assert rows | own_edit == set(FIELDS)


def test_whole_floats_become_integers_and_integers_floats() -> None:
    assert type(set_field("batch_size", 20.0).change(START).batch_size) is int
    assert type(set_field("data.noise", 20).change(START).data.noise) is float


def test_a_schedule_that_needs_a_factor_gets_one() -> None:
    steep = replace(START, schedule=Schedule(kind="inverse-time", decay=4.0))
    assert set_field("schedule.kind", "step").change(steep).schedule == Schedule(kind="step")
    assert set_field("schedule.kind", "cosine").change(steep).schedule == Schedule(kind="cosine", decay=4.0)


def test_seeds_and_whole_experiments() -> None:
    assert new_seed(7).change(START) == replace(START, seed=7)
    assert new_seed(7).label == "New seed"
    other = choose_data("digits").change(START)
    assert replace_experiment(other, "Preset digits").change(START) is other
