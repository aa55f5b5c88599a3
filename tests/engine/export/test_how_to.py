"""The program in the package's docstring, which uses exported weights with plain NumPy, is run as it stands."""

from __future__ import annotations

import inspect
import subprocess
import sys
import textwrap
from pathlib import Path

import numpy as np
import pytest

import engine.export
from engine.experiment import Data, Experiment, Layer
from engine.export import model_of, save_model
from engine.trainer import Trainer

LAYERS = tuple(Layer(units=3, activation=name) for name in ("tanh", "relu", "sigmoid", "identity"))


def program() -> str:
    """The indented block behind the docstring's double colon."""
    text = inspect.getdoc(engine.export)
    assert text is not None
    return textwrap.dedent(text.partition("::\n")[2])


@pytest.mark.parametrize("kind", ["wine", "circle", "reg-plane"])
def test_the_program_predicts_as_the_trainer(kind: str, tmp_path: Path) -> None:
    trainer = Trainer(Experiment(data=Data(kind=kind), layers=LAYERS))
    trainer.run(1)
    save_model(tmp_path / "weights.npz", model_of(trainer))
    done = subprocess.run(
        [sys.executable, "-c", f"{program()}\nnp.save('answer.npy', a)"], cwd=tmp_path, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    answer = np.load(tmp_path / "answer.npy")
    expected = trainer.predict(np.zeros((3, trainer.prepared.dataset.x.shape[1])))
    np.testing.assert_allclose(answer.reshape(expected.shape), expected, rtol=1e-5, atol=1e-6)
