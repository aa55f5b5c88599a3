"""The limit of αλ/m is where runs really begin to diverge, for gradient descent and for momentum."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.decay_limit import decay_warning
from engine.errors import Diverged
from engine.experiment import Data, Experiment, Optimizer, Penalty
from engine.optimizers import OPTIMIZERS
from engine.trainer import Trainer

RATE, SAMPLES = 0.001, 250  # so small a rate that the data hardly move a weight


def _experiment(kind: str, momentum: float, product: float) -> Experiment:
    return Experiment(
        data=Data(kind="gauss"),
        layers=(),
        batch_size="all",
        optimizer=Optimizer(kind=kind, learning_rate=RATE, momentum=momentum),
        penalty=Penalty(l2=product * SAMPLES / RATE),
    )


@pytest.mark.parametrize(
    ("kind", "momentum", "limit"), [("gd", 0.9, 2.0), ("momentum", 0.0, 2.0), ("momentum", 0.2, 3.0)]
)
def test_runs_diverge_beyond_the_limit_and_not_below(kind: str, momentum: float, limit: float) -> None:
    above, below = (_experiment(kind, momentum, limit * factor) for factor in (1.1, 0.9))
    warning = decay_warning(above, SAMPLES)
    assert warning is not None
    assert (warning.product, warning.limit) == pytest.approx((limit * 1.1, limit))
    with pytest.raises(Diverged):
        Trainer(above).advance(5000)
    assert decay_warning(below, SAMPLES) is None
    trainer = Trainer(below)
    trainer.advance(5000)
    assert abs(trainer.parameters).max() < 1.0


@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_its_edit_ends_the_warning(kind: str) -> None:
    start = _experiment(kind, 0.2, 3.5)
    warning = decay_warning(start, SAMPLES)
    assert (warning is None) == (kind in ("rmsprop", "adam"))
    if warning is not None:
        mended = warning.edit.change(start)
        assert decay_warning(mended, SAMPLES) is None
        assert mended == replace(start, penalty=Penalty(l2=mended.penalty.l2))
