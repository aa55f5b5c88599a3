"""An epoch in batches: how many there are, how many are done, whatever size they were cut to on the way."""

import numpy as np
import pytest

from engine.batches import Batches
from engine.random_streams import stream

x = np.arange(22.0).reshape(11, 2)
y = np.arange(11.0)[:, None]


@pytest.fixture(params=[True, False], ids=["packed", "gathered"])
def batches(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Batches:
    if not request.param:
        monkeypatch.setattr("engine.batches.PACKED_BYTES", 0)
    made = Batches(x, y, 4, stream(0, "shuffle"), with_ones=True)
    made.start_epoch()
    return made


def use(batches: Batches, most: int) -> list[float]:
    """The targets of the next batches, in order."""
    seen: list[float] = []
    for stop, (X, X_T, Y) in batches.next(most):
        np.testing.assert_array_equal(X, X_T.T)
        np.testing.assert_array_equal(X[:2].T, x[Y[0].astype(int)])
        np.testing.assert_array_equal(X[2], 1.0)
        seen += Y[0].tolist()
        batches.position = stop
    return seen


def test_a_smaller_last_batch_is_a_batch(batches: Batches) -> None:
    assert (batches.per_epoch, batches.index) == (3, 0)
    use(batches, 2)
    assert batches.index == 2
    assert len(use(batches, 9)) == 3
    assert batches.index == batches.per_epoch


def test_cut_anew_within_an_epoch_every_sample_comes_once(batches: Batches) -> None:
    seen = use(batches, 1)
    batches.cut(3)
    assert batches.index == 2, "four samples are a batch of three and part of another"
    seen += use(batches, 9)
    assert sorted(seen) == sorted(y[:, 0])
    batches.start_epoch()
    assert sorted(use(batches, 9)) == sorted(seen), "and in the next epoch too"


def test_an_epoch_taken_up_again_goes_on_in_its_order(batches: Batches) -> None:
    use(batches, 1)
    other = Batches(x, y, 4, stream(7, "shuffle"), with_ones=True)
    other.restore(batches.order, batches.position)
    assert use(other, 9) == use(batches, 9)
