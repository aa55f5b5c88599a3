"""Seeded random streams, one per purpose, so that changing one use of chance does not reshuffle another.

A stream is a ``numpy.random.Generator`` whose seed is the experiment's, whose key is the purpose and, where there are
several of a kind, an index (the layer). The same seed, purpose and index give the same numbers on every machine.
"""

from __future__ import annotations

from typing import Literal

import numpy as np

Purpose = Literal["data", "split", "weights", "shuffle", "dropout", "augmentation"]

# The numbers are part of the file format: an experiment's result hangs on them. Never renumber.
_KEYS: dict[str, int] = {"data": 1, "split": 2, "weights": 3, "shuffle": 4, "dropout": 5, "augmentation": 6}


def stream(seed: int, purpose: Purpose, index: int = 0) -> np.random.Generator:
    """A fresh generator for one purpose; calling it again starts the same numbers over."""
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence(seed, spawn_key=(_KEYS[purpose], index))))
