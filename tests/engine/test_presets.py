"""Presets are found by name and by what they are; each is about its data set, in one sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.bad_presets import BAD_PRESETS
from engine.errors import ExperimentError
from engine.experiment_file import experiment_from_json, experiment_to_json
from engine.good_presets import GOOD_PRESETS
from engine.presets import PRESETS, preset, preset_names, preset_of, presets


def test_the_good_ones_come_first_and_none_is_named_twice() -> None:
    assert presets() == (*GOOD_PRESETS, *BAD_PRESETS)
    assert preset_names() == tuple(row.name for row in presets())


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_is_about_its_data_set_in_one_sentence(name: str) -> None:
    row = PRESETS[name]
    assert row.name == name
    assert name == row.experiment.data.kind or name.startswith(f"{row.experiment.data.kind}-")
    assert row.title
    assert row.about.endswith(".")
    assert "\n" not in row.about
    assert len({one.about for one in presets()}) == len(presets())


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_is_found_in_any_case_and_survives_its_file(name: str) -> None:
    assert preset(f" {name.upper()} ") is PRESETS[name].experiment
    assert experiment_from_json(experiment_to_json(preset(name))) == preset(name)


def test_an_unknown_preset_names_all() -> None:
    with pytest.raises(ExperimentError, match=r"^preset: 'spirals' is not allowed") as caught:
        preset("spirals")
    assert all(name in str(caught.value) for name in preset_names())


def test_an_experiment_is_a_preset_however_long_it_trains() -> None:
    for row in presets():
        assert preset_of(replace(row.experiment, epochs=7)) is row
    assert preset_of(replace(preset("circle"), seed=1)) is None
