"""Edits of the hidden layers: a layer or a unit more or less. What is frozen follows them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from engine.edits.edit import Edit
from engine.errors import ExperimentError
from engine.experiment import Experiment, Layer
from engine.frozen import carried


def add_layer(index: int, units: int | None = None, activation: str | None = None) -> Edit:
    """Put a hidden layer before position ``index`` (0..number of layers).

    What is not said comes from the layer before (or the first one); a network without layers gets 4 tanh units.
    """

    def change(experiment: Experiment) -> Experiment:
        layers = experiment.layers
        _check_index(index, len(layers) + 1)
        model = layers[max(index - 1, 0)] if layers else Layer()
        wanted = {"units": model.units if units is None else units, "activation": activation or model.activation}
        new = _layer(Layer(slope=model.slope), index, wanted)
        return with_layers(experiment, (*layers[:index], new, *layers[index:]))

    return Edit(label="Add layer", change=change)


def remove_layer(index: int) -> Edit:
    """Take out the hidden layer at ``index`` (from 0); without any left the network is a logistic regression."""

    def change(experiment: Experiment) -> Experiment:
        _check_index(index, len(experiment.layers))
        return with_layers(experiment, (*experiment.layers[:index], *experiment.layers[index + 1 :]))

    return Edit(label="Remove layer", change=change)


def add_unit(index: int) -> Edit:
    """Give the hidden layer at ``index`` (from 0) one more unit."""
    return Edit(label="Add unit", change=lambda experiment: _with_units(experiment, index, 1))


def remove_unit(index: int) -> Edit:
    """Take one unit from the hidden layer at ``index`` (from 0); the last one stays."""
    return Edit(label="Remove unit", change=lambda experiment: _with_units(experiment, index, -1))


def with_layers(experiment: Experiment, layers: tuple[Layer, ...]) -> Experiment:
    """The experiment with other hidden layers; what is frozen follows them."""
    frozen = carried(experiment.frozen, experiment.layers, layers, [layer.units for layer in layers])
    return replace(experiment, layers=layers, frozen=frozen)


def with_values(experiment: Experiment, index: int, values: dict[str, Any], path: str = "layers") -> Experiment:
    """The experiment with other values in the hidden layer at ``index``; ``path`` is named where there is no such."""
    _check_index(index, len(experiment.layers), path)
    layers = list(experiment.layers)
    layers[index] = _layer(layers[index], index, values)
    return with_layers(experiment, tuple(layers))


def _with_units(experiment: Experiment, index: int, more: int) -> Experiment:
    _check_index(index, len(experiment.layers))
    return with_values(experiment, index, {"units": experiment.layers[index].units + more})


def _layer(layer: Layer, index: int, values: dict[str, Any]) -> Layer:
    """The layer with other values; its errors name its place in the list."""
    try:
        return replace(layer, **values)
    except ExperimentError as error:
        raise ExperimentError(f"layers[{index}].{error.path}", error.value, error.allowed) from None


def _check_index(index: int, count: int, path: str = "layers") -> None:
    if not 0 <= index < count:
        allowed = f"a position from 0 to {count - 1}" if count else "nothing, because there is no hidden layer"
        raise ExperimentError(path, index, allowed)
