"""Keeping what was learned when the network's shape changes: the weights that still mean the same are copied.

A weight is kept when both the layer it leads to and the one it comes from are kept; new units start from the seed.
"""

from __future__ import annotations

import numpy as np

from engine.arrays import Array
from engine.layer_match import match_layers
from engine.network import Network


def transplant(old: Network, new: Network) -> None:
    """Copy θ and running averages from ``old`` into ``new`` where they can be kept."""
    matches = match_layers(old.hidden, new.hidden)
    for index, source in enumerate(matches):
        if source is None:
            continue
        before = matches[index - 1] if index else -1
        if before == source - 1:
            _copy_block(old, new, old.parameters, new.parameters, source, index)
        if index < len(new.hidden) and source < len(old.hidden):
            _copy_running(old, new, source, index)


def transplant_vector(old: Network, new: Network, old_vector: Array, new_vector: Array) -> None:
    """Copy a vector that runs beside θ (an optimiser's state) in the same way; the rest stays as it is."""
    matches = match_layers(old.hidden, new.hidden)
    for index, source in enumerate(matches):
        if source is not None and (matches[index - 1] if index else -1) == source - 1:
            _copy_block(old, new, old_vector, new_vector, source, index)


def _copy_block(old: Network, new: Network, a: Array, b: Array, source: int, index: int) -> None:
    shape, kept = new.layout.layers[index], old.layout.layers[source]
    units, fan_in = min(shape.units, kept.units), min(shape.fan_in, kept.fan_in)
    shape.weights(b)[:units, :fan_in] = kept.weights(a)[:units, :fan_in]
    if not shape.batch_norm and not kept.batch_norm:
        shape.biases(b)[:units] = kept.biases(a)[:units]
    if shape.batch_norm and kept.batch_norm:
        shape.gammas(b)[:units] = kept.gammas(a)[:units]
        shape.betas(b)[:units] = kept.betas(a)[:units]


def _copy_running(old: Network, new: Network, source: int, index: int) -> None:
    if not (old.hidden[source].batch_norm and new.hidden[index].batch_norm):
        return
    units = min(old.hidden[source].units, new.hidden[index].units)
    for ours, theirs in zip(new.running_averages(index), old.running_averages(source), strict=True):
        np.copyto(ours[:units], theirs[:units])
