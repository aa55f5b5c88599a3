"""Every section has its lesson, every claim is checked in one, and every experiment of a lesson can be trained."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import numpy as np
import pytest

from engine.claims.table import CLAIMS
from engine.errors import Diverged
from engine.experiment import Experiment
from engine.lessons.table import LESSONS
from engine.trainer import Trainer
from tests.engine.claims.test_table import SECTIONS


def test_every_section_has_a_lesson_in_the_order_of_the_notes() -> None:
    assert tuple(section for row in LESSONS.values() for section in row.section.split(", ")) == SECTIONS


def test_every_claim_is_checked_in_one_lesson_of_its_section() -> None:
    assert [claim for row in LESSONS.values() for claim in row.claims] == list(CLAIMS)
    for row in LESSONS.values():
        assert {CLAIMS[claim].section for claim in row.claims} == {row.section}


@pytest.mark.parametrize("name", LESSONS)
def test_experiments_of_a_lesson_can_be_trained(name: str) -> None:
    row = LESSONS[name]
    assert row.name == name
    assert row.tries
    assert len(set(row.tries.values())) == len(row.tries)
    for experiment in row.tries.values():
        trainer = Trainer(experiment)
        with suppress(Diverged):  # some are there to show just that
            trainer.advance(3)
        assert np.isfinite(trainer.parameters).all()


def tried(lesson: str, name: str) -> Experiment:
    return LESSONS[lesson].tries[name]


def costs(experiment: Experiment, *epochs: int) -> list[float]:
    """The training cost after so many epochs of one run."""
    trainer, found, done = Trainer(experiment), [], 0
    for epoch in epochs:
        trainer.run(epoch - done)
        done = epoch
        found.append(trainer.evaluate().cost["train"])
    return found


@pytest.mark.parametrize("seed", [0, 1, 2])
@pytest.mark.parametrize(
    ("lesson", "zeros", "beside"), [("random-start", "zeros", "small"), ("saddles", "saddle", "beside")]
)
def test_small_weights_wait_on_the_plateau_that_zeros_never_leave(
    lesson: str, zeros: str, beside: str, seed: int
) -> None:
    chance = float(np.log(2.0))
    early, late = costs(replace(tried(lesson, beside), seed=seed), 150, 700)
    assert early == pytest.approx(chance, abs=0.01)
    assert late < 0.6 * chance
    assert costs(replace(tried(lesson, zeros), seed=seed), 700) == pytest.approx([chance], abs=0.01)


def test_weights_of_the_right_size_set_off_at_once() -> None:
    assert costs(tried("random-start", "he"), 50)[0] < 0.6


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_raw_wine_never_settles_and_normalised_wine_is_learned(seed: int) -> None:
    assert min(costs(replace(tried("normalising", "raw"), seed=seed), 10, 20, 30, 60)) > 10.0
    assert costs(replace(tried("normalising", "normalised"), seed=seed), 10)[0] < 0.3


def test_linear_layers_are_as_wide_as_those_that_follow_the_spiral() -> None:
    linear, bent = tried("non-linear", "linear"), tried("non-linear", "relu")
    assert [layer.units for layer in linear.layers] == [layer.units for layer in bent.layers]
    assert costs(linear, 60)[0] > 0.6 > 0.2 > costs(bent, 60)[0]


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_a_batch_of_one_shakes_long_after_a_batch_of_ten_has_settled(seed: int) -> None:
    late = range(60, 101, 4)
    one, ten = (np.ptp(costs(replace(tried("mini-batches", name), seed=seed), *late)) for name in ("one", "ten"))
    assert one > 2.0 * ten


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_momentum_and_its_heirs_are_past_plain_descent_after_fifty_epochs(seed: int) -> None:
    reached = {name: costs(replace(one, seed=seed), 50)[0] for name, one in LESSONS["optimisers"].tries.items()}
    assert reached["momentum"] < reached["gd"]
    assert max(reached["rmsprop"], reached["adam"]) < reached["momentum"]


def test_the_large_rate_overflows_and_the_large_weights_explode() -> None:
    for lesson, steps in (("gradient-descent", 100), ("vanishing", 25)):
        with pytest.raises(Diverged):
            Trainer(tried(lesson, "large")).advance(steps)


def test_sigmoid_has_hardly_begun_when_tanh_is_done() -> None:
    assert costs(tried("activations", "tanh"), 30)[0] < 0.1
    assert costs(tried("activations", "sigmoid"), 30)[0] > 0.6
