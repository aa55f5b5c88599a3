"""Edges drawn by arithmetic cover what they should: the right pixels, the right amount, in the right colour."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from playground.ui.views.edge_raster import DEEPEST, LEVELS, Raster, depth_of, two_color_table

RED, BLUE = QColor(255, 0, 0), QColor(0, 0, 255)
# a table that tells the levels themselves: negative in the upper half of the word, positive in the lower
TELLING = (np.arange(LEVELS, dtype=np.uint32)[:, None] << np.uint32(16)) | np.arange(LEVELS, dtype=np.uint32)[None, :]


def drawn(
    y: np.ndarray,
    width: list[float],
    depth: list[float],
    positive: list[bool],
    rows: int = 60,
    raster: Raster | None = None,
) -> tuple[np.ndarray, np.ndarray]:
    """Optical depth (rows, columns) of negative and positive edges whose centres are y (E, columns)."""
    words = np.zeros((rows, y.shape[1]), np.uint32)
    slope = np.gradient(y, axis=1) if y.shape[1] > 1 else np.zeros_like(y)
    (raster or Raster()).paint(
        words,
        TELLING,
        y=y,
        slope=slope,
        width=np.array(width),
        depth=np.array(depth),
        positive=np.array(positive),
    )
    unit = DEEPEST / (LEVELS - 1)
    return (words >> 16).astype(float) * unit, (words & 0xFFFF).astype(float) * unit


def test_level_edge_covers_its_rows_and_no_other() -> None:
    negative, positive = drawn(np.full((1, 8), 20.0), [4.0], [2.0], [True])
    assert not negative.any()
    assert positive[19:21].min() == pytest.approx(2.0, abs=0.05)
    assert positive[:17].max() == 0.0
    assert positive[24:].max() == 0.0


@given(
    climb=st.floats(-6, 6),
    width=st.floats(0.75, 8),
    depth=st.floats(0.2, 1.0),
    sign=st.booleans(),
)
def test_every_column_holds_the_cut_of_the_band(climb: float, width: float, depth: float, sign: bool) -> None:
    """A band of a width w that climbs s a column takes w·√(1 + s²) pixels of each."""
    y = (60 + climb * (np.arange(9) - 4.0))[None, :]
    planes = drawn(y, [width], [depth], [sign], rows=120)
    there, other = planes[int(sign)], planes[int(not sign)]
    assert not other.any()
    cut = width * np.sqrt(1 + climb * climb) * depth
    rounding = 0.5 * DEEPEST / (LEVELS - 1) * (cut / depth + abs(climb) + 6)
    np.testing.assert_allclose(there[:, 1:-1].sum(axis=0), cut, atol=rounding + 0.02)


def test_depths_of_edges_over_each_other_add_up_however_many_there_are() -> None:
    rows, count = 40, 300  # more than are summed at a time
    y = np.full((count, 30), 20.0)
    _, positive = drawn(y, [3.0] * count, [0.01] * count, [True] * count, rows=rows)
    assert positive[20].max() == pytest.approx(3.0, abs=0.05)
    assert positive[:15].max() == 0.0


def test_edges_outside_the_region_leave_it_clean_in_the_middle() -> None:
    y = np.array([[-50.0] * 6, [500.0] * 6])
    negative, positive = drawn(y, [3.0, 3.0], [2.0, 2.0], [False, True])
    assert negative[2:-3].max() == 0.0
    assert positive[2:-3].max() == 0.0


def test_work_arrays_carry_nothing_over() -> None:
    raster = Raster()
    drawn(np.full((1, 8), 20.0), [9.0], [4.0], [False], raster=raster)
    negative, positive = drawn(np.full((1, 8), 40.0), [2.0], [1.0], [True], raster=raster)
    assert not negative.any()
    assert positive[:35].max() == 0.0


def test_colours_go_from_nothing_to_the_sign_s_own() -> None:
    table = two_color_table(RED, BLUE)
    assert table[0, 0] == 0
    assert table[LEVELS - 1, 0] >> 24 == (table[LEVELS - 1, 0] >> 16) & 255 >= 249  # premultiplied red
    assert table[LEVELS - 1, 0] & 0xFFFF == 0
    assert table[0, LEVELS - 1] >> 24 == table[0, LEVELS - 1] & 255 >= 249
    assert table[0, LEVELS - 1] & 0xFFFF00 == 0


def test_no_channel_is_brighter_than_premultiplied_alpha_allows() -> None:
    table = two_color_table(QColor("#f59322"), QColor("#0877bd"))
    alpha = table >> 24
    for shift in (16, 8, 0):
        assert ((table >> np.uint32(shift)) & np.uint32(255) <= alpha).all()


def test_depth_and_opacity() -> None:
    alpha = np.array([0.0, 0.25, 0.9, 1.0])
    np.testing.assert_allclose(1 - np.exp(-depth_of(alpha)), [0.0, 0.25, 0.9, 0.98], atol=1e-12)
