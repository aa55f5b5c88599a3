"""A network: its flat vectors, and for every batch size the chain of layers that works on them.

``training_pass(m)`` is the forward and backward chain for m samples; ``predictor(m)`` the forward chain alone, with
dropout off and batch norm folded into W and b. Both are made once per m and kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any, TypeVar

import numpy as np

from engine.activations import ACTIVATIONS
from engine.arrays import Array, one_behind_the_other, product, rows_of
from engine.experiment import Experiment, Layer
from engine.initializers import INITIALIZERS
from engine.lane_dropout import LaneDropout, LaneDropouts
from engine.layers import (
    BATCH_NORM_EPSILON,
    Activate,
    Affine,
    BatchNorm,
    Derivatives,
    Dropout,
    Output,
    RunningAverages,
)
from engine.losses import Loss, loss_for
from engine.parameters import ParameterLayout, make_layout
from engine.program import Program, Slot
from engine.random_streams import stream

Made = TypeVar("Made")
X, X_T, Y = Slot("X"), Slot("X_T"), Slot("Y")
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
    def has_dropout(self) -> bool:
        """Whether any hidden layer drops units while training."""
        return any(layer.keep_prob < 1.0 for layer in self.hidden)

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


class TrainingPass:
    """Forward and backward for batches of m samples, as one function ``gradient(X, X_T, Y)``.

    X (n[0] + 1, m) ends with a row of ones unless the first layer has batch norm; Y is (n[L], m). Afterwards the
    network's ``gradient`` holds dJ/dθ without penalties, and every part its Z, A, dZ, dA of this batch.
    """

    def __init__(self, network: Network, m: int) -> None:
        self.m, self.network = m, network
        self.affines: list[Affine] = []
        self.activations: list[Activate] = []
        self.norms: list[BatchNorm | None] = []
        self.dropouts: list[Dropout | None] = []
        self._parts: list[Affine | BatchNorm | Activate | Dropout] = []
        self._make_arrays()
        self.derivatives = list(self._derivatives())
        A, A_T = self._build_hidden()
        last = self._add_affine(network.depth - 1, A, A_T, *(self._rows(network.outputs) for _ in range(2)))
        self.output = Output(last.Z, last.dZ, Y)
        self.program = Program()
        self._say(self.program)
        self.gradient = self.program.function(X, X_T, Y)

    def _rows(self, n: int) -> Array:
        return rows_of(self.network.lanes, n, self.m, self.network.dtype)

    def _make_arrays(self) -> None:
        """Z, A, dZ of the hidden layers (where there is batch norm, Z̃ and dZ̃): one row more than they have units."""
        network = self.network
        rows = [layer.units + 1 for layer in network.hidden]
        (self._all_Z, self._Z), (self._all_A, self._A), (self._all_dZ, self._dZ) = (
            one_behind_the_other(network.lanes, rows, self.m, network.dtype, value) for value in (0.0, 1.0, 0.0)
        )

    def _derivatives(self) -> Iterator[Derivatives]:
        """One for each group of layers, next to each other, with the same g."""
        start = 0
        for (name, slope), group in groupby(self.network.hidden, lambda layer: (layer.activation, layer.slope)):
            stop = start + sum(layer.units + 1 for layer in group)
            Z, A, dZ = (piece[start:stop] for piece in (self._all_Z, self._all_A, self._all_dZ))
            yield Derivatives(ACTIVATIONS[name], slope, Z, A, dZ)
            start = stop

    def _add_affine(self, index: int, A: Array | Slot, A_T: Array | Slot, Z: Array, dZ: Array) -> Affine:
        shape, network = self.network.layout.layers[index], self.network
        affine = Affine(shape.W(network.parameters), shape.W(network.gradient), A, A_T, Z, dZ)
        self.affines.append(affine)
        self._parts.append(affine)
        return affine

    def _build_hidden(self) -> tuple[Array | Slot, Array | Slot]:
        A: Array | Slot = X
        A_T: Array | Slot = X_T
        previous: Activate | Dropout | None = None
        for index, layer in enumerate(self.network.hidden):
            n, has_norm = layer.units, self.network.layout.layers[index].batch_norm
            Z, dZ, with_ones = self._Z[index][..., :n, :], self._dZ[index][..., :n, :], self._A[index]
            before = (self._rows(n), self._rows(n)) if has_norm else (Z, dZ)
            affine = self._add_affine(index, A, A_T, *before)
            self._take_gradient(previous, affine)
            norm = self._norm(index, before, (Z, dZ)) if has_norm else None
            activate = Activate(ACTIVATIONS[layer.activation], layer.slope, Z, dZ, with_ones[..., :n, :])
            dropout, with_ones = self._dropout(index, layer, with_ones)
            self.norms.append(norm)
            self.activations.append(activate)
            self.dropouts.append(dropout)
            self._parts += [part for part in (norm, activate, dropout) if part is not None]
            previous = dropout or activate
            A = with_ones[..., : self.network.layout.layers[index + 1].columns, :]
            A_T = A.mT
        self._previous = previous
        return A, A_T

    def _dropout(self, index: int, layer: Layer, A: Array) -> tuple[Dropout | None, Array]:
        """What drops units of A (n + 1, m), which ends with the ones, and what it makes of it; None, A if nothing."""
        network, rule = self.network, self.network.lane_dropouts[index] if self.network.lane_dropouts else None
        if not (rule.drops if rule else layer.keep_prob < 1.0):
            return None, A
        left = rows_of(network.lanes, layer.units + 1, self.m, network.dtype, 1.0)  # (n + 1, m)
        units = A[..., : layer.units, :], left[..., : layer.units, :]
        if rule:
            return LaneDropout(rule, *units), left
        return Dropout(layer.keep_prob, *units, network.dropout_random), left

    def _norm(self, index: int, before: tuple[Array, Array], after: tuple[Array, Array]) -> BatchNorm:
        shape, network = self.network.layout.layers[index], self.network
        parameters, gradients = (shape.gammas_and_betas(one) for one in (network.parameters, network.gradient))
        statistics = network.mean_and_variance(network.batch_statistics, index)
        return BatchNorm(parameters, gradients, statistics, network.running_averages(index), before, after)

    def _take_gradient(self, previous: Activate | Dropout | None, affine: Affine) -> None:
        """What an affine part computes as dA_prev is the dA of the part before it: the same array."""
        if previous is None or affine.dA_prev is None:
            return
        if isinstance(previous, Dropout):
            units = previous.A.shape[-2]
            previous.dA_out = affine.dA_prev[..., :units, :]
            self.activations[-1].dA = previous.dA_out
        else:
            previous.dA = affine.dA_prev[..., : previous.A.shape[-2], :]

    def _say(self, program: Program) -> None:
        self._take_gradient(self._previous, self.affines[-1])
        output, loss, network = self.output, self.network.loss, self.network
        if network.running.size:
            program.do("keep the running averages", np.copyto, network.running_before, network.running)
        for part in self._parts:
            part.forward(program.do)
        if network.running.size and self.m > 1:
            RunningAverages(network.averages, network.running).forward(program.do)
        loss.forward(program.do, output.Z, output.A)
        loss.backward(program.do, output.A, output.Y, output.dZ, output.share)
        for one in self.derivatives:
            one.backward(program.do)
        for part in reversed(self._parts):
            part.backward(program.do)

    def first_non_finite(self, lane: tuple[int, ...] = ()) -> tuple[int, str]:
        """(layer 1..L, tensor) where the first non-finite number of the last run stands, in the order of computing."""
        for index, affine in enumerate(self.affines):
            if not np.isfinite(affine.Z[lane]).all():
                return index + 1, "Z"
            if index < len(self.activations) and not np.isfinite(self.activations[index].A[lane]).all():
                return index + 1, "A"
        for index in reversed(range(len(self.affines))):
            if not np.isfinite(self.affines[index].dZ[lane]).all():
                return index + 1, "dZ"
            if not np.isfinite(self.affines[index].dW[lane]).all():
                return index + 1, "dW"
        return len(self.affines), "dW"  # every number is finite, only the sum of their squares overflows


class Predictor:
    """Forward only, for m samples: dropout off, batch norm folded into W and b. ``Z`` and ``A`` hold layers 1..L."""

    def __init__(self, network: Network, m: int) -> None:
        self.network, self.m = network, m
        self._input = np.ones((network.inputs + 1, m), network.dtype)
        self._folds: list[tuple[int, Array]] = []
        self.Z: list[Array] = []
        self.A: list[Array] = []
        self.program = program = Program()
        A = self._input
        for index, shape in enumerate(network.layout.layers):
            W = self._weights(index)
            Z = rows_of(network.lanes, shape.units, m, network.dtype)
            A_next = rows_of(network.lanes, shape.units + 1, m, network.dtype, 1.0)
            kept = A_next[..., :-1, :]
            program.do("Z = W·A_prev + b", product(W), A, Z)
            if index < len(network.hidden):
                layer = network.hidden[index]
                rule = ACTIVATIONS[layer.activation]
                rule.forward(program.do, Z, kept, np.array(layer.slope, network.dtype))
            else:
                network.loss.forward(program.do, Z, kept)
            self.Z.append(Z)
            self.A.append(kept)
            A = A_next
        self._forward = program.function()

    def _weights(self, index: int) -> Array:
        shape = self.network.layout.layers[index]
        if not shape.batch_norm:
            return shape.W(self.network.parameters)
        folded = np.zeros((*self.network.lanes, shape.units, shape.fan_in + 1), self.network.dtype)
        self._folds.append((index, folded))
        return folded

    def run(self, x: Array) -> None:
        """x (m, n[0]), prepared features in rows."""
        self.load(x)
        self.forward()

    def load(self, x: Array) -> None:
        """Put x (m, n[0]) where ``forward`` reads it."""
        self._input[:-1] = x.T

    def forward(self) -> None:
        """Z and A of all layers for the x loaded last. Overflow gives infinities: callers ignore NumPy's warning."""
        self._fold()
        self._forward()

    def _fold(self) -> None:
        """W and b of the layers under batch norm, with its normalisation in them."""
        for index, folded in self._folds:
            shape, theta = self.network.layout.layers[index], self.network.parameters
            mean, variance = self.network.running_averages(index)
            scale = shape.gammas(theta) / np.sqrt(variance + self.network.dtype.type(BATCH_NORM_EPSILON))  # (n,)
            folded[..., :-1] = shape.weights(theta) * scale[..., None]
            folded[..., -1] = shape.betas(theta) - scale * mean


def _kept(cache: dict[int, Made], m: int, make: Callable[[], Made]) -> Made:
    """The chain for m, from the cache or new; the oldest goes when there are too many."""
    if m not in cache:
        if len(cache) >= KEPT_PASSES:
            cache.pop(next(iter(cache)))
        cache[m] = make()
    return cache[m]
