"""The quick way gives what the slow way gives, or leaves the table to it."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data.number_block import number_block


def test_numbers_gaps_in_words_and_empty_lines() -> None:
    block = number_block("a,b\n1,-2.5\n\nnan,1e3\r\n", ",", 1, 2)
    assert block is not None
    assert np.array_equal(block, [[1.0, -2.5], [np.nan, 1000.0]], equal_nan=True)


@pytest.mark.parametrize(
    "text",
    [
        "1,\n",
        "1,x\n",
        "1,2,3\n",
        "1,2\n3\n",
        '"1",2\n',
        "1,1_0\n",
        "1,inf\n",
        "1,-1e39\n",
        "1,1e999\n",
        "1,?\n",
        "1;2\n",
    ],
)
def test_everything_else_is_left_to_the_slow_way(text: str) -> None:
    assert number_block(text, ",", 0, 2) is None


def test_a_table_longer_than_a_part_is_read_whole() -> None:
    text = "".join(f"{row},{row / 2}\n" + ("\n" * 6_000 if row == 4_000 else "") for row in range(12_345))
    block = number_block(text, ",", 0, 2)
    assert block is not None
    np.testing.assert_array_equal(block[:, 0], np.arange(12_345))
    np.testing.assert_array_equal(block[:, 1], np.arange(12_345) / 2)
