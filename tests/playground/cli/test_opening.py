"""Files that can be opened: one row for each suffix, and a name in every error."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.errors import ExperimentError, FileFormatError
from engine.experiment import Experiment
from engine.experiment_file import save_experiment
from playground.cli.opening import KINDS, check_file, read_experiment_file


@pytest.mark.parametrize("suffix", [suffix for suffix in KINDS if suffix not in (".csv", ".tsv", ".txt")])
def test_what_is_not_what_its_suffix_says_is_named(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix.upper()}"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(FileFormatError, match=rf"^a{suffix.upper()}: not "):
        check_file(path)


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".txt"])
def test_a_table_is_only_tried(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    with pytest.raises(FileNotFoundError):
        check_file(path)
    path.write_text("a", encoding="utf-8")
    check_file(path)


@pytest.mark.parametrize("name", ["a", "a.png", "a.py", ".json"])
def test_other_suffixes_are_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(ExperimentError, match=r"^FILE: "):
        check_file(tmp_path / name)


def test_an_experiment_is_read(tmp_path: Path) -> None:
    save_experiment(Experiment(seed=3), tmp_path / "a.json")
    assert read_experiment_file(tmp_path / "a.json") == Experiment(seed=3)
