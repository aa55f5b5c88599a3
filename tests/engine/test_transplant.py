"""Weights are kept where both ends of them are, and nowhere else; what runs beside them goes the same way."""

from collections.abc import Sequence

import numpy as np

from engine.experiment import Layer
from engine.losses import LOSSES
from engine.network import Network
from engine.transplant import transplant, transplant_vector

A, B, C = Layer(units=4), Layer(units=3, batch_norm=True), Layer(units=2, activation="relu")


def network(layers: Sequence[Layer], start: float) -> Network:
    """Two inputs, one output, and every number of it another one, counted from `start`."""
    made = Network(2, tuple(layers), 1, next(iter(LOSSES.values())), np.dtype(np.float64))
    made.parameters[:] = np.arange(made.parameters.size) + start
    made.running[:] = np.arange(made.running.size) + start
    return made


def weights(of: Network, index: int) -> np.ndarray:
    return of.layout.layers[index].weights(of.parameters)


def test_a_layer_put_in_has_new_weights_on_both_of_its_sides() -> None:
    old, new = network((A, B), 1000.0), network((A, C, B), 5000.0)
    begun = new.parameters.copy()
    transplant(old, new)
    np.testing.assert_array_equal(weights(new, 0), weights(old, 0))
    for index in (1, 2):  # into the new layer, and out of it
        np.testing.assert_array_equal(weights(new, index), new.layout.layers[index].weights(begun))
    np.testing.assert_array_equal(weights(new, 3), weights(old, 2))


def test_a_layer_taken_out_leaves_the_next_one_to_begin_anew() -> None:
    old, new = network((A, C, B), 1000.0), network((A, B), 5000.0)
    begun = new.parameters.copy()
    transplant(old, new)
    np.testing.assert_array_equal(weights(new, 0), weights(old, 0))
    np.testing.assert_array_equal(weights(new, 1), new.layout.layers[1].weights(begun))
    np.testing.assert_array_equal(weights(new, 2), weights(old, 3))


def test_running_averages_go_with_their_layer() -> None:
    old, new = network((A, B), 1000.0), network((A, C, B), 5000.0)
    transplant(old, new)
    for ours, theirs in zip(new.running_averages(2), old.running_averages(1), strict=True):
        np.testing.assert_array_equal(ours, theirs)


def test_what_runs_beside_the_weights_is_kept_where_they_are() -> None:
    old, new = network((A, B), 1000.0), network((A, C, B), 5000.0)
    vector = np.zeros_like(new.parameters)
    transplant_vector(old, new, old.parameters, vector)
    kept = vector != 0.0
    transplant(old, new)
    np.testing.assert_array_equal(vector[kept], new.parameters[kept])
    assert 0 < kept.sum() < kept.size
