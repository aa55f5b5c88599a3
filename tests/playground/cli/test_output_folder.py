"""The folder of ``--out``: made, tried, filled; or refused in words."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.errors import ExperimentError, FileFormatError
from engine.experiment import Experiment, Layer
from engine.trainer import Trainer
from playground.cli.output_folder import FILES, make_folder, write_results


def test_a_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    folder = make_folder(str(tmp_path / "a" / "b"))
    assert folder == tmp_path / "a" / "b"
    assert list(folder.iterdir()) == []
    assert make_folder(str(folder)) == folder


def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(dir: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    with pytest.raises(ExperimentError, match=r"^--out: .*Permission denied"):
        make_folder(str(tmp_path))


def test_a_network_that_no_file_should_hold_leaves_experiment_and_history(tmp_path: Path) -> None:
    trainer = Trainer(Experiment(layers=(Layer(batch_norm=True),)))
    trainer.network.running[0] = np.inf
    with pytest.raises(FileFormatError, match="weights are not written"):
        write_results(tmp_path, trainer)
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted([FILES[0], FILES[3]])
