"""Files that can be opened, by their suffix, and a look into one before a window is made for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from engine.errors import ExperimentError, FileFormatError
from engine.experiment import Experiment
from engine.experiment_file import load_experiment


def read_experiment_file(path: Path) -> Experiment:
    """An experiment's file, named in the error. Raises OSError, FileFormatError or ExperimentError."""
    try:
        return load_experiment(path)
    except FileFormatError as error:
        raise FileFormatError(f"{path.name}: {error}; allowed: an experiment's file (.json)") from None


def _look_at_table(path: Path) -> None:
    """A large table is read by the window, not twice; here only whether it can be read at all."""
    with path.open("rb") as stream:
        stream.read(1)


def _look_at_model(path: Path) -> None:
    from engine.export import load_model

    load_model(path)


KINDS: Mapping[str, Callable[[Path], object]] = {
    ".json": read_experiment_file,
    ".csv": _look_at_table,
    ".tsv": _look_at_table,
    ".txt": _look_at_table,
    ".npz": _look_at_model,
    ".safetensors": _look_at_model,
}


def check_file(path: Path) -> None:
    """Raise what is wrong with a file that the window shall open.

    ExperimentError (not a kind of file that can be opened, or an experiment with a wrong field), FileFormatError
    (damaged, or not what its suffix says) or OSError (not there, not readable).
    """
    look = KINDS.get(path.suffix.lower())
    if look is None:
        known = "an experiment (.json), a table (.csv, .tsv, .txt) or exported weights (.npz, .safetensors)"
        raise ExperimentError("FILE", str(path), f"{known}, or one of the commands train, presets, claims, screenshot")
    look(path)
