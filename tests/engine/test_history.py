"""Which epochs become rows: all of a short run, fewer and fewer of a long one, and always the same ones."""

from dataclasses import replace

import numpy as np
import pytest

from engine.experiment import Data, EarlyStopping, Experiment, Layer, Split
from engine.history import EVERY_EPOCH, is_looked_at
from engine.lanes import Lanes
from engine.trainer import Trainer

EPOCHS = 2 * EVERY_EPOCH + 3
SMALL = Experiment(
    data=Data(kind="gauss", samples=40),
    split=Split(train=50, dev=25, test=25),
    layers=(Layer(units=2),),
    batch_size=10,
)


def test_a_short_run_is_looked_at_every_epoch_and_a_long_one_as_often_in_each_doubling() -> None:
    looked = np.array([epoch for epoch in range(16 * EVERY_EPOCH) if is_looked_at(epoch)])
    np.testing.assert_array_equal(looked[: EVERY_EPOCH + 1], np.arange(EVERY_EPOCH + 1))
    for begin in (1, 2, 4, 8):
        within = (looked >= begin * EVERY_EPOCH) & (looked < 2 * begin * EVERY_EPOCH)
        assert within.sum() == EVERY_EPOCH // 2
    assert len(looked) == EVERY_EPOCH * 3


def test_looking_less_often_changes_no_bit_of_the_run_nor_of_what_is_seen() -> None:
    usual, always = Trainer(SMALL), Trainer(SMALL)
    always.evaluate_every = 1
    usual.run(EPOCHS)
    always.run(EPOCHS)
    assert usual.parameters.tobytes() == always.parameters.tobytes()
    np.testing.assert_array_equal(always.history.epochs, np.arange(EPOCHS + 1))
    seen = [epoch for epoch in range(EPOCHS + 1) if is_looked_at(epoch)]
    assert len(seen) < 0.8 * EPOCHS
    np.testing.assert_array_equal(usual.history.table, always.history.table[seen])


def test_early_stopping_looks_at_every_epoch() -> None:
    trainer = Trainer(replace(SMALL, early_stopping=EarlyStopping(patience=EPOCHS)))
    trainer.run(EPOCHS)
    np.testing.assert_array_equal(trainer.history.epochs, np.arange(EPOCHS + 1))


def test_lanes_are_looked_at_when_a_run_alone_is() -> None:
    alone, lanes = Trainer(SMALL), Lanes([SMALL, SMALL])
    alone.run(EPOCHS)
    lanes.run(EPOCHS)
    np.testing.assert_array_equal(lanes.histories[1].epochs, alone.history.epochs)


def test_the_history_of_a_run_that_stands_is_closed_by_its_last_epoch() -> None:
    trainer = Trainer(SMALL)
    trainer.run(EVERY_EPOCH + 3)
    whole = trainer.history_so_far()
    assert (trainer.history.last("epoch"), whole.last("epoch")) == (EVERY_EPOCH + 2, EVERY_EPOCH + 3)
    assert whole.last("cost_train") == pytest.approx(trainer.evaluate().cost["train"], rel=1e-12)
    assert len(whole) == len(trainer.history) + 1
    trainer.advance(1)  # in the middle of an epoch nothing is its end
    assert trainer.history_so_far() is trainer.history
