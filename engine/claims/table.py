"""The claims of all sections, in the order of the notes."""

from __future__ import annotations

from collections.abc import Mapping

from engine.claims import (
    batch_norm,
    depth,
    landscape,
    logistic_regression,
    optimisation,
    regularisation,
    setting_up,
    shallow_networks,
    signals,
    softmax,
    tuning,
)
from engine.claims.claim import Claim
from engine.errors import ExperimentError

_CHAPTERS = (
    logistic_regression,
    shallow_networks,
    depth,
    setting_up,
    regularisation,
    signals,
    optimisation,
    landscape,
    tuning,
    batch_norm,
    softmax,
)
CLAIMS: Mapping[str, Claim] = {row.name: row for chapter in _CHAPTERS for row in chapter.CLAIMS}


def claims_of(words: tuple[str, ...]) -> tuple[Claim, ...]:
    """The rows of these sections (``2.1`` is all of 2.1.x) or names, in the order of the notes; all for no words.

    Raises ExperimentError for a word that is neither.
    """
    chosen = [{row.name for row in CLAIMS.values() if _is_meant(row, word)} for word in words]
    for word, found in zip(words, chosen, strict=True):
        if not found:
            sections = ", ".join(dict.fromkeys(row.section for row in CLAIMS.values()))
            raise ExperimentError("claim", word, f"a section ({sections}) or a name ({', '.join(CLAIMS)})")
    wanted = set().union(*chosen) if words else set(CLAIMS)
    return tuple(row for row in CLAIMS.values() if row.name in wanted)


def _is_meant(row: Claim, word: str) -> bool:
    word = word.strip().casefold()
    return row.name == word or any(f"{section}.".startswith(f"{word}.") for section in row.section.split(", "))
