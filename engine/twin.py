"""A second trainer with the same data and parameters, to try things on: what is done to it the run never sees.

The Hessian needs it in double precision, a slice of the cost without dropout, a gradient check both ways.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.data.prepare import Prepared
from engine.trainer import Trainer


def twin(trainer: Trainer, *, dtype: str | None = None, dropout: bool = True) -> Trainer:
    """A trainer with copies of θ (P,) and of batch norm's running averages; optimiser, position and history are new.

    dtype: "float32" or "float64"; None keeps the run's. dropout: false sets every keep_prob to 1.
    Raises ExperimentError for another dtype.
    """
    experiment = replace(trainer.experiment, dtype=dtype or trainer.experiment.dtype)
    if not dropout:
        experiment = replace(experiment, layers=tuple(replace(layer, keep_prob=1.0) for layer in experiment.layers))
    other = Trainer(experiment, _in(trainer.prepared, np.dtype(experiment.dtype)))
    other.parameters = trainer.parameters
    np.copyto(other.network.running, trainer.network.running)
    return other


def _in(prepared: Prepared, dtype: np.dtype[np.generic]) -> Prepared:
    """The same data in another precision; the inputs keep the digits they were rounded to."""
    if prepared.dtype == dtype:
        return prepared
    return replace(prepared, dtype=dtype, x={name: x.astype(dtype) for name, x in prepared.x.items()})
