"""What goes on inside each layer at one step: norms of gradient and update, histograms, saturated and dead units.

One step is made on a probe batch, everything is read off it, and a checkpoint puts the run back, so that training goes
on to the same bits. Call it between steps, in the thread that trains. The batch is a training batch: batch norm uses
its statistics, dropout drops, the gradient includes the penalties. Numbers that are not finite are reported, not
raised: this is what is looked at when gradients explode (the notes, 2.1.8 and 2.1.9; Glorot & Bengio 2010).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.errors import Diverged, ExperimentError
from engine.parameters import LayerShape
from engine.trainer import Trainer
from engine.training_pass import TrainingPass
from engine.values import dataclass

Float64 = NDArray[np.float64]
Bins = int | Sequence[float] | Float64

SAMPLES = 1024  # of the training set in the probe batch, unless told otherwise
LARGEST = 1e150

# Where g is so flat that hardly any gradient comes through: tanh′ < 0.06, σ′ < 0.03.
SATURATED: Mapping[str, Callable[[Array], NDArray[np.bool_]]] = {
    "tanh": lambda A: np.abs(A) > 0.97,
    "sigmoid": lambda A: (A < 0.03) | (A > 0.97),
}
CAN_DIE = ("relu", "leaky-relu")  # leaky ReLU dies only with slope 0; that it does not is what the figure shows


@dataclass(frozen=True, slots=True, kw_only=True)
class Distribution:
    """A histogram: counts (bins,) between edges (bins + 1,), and mean and variance of all finite numbers.

    finite: the share of numbers that are finite and below 1e150, so that their squares are finite too; the others are
    left out of all four. Numbers beyond the edges given are in mean and variance but in no bin. mean and variance
    are NaN when nothing is finite.
    """

    counts: NDArray[np.int64]
    edges: Float64
    mean: float
    variance: float
    finite: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerStatistics:
    """One layer at one step; ‖·‖ is the Euclidean norm of all its numbers.

    layer: 1..L. bias_gradient_norm: ‖db‖, under batch norm ‖dβ‖, which takes its place. update_norm: ‖ΔW‖ of the step
    the optimiser would make on the probe batch; 0 if the gradient is not finite, because then none is made.
    update_ratio: ‖ΔW‖/‖W‖, about 1e-3 in a healthy run; 0 for no update, infinite for an update of zero weights.
    Z: what the affine part gives. Z_tilde: what batch norm makes of it and g sees; None without batch norm.
    A: after g, before dropout. saturated: share of numbers of A beyond the thresholds of ``SATURATED``; None for
    other activations and the output layer. dead: share of units that give 0 for every sample of the batch; None
    unless the activation is in ``CAN_DIE``.
    """

    layer: int
    weight_norm: float
    gradient_norm: float
    bias_gradient_norm: float
    update_norm: float
    update_ratio: float
    weights: Distribution
    Z: Distribution
    Z_tilde: Distribution | None
    A: Distribution
    saturated: float | None
    dead: float | None


def layer_statistics(
    trainer: Trainer, *, samples: int = SAMPLES, weight_bins: Bins = 30, activation_bins: Bins = 30
) -> tuple[LayerStatistics, ...]:
    """Statistics of layers 1..L on the first ``samples`` training samples (all, where there are fewer).

    Bins: how many over the range found, or the edges themselves. Raises ExperimentError for samples below 1.
    """
    if samples < 1:
        raise ExperimentError("samples", samples, "a whole number of at least 1")
    x, y = trainer.split("train")
    x, y = x[:samples], y[:samples]
    before, gradient = trainer.checkpoint(), trainer.network.gradient.copy()
    try:
        _step(trainer, x, y)
        chain = trainer.network.training_pass(len(x))
        update = trainer.parameters.astype(np.float64) - before.parameters
        rows = [
            _layer(trainer, chain, index, before.parameters, update, (weight_bins, activation_bins))
            for index in range(trainer.network.depth)
        ]
    finally:
        trainer.restore(before)
        np.copyto(trainer.network.gradient, gradient)
    return tuple(rows)


def _step(trainer: Trainer, x: Array, y: NDArray[Any]) -> None:
    """One step; when it diverges the gradient is there all the same, and θ has stayed."""
    try:
        trainer.step(x, y)
    except Diverged:
        return


def _layer(
    trainer: Trainer, chain: TrainingPass, index: int, theta: Array, update: Float64, bins: tuple[Bins, Bins]
) -> LayerStatistics:
    shape, gradient = trainer.network.layout.layers[index], trainer.network.gradient
    hidden = index < len(trainer.network.hidden)
    norm = chain.norms[index] if hidden else None
    A = chain.activations[index].A if hidden else chain.output.A
    activation = trainer.network.hidden[index].activation if hidden else ""
    weight_norm, update_norm = _norm(shape.weights(theta)), _norm(shape.weights(update))
    return LayerStatistics(
        layer=index + 1,
        weight_norm=weight_norm,
        gradient_norm=_norm(shape.weights(gradient)),
        bias_gradient_norm=_norm(_bias(shape, gradient)),
        update_norm=update_norm,
        update_ratio=_ratio(update_norm, weight_norm),
        weights=distribution(shape.weights(theta), bins[0]),
        Z=distribution(chain.affines[index].Z, bins[1]),
        Z_tilde=distribution(norm.Ztilde, bins[1]) if norm else None,
        A=distribution(A, bins[1]),
        saturated=float(SATURATED[activation](A).mean()) if activation in SATURATED else None,
        dead=float((A == 0).all(axis=1).mean()) if activation in CAN_DIE else None,
    )


def distribution(values: Array, bins: Bins) -> Distribution:
    """The histogram of any array of numbers."""
    flat = np.asarray(values, np.float64).ravel()
    finite = flat[np.abs(flat) < LARGEST]
    counts, edges = np.histogram(finite, bins=_edges(finite, bins) if isinstance(bins, int) else bins)
    return Distribution(
        counts=counts.astype(np.int64),
        edges=np.asarray(edges, np.float64),
        mean=float(finite.mean()) if finite.size else float("nan"),
        variance=float(finite.var()) if finite.size else float("nan"),
        finite=finite.size / flat.size,
    )


def _edges(values: Float64, bins: int) -> Float64:
    """Over the range of the values; a little around a single value, whatever its size."""
    low, high = (float(values.min()), float(values.max())) if values.size else (0.0, 1.0)
    largest = max(abs(low), abs(high))
    if high - low <= 1e-9 * largest or high == low:
        margin = 1e-3 * largest or 0.5
        low, high = low - margin, high + margin
    return np.linspace(low, high, bins + 1)


def _bias(shape: LayerShape, vector: Array) -> Array:
    return shape.betas(vector) if shape.batch_norm else shape.biases(vector)


def _norm(values: Array) -> float:
    """In float64, where the square of no float32 overflows."""
    return float(np.linalg.norm(np.asarray(values, np.float64)))


def _ratio(update: float, weight: float) -> float:
    if update == 0.0:
        return 0.0
    return update / weight if weight > 0.0 else float("inf")
