"""One lesson: a section of the notes, experiments to try, and the claims that are checked by running them.

What a lesson says stands in `assets/lessons`, one file per language; a link `try:NAME` in it opens an experiment.
"""

from __future__ import annotations

from collections.abc import Mapping

from engine.experiment import Experiment
from engine.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One row. section: of the notes. tries: experiments by the name that links use. claims: names in `CLAIMS`."""

    name: str
    section: str
    tries: Mapping[str, Experiment]
    claims: tuple[str, ...]
