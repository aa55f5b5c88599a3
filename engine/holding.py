"""Training that leaves frozen weights as they are: their gradient is set to 0, and after each update they are put back.

Both are woven into what follows the gradient, so that a run without frozen weights does not even ask.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from engine.arrays import Array
from engine.frozen import FrozenWeight, check_frozen
from engine.network import Network

Call = Callable[[], None]


class Holding:
    """The frozen weights of one network, or of all its lanes: where they stand in θ, and what they are.

    Raises ExperimentError when the network has no such weight.
    """

    def __init__(self, network: Network, frozen: Sequence[FrozenWeight]) -> None:
        shapes = network.layout.layers
        check_frozen(frozen, [network.inputs, *(shape.units for shape in shapes)])
        places = [shapes[one.layer - 1].place(one.unit - 1, _from_zero(one.input)) for one in frozen]
        self.places = np.array(places, np.intp)  # (F,)
        self._values = np.array([one.value for one in frozen], network.dtype)  # (F,)
        self._theta, self._gradient = network.parameters, network.gradient

    def put_back(self) -> None:
        """Give every frozen weight its value."""
        self._theta[..., self.places] = self._values

    def forget(self, states: Iterable[Array]) -> None:
        """Set the optimiser's averages of the frozen weights to 0, so that none of them pulls."""
        for state in states:
            state[..., self.places] = 0.0

    def around(self, penalize: Call | None, update: Call) -> tuple[Call | None, Call]:
        """What follows the gradient, and the update; the same two calls when nothing is frozen."""
        if not len(self.places):
            return penalize, update

        def still() -> None:
            if penalize is not None:
                penalize()
            self._gradient[..., self.places] = 0.0

        def update_and_put_back() -> None:
            update()
            self.put_back()

        return still, update_and_put_back


def _from_zero(number: int | None) -> int | None:
    return None if number is None else number - 1
