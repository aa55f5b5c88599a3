"""Edits that set one field by its path, or all of them at once."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, cast

from engine.edits.data import choose_data, with_all_bits, with_features
from engine.edits.edit import LABELS, Edit
from engine.edits.layers import with_layers, with_values
from engine.errors import ExperimentError
from engine.experiment import Experiment, Layer, Schedule
from engine.fields import FIELDS
from engine.frozen import FrozenWeight


def set_field(path: str, value: object, *, label: str | None = None, merge_key: str | None = None) -> Edit:
    """Set one field by its path: ``optimizer.learning_rate``, ``layers[1].activation``, ``features``, ``layers``.

    A whole float stands for the integer it is, a list for a tuple; a new ``data.kind`` is ``choose_data``.
    """
    row = re.sub(r"\[\d+\]", "[]", path)
    words = label or LABELS.get(row, "Edit")
    if row == "data.kind" and value != "csv":
        return replace(choose_data(str(value)), label=words, merge_key=merge_key)
    return Edit(label=words, change=lambda experiment: _with_field(experiment, path, row, value), merge_key=merge_key)


def new_seed(seed: int) -> Edit:
    """Other initial weights, shuffling and dropout; the samples stay."""
    return set_field("seed", seed, label="New seed")


def replace_experiment(experiment: Experiment, label: str) -> Edit:
    """Put a whole experiment in place of the present one: a preset, or one that was pasted."""
    return Edit(label=label, change=lambda _: experiment)


def _with_field(experiment: Experiment, path: str, row: str, value: object) -> Experiment:
    """The experiment with one field replaced."""
    if row not in FIELDS:
        raise ExperimentError(path, value, f"a field of the experiment: {', '.join(FIELDS)}")
    value = _plain_value(row, value)
    head, _, name = path.rpartition(".")
    if row.startswith("layers[]."):
        index = int(re.findall(r"\d+", path)[0])
        return with_values(experiment, index, {name: value}, path)
    if row == "layers":
        return with_layers(experiment, cast("tuple[Layer, ...]", value))
    if row == "features":
        return with_features(experiment, cast("tuple[str, ...]", value))
    values: dict[str, Any] = {name: value}
    if row == "schedule.kind" and value in ("exponential", "step") and experiment.schedule.decay > 1.0:
        values["decay"] = Schedule().decay  # a divisor of inverse-time decay is no factor
    if row == "data.inputs" and value != experiment.data.inputs:
        experiment = with_all_bits(experiment, cast("int", value))
    if head:
        values = {head: replace(getattr(experiment, head), **values)}
    return replace(experiment, **values)


_ITEMS: dict[str, tuple[type, str]] = {
    "layers": (Layer, "layers"),
    "features": (str, "names"),
    "frozen": (FrozenWeight, "frozen weights"),
}


def _plain_value(row: str, value: object) -> object:
    """The value in the type its field holds: a slider's 10.0 for an integer field is 10, 3 for a number is 3.0."""
    kind = FIELDS[row].kind
    if kind == "integer" and isinstance(value, float) and value.is_integer():
        return int(value)
    if kind == "number" and isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    if row == "data.points" and isinstance(value, (list, tuple)):
        return tuple(tuple(point) if isinstance(point, list) else point for point in value)
    if kind == "list" and row in _ITEMS:
        one, words = _ITEMS[row]
        if not isinstance(value, (list, tuple)) or not all(isinstance(item, one) for item in value):
            raise ExperimentError(row, value, f"a list of {words}")
        return tuple(value)
    return value
