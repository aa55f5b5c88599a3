"""What ``train`` is given becomes one experiment."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from engine.errors import ExperimentError, FileFormatError
from engine.experiment import Experiment
from engine.experiment_file import save_experiment
from engine.experiment_text import experiment_to_link
from engine.presets import preset
from playground.cli.sources import read_experiment, read_what


@pytest.mark.parametrize("what", ["preset:xor", "PRESET:XOR", "preset: xor"])
def test_a_preset(what: str) -> None:
    assert read_what(what) == preset("xor")


def test_a_file(tmp_path: Path) -> None:
    save_experiment(Experiment(seed=8), tmp_path / "a.json")
    (tmp_path / "a.json").rename(tmp_path / "without suffix")
    assert read_what(str(tmp_path / "without suffix")) == Experiment(seed=8)


def test_options_hold_over_assignments() -> None:
    start = preset("xor")
    assert read_experiment("preset:xor", [], None, None) == start
    assert read_experiment("preset:xor", ["seed=1", "epochs=1"], "2", "3") == replace(start, epochs=2, seed=3)


def test_a_name_that_is_a_preset_is_told_so() -> None:
    with pytest.raises(ExperimentError, match="preset:moons is one"):
        read_what("Moons")
    with pytest.raises(ExperimentError) as caught:
        read_what("Moon")
    assert "is one" not in str(caught.value)


def test_a_link_is_an_experiment() -> None:
    assert read_what(experiment_to_link(preset("spiral"))) == preset("spiral")
    with pytest.raises(FileFormatError, match="link"):
        read_what("neural-playground:1:abc")
