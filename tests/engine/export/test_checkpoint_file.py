"""A kept run goes on as if it had never stopped, whatever it is; damage and foreign files are met with one error."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.augmented_inputs import Drawn
from engine.checkpoint import Checkpoint
from engine.errors import FileFormatError
from engine.experiment import Augmentation, Data, EarlyStopping, Experiment, Layer, Optimizer, Split
from engine.export.checkpoint_file import KeptRun, go_on_from, run_from_bytes, run_to_bytes
from engine.trainer import Trainer

SMALL = Experiment(data=Data(samples=60), split=Split(train=60, dev=20, test=20))
CASES = {
    "plain": SMALL,
    "adam, batch norm, dropout": replace(
        SMALL,
        layers=(Layer(units=5, batch_norm=True), Layer(units=4, keep_prob=0.8)),
        optimizer=Optimizer(kind="adam", learning_rate=0.01),
    ),
    "float64, no hidden layer": replace(SMALL, layers=(), dtype="float64"),
    "augmentation": replace(SMALL, augmentation=Augmentation(jitter=0.5)),
    "early stopping": replace(SMALL, early_stopping=EarlyStopping(patience=50), optimizer=Optimizer(kind="momentum")),
}


def kept_after(trainer: Trainer, steps: int) -> bytes:
    trainer.advance(steps)
    return run_to_bytes(KeptRun(experiment=trainer.experiment, checkpoint=trainer.checkpoint()))


@pytest.mark.parametrize("experiment", CASES.values(), ids=CASES)
def test_a_kept_run_goes_on_to_the_last_bit(experiment: Experiment) -> None:
    first = Trainer(experiment)
    content = kept_after(first, 11)  # in the middle of an epoch
    run = run_from_bytes(content)
    assert run.experiment == experiment
    second = Trainer(run.experiment)
    go_on_from(second, run.checkpoint)
    for trainer in (first, second):
        trainer.advance(40)
    assert second.parameters.tobytes() == first.parameters.tobytes()
    np.testing.assert_array_equal(second.history.table, first.history.table)
    assert (second.steps, second.epoch, second.best_epoch) == (first.steps, first.epoch, first.best_epoch)


def test_every_part_of_a_checkpoint_is_kept() -> None:
    trainer = Trainer(replace(CASES["early stopping"], augmentation=Augmentation(jitter=0.5)))
    trainer.advance(30)
    before = trainer.checkpoint()
    after = run_from_bytes(kept_after(trainer, 0)).checkpoint
    for field in fields(Checkpoint):
        np.testing.assert_equal(_plain(getattr(after, field.name)), _plain(getattr(before, field.name)))
    assert before.drawn is not None
    assert before.watched is not None
    assert before.watched.best is not None


def _plain(value: object) -> object:
    """Dataclasses as dictionaries, so that they are compared with the arrays in them."""
    return {one: _plain(getattr(value, one)) for one in value.__slots__} if hasattr(value, "__slots__") else value


@pytest.mark.parametrize("experiment", list(CASES.values())[1:3], ids=list(CASES)[1:3])
def test_a_run_of_another_experiment_changes_nothing(experiment: Experiment) -> None:
    run = run_from_bytes(kept_after(Trainer(SMALL), 5))
    trainer = Trainer(experiment)
    before = trainer.checkpoint()
    with pytest.raises(FileFormatError, match="not those of this experiment"):
        go_on_from(trainer, run.checkpoint)
    np.testing.assert_equal(trainer.checkpoint().parameters, before.parameters)


@pytest.mark.parametrize(
    "change",
    [
        {"order": np.arange(60)},
        {"order": np.zeros(36, np.int64)},
        {"position": 37},
        {"history": np.zeros((0, 9))},
        {"history": np.zeros((2, 3))},
        {"parameters": np.full(Trainer(SMALL).parameters.shape, np.nan, np.float32)},
        {"random": {}},
        {"random": {"shuffle": {"state": 1}, "dropout": 3}},
        {"epoch": 99},
        {"drawn": Drawn(rows=(("jitter", 0.5),), state={"state": 1})},
        {"drawn": Drawn(rows=(("flying", 0.5),), state=np.random.PCG64(0).state)},
    ],
    ids=str,
)
def test_parts_that_do_not_fit_are_refused(change: dict[str, object]) -> None:
    trainer = Trainer(SMALL)
    trainer.advance(5)
    with pytest.raises(FileFormatError, match="not those of this experiment"):
        go_on_from(Trainer(SMALL), replace(trainer.checkpoint(), **change))


CONTENT = kept_after(Trainer(CASES["early stopping"]), 20)


@given(st.integers(0, len(CONTENT) - 1), st.integers(1, 255))
def test_a_flipped_byte_is_met_or_harmless(place: int, flip: int) -> None:
    damaged = bytearray(CONTENT)
    damaged[place] ^= flip
    try:
        run = run_from_bytes(bytes(damaged))
        go_on_from(Trainer(run.experiment), run.checkpoint)
    except FileFormatError:
        pass


@given(st.integers(0, len(CONTENT) - 1))
def test_a_part_of_a_file_is_refused(length: int) -> None:
    with pytest.raises(FileFormatError):
        run_from_bytes(CONTENT[:length])


@pytest.mark.parametrize("content", [b"", b"PK", b"{}", b"x" * 1000])
def test_what_is_no_archive_is_refused(content: bytes) -> None:
    with pytest.raises(FileFormatError, match="damaged"):
        run_from_bytes(content)
