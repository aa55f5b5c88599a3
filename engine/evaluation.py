"""Cost and accuracy of all sets from one forward pass: the sets stand side by side, averaged by one product."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.network import Network
from engine.snapshot import SETS, SetName


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """One look at a network. cost (with penalty) and accuracy are NaN for an empty set; for regression accuracy
    holds the mean squared error. outputs[name]: (m,) or (m, C) probabilities, or (m,) values."""

    cost: dict[SetName, float]
    accuracy: dict[SetName, float]
    penalty: float
    outputs: dict[SetName, Array]


class Evaluator:
    """The prepared sets side by side: x (M, n[0]), targets (n[L], M), and which columns belong to which set."""

    def __init__(self, x: dict[SetName, Array], targets: dict[SetName, Array], task: str) -> None:
        self._task = task
        self._x = np.concatenate([x[name] for name in SETS])
        self._Y = np.ascontiguousarray(np.concatenate([targets[name] for name in SETS]).T)
        sizes = [len(x[name]) for name in SETS]
        ends = np.cumsum(sizes)
        self._slices = {name: slice(end - size, end) for name, end, size in zip(SETS, ends, sizes, strict=True)}
        self._sizes = dict(zip(SETS, sizes, strict=True))

    def measure(self, network: Network, penalty: float) -> tuple[float, ...]:
        """Cost of train, dev, test, then accuracy of train, dev, test."""
        Z, A = network.logits_and_outputs(self._x)
        return self._averages(network, Z, A, penalty)

    def evaluate(self, network: Network, penalty: float) -> Evaluation:
        """Costs, accuracies and the outputs they come from."""
        Z, A = network.logits_and_outputs(self._x)
        figures = self._averages(network, Z, A, penalty)
        rows = A.T if self._task == "classes" else A[0]
        outputs: dict[SetName, Array] = {name: rows[self._slices[name]] for name in SETS}
        cost, accuracy = dict(zip(SETS, figures[:3], strict=True)), dict(zip(SETS, figures[3:], strict=True))
        return Evaluation(cost=cost, accuracy=accuracy, penalty=penalty, outputs=outputs)

    def _averages(self, network: Network, Z: Array, A: Array, penalty: float) -> tuple[float, ...]:
        loss = network.loss.value(Z, A, self._Y)  # (M,)
        right = self._right(Z, A)  # (M,)
        costs = [self._mean(loss, name) + penalty for name in SETS]
        return (*costs, *(self._mean(right, name) for name in SETS))

    def _mean(self, values: NDArray[np.floating] | NDArray[np.bool_], name: SetName) -> float:
        size = self._sizes[name]
        return float(np.add.reduce(values[self._slices[name]], dtype=np.float64)) / size if size else float("nan")

    def _right(self, Z: Array, A: Array) -> NDArray[np.floating] | NDArray[np.bool_]:
        if self._task == "regression":
            return np.asarray(np.square(A - self._Y)[0])
        if self._task == "two-class":
            return np.asarray((Z[0] >= 0) == (self._Y[0] > 0.5))
        return np.asarray(Z.argmax(axis=0) == self._Y.argmax(axis=0))


def targets_of(y: NDArray[np.generic], task: str, classes: int, dtype: np.dtype[np.generic]) -> Array:
    """Targets as the output layer sees them, in rows: (m, 1) of 0/1 or values, or one-hot (m, C)."""
    if task == "classes":
        return np.asarray(np.eye(classes, dtype=dtype)[y.astype(np.intp)])
    return np.asarray(y.astype(dtype)[:, None])
