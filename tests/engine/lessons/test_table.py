"""Every section has its lesson, every claim is checked in one, and every experiment of a lesson can be trained."""

from __future__ import annotations

from contextlib import suppress

import numpy as np
import pytest

from engine.claims.table import CLAIMS
from engine.errors import Diverged
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
