"""Forward alone, to predict: dropout off, batch norm folded into W and b."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.activations import ACTIVATIONS
from engine.arrays import Array, product, rows_of
from engine.batch_norm import BATCH_NORM_EPSILON
from engine.program import Program

if TYPE_CHECKING:
    from engine.network import Network


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
