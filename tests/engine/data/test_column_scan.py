"""A column's cells, in whatever chunks they come, end as the same numbers, categories or free text."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data.column_scan import MOST_CATEGORIES, MOST_CLASSES, ColumnScan


def scanned(cells: list[str], size: int = 1000) -> ColumnScan:
    column = ColumnScan("c")
    for start in range(0, len(cells), size):
        column.add(cells[start : start + size], start, decimal_comma=False)
    return column


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["1", "2.5", ""], "number"),
        (["red", "", "blue"], "category"),
        (["1", "x"], "category"),
        (["", "?", "NA"], "empty"),
        ([f"t{i}" for i in range(MOST_CATEGORIES)], "category"),
        ([f"t{i}" for i in range(MOST_CATEGORIES + 1)], "text"),
        ([f"t{i}" for i in range(5000)], "text"),
        ([str(i) for i in range(5000)], "number"),
        ([str(i) for i in range(5000)] + ["x"], "text"),
    ],
)
@pytest.mark.parametrize("size", [1, 7, 10_000])
def test_kinds(cells: list[str], kind: str, size: int) -> None:
    assert scanned(cells, size).kind == kind


def test_counts_and_first_finds() -> None:
    column = scanned(["1", "", "x", "2", "1e39", "y", "-"], 3)
    assert (column.numbers, column.texts, column.missing) == (3, 2, 2)
    assert column.first_text == (2, "x")
    assert column.mixed
    assert scanned(["1", "2", "inf", "1e999"], 3).first_large == (2, "inf")


@given(st.lists(st.sampled_from(["a", " a", "b", "", "?", "3", "3.0", "NaN"]), min_size=1), st.integers(1, 5))
def test_places_are_the_cells(cells: list[str], size: int) -> None:
    column = scanned(cells, size)
    texts = sorted(column.different)
    places = column.places(texts)
    again = ["" if np.isnan(place) else texts[int(place)] for place in places]
    assert again == ["" if cell in ("", "?", "NaN") else cell.strip() for cell in cells]


@given(st.lists(st.one_of(st.just(""), st.integers(-9, 9).map(str)), min_size=1), st.integers(1, 5))
def test_values_are_the_numbers(cells: list[str], size: int) -> None:
    expected = [float(cell) if cell else np.nan for cell in cells]
    assert np.array_equal(scanned(cells, size).values(), expected, equal_nan=True)


def test_a_whole_column_of_numbers_counts_like_single_cells() -> None:
    values = np.array([1.0, 2.0, np.nan, 1.0])
    column = ColumnScan("c")
    column.add_numbers(values)
    slow = scanned(["1.0", "2.0", "nan", "1.0"])
    for name in ("kind", "numbers", "missing", "texts", "many", "constant", "different"):
        assert getattr(column, name) == getattr(slow, name)
    column = ColumnScan("c")
    column.add_numbers(np.arange(MOST_CLASSES + 1.0))
    assert column.many


@pytest.mark.parametrize(("cells", "constant"), [(["5", " 5"], True), (["5", ""], False), (["5", "6"], False)])
def test_constant(cells: list[str], constant: bool) -> None:
    assert scanned(cells).constant is constant
