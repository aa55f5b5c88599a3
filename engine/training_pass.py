"""Forward and backward of a network for batches of one size: its layers one after the other, and their calls.

The hidden layers' Z, A and dZ (under batch norm Z̃ and dZ̃) are views into three pieces of memory, where they stand one
behind the other, so that g′ of several layers is one piece of work.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from engine.activations import ACTIVATIONS
from engine.arrays import Array, one_behind_the_other, rows_of
from engine.batch_norm import BatchNorm, RunningAverages
from engine.experiment import Layer
from engine.lane_dropout import LaneDropout
from engine.layers import Activate, Affine, Derivatives, Dropout, Output
from engine.program import Program, Slot

if TYPE_CHECKING:
    from engine.network import Network

X, X_T, Y = Slot("X"), Slot("X_T"), Slot("Y")


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
