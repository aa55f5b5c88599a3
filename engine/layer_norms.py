"""How long each layer's gradient, weights and step are, measured on the training steps themselves.

A step that is measured is a step of the run like any other: only its θ is compared before and after. So measuring a
few steps a second costs next to nothing and changes no bit. Where a run stands, a probe says how it would go on from
there (``statistics``). ‖·‖ is the Euclidean norm of all numbers of W; vanishing gradients show here: in a deep
network of sigmoids ‖dW‖ falls by a factor per layer towards the input (the notes, 2.1.8 and 2.1.9).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.network import Network
from engine.snapshot import LayerCurves
from engine.statistics import layer_statistics
from engine.trainer import Trainer

Float64 = NDArray[np.float64]
MOST = 300  # rows
PROBE = 256  # samples of the probe before the first step


class LayerNorms:
    """A record of one run, thinned by halves; begins anew when the network gets other layers."""

    def __init__(self) -> None:
        self._network: Network | None = None
        self._rows: list[Float64] = []  # each (1 + 3L,): epoch, ‖dW‖, ‖W‖, ‖ΔW‖/‖W‖ of layers 1..L
        self._stride, self._skipped = 1, 0
        self._broken = False  # nobody looked for a while: the next row begins a new piece of the lines

    @property
    def last_epoch(self) -> float:
        """Where the last row was measured; NaN before there is one."""
        return float(self._rows[-1][0]) if self._rows else float("nan")

    def look_away(self) -> None:
        """Nobody looks for a while: what was not measured is not drawn either."""
        self._broken = bool(self._rows)

    def measure(self, trainer: Trainer) -> int:
        """Make one step of the run and note its norms; gives the steps made. Raises as ``Trainer.advance``."""
        before = trainer.parameters.astype(np.float64)
        made = trainer.advance(1)
        if made:
            self._note(trainer, [_norms(trainer, index, before) for index in range(trainer.network.depth)])
        return made

    def probe(self, trainer: Trainer) -> None:
        """Note how a step on a few samples would be, without making it: for a run that stands."""
        rows = layer_statistics(trainer, samples=PROBE, weight_bins=1, activation_bins=1)
        norms = [(row.gradient_norm, row.weight_norm, row.update_ratio) for row in rows]
        self._note(trainer, norms, needed=True)

    def _note(self, trainer: Trainer, norms: list[tuple[float, float, float]], *, needed: bool = False) -> None:
        epoch = trainer.position
        if self._network is not trainer.network or (self._rows and epoch < self._rows[-1][0]):
            self._network, self._rows, self._stride, self._broken = trainer.network, [], 1, False
        row = np.concatenate([[epoch], np.array(norms).T.ravel()])
        if self._broken:
            self._rows.append(np.concatenate([[epoch], np.full(len(row) - 1, np.nan)]))
            self._broken = False
        self._skipped += 1
        if needed or self._skipped >= self._stride or len(self._rows) < 2:
            self._skipped = 0
            self._rows.append(row)
            if len(self._rows) > MOST:
                self._rows, self._stride = _halved(self._rows), self._stride * 2

    def curves(self) -> LayerCurves:
        """The record as a value."""
        table = np.array(self._rows) if self._rows else np.empty((0, 1))
        depth = (table.shape[1] - 1) // 3
        parts = table[:, 0], *(table[:, 1 + k * depth : 1 + (k + 1) * depth] for k in range(3))
        arrays = [np.ascontiguousarray(part) for part in parts]
        for array in arrays:
            array.flags.writeable = False
        epochs, gradient, weights, ratio = arrays
        return LayerCurves(epochs=epochs, gradient=gradient, weights=weights, ratio=ratio)


def _halved(rows: list[Float64]) -> list[Float64]:
    """Every second row; a gap between two of them stays a gap."""
    kept = [rows[0]]
    for first, second in zip(rows[1::2], rows[2::2], strict=False):
        kept.append(first if np.isnan(first[1]) else second)
    return kept


def _norms(trainer: Trainer, index: int, before: Float64) -> tuple[float, float, float]:
    """‖dW‖ of the last step, ‖W‖ before it, and how far the step went in relation to it."""
    shape, network = trainer.network.layout.layers[index], trainer.network
    old = shape.weights(before)
    weights, step = _norm(old), _norm(shape.weights(network.parameters) - old)
    ratio = 0.0 if step == 0.0 else step / weights if weights > 0.0 else float("inf")
    return _norm(shape.weights(network.gradient)), weights, ratio


def _norm(values: NDArray[np.generic]) -> float:
    """In float64, where the square of no float32 overflows."""
    return float(np.linalg.norm(np.asarray(values, np.float64)))
