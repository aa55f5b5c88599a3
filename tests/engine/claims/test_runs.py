"""What a claim trains is the run that its experiment makes alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.claims.runs import accuracies, accuracy, over_seeds, trained
from engine.presets import preset

SHORT = replace(preset("circle"), epochs=3)


def test_a_run_is_trained_for_all_its_epochs() -> None:
    trainer = trained(SHORT)
    assert trainer.epoch == 3
    assert accuracy(SHORT) == trainer.evaluate().accuracy["test"]


def test_seeds_side_by_side_are_the_runs_they_stand_for() -> None:
    lanes = over_seeds(SHORT, 3)
    found = accuracies(lanes, "train")
    alone = [accuracy(replace(SHORT, seed=seed), "train") for seed in range(3)]
    assert found.tolist() == pytest.approx(alone, abs=0.01)
    assert len(set(found.tolist())) > 1
