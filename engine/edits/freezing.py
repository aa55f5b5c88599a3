"""Edits of single weights: frozen at a value, and released."""

from __future__ import annotations

from dataclasses import replace

from engine.edits.edit import Edit
from engine.experiment import Experiment
from engine.frozen import FrozenWeight, Place, sorted_weights


def freeze(layer: int, unit: int, source: int | None, value: float, *, merge_key: str | None = None) -> Edit:
    """Keep one weight, or a bias (``source`` None), at ``value`` while the others learn; all counted from 1."""

    def change(experiment: Experiment) -> Experiment:
        one = FrozenWeight(layer=layer, unit=unit, input=source, value=value)
        return replace(experiment, frozen=sorted_weights([*_others(experiment, one.place), one]))

    return Edit(label="Freeze weight", change=change, merge_key=merge_key)


def release(layer: int, unit: int, source: int | None) -> Edit:
    """Let a frozen weight, or bias, learn again."""
    return Edit(
        label="Release weight",
        change=lambda experiment: replace(experiment, frozen=tuple(_others(experiment, (layer, unit, source)))),
    )


def _others(experiment: Experiment, place: Place) -> list[FrozenWeight]:
    return [one for one in experiment.frozen if one.place != place]
