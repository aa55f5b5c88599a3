"""Every lane sees every sample once an epoch, in the order in which it would alone."""

import numpy as np
import pytest

from engine.batches import Batches
from engine.lane_batches import LaneBatches
from engine.random_streams import stream

x = np.arange(22.0).reshape(11, 2)
y = np.arange(11.0)[:, None]


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("size", [1, 4, 11, 100])
def test_batches_are_those_of_the_single_model(size: int, packed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not packed:
        monkeypatch.setattr("engine.lane_batches.PACKED_BYTES", 0)
    many = LaneBatches(x, y, size, [stream(k, "shuffle") for k in range(3)], with_ones=True)
    alone = [Batches(x, y, size, stream(k, "shuffle"), with_ones=True) for k in range(3)]
    for _ in range(2):
        for one in (many, *alone):
            one.start_epoch()
        iterators = [iter(one.next(100)) for one in alone]
        for stop, (X, X_T, Y) in many.next(100):
            for lane, iterator in enumerate(iterators):
                stop_alone, (X_alone, X_T_alone, Y_alone) = next(iterator)
                assert stop == stop_alone
                np.testing.assert_array_equal(X[lane], X_alone)
                np.testing.assert_array_equal(X_T[lane], X_T_alone)
                np.testing.assert_array_equal(Y[lane], Y_alone)
            many.position = stop
        assert many.index == many.per_epoch
