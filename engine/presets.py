"""Experiments that come with the program, found by name: a good one for each data set, and instructive bad ones.

The tests train them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields

from engine.bad_presets import BAD_PRESETS
from engine.errors import ExperimentError
from engine.experiment import Experiment
from engine.good_presets import GOOD_PRESETS
from engine.preset_parts import Preset

PRESETS: Mapping[str, Preset] = {row.name: row for row in (*GOOD_PRESETS, *BAD_PRESETS)}
_DECIDING = tuple(field.name for field in fields(Experiment) if field.name != "epochs")


def preset_of(experiment: Experiment, rows: Iterable[Preset] | None = None) -> Preset | None:
    """The one among ``rows``, or all, that an experiment is, however long it is to be trained; None if it is none."""
    for row in presets() if rows is None else rows:
        if all(getattr(row.experiment, name) == getattr(experiment, name) for name in _DECIDING):
            return row
    return None


def presets() -> tuple[Preset, ...]:
    """All presets: the good ones in the order of the data sets, then the bad ones."""
    return tuple(PRESETS.values())


def preset_names() -> tuple[str, ...]:
    """The names of all presets."""
    return tuple(PRESETS)


def preset(name: str) -> Experiment:
    """The experiment of a preset. Raises ExperimentError naming all of them."""
    row = PRESETS.get(name.strip().lower())
    if row is None:
        raise ExperimentError("preset", name, ", ".join(PRESETS))
    return row.experiment
