"""The best that any classifier can do on a generated set: its boundary, as the posterior over places, and its error.

The boundary is known where the row of a set in the plane has a posterior, the error of every generated set; of tables
and painted points nothing is.
"""

from __future__ import annotations

from engine.choices import PLANE_KINDS
from engine.data.bayes import BayesError
from engine.data.dataset import Floats
from engine.data.generators import GENERATORS
from engine.values import dataclass

READ_OFF = ("circle", "xor", "checkerboard", "wave", "rings")  # whose labels are read off at another place,
READING_REACH = 4.0  # at least so many times ν away


@dataclass(frozen=True, slots=True, kw_only=True)
class Optimum:
    """posterior: P(y = 1 | x) (m,) for two classes, (m, C) for more, at the places asked for."""

    error: BayesError
    posterior: Floats


def knows_optimum(kind: str) -> bool:
    """Whether the optimal boundary of a data set is known."""
    return kind in PLANE_KINDS and GENERATORS[kind].posterior is not None


def knows_least_error(kind: str) -> bool:
    """Whether the least attainable error of a data set is known."""
    return kind in GENERATORS and GENERATORS[kind].bayes_error is not None


def least_error(kind: str, noise: float) -> BayesError | None:
    """The least attainable error of a generated set with noise in percent; None where it is not known."""
    row = GENERATORS.get(kind)
    return None if row is None or row.bayes_error is None else row.bayes_error(noise / 100.0)


def optimum(kind: str, noise: float, x: Floats, cell: float) -> Optimum | None:
    """The optimum of a generated set with noise in percent, at places x (m, 2); None where it is not known.

    cell: the distance of neighbouring places. Without noise many posteriors are steps, and a line
    through a grid of steps is a staircase; a label read off half a cell away moves the line by nothing one could see.
    """
    row = GENERATORS[kind] if knows_optimum(kind) else None
    if row is None or row.posterior is None or row.bayes_error is None:
        return None
    share = noise / 100.0
    seen = max(share, cell / READING_REACH) if kind in READ_OFF else share
    return Optimum(error=row.bayes_error(share), posterior=row.posterior(x, seen))
