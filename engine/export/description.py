"""What stands beside the arrays in an exported model: one JSON text, and the arrays' names, shapes and types from it.

Reading goes in this order, so that a damaged or hostile file cannot make the program allocate more than it holds: the
description first (small), from it the one list of arrays that the file may have, then the arrays, each compared with
that list.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, cast

import numpy as np

from engine.arrays import Array
from engine.batch_norm import BATCH_NORM_EPSILON
from engine.data.features import build_features
from engine.data.normalization import Normalization
from engine.errors import ExperimentError, FileFormatError
from engine.experiment import Experiment, Task
from engine.experiment_file import experiment_from_dict, experiment_to_dict
from engine.export.model import Model
from engine.losses import loss_for
from engine.parameters import ParameterLayout, make_layout
from engine.values import dataclass

FORMAT = 1
LARGEST_DESCRIPTION = 4_000_000  # bytes; a table of 2 000 named columns has some 100 000


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """All of a model but its numbers."""

    experiment: Experiment
    task: Task
    columns: tuple[str, ...]
    classes: tuple[str, ...]

    @property
    def inputs(self) -> tuple[str, ...]:
        """Names of the network's inputs."""
        return self.experiment.features or self.columns

    @property
    def layout(self) -> ParameterLayout:
        """The shapes of all layers."""
        outputs = len(self.classes) if self.task == "classes" else 1
        return make_layout(len(self.inputs), self.experiment.layers, outputs)

    def shapes(self) -> dict[str, tuple[tuple[int, ...], np.dtype[Any]]]:
        """Name -> shape and type of every array in the file, and of no other."""
        double, own = np.dtype(np.float64), np.dtype(self.experiment.dtype)
        columns, inputs = (len(self.columns),), (len(self.inputs),)
        shapes: dict[str, tuple[tuple[int, ...], np.dtype[Any]]] = {"columns.fill": (columns, double)}
        shapes |= {f"inputs.{name}": (inputs, double) for name in ("fill", "mean", "scale")}
        for number, layer in enumerate(self.layout.layers, start=1):
            shapes[f"layers.{number}.weight"] = ((layer.units, layer.fan_in), own)
            names = ("gamma", "beta", "running_mean", "running_variance") if layer.batch_norm else ("bias",)
            shapes |= {f"layers.{number}.{name}": ((layer.units,), own) for name in names}
        return shapes


def describe(model: Model) -> str:
    """The JSON text for a model; everything a reader without this program needs stands in it by name."""
    tree = {
        "format": FORMAT,
        "task": model.task,
        "columns": list(model.columns),
        "inputs": list(model.inputs),
        "classes": list(model.classes),
        "batch_norm_epsilon": BATCH_NORM_EPSILON,
        "experiment": experiment_to_dict(model.experiment),
    }
    return json.dumps(tree, allow_nan=False)


def read_description(text: str | bytes) -> Description:
    """The description from its JSON text. Raises FileFormatError."""
    try:
        if len(text) > LARGEST_DESCRIPTION:
            raise FileFormatError(f"its description is larger than {LARGEST_DESCRIPTION} bytes")
        tree = json.loads(text)
        return _description(tree)
    except FileFormatError:
        raise
    except ExperimentError as error:
        raise FileFormatError(f"its experiment is wrong: {error}") from None
    except (ValueError, RecursionError):
        raise FileFormatError("its description is not JSON") from None


def _description(tree: object) -> Description:
    if not isinstance(tree, dict):
        raise FileFormatError("its description is not an object")
    if tree.get("format") != FORMAT or isinstance(tree["format"], bool):
        raise FileFormatError(f"its format is {str(tree.get('format'))[:20]}; this program reads format {FORMAT}")
    task, classes = tree.get("task"), _names(tree, "classes")
    fits = {"two-class": len(classes) == 2, "classes": len(classes) > 2, "regression": not classes}
    if not isinstance(task, str) or not fits.get(task, False):
        raise FileFormatError(f"its task {str(task)[:20]!r} does not fit {len(classes)} classes")
    experiment = experiment_from_dict(tree.get("experiment"))
    description = Description(
        experiment=experiment, task=cast(Task, task), columns=_names(tree, "columns"), classes=classes
    )
    if not description.columns or _names(tree, "inputs") != description.inputs:
        raise FileFormatError("its inputs are not the experiment's features")
    loss_for(description.task, experiment.loss)
    build_features(np.zeros((1, len(description.columns))), experiment.features, description.columns)
    return description


def _names(tree: Mapping[str, object], name: str) -> tuple[str, ...]:
    names = tree.get(name)
    if not isinstance(names, list) or not all(isinstance(one, str) for one in names) or len(set(names)) != len(names):
        raise FileFormatError(f"its {name} are not a list of different names")
    return tuple(names)


def arrays_of(model: Model) -> dict[str, Array]:
    """Name -> array, C-contiguous copies: a slice written as it lies in memory would come out wrong."""
    arrays: dict[str, Array] = {
        "columns.fill": model.fill.fill,
        "inputs.fill": model.normalization.fill,
        "inputs.mean": model.normalization.mean,
        "inputs.scale": model.normalization.scale,
    }
    layout = model.network.layout
    arrays |= dict(_views(layout, model.parameters, model.running))
    return {name: np.array(array, order="C") for name, array in arrays.items()}


def model_from(description: Description, arrays: Mapping[str, Array]) -> Model:
    """The model of a description and its arrays, whose names, shapes and types have been compared.

    Raises FileFormatError when their numbers cannot be a model's.
    """
    own = np.dtype(description.experiment.dtype)
    layout = description.layout
    norms = sum(layer.units for layer in layout.layers if layer.batch_norm)
    parameters, running = np.empty(layout.size, own), np.empty(2 * norms, own)
    for name, view in _views(layout, parameters, running):
        view[...] = arrays[name]
    columns = len(description.columns)
    fill, substitute, mean, scale = (
        arrays[name].astype(np.float64) for name in ("columns.fill", "inputs.fill", "inputs.mean", "inputs.scale")
    )
    try:
        return Model(
            experiment=description.experiment,
            task=description.task,
            columns=description.columns,
            classes=description.classes,
            fill=Normalization(fill=fill, mean=np.zeros(columns), scale=np.ones(columns)),
            normalization=Normalization(fill=substitute, mean=mean, scale=scale),
            parameters=parameters,
            running=running,
        )
    except ValueError as error:
        raise FileFormatError(f"its arrays are not a model: {error}") from None


def _views(layout: ParameterLayout, parameters: Array, running: Array) -> Iterator[tuple[str, Array]]:
    """Name and view of every array of every layer, in the flat vectors they live in."""
    half, before = running.size // 2, 0
    for number, layer in enumerate(layout.layers, start=1):
        yield f"layers.{number}.weight", layer.weights(parameters)
        if not layer.batch_norm:
            yield f"layers.{number}.bias", layer.biases(parameters)
            continue
        yield f"layers.{number}.gamma", layer.gammas(parameters)
        yield f"layers.{number}.beta", layer.betas(parameters)
        yield f"layers.{number}.running_mean", running[before : before + layer.units]
        yield f"layers.{number}.running_variance", running[half + before : half + before + layer.units]
        before += layer.units
