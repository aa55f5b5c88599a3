"""All parameters of a network in one flat vector, and each layer's named views into it.

Order: layer 1 to L; within a layer W with b as its last column, row by row, then γ and β where the layer has batch
norm (which makes b redundant, so it has none). One vector makes an optimiser a few calls, a snapshot one copy, and
the gradient check vector arithmetic. Before every shape a leading axis of lanes may stand.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.experiment import Layer
from engine.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerShape:
    """Where one layer's parameters lie: W (and b) from ``start``, γ and β behind them, the next layer from ``stop``."""

    units: int
    fan_in: int
    batch_norm: bool
    start: int

    @property
    def columns(self) -> int:
        """Columns of W with its b: fan_in + 1, or fan_in under batch norm."""
        return self.fan_in + (not self.batch_norm)

    @property
    def after_weights(self) -> int:
        """Index of the first element behind W and b."""
        return self.start + self.units * self.columns

    @property
    def stop(self) -> int:
        """Index of the first element behind the layer."""
        return self.after_weights + (2 * self.units if self.batch_norm else 0)

    def W(self, vector: Array) -> Array:
        """(n[l], n[l-1] + 1), the bias as last column; (n[l], n[l-1]) under batch norm. A view."""
        return vector[..., self.start : self.after_weights].reshape(*vector.shape[:-1], self.units, self.columns)

    def weights(self, vector: Array) -> Array:
        """(n[l], n[l-1]) without the bias. A view."""
        return self.W(vector)[..., : self.fan_in]

    def biases(self, vector: Array) -> Array:
        """(n[l],). A view; zeros under batch norm, whose β takes the bias's place."""
        if self.batch_norm:
            return np.zeros((*vector.shape[:-1], self.units), vector.dtype)
        return self.W(vector)[..., self.fan_in]

    def place(self, unit: int, source: int | None) -> int:
        """Index in θ of the weight from ``source`` to ``unit``; without a source of the bias, or its β."""
        if source is None and self.batch_norm:
            return self.after_weights + self.units + unit
        return self.start + unit * self.columns + (self.fan_in if source is None else source)

    def gammas_and_betas(self, vector: Array) -> Array:
        """γ, then β, (2 n[l],) of batch norm; empty without it. A view."""
        return vector[..., self.after_weights : self.stop]

    def gammas(self, vector: Array) -> Array:
        """γ (n[l],) of batch norm; empty without it. A view."""
        return self.gammas_and_betas(vector)[..., : self.units]

    def betas(self, vector: Array) -> Array:
        """β (n[l],) of batch norm; empty without it. A view."""
        return self.gammas_and_betas(vector)[..., self.units :]


@dataclass(frozen=True, slots=True)
class ParameterLayout:
    """The shapes of all layers 1..L."""

    layers: tuple[LayerShape, ...]

    @property
    def size(self) -> int:
        """P, the number of parameters."""
        return self.layers[-1].stop

    def weight_mask(self) -> NDArray[np.bool_]:
        """(P,) true where a weight stands: what a penalty acts on; false at biases, γ and β."""
        mask = np.zeros(self.size, np.bool_)
        for shape in self.layers:
            block = mask[shape.start : shape.after_weights].reshape(shape.units, shape.columns)
            block[:, : shape.fan_in] = True
        return mask


def make_layout(inputs: int, layers: tuple[Layer, ...], outputs: int) -> ParameterLayout:
    """The layout of a network n[0] = inputs, hidden layers, n[L] = outputs."""
    sizes = [inputs, *(layer.units for layer in layers), outputs]
    norms = [*(layer.batch_norm for layer in layers), False]
    shapes: list[LayerShape] = []
    for (fan_in, units), norm in zip(pairwise(sizes), norms, strict=True):
        start = shapes[-1].stop if shapes else 0
        shapes.append(LayerShape(units=units, fan_in=fan_in, batch_norm=norm, start=start))
    return ParameterLayout(tuple(shapes))
