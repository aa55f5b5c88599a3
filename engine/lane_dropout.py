"""Dropout for K models at once: every lane has its own keep_prob and its own stream, and drops what it would alone."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.arrays import Array
from engine.layers import Dropout
from engine.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneDropouts:
    """Of one hidden layer: each lane's keep_prob and the stream from which it draws."""

    keep_probs: tuple[float, ...]
    randoms: tuple[np.random.Generator, ...]

    @property
    def drops(self) -> bool:
        """Whether any lane drops units of this layer."""
        return min(self.keep_probs) < 1.0


class LaneDropout(Dropout):
    """A (K, n, m) ∗ D. A lane that keeps everything draws nothing, as alone; its D stays 1."""

    def __init__(self, rule: LaneDropouts, A: Array, A_out: Array) -> None:
        lanes, size = len(rule.keep_probs), A[0].size
        super().__init__(min(rule.keep_probs), A, A_out, rule.randoms[0])
        thresholds = [max(1, round(keep * 65536)) for keep in rule.keep_probs]
        self._scale = np.array([65536 / one for one in thresholds], A.dtype).reshape(lanes, 1, 1)
        self._last_kept = np.array([[one - 1] for one in thresholds], np.uint16)  # (K, 1)
        words = np.zeros((lanes, -(-size // 4)), np.uint64)  # each lane's words by themselves, as it draws them alone
        self._u = words.view(np.uint16)[:, :size]
        self._kept = np.empty((lanes, size), np.bool_)
        self._kept_shaped = self._kept.reshape(A.shape)
        self._drawn = [
            (row, random.bit_generator)
            for row, random, keep in zip(words, rule.randoms, rule.keep_probs, strict=True)
            if keep < 1.0
        ]

    def draw(self) -> None:
        """A new mask D for every lane, unless the masks are frozen."""
        if self.frozen:
            return
        for row, random in self._drawn:
            row[:] = random.random_raw(len(row))
        np.less_equal(self._u, self._last_kept, self._kept)
        np.copyto(self.D, self._kept_shaped)
        np.multiply(self.D, self._scale, self.D)


def lane_dropouts(keep_probs: Sequence[Sequence[float]], randoms: Sequence[np.random.Generator]) -> list[LaneDropouts]:
    """One rule for each hidden layer from each lane's list of keep_probs."""
    return [LaneDropouts(keep_probs=tuple(layer), randoms=tuple(randoms)) for layer in zip(*keep_probs, strict=True)]
