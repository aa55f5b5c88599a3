"""Initial weights: one row per distribution (the notes, 1.2.7 and 2.1.9).

LeCun 1998 (the notes' "Xavier"): Var(w) = 1/n_in. He et al. 2015: 2/n_in. Glorot & Bengio 2010: 2/(n_in + n_out).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from engine.values import dataclass

Float64 = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Initializer:
    """One row: ``weights(random, n_out, n_in)`` gives (n_out, n_in) float64; every bias starts at ``bias``."""

    name: str
    formula: str
    when: str
    weights: Callable[[np.random.Generator, int, int], Float64]
    bias: float = 0.0


def _normal(variance: Callable[[int, int], float]) -> Callable[[np.random.Generator, int, int], Float64]:
    def weights(random: np.random.Generator, n_out: int, n_in: int) -> Float64:
        return np.asarray(random.standard_normal((n_out, n_in)) * np.sqrt(variance(n_in, n_out)))

    return weights


INITIALIZERS: Mapping[str, Initializer] = {
    row.name: row
    for row in (
        Initializer(
            name="zeros",
            formula="w = 0",
            when="to see symmetry: all units of a layer stay the same for ever",
            weights=lambda random, n_out, n_in: np.zeros((n_out, n_in)),
        ),
        Initializer(
            name="small",
            formula="w ∼ 0.01·N(0, 1)",
            when="shallow networks; in deep ones the signal dies",
            weights=_normal(lambda n_in, n_out: 1e-4),
        ),
        Initializer(
            name="uniform",
            formula="w ∼ U(−½, ½), b = 0.1",
            when="to compare with TensorFlow Playground, which starts so",
            weights=lambda random, n_out, n_in: random.uniform(-0.5, 0.5, (n_out, n_in)),
            bias=0.1,
        ),
        Initializer(
            name="lecun",
            formula="Var(w) = 1/n_in",
            when="tanh and sigmoid",
            weights=_normal(lambda n_in, n_out: 1 / n_in),
        ),
        Initializer(
            name="he",
            formula="Var(w) = 2/n_in",
            when="ReLU and leaky ReLU",
            weights=_normal(lambda n_in, n_out: 2 / n_in),
        ),
        Initializer(
            name="glorot",
            formula="Var(w) = 2/(n_in + n_out)",
            when="tanh, where the layers' widths differ much",
            weights=_normal(lambda n_in, n_out: 2 / (n_in + n_out)),
        ),
    )
}
