"""Every preset trains as well as it promises, from several seeds and on other samples, in its own epochs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.errors import ExperimentError
from engine.experiment_file import experiment_from_json, experiment_to_json
from engine.fields import DATA_KINDS
from engine.presets import PRESETS, preset, preset_names, presets
from engine.trainer import Trainer

# what the test set must reach: accuracy at least, or for regression the mean squared error at most
REACHED = {
    "circle": 0.98,
    "xor": 0.97,
    "gauss": 0.99,
    "spiral": 0.97,
    "moons": 0.98,
    "blobs": 0.99,
    "reg-plane": 1e-6,
    "reg-gauss": 0.01,
    "iris": 0.93,
    "wine": 0.94,
    "breast-cancer": 0.95,
    "digits": 0.95,
}


def test_there_is_one_for_every_data_set() -> None:
    assert preset_names() == tuple(kind for kind in DATA_KINDS if kind != "csv")
    assert set(REACHED) == set(PRESETS)


@pytest.mark.parametrize("name", REACHED)
def test_a_preset_is_about_its_data_set_in_one_sentence(name: str) -> None:
    row = PRESETS[name]
    assert (row.name, row.experiment.data.kind) == (name, name)
    assert row.title
    assert row.about.endswith(".")
    assert "\n" not in row.about
    assert len({one.about for one in presets()}) == len(presets())


@pytest.mark.parametrize("name", REACHED)
def test_a_preset_is_found_in_any_case_and_survives_its_file(name: str) -> None:
    assert preset(f" {name.upper()} ") is PRESETS[name].experiment
    assert experiment_from_json(experiment_to_json(preset(name))) == preset(name)


@pytest.mark.parametrize(("seed", "data_seed"), [(0, 0), (1, 0), (2, 3)])
@pytest.mark.parametrize("name", REACHED)
def test_a_preset_trains_well(name: str, seed: int, data_seed: int) -> None:
    start = preset(name)
    experiment = replace(start, seed=seed, data=replace(start.data, seed=data_seed))
    trainer = Trainer(experiment)
    trainer.run(experiment.epochs)
    reached = trainer.evaluate().accuracy["test"]
    assert reached <= REACHED[name] if trainer.prepared.task == "regression" else reached >= REACHED[name]


def test_an_unknown_preset_names_all() -> None:
    with pytest.raises(ExperimentError, match=r"^preset: 'spirals' is not allowed") as caught:
        preset("spirals")
    assert all(name in str(caught.value) for name in preset_names())
