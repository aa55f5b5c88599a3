"""Numbers become polygons: every point in its place, cut where there is no number."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from playground.ui.views.curve_lines import polyline, polylines, visible_points

AREA = QRectF(10, 20, 100, 50)


def test_every_point_is_in_its_place() -> None:
    line = polyline(np.array([1.0, 2.5]), np.array([3.0, -4.0]))
    assert [(point.x(), point.y()) for point in line.toList()] == [(1.0, 3.0), (2.5, -4.0)]
    assert polyline(np.empty(0), np.empty(0)).isEmpty()


def test_shares_fill_the_area_from_its_lower_left_corner() -> None:
    (line,) = polylines(AREA, np.array([0.0, 1.0]), np.array([0.0, 1.0]))
    assert [(point.x(), point.y()) for point in line.toList()] == [(10, 70), (110, 20)]


@pytest.mark.parametrize(
    ("shares", "lengths"),
    [
        ([0.1, 0.2, 0.3], [3]),
        ([0.1, 0.2, np.nan, 0.3, 0.4], [2, 2]),
        ([np.nan, 0.2, 0.3, np.nan], [2]),
        ([0.1, np.nan, 0.3], []),
        ([np.nan] * 3, []),
        ([0.5], []),
    ],
)
def test_a_curve_is_cut_where_it_has_no_number(shares: list[float], lengths: list[int]) -> None:
    x = np.linspace(0, 1, len(shares))
    assert [len(line.toList()) for line in polylines(AREA, x, np.array(shares))] == lengths


@given(st.integers(0, 2000), st.floats(0, 500))
def test_thinning_keeps_both_ends_and_about_the_number_asked_for(count: int, most: float) -> None:
    kept = visible_points(count, most).tolist()
    assert kept == sorted(set(kept))
    assert len(kept) <= max(most, 2) + 2
    assert not count or (kept[0] == 0 and kept[-1] == count - 1)
