"""What a change of the experiment does to a run: the strongest effect over all fields that differ.

The effect of each field stands in its row of ``engine.fields.FIELDS``; this module only compares and takes the
strongest: nothing, live, shape (weights are kept where they can be), data (other samples), restart. Points of one's own
are the exception: the network goes on with them only while it has as many classes as before.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from engine.choices import PAINTED, PAINTED_KINDS, PAINTED_VALUES, PLANE_KINDS
from engine.data.generators import GENERATORS
from engine.experiment import Data, Experiment, Layer
from engine.field import Effect, Field
from engine.fields import FIELDS
from engine.points import count_classes

STRENGTH: tuple[Effect, ...] = ("none", "live", "shape", "data", "restart")
POINTS = ("data.kind", "data.points", "data.samples", "data.noise", "data.inputs")  # all that says which points

_LAYER = "layers[]."


def impact(old: Experiment, new: Experiment) -> Effect:
    """The strongest effect of the fields in which the two experiments differ; ``none`` when they are equal."""
    with_points: Effect = "data" if _goes_on_with_points(old, new) else "restart"
    effects = (with_points if field.path in POINTS else field.effect for field in differing_fields(old, new))
    return max(effects, key=STRENGTH.index, default="none")


def _goes_on_with_points(old: Experiment, new: Experiment) -> bool:
    """Whether the new data are points of one's own for which the old network has the right outputs."""
    return new.data.kind in PAINTED_KINDS and _classes(old.data) == _classes(new.data)


def _classes(data: Data) -> int | None:
    """C of points in the plane, 0 for points with values; None for other data."""
    if data.kind == PAINTED:
        return count_classes(data.points)
    if data.kind == PAINTED_VALUES:
        return 0
    return len(GENERATORS[data.kind].class_names) if data.kind in PLANE_KINDS else None


def differing_fields(old: Experiment, new: Experiment) -> Iterator[Field]:
    """The rows of the table whose values differ; rows of layers are compared layer by layer.

    When layers were put in or taken out, the ones that stayed are known only if they are the same in both; a list
    that was also changed otherwise counts as changed in every field, since no layer can be told to be the same.
    """
    for path, field in FIELDS.items():
        if not path.startswith("layers") and attrgetter(path)(old) != attrgetter(path)(new):
            yield field
    if len(old.layers) == len(new.layers):
        yield from _differing_layers(old.layers, new.layers)
        return
    yield FIELDS["layers"]
    if not _contains_in_order(*sorted((old.layers, new.layers), key=len)):
        yield from (field for path, field in FIELDS.items() if path.startswith(_LAYER))


def _differing_layers(old: tuple[Layer, ...], new: tuple[Layer, ...]) -> Iterator[Field]:
    for path, field in FIELDS.items():
        name = path.removeprefix(_LAYER)
        if name != path and any(getattr(a, name) != getattr(b, name) for a, b in zip(old, new, strict=True)):
            yield field


def _contains_in_order(few: tuple[Layer, ...], many: tuple[Layer, ...]) -> bool:
    """Whether ``few`` is what remains of ``many`` after taking layers out."""
    rest = iter(many)
    return all(layer in rest for layer in few)
