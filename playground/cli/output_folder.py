"""``--out DIR``: the folder is made and tried before training, and filled with four whole files after it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from engine.errors import ExperimentError, FileFormatError
from engine.experiment_file import save_experiment
from engine.export import model_of, save_history, save_model
from engine.trainer import Trainer

FILES = ("experiment.json", "weights.npz", "weights.safetensors", "history.csv")


def make_folder(name: str) -> Path:
    """The folder, made if need be and tried out. Raises ExperimentError when nothing can be written there."""
    folder = Path(name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        reason = "it is a file" if folder.is_file() else error.strerror
        raise ExperimentError("--out", name, f"a folder that can be made and written to ({reason})") from None
    return folder


def write_results(folder: Path, trainer: Trainer) -> None:
    """Write the experiment, the weights in both formats and the history.

    Raises OSError, or FileFormatError when the network holds what no file should.
    """
    experiment, npz, safetensors, history = (folder / name for name in FILES)
    save_experiment(trainer.experiment, experiment)
    save_history(history, trainer.history_so_far(), trainer.prepared.task)
    try:
        model = model_of(trainer)
    except ValueError as error:  # a run that diverged may leave averages that are no numbers
        raise FileFormatError(f"the weights are not written: {error}") from None
    save_model(npz, model)
    save_model(safetensors, model)
