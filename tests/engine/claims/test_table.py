"""Every claim of every section of the notes holds when it is run."""

from __future__ import annotations

from math import isfinite

import pytest

from engine.claims.claim import all_hold
from engine.claims.table import CLAIMS, claims_of
from engine.errors import ExperimentError

# Every section of the notes that says something, in their order.
SECTIONS = (
    *("1.1.1", "1.1.2", "1.1.3", "1.2.1", "1.2.2", "1.2.3", "1.2.5", "1.2.4", "1.2.6", "1.3.1", "1.2.7", "1.3.2"),
    *("2.1.1", "2.1.2", "2.1.3", "2.1.4", "2.1.5", "2.1.6", "2.1.7", "2.1.8", "2.1.9", "2.1.10"),
    *("2.2.1", "2.2.2", "2.2.3", "2.2.4", "2.2.5", "2.2.6", "2.2.7", "2.3.1", "2.3.2", "2.3.3"),
)


def test_every_section_of_the_notes_is_there() -> None:
    found = dict.fromkeys(section for row in CLAIMS.values() for section in row.section.split(", "))
    assert tuple(found) == SECTIONS


@pytest.mark.parametrize("name", CLAIMS)
def test_a_claim_holds(name: str) -> None:
    row = CLAIMS[name]
    figures = row.measure()
    assert [figure for figure in figures if not figure.holds] == []
    assert all_hold(figures)
    assert all(isfinite(figure.value) for figure in figures)
    assert len({figure.name for figure in figures}) == len(figures)
    assert row.says.endswith(".")


def test_what_is_timed_has_no_bound() -> None:
    timed = [row for row in CLAIMS.values() if row.timed is not None]
    assert [row.name for row in timed] == ["mean-gradient"]
    ticks = iter(float(tick) for tick in range(1000))
    for row in timed:
        assert row.timed is not None
        figures = row.timed(lambda: next(ticks))
        assert [(figure.value, figure.is_bound) for figure in figures] == [(1.0, False)]


def test_sections_and_names_choose() -> None:
    assert claims_of(()) == tuple(CLAIMS.values())
    assert [row.name for row in claims_of(("2.1.1",))] == ["shifted-dev"]
    assert {row.section for row in claims_of(("2.1.6",))} == {"2.1.6"}
    assert [row.name for row in claims_of(("Softmax", "1.2.2"))] == ["staged-output", "softmax"]
    assert claims_of(("2.2.4",)) == claims_of(("2.2.5",)) != ()
    assert {row.section[:3] for row in claims_of(("2.1",))} == {"2.1"}
    assert len(claims_of(("2.1",))) == 11


@pytest.mark.parametrize("word", ["9", "2.1.", "", "soft", "1.1.11"])
def test_a_word_that_is_neither_is_refused(word: str) -> None:
    with pytest.raises(ExperimentError, match=r"^claim: .*a section \(1\.1\.1, .*or a name \(logistic-regression"):
        claims_of(("1.1.1", word))
