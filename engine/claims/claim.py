"""What a section of the notes claims, as something that is run: figures, each with the bounds that it must keep."""

from __future__ import annotations

from collections.abc import Callable
from math import inf

from engine.values import dataclass

Clock = Callable[[], float]  # seconds from any beginning


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number that was measured. name: of what, in words. least, most: the bounds that the claim sets, if any."""

    name: str
    value: float
    least: float = -inf
    most: float = inf

    @property
    def is_bound(self) -> bool:
        """Whether the claim says anything of it; other figures are there to compare with."""
        return self.least > -inf or self.most < inf

    @property
    def holds(self) -> bool:
        """Whether it keeps its bounds; what is not a number keeps none."""
        return self.least <= self.value <= self.most


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One row.

    section: of the notes. says: the claim in one sentence. measure: runs it, always from the same seeds, and returns
    what was measured; it takes up to a few seconds. timed: takes a clock in seconds and returns what a machine needs;
    such figures are shown and have no bound, since another program may be in the way.
    """

    section: str
    name: str
    title: str
    says: str
    measure: Callable[[], tuple[Figure, ...]]
    timed: Callable[[Clock], tuple[Figure, ...]] | None = None


def all_hold(figures: tuple[Figure, ...]) -> bool:
    """Whether every bound is kept; a claim without a bound would claim nothing, so that is False."""
    return any(figure.is_bound for figure in figures) and all(figure.holds for figure in figures)
