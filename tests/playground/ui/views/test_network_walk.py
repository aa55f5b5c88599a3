"""The arrow keys reach every unit and never leave the picture."""

import pytest
from PySide6.QtCore import Qt

from playground.ui.views import network_walk
from playground.ui.views.network_bundles import Bundles
from playground.ui.views.network_content import NetworkContent
from playground.ui.views.network_layout import arrange
from playground.ui.views.network_walk import nearest, step
from tests.playground.ui.snapshots import make_experiment, make_snapshot

LAYOUT = arrange([7, 4, 2, 1], width=740, height=500, left=60, right=40)
KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


def test_first_key_starts_at_the_first_input() -> None:
    assert all(step(LAYOUT, None, key) == (0, 0) for key in KEYS)


def test_every_unit_is_reached() -> None:
    reached, todo = set(), [(0, 0)]
    while todo:
        place = todo.pop()
        if place not in reached:
            reached.add(place)
            todo += [moved for key in KEYS if (moved := step(LAYOUT, place, key)) is not None]
    assert reached == {(column, row) for column in range(4) for row in range(len(LAYOUT.columns[column].rows))}


@pytest.mark.parametrize(("place", "key"), [((0, 0), KEYS[0]), ((3, 0), KEYS[1]), ((1, 0), KEYS[2]), ((1, 3), KEYS[3])])
def test_rim_holds(place: tuple[int, int], key: Qt.Key) -> None:
    assert step(LAYOUT, place, key) == place


def test_step_across_keeps_the_height() -> None:
    assert step(LAYOUT, (0, 0), Qt.Key.Key_Right) == (1, 0)
    assert step(LAYOUT, (0, 6), Qt.Key.Key_Right) == (1, 3)


def test_other_keys_are_not_taken() -> None:
    assert step(LAYOUT, (0, 0), Qt.Key.Key_A) is None


def test_place_that_is_gone_becomes_the_nearest() -> None:
    assert nearest(LAYOUT, (9, 9)) == (3, 0)
    assert nearest(LAYOUT, (-1, 3)) == (0, 3)


def test_weights_of_a_unit_go_round_from_its_bias() -> None:
    content = NetworkContent()
    content.take_snapshot(make_snapshot(make_experiment(), surface_size=8, unit_size=8))
    layout = arrange(content.sizes, width=740, height=500, left=70, right=40)
    bundles = Bundles()
    bundles.arrange(layout, content)
    hits = network_walk.parameters(bundles.items, 2, 1)
    assert [(hit.kind, hit.unit, hit.source) for hit in hits] == [
        ("bias", 1, -1),
        *[("edge", 1, source) for source in range(4)],
    ]
    assert network_walk.parameters(bundles.items, 0, 0) == []
    at = None
    for expected in (*hits, hits[0]):
        at = network_walk.next_parameter(hits, at, Qt.Key.Key_PageDown)
        assert at == expected
    assert network_walk.next_parameter(hits, at, Qt.Key.Key_PageUp) == hits[-1]
    assert network_walk.next_parameter(hits, None, Qt.Key.Key_PageUp) == hits[-1]
    assert network_walk.next_parameter(hits, at, Qt.Key.Key_Up) is None
    assert network_walk.next_parameter([], None, Qt.Key.Key_PageDown) is None
