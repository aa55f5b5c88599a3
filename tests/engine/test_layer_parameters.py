"""Parameters by layer: views of the network's own vector, and errors for what is not there."""

import numpy as np
import pytest

from engine.errors import ExperimentError
from engine.experiment import Experiment, Layer
from engine.trainer import Trainer


@pytest.mark.parametrize("layer", [0, 4, -1])
def test_a_layer_that_is_not_there_is_named(layer: int) -> None:
    with pytest.raises(ExperimentError, match=r"^layer: .* from 1 to 3"):
        Trainer(Experiment()).weights(layer)


def test_parameters_are_copied_in() -> None:
    trainer = Trainer(Experiment())
    values = np.arange(trainer.parameters.size, dtype=np.float64)
    trainer.parameters = values
    values[:] = -1
    assert trainer.weights(1)[0, 1] == 1.0
    with pytest.raises(ExperimentError, match=r"^parameters: .*shape"):
        trainer.parameters = np.zeros(3)


def test_every_layer_is_a_view_of_the_same_vector() -> None:
    trainer = Trainer(Experiment(layers=(Layer(units=4, batch_norm=True), Layer(units=3))))
    seen = []
    for layer in (1, 2, 3):
        parts = [trainer.weights(layer), trainer.biases(layer), trainer.gammas(layer), trainer.betas(layer)]
        seen.append([part.shape for part in parts])
        assert all(np.shares_memory(part, trainer.parameters) for part in (parts[0], parts[3 if layer == 1 else 1]))
    assert seen == [[(4, 2), (4,), (4,), (4,)], [(3, 4), (3,), (0,), (0,)], [(1, 3), (1,), (0,), (0,)]]
