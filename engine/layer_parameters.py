"""A network's parameters by layer, as views: what is done to a view is done to the network."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.errors import ExperimentError
from engine.network import Network
from engine.parameters import LayerShape


class LayerParameters:
    """θ of ``network``, whole and by layer, counted from 1 as in the notes."""

    network: Network

    @property
    def parameters(self) -> Array:
        """θ (P,), the network's own vector; assigning copies in. Raises ExperimentError on another shape."""
        return self.network.parameters

    @parameters.setter
    def parameters(self, values: NDArray[Any]) -> None:
        if np.shape(values) != self.network.parameters.shape:
            raise ExperimentError("parameters", np.shape(values), f"shape {self.network.parameters.shape}")
        np.copyto(self.network.parameters, values)

    def weights(self, layer: int) -> Array:
        """W of layer 1..L, (n[l], n[l-1]). A view."""
        return self._shape(layer).weights(self.network.parameters)

    def biases(self, layer: int) -> Array:
        """b of layer 1..L, (n[l],). A view; zeros under batch norm, which has β instead."""
        return self._shape(layer).biases(self.network.parameters)

    def gammas(self, layer: int) -> Array:
        """γ of layer 1..L under batch norm, (n[l],); empty without it. A view."""
        return self._shape(layer).gammas(self.network.parameters)

    def betas(self, layer: int) -> Array:
        """β of layer 1..L under batch norm, (n[l],); empty without it. A view."""
        return self._shape(layer).betas(self.network.parameters)

    def _shape(self, layer: int) -> LayerShape:
        if not 1 <= layer <= self.network.depth:
            raise ExperimentError("layer", layer, f"a whole number from 1 to {self.network.depth}")
        return self.network.layout.layers[layer - 1]
