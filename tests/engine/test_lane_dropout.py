"""Each lane drops what it would alone, and a lane that keeps everything draws nothing."""

import numpy as np

from engine.lane_dropout import LaneDropout, lane_dropouts
from engine.layers import Dropout
from engine.random_streams import stream


def test_masks_are_those_of_the_single_model() -> None:
    keep_probs = (0.3, 1.0, 0.9)
    (rule,) = lane_dropouts([[keep] for keep in keep_probs], [stream(seed, "dropout") for seed in range(3)])
    assert rule.drops
    many = LaneDropout(rule, np.ones((3, 5, 7)), np.ones((3, 5, 7)))
    alone = [Dropout(keep, np.ones((5, 7)), np.ones((5, 7)), stream(k, "dropout")) for k, keep in enumerate(keep_probs)]
    for _ in range(3):
        many.draw()
        for lane, one in enumerate(alone):
            one.draw()
            np.testing.assert_array_equal(many.D[lane], one.D)
    assert rule.randoms[1].bit_generator.state == stream(1, "dropout").bit_generator.state


def test_a_frozen_mask_stays() -> None:
    (rule,) = lane_dropouts([[0.5], [0.5]], [stream(seed, "dropout") for seed in range(2)])
    part = LaneDropout(rule, np.ones((2, 4, 4)), np.ones((2, 4, 4)))
    part.draw()
    before, part.frozen = part.D.copy(), True
    part.draw()
    np.testing.assert_array_equal(part.D, before)


def test_a_layer_that_no_lane_drops_from_says_so() -> None:
    (rule,) = lane_dropouts([[1.0], [1.0]], [stream(seed, "dropout") for seed in range(2)])
    assert not rule.drops
