"""A frozen mask is a drawn one and stays; afterwards the run goes on to the same bits."""

from __future__ import annotations

import numpy as np
import pytest

from engine.errors import GradientCheckError
from engine.experiment import Experiment, Layer
from engine.frozen_dropout import frozen_dropout
from engine.gradient_check import check_gradients
from engine.trainer import Trainer

DROPPED = Experiment(layers=(Layer(units=30, keep_prob=0.6), Layer(units=20), Layer(units=20, keep_prob=0.9)))
DOUBLE = Experiment(layers=DROPPED.layers, dtype="float64")


def masks(trainer: Trainer, samples: int) -> list[np.ndarray]:
    """Copies of the masks of the pass for so many samples."""
    return [part.D.copy() for part in trainer.network.training_pass(samples).dropouts if part is not None]


def test_within_the_block_a_drawn_mask_stays() -> None:
    trainer = Trainer(DROPPED)
    x, y = trainer.split("train")
    with frozen_dropout(trainer, 20):
        drawn = masks(trainer, 20)
        first, _ = trainer.cost_and_gradient(x[:20], y[:20])
        second, _ = trainer.cost_and_gradient(x[:20], y[:20])
        for before, after in zip(drawn, masks(trainer, 20), strict=True):
            np.testing.assert_array_equal(before, after)
    assert first == second
    for mask, keep in zip(drawn, (0.6, 0.9), strict=True):
        kept = mask > 0
        assert abs(kept.mean() - keep) < 5 * np.sqrt(keep * (1 - keep) / mask.size)
        np.testing.assert_allclose(mask[kept], 1 / keep, rtol=1e-4)
    third, _ = trainer.cost_and_gradient(x[:20], y[:20])
    fourth, _ = trainer.cost_and_gradient(x[:20], y[:20])
    assert third == first  # the stream was put back
    assert fourth != third  # and it lives again


def test_afterwards_the_run_is_the_same_to_the_last_bit() -> None:
    looked_at, alone = Trainer(DROPPED), Trainer(DROPPED)
    for trainer in (looked_at, alone):
        trainer.advance(5)
    before = masks(looked_at, 10)
    with frozen_dropout(looked_at, 10):
        pass
    for mask, kept in zip(masks(looked_at, 10), before, strict=True):
        np.testing.assert_array_equal(mask, kept)
    looked_at.advance(30)
    alone.advance(30)
    assert looked_at.parameters.tobytes() == alone.parameters.tobytes()


def test_the_gradient_check_needs_it() -> None:
    trainer = Trainer(DOUBLE)
    with frozen_dropout(trainer, 20):
        assert {row.verdict for row in check_gradients(trainer)} == {"right"}
    with pytest.raises(GradientCheckError, match="keep_prob"):
        check_gradients(trainer)


def test_a_mask_that_was_frozen_before_stays_frozen_after() -> None:
    trainer = Trainer(DROPPED)
    first = next(part for part in trainer.network.training_pass(20).dropouts if part is not None)
    first.frozen = True
    kept = first.D.copy()
    with frozen_dropout(trainer, 20):
        np.testing.assert_array_equal(first.D, kept)
    assert first.frozen


def test_it_ends_with_an_error_too() -> None:
    trainer = Trainer(DROPPED)
    with pytest.raises(ZeroDivisionError), frozen_dropout(trainer, 20):
        raise ZeroDivisionError
    assert not any(part.frozen for part in trainer.network.training_pass(20).dropouts if part is not None)


def test_a_network_without_dropout_has_nothing_to_freeze() -> None:
    trainer = Trainer(Experiment())
    with frozen_dropout(trainer, 20):
        trainer.advance(1)
    assert trainer.steps == 1
