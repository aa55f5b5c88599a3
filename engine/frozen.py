"""Frozen weights: single parameters that training leaves as they are, as a part of the experiment.

Layers, units and inputs are counted from 1 as in w[2]₃,₁, the weight from unit 1 of the layer before to unit 3 of layer
2; a bias has no input (under batch norm it is β, which takes the bias's place). Layer L is the output.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace

from engine.errors import ExperimentError
from engine.field import Field
from engine.layer_match import match_layers
from engine.values import dataclass

LARGEST = 1e6  # of a frozen value: far from what any network needs, and from what float32 can hold
LARGEST_LAYER = 65  # 64 hidden layers and the output
LARGEST_NUMBER = 1_000_000  # of a unit or an input

FROZEN_FIELDS = (
    Field(path="layer", kind="integer", effect="live", help="1 to L", low=1, high=LARGEST_LAYER),
    Field(path="unit", kind="integer", effect="live", help="where it leads to", low=1, high=LARGEST_NUMBER),
    Field(path="input", kind="integer", effect="live", help="where from", low=1, high=LARGEST_NUMBER, also=(None,)),
    Field(path="value", kind="number", effect="live", help="what it keeps", low=-LARGEST, high=LARGEST),
)
_ROWS: Mapping[str, Field] = {row.path: row for row in FROZEN_FIELDS}

Place = tuple[int, int, int | None]  # layer, unit, input: counted from 1


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenWeight:
    """One parameter and the value it keeps. Raises ExperimentError."""

    layer: int = 1
    unit: int = 1
    input: int | None = None
    value: float = 0.0

    def __post_init__(self) -> None:
        for field in fields(self):
            _ROWS[field.name].check(getattr(self, field.name), field.name)
        object.__setattr__(self, "value", float(self.value))

    @property
    def place(self) -> Place:
        """Which parameter it is."""
        return self.layer, self.unit, self.input


def sorted_weights(frozen: Sequence[FrozenWeight]) -> tuple[FrozenWeight, ...]:
    """In the order of the network: by layer, unit and input, the bias last."""
    return tuple(sorted(frozen, key=lambda one: (one.layer, one.unit, one.input is None, one.input or 0)))


def check_frozen(frozen: Sequence[FrozenWeight], sizes: Sequence[int | None]) -> None:
    """Raise ExperimentError unless every frozen weight is one of a network of sizes n[0..L], each once.

    A size that is not known yet is None and allows every number.
    """
    seen: set[Place] = set()
    for index, one in enumerate(frozen):
        path = f"frozen[{index}]"
        if not isinstance(one, FrozenWeight):
            raise ExperimentError(path, one, "a layer, a unit, an input (nothing for a bias) and a value")
        if one.layer >= len(sizes):
            raise ExperimentError(f"{path}.layer", one.layer, _whole(len(sizes) - 1))
        _check_number(f"{path}.unit", one.unit, sizes[one.layer])
        if one.input is not None:
            _check_number(f"{path}.input", one.input, sizes[one.layer - 1])
        if one.place in seen:
            raise ExperimentError(path, one.place, "each weight once")
        seen.add(one.place)


def _check_number(path: str, number: int, size: int | None) -> None:
    if size is not None and number > size:
        raise ExperimentError(path, number, _whole(size))


def _whole(high: int) -> str:
    return Field(path="", kind="integer", effect="live", help="", low=1, high=high).allowed


def carried(
    frozen: Sequence[FrozenWeight], old: Sequence[object], new: Sequence[object], units: Sequence[int]
) -> tuple[FrozenWeight, ...]:
    """What stays frozen when the hidden layers ``old`` become ``new``, which have so many ``units``.

    A weight stays if the layer it leads to and the one it comes from do: the rule by which weights are kept. A bias
    needs its own layer only.
    """
    matches = match_layers(old, new)
    kept = []
    for index, source in enumerate(matches):
        follows = source is not None and (matches[index - 1] if index else -1) == source - 1
        for one in frozen:
            if one.layer - 1 == source and (one.input is None or follows):
                kept.append(replace(one, layer=index + 1))
    return tuple(one for one in kept if _fits(one, units))


def _fits(one: FrozenWeight, units: Sequence[int]) -> bool:
    into = units[one.layer - 1] if one.layer <= len(units) else None
    out_of = units[one.layer - 2] if one.layer > 1 and one.input is not None else None
    return (into is None or one.unit <= into) and (out_of is None or (one.input or 0) <= out_of)


def with_other_inputs(
    frozen: Sequence[FrozenWeight], old: Sequence[str], new: Sequence[str]
) -> tuple[FrozenWeight, ...]:
    """What stays frozen when the inputs ``old`` become ``new``: the weights of those that are in both, by name."""
    kept = []
    for one in frozen:
        if one.layer > 1 or one.input is None:
            kept.append(one)
        elif one.input <= len(old) and old[one.input - 1] in new:
            kept.append(replace(one, input=new.index(old[one.input - 1]) + 1))
    return sorted_weights(kept)


def within(frozen: Sequence[FrozenWeight], layers: int) -> tuple[FrozenWeight, ...]:
    """What stays frozen when inputs and outputs are others: what lies between the ``layers`` hidden layers."""
    return tuple(one for one in frozen if one.layer <= layers and (one.layer > 1 or one.input is None))
