"""What the decision surface shows beside the map: choices of the user's, and never part of a run."""

from __future__ import annotations

from dataclasses import fields

from engine.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SurfaceOptions:
    """train, dev, test: their points. wrong: rings around those the network gets wrong. classes: decisions alone.

    margins: how sure it is. optimal: the best possible line.
    """

    train: bool = True
    dev: bool = False
    test: bool = False
    wrong: bool = False
    classes: bool = False
    margins: bool = False
    optimal: bool = False


OPTION_NAMES = tuple(field.name for field in fields(SurfaceOptions))
