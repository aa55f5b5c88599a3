"""Training without a window ends where the trainer alone would, to the last bit."""

from __future__ import annotations

import pytest

from engine.experiment import Data, Experiment, Optimizer
from engine.trainer import Trainer
from playground.cli import training
from playground.cli.training import train

EXPERIMENT = Experiment(batch_size=7)


@pytest.mark.parametrize("stretch", [1, 10, 256, 100_000])
def test_stretches_do_not_show_in_the_result(stretch: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training, "STRETCH", stretch)
    ours, alone = Trainer(EXPERIMENT), Trainer(EXPERIMENT)
    outcome = train(ours, 5)
    alone.run(5)
    assert ours.parameters.tobytes() == alone.parameters.tobytes()
    assert (ours.epoch, ours.steps, len(ours.history)) == (alone.epoch, alone.steps, 6)
    assert (outcome.diverged, outcome.interrupted, outcome.message) == (False, False, None)


def test_divergence_is_an_outcome() -> None:
    wild = Experiment(data=Data(kind="reg-plane"), layers=(), optimizer=Optimizer(learning_rate=1000.0))
    trainer = Trainer(wild)
    outcome = train(trainer, 100)
    assert outcome.diverged
    assert outcome.message is not None
    assert outcome.message.startswith(f"diverged: step {trainer.steps + 1}")


def test_what_is_trained_already_is_not_trained_again() -> None:
    trainer = Trainer(EXPERIMENT)
    train(trainer, 2)
    before = trainer.parameters.copy()
    train(trainer, 2)
    assert trainer.parameters.tobytes() == before.tobytes()
