"""After a divergence the change that is offered fits its cause, and the run then does not diverge any more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.errors import Diverged
from engine.experiment import Data, Experiment, Layer, Optimizer, Penalty
from engine.first_aid import first_aid
from engine.presets import preset
from engine.trainer import Trainer

CASES = {
    "rate": preset("reg-plane-diverges"),
    "decay": Experiment(penalty=Penalty(l2=30_000.0), optimizer=Optimizer(learning_rate=0.1)),
    "start": Experiment(layers=(Layer(activation="identity"),) * 25, initializer_scale=100.0),
    "raw": Experiment(
        data=Data(kind="wine"),
        normalize=False,
        layers=(Layer(activation="identity"),) * 3,
        initializer="he",
        optimizer=Optimizer(learning_rate=0.03),
    ),
}
CHANGED = {
    "rate": ("optimizer", Optimizer(learning_rate=0.3)),
    "decay": ("penalty", None),
    "start": ("initializer_scale", 1.0),
    "raw": ("normalize", True),
}


@pytest.mark.parametrize("name", CASES)
def test_the_change_fits_the_cause_and_helps(name: str) -> None:
    experiment = CASES[name]
    trainer = Trainer(experiment)
    with pytest.raises(Diverged) as caught:
        trainer.advance(3000)
    samples = len(trainer.prepared.y["train"])
    mended = first_aid(experiment, samples, caught.value.step).change(experiment)
    field, value = CHANGED[name]
    assert getattr(mended, field) != getattr(experiment, field)
    assert value is None or getattr(mended, field) == value
    assert replace(mended, **{field: getattr(experiment, field)}) == experiment  # nothing else
    Trainer(mended).advance(3000)
