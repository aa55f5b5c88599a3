"""A run at one step, as a value: what it takes to go on as if it had never stopped."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.augmented_inputs import Drawn
from engine.early_stopping import Watched
from engine.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """All that a run hangs on at one step, as copies: give it to a trainer of the same experiment."""

    parameters: Array
    running: Array
    states: tuple[Array, ...]
    optimizer_steps: int
    random: dict[str, Any]
    order: NDArray[np.intp]
    position: int
    step: int
    epoch: int
    history: NDArray[np.float64]
    watched: Watched | None = None
    drawn: Drawn | None = None
