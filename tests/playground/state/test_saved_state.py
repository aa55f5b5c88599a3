"""A copied run goes on exactly as the original, and on its own."""

import numpy as np

from engine.experiment import Experiment, Layer, Optimizer
from engine.trainer import Trainer
from playground.state.saved_state import SavedState


def test_the_copy_goes_on_as_the_original() -> None:
    experiment = Experiment(layers=(Layer(units=5, keep_prob=0.8, batch_norm=True),), optimizer=Optimizer(kind="adam"))
    original = Trainer(experiment)
    original.advance(57)
    state = SavedState(run=1, experiment=experiment, prepared=original.prepared, checkpoint=original.checkpoint())
    copies = [state.to_trainer(), state.to_trainer()]
    for trainer in (original, *copies):
        trainer.advance(60)
    for copy in copies:
        np.testing.assert_array_equal(copy.parameters, original.parameters)
        np.testing.assert_array_equal(copy.history.table, original.history.table)
        assert (copy.steps, copy.epoch) == (original.steps, original.epoch) == (117, 4)
