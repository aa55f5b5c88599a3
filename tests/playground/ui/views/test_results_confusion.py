"""The figures behind the table of confusions, its words and its colours."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from playground.ui.color_math import contrast
from playground.ui.theme import DARK, LIGHT, Theme
from playground.ui.views.cell_colors import cell_color
from playground.ui.views.confusion import cell, right, row_shares, top_confusions
from playground.ui.views.confusion_layout import lay_out
from playground.ui.views.confusion_matrix import compact
from playground.ui.views.confusion_words import description, right_of, sentence, worst

COUNTS = np.array([[8, 2, 0], [0, 0, 0], [5, 1, 4]])
NAMES = ("setosa", "versicolor", "virginica")


@given(
    st.integers(1, 6).flatmap(
        lambda c: st.lists(st.lists(st.integers(0, 99), min_size=c, max_size=c), min_size=c, max_size=c)
    )
)
def test_shares_of_a_row_add_up_to_one_or_the_row_is_empty(rows: list[list[int]]) -> None:
    counts = np.array(rows)
    totals = row_shares(counts).sum(axis=1)
    np.testing.assert_allclose(totals, counts.sum(axis=1) > 0)


@given(
    st.integers(2, 6).flatmap(
        lambda c: st.lists(st.lists(st.integers(0, 9), min_size=c, max_size=c), min_size=c, max_size=c)
    )
)
def test_all_confusions_and_the_right_ones_are_all_samples(rows: list[list[int]]) -> None:
    counts = np.array(rows)
    wrong = top_confusions(counts, counts.size)
    hits, samples = right(counts)
    assert sum(one.count for one in wrong) + hits == samples
    assert [one.count for one in wrong] == sorted((one.count for one in wrong), reverse=True)
    assert all(one.true != one.predicted and one.count > 0 for one in wrong)


def test_words() -> None:
    assert right_of(COUNTS) == "12 of 20 right"
    assert sentence(cell(COUNTS, 2, 0), NAMES) == "“virginica” taken for “setosa”: 5 of 10 (50.0%)"
    assert sentence(cell(COUNTS, 0, 0), NAMES) == "“setosa” recognised: 8 of 10 (80.0%)"
    assert sentence(cell(COUNTS, 1, 1), NAMES) == "“versicolor” recognised: 0 of 0 (–)"
    assert worst(COUNTS, NAMES).startswith("Most often: “virginica” taken for “setosa”")
    assert worst(np.eye(3, dtype=np.int64), NAMES) == "No sample was confused with another class."
    assert description(COUNTS, NAMES).count("taken for") == 3


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("right_one", [True, False])
def test_every_number_can_be_read_on_its_cell(theme: Theme, right_one: bool) -> None:
    colors = [cell_color(theme, share, right_one) for share in np.linspace(0, 1, 101)]
    assert all(contrast(theme.text, color) >= 4.5 for color in colors)
    assert colors[0] == theme.card
    assert contrast(colors[-1], theme.card) > 1.25
    assert cell_color(theme, 0.001, right_one) != theme.card


@given(
    classes=st.integers(2, 10),
    width=st.floats(180, 600),
    height=st.floats(180, 600),
    names=st.floats(5, 400),
    scale=st.sampled_from([1.0, 1.5, 2.0]),
)
def test_everything_lies_within_and_every_cell_is_found(
    classes: int, width: float, height: float, names: float, scale: float
) -> None:
    table = lay_out(width, height, classes=classes, names=names, line=15 * scale, scale=scale)
    whole = QRectF(0, 0, width, height)
    for row in range(classes):
        assert whole.contains(table.row_name(row))
        assert table.at(table.cell(row, classes - 1).center()) == (row, classes - 1)
        assert whole.contains(table.cell(row, row))
    assert table.at(QPointF(1, 1)) is None
    assert table.at(QPointF(width + 50, height + 50)) is None


def test_ten_classes_fit_into_300_by_300() -> None:
    table = lay_out(300, 300, classes=10, names=8, line=15, scale=1)
    assert table.cell(0, 0).width() >= 20
    assert table.cell(0, 0).height() >= 20


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0"), (999, "999"), (1000, "1.0k"), (1250, "1.2k"), (9999, "9.9k"), (34_567, "34k"), (2_500_000, "2.5M")],
)
def test_large_counts_are_short(count: int, text: str) -> None:
    assert compact(count) == text
    assert len(compact(count)) <= 4
