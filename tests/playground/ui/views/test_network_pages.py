"""Pages of a layer that does not fit: all units can be reached, none is left behind the ends."""

from playground.ui.views.network_layout import Layout, arrange
from playground.ui.views.network_pages import NOTCH, UNITS_A_NOTCH, Pages

SIZES = (2, 80, 3, 1)


def arranged(pages: Pages) -> Layout:
    layout = arrange(SIZES, width=740, height=300, left=40, right=40, first=pages.first)
    pages.follow(layout)
    return layout


def test_only_layers_that_do_not_fit_have_pages() -> None:
    pages = Pages()
    layout = arranged(pages)
    assert dict(pages.first) == {1: 0}
    assert [pages.at(column.x) for column in layout.columns] == [None, 1, None, None]
    assert not pages.turn(2, 1)


def test_turning_stops_at_both_ends() -> None:
    pages = Pages()
    shown = len(arranged(pages).columns[1].rows)
    assert not pages.turn(1, -3)
    assert pages.turn(1, 7)
    assert arranged(pages).columns[1].rows[0] == 7
    assert pages.turn(1, 500)
    assert arranged(pages).columns[1].rows.tolist() == list(range(80 - shown, 80))
    assert not pages.turn(1, 1)


def test_page_after_page_shows_all_and_begins_again() -> None:
    pages, seen = Pages(), set()
    for _ in range(8):
        rows = arranged(pages).columns[1].rows
        seen |= set(rows.tolist())
        pages.turn_page(1)
        if rows[-1] == 79:
            break
    assert seen == set(range(80))
    assert arranged(pages).columns[1].rows[0] == 0


def test_a_wheel_in_small_steps_turns_by_whole_notches() -> None:
    pages = Pages()
    arranged(pages)
    assert [pages.roll(1, -NOTCH // 4) for _ in range(4)] == [False, False, False, True]
    assert arranged(pages).columns[1].rows[0] == UNITS_A_NOTCH
    assert pages.roll(1, NOTCH)
    assert arranged(pages).columns[1].rows[0] == 0
