"""One stream per purpose: the same seed starts the same numbers, another purpose has others."""

from __future__ import annotations

import numpy as np

from engine.random_streams import _KEYS, stream


def test_the_same_seed_and_purpose_start_over() -> None:
    np.testing.assert_array_equal(stream(7, "data").random(5), stream(7, "data").random(5))


def test_purposes_seeds_and_indices_differ() -> None:
    draws = [stream(7, purpose).random(3).tobytes() for purpose in _KEYS]
    draws += [stream(8, "data").random(3).tobytes(), stream(7, "weights", 1).random(3).tobytes()]
    assert len(set(draws)) == len(draws)


def test_the_numbers_are_part_of_the_format() -> None:
    """If this changes, every saved experiment gives another result."""
    assert stream(0, "weights").integers(0, 1000, 4).tolist() == FIRST_WEIGHT_DRAWS


FIRST_WEIGHT_DRAWS = [199, 265, 618, 207]
