"""Cost and accuracy of all sets from one forward pass: the sets stand side by side, averaged by one product."""

from __future__ import annotations

from collections.abc import Sequence
from math import nan

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.network import CHUNK, Network
from engine.predictor import Predictor
from engine.snapshot import SETS, SetName
from engine.values import dataclass


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
        self._labels = self._Y[0] > 0.5 if task == "two-class" else self._Y.argmax(axis=0)
        self._chosen = self._Y > 0.5  # (n[L], M), of classes: whose logit should be the largest
        sizes = [len(x[name]) for name in SETS]
        ends = np.cumsum(sizes)
        self._slices = {name: slice(end - size, end) for name, end, size in zip(SETS, ends, sizes, strict=True)}
        self._sizes = np.array([[size or nan for size in sizes]] * 2)  # (2, 3): the average over no sample is NaN
        self._members = np.zeros((len(self._x), len(SETS)))  # column s sums over set s
        for column, name in enumerate(SETS):
            self._members[self._slices[name], column] = 1.0
        self._figures = np.empty((2, len(self._x)))  # loss and rightness of each sample
        self._sums = np.empty((2, len(SETS)))
        self._chain: Predictor | None = None

    def measure(self, network: Network, penalty: float) -> tuple[float, ...]:
        """Cost of train, dev, test, then accuracy of train, dev, test."""
        return self._averages(network, *self._outputs(network), penalty)

    def measure_lanes(
        self, network: Network, lanes: Sequence[int], penalties: Sequence[float]
    ) -> list[tuple[float, ...]]:
        """The same for some lanes of a network of many, each with its penalty."""
        Z, A = self._outputs(network)
        return [self._averages(network, Z[k], A[k], penalty) for k, penalty in zip(lanes, penalties, strict=True)]

    def evaluate(self, network: Network, penalty: float) -> Evaluation:
        """Costs, accuracies and the outputs they come from."""
        Z, A = self._outputs(network)
        figures = self._averages(network, Z, A, penalty)
        rows = A.T if self._task == "classes" else A[0]
        outputs: dict[SetName, Array] = {name: rows[self._slices[name]].copy() for name in SETS}
        cost, accuracy = dict(zip(SETS, figures[:3], strict=True)), dict(zip(SETS, figures[3:], strict=True))
        return Evaluation(cost=cost, accuracy=accuracy, penalty=penalty, outputs=outputs)

    def _outputs(self, network: Network) -> tuple[Array, Array]:
        """Z and A of the output layer for all samples; small sets keep a chain of their own with x already in it."""
        if len(self._x) > CHUNK:
            return network.logits_and_outputs(self._x)
        if self._chain is None or self._chain.network is not network:
            self._chain = Predictor(network, len(self._x))
            self._chain.load(self._x)
        self._chain.forward()
        return self._chain.Z[-1], self._chain.A[-1]

    def _averages(self, network: Network, Z: Array, A: Array, penalty: float) -> tuple[float, ...]:
        self._figures[0] = network.loss.value(Z, A, self._Y)
        self._figures[1] = self._right(Z, A)
        averages = self._figures.dot(self._members, self._sums)
        np.divide(averages, self._sizes, averages)  # a count divided by a count: all right is exactly 1
        averages[0] += penalty
        return tuple(averages.ravel().tolist())

    def _right(self, Z: Array, A: Array) -> NDArray[np.floating] | NDArray[np.bool_]:
        if self._task == "regression":
            return np.asarray(np.square(A - self._Y)[0])
        if self._task == "two-class":
            return np.asarray(np.greater_equal(Z[0], 0) == self._labels)
        largest = np.equal(Z, np.maximum.reduce(Z, axis=0))
        if np.count_nonzero(largest) != len(self._labels):  # two logits are equal, or not a number: the first counts
            return np.asarray(Z.argmax(axis=0) == self._labels)
        # quicker than argmax by far
        return np.asarray(np.logical_or.reduce(np.logical_and(largest, self._chosen), axis=0))


def targets_of(y: NDArray[np.generic], task: str, classes: int, dtype: np.dtype[np.generic]) -> Array:
    """Targets as the output layer sees them, in rows: (m, 1) of 0/1 or values, or one-hot (m, C)."""
    if task == "classes":
        return np.asarray(np.eye(classes, dtype=dtype)[y.astype(np.intp)])
    return np.asarray(y.astype(dtype)[:, None])
