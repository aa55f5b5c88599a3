"""A network: its flat vectors, and for every batch size the chain of layers that works on them.

``training_pass(m)`` is the forward and backward chain for m samples; ``predictor(m)`` the forward chain alone, with
dropout off and batch norm folded into W and b. Both are made once per m and kept.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np

from engine.arrays import Array
from engine.experiment import Experiment, Layer
from engine.initializers import INITIALIZERS
from engine.lane_dropout import LaneDropouts
from engine.losses import Loss, loss_for
from engine.parameters import ParameterLayout, make_layout
from engine.predictor import Predictor
from engine.random_streams import stream
from engine.training_pass import TrainingPass

Made = TypeVar("Made")
CHUNK = 4096  # samples predicted at once: bounds memory, and the same for every caller, so the last bits agree
KEPT_PASSES = 8


class Network:
    """Sizes n[0..L], parameters θ, their gradient, batch norm's running averages; all flat, with views per layer."""

    def __init__(
        self,
        inputs: int,
        layers: tuple[Layer, ...],
        outputs: int,
        loss: Loss,
        dtype: np.dtype[Any],
        lanes: tuple[int, ...] = (),
    ) -> None:
        self.inputs, self.hidden, self.outputs, self.loss, self.dtype = inputs, layers, outputs, loss, dtype
        self.lanes = lanes  # () for one model, (K,) for K at once: it stands before every shape
        self.layout: ParameterLayout = make_layout(inputs, layers, outputs)
        self.parameters = np.zeros((*lanes, self.layout.size), dtype)  # θ (P,)
        self.gradients = np.zeros((2, *self.parameters.shape), dtype)  # dJ/dθ, and beside it room for its square
        self.gradient = self.gradients[0]  # dJ/dθ (P,)
        norms = sum(layer.units for layer in layers if layer.batch_norm)
        self.running = np.zeros((*lanes, 2 * norms), dtype)  # means, then variances
        self.running[..., norms:] = 1.0
        self.averages = np.stack([self.running, self.running], axis=-2)  # before the last training pass; of its batch
        self.running_before, self.batch_statistics = self.averages[..., 0, :], self.averages[..., 1, :]
        self.dropout_random = stream(0, "dropout")
        self.lane_dropouts: tuple[LaneDropouts, ...] = ()  # of K models: who drops what, one for each hidden layer
        self._passes: dict[int, TrainingPass] = {}
        self._predictors: dict[int, Predictor] = {}

    @property
    def depth(self) -> int:
        """L, the number of layers with weights."""
        return len(self.layout.layers)

    @property
    def first_layer_has_bias(self) -> bool:
        """Whether the batch must end with a row of ones (the first layer has no batch norm)."""
        return not self.layout.layers[0].batch_norm

    def initialize(self, experiment: Experiment, lane: tuple[int, ...] = ()) -> None:
        """Fill θ, or that of one lane, from the experiment's seed and initialisers; one stream per layer, so that a
        layer added later leaves the others' start as it was. γ = 1, β = 0, running mean 0 and variance 1."""
        theta, hidden = self.parameters[lane], experiment.layers
        for index, shape in enumerate(self.layout.layers):
            own = hidden[index].initializer if index < len(hidden) else None
            rule = INITIALIZERS[own or experiment.initializer]
            drawn = rule.weights(stream(experiment.seed, "weights", index), shape.units, shape.fan_in)
            shape.weights(theta)[...] = drawn * experiment.initializer_scale
            if shape.batch_norm:
                shape.gammas(theta)[...] = 1.0
                shape.betas(theta)[...] = 0.0
            else:
                shape.biases(theta)[...] = rule.bias

    def take_back_running_averages(self, lane: tuple[int, ...] = ()) -> None:
        """Undo what the last training pass did to the running averages (of one lane)."""
        np.copyto(self.running[lane], self.running_before[lane])

    def running_averages(self, index: int) -> tuple[Array, Array]:
        """Views (n,) of the running mean and variance of hidden layer ``index`` (0-based)."""
        return self.mean_and_variance(self.running, index)

    def mean_and_variance(self, vector: Array, index: int) -> tuple[Array, Array]:
        """Views (n,) of what belongs to hidden layer ``index`` (0-based) in a vector laid out like ``running``."""
        before = sum(layer.units for layer in self.hidden[:index] if layer.batch_norm)
        half, units = vector.shape[-1] // 2, self.hidden[index].units
        return vector[..., before : before + units], vector[..., half + before : half + before + units]

    def training_pass(self, m: int) -> TrainingPass:
        """The chain for batches of m samples."""
        return _kept(self._passes, m, lambda: TrainingPass(self, m))

    def predictor(self, m: int) -> Predictor:
        """The forward chain for m samples."""
        return _kept(self._predictors, m, lambda: Predictor(self, m))

    @np.errstate(all="ignore")
    def logits_and_outputs(self, x: Array) -> tuple[Array, Array]:
        """x (m, n[0]) prepared features in rows -> Z and A of the output layer, (n[L], m) each."""
        shape = (*self.lanes, self.outputs, len(x))
        Z, A = np.empty(shape, self.dtype), np.empty(shape, self.dtype)
        for start in range(0, len(x), CHUNK):
            part = x[start : start + CHUNK]
            predictor = self.predictor(len(part))
            predictor.run(part)
            Z[..., start : start + CHUNK], A[..., start : start + CHUNK] = predictor.Z[-1], predictor.A[-1]
        return Z, A

    @np.errstate(all="ignore")
    def responses(self, x: Array) -> list[Array]:
        """x (m, n[0]) prepared features in rows -> A[1..L], each (n[l], m), copies."""
        parts: list[list[Array]] = []
        for start in range(0, len(x), CHUNK):
            predictor = self.predictor(len(x[start : start + CHUNK]))
            predictor.run(x[start : start + CHUNK])
            parts.append([A.copy() for A in predictor.A])
        return [np.concatenate(layer, axis=-1) for layer in zip(*parts, strict=True)]


def make_network(experiment: Experiment, inputs: int, outputs: int, task: str) -> Network:
    """A network for an experiment on data of these sizes, with its initial weights. Raises ExperimentError."""
    loss = loss_for(task, experiment.loss)
    network = Network(inputs, experiment.layers, outputs, loss, np.dtype(experiment.dtype))
    network.dropout_random = stream(experiment.seed, "dropout")
    network.initialize(experiment)
    return network


def _kept(cache: dict[int, Made], m: int, make: Callable[[], Made]) -> Made:
    """The chain for m, from the cache or new; the oldest goes when there are too many."""
    if m not in cache:
        if len(cache) >= KEPT_PASSES:
            cache.pop(next(iter(cache)))
        cache[m] = make()
    return cache[m]
