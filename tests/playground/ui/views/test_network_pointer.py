"""What the pointer is at is what is drawn there."""

import numpy as np
import pytest

from playground.ui.theme import LIGHT
from playground.ui.views import network_pointer
from playground.ui.views.network_bundles import Bundles
from playground.ui.views.network_content import NetworkContent
from playground.ui.views.network_layout import Layout, arrange
from playground.ui.views.network_pointer import Hit, find
from tests.playground.ui.snapshots import make_experiment, make_snapshot


def picture(kind: str = "circle", layers: tuple[int, ...] = (4, 2)) -> tuple[Layout, Bundles]:
    content = NetworkContent()
    content.take_snapshot(make_snapshot(make_experiment(kind, layers), surface_size=8, unit_size=8))
    layout = arrange(content.sizes, width=740, height=500, left=70, right=40, picture=content.picture is not None)
    bundles = Bundles()
    bundles.set_theme(LIGHT)
    bundles.arrange(layout, content)
    bundles.set_weights(content.weights)
    return layout, bundles


@pytest.mark.parametrize("layers", [(), (4, 2), (16,) * 3, (16,) * 6])
def test_every_tile_and_every_bias_is_found(layers: tuple[int, ...]) -> None:
    layout, bundles = picture(layers=layers)
    for column in layout.columns:
        for place, unit in enumerate(column.rows.tolist()):
            assert find(layout, bundles.items, *column.middle(place)) == Hit("unit", column.layer, unit)
            if column.layer:
                x, y = network_pointer.bias_center(column, place)
                assert find(layout, bundles.items, x, y) == Hit("bias", column.layer, unit)


def test_a_bias_is_found_to_its_lower_rim_where_the_next_tile_is_nearer() -> None:
    layout, bundles = picture(layers=(16,) * 6)
    for column in layout.columns[1:]:
        for place, unit in enumerate(column.rows.tolist()):
            x, y = network_pointer.bias_center(column, place)
            rim = y + 0.9 * min(network_pointer.TARGET_RADIUS, column.tile * 0.3)
            assert find(layout, bundles.items, x, rim) == Hit("bias", column.layer, unit)


def test_name_beside_an_input_belongs_to_it() -> None:
    layout, bundles = picture()
    column = layout.columns[0]
    assert find(layout, bundles.items, column.left - 30, column.y[2]) == Hit("unit", 0, 2)


def test_edge_is_found_with_its_ends() -> None:
    layout, bundles = picture()
    bundle = bundles.items[1]
    edge = 5
    point = bundle.path(edge).pointAtPercent(0.95)
    hit = find(layout, bundles.items, point.x(), point.y())
    assert hit == Hit("edge", 2, int(bundle.target_units[edge]), int(bundle.source_units[edge]), 1, edge)


def test_pooled_edge_has_no_source() -> None:
    layout, bundles = picture("digits", (4,))
    point = bundles.items[0].path(2).pointAtPercent(0.9)
    hit = find(layout, bundles.items, point.x(), point.y())
    assert hit is not None
    assert (hit.kind, hit.unit, hit.source) == ("edge", 2, -1)


def test_note_about_what_is_left_out_is_found() -> None:
    layout, bundles = picture("breast-cancer", (80,))
    for column in layout.columns[:2]:
        assert column.note_y is not None
        assert find(layout, bundles.items, column.x, column.note_y) == Hit("note", column.layer)


def test_empty_ground_is_nothing() -> None:
    layout, bundles = picture()
    assert find(layout, bundles.items, layout.columns[1].x, layout.columns[1].y[0] - 60) is None


def test_names() -> None:
    assert network_pointer.weight_name(2, 2, 0) == "w[2]₃,₁"
    assert network_pointer.bias_name(1, 11) == "b[1]₁₂"
    assert network_pointer.activation_name(3, 0) == "a[3]₁"


@pytest.mark.parametrize("layers", [(16,) * 3, (16,) * 6])
def test_bias_dots_of_neighbours_do_not_touch(layers: tuple[int, ...]) -> None:
    layout, _ = picture(layers=layers)
    for column in layout.columns[1:]:
        dots = np.array([network_pointer.bias_center(column, place) for place in range(len(column.rows))])
        apart = np.hypot(*(dots[:, None] - dots).transpose(2, 0, 1))
        assert (apart[~np.eye(len(dots), dtype=bool)] > 2 * network_pointer.bias_radius(column)).all()


def test_a_lead_to_the_far_lane_is_picked_between_the_tiles_it_passes() -> None:
    layout, bundles = picture(layers=(16, 16, 16))
    bundle = bundles.items[1]
    found = set()
    for edge in np.flatnonzero(bundle.reach[1] > bundle.x[1]).tolist():
        x, y = bundle.x[1] + 8.0, float(bundle.y[1][edge])
        hit = find(layout, bundles.items, x, y)
        assert hit is not None
        assert hit.kind != "unit"
        found.add(hit.unit if hit.kind == "edge" else -1)
    assert found >= set(range(1, 16, 2))
