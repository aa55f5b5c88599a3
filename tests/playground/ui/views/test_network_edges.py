"""Edges say size and sign in levels, are picked where they run, and are drawn anew only when a level changes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.ui.views.network_edges import LEVELS, EdgeBundle, rise, strength_levels
from playground.ui.views.network_layout import arrange


def bundle_of(sources: int, targets: int, weights: np.ndarray | None = None, *, pooled: bool = False) -> EdgeBundle:
    layout = arrange([sources, targets], width=400, height=420, left=40, right=40, picture=pooled)
    source, target = layout.columns
    bundle = EdgeBundle(source, target, np.arange(len(source.rows)), source.rows, pooled=pooled)
    random = np.random.default_rng(0)
    bundle.set_weights(random.normal(size=(targets, sources)) if weights is None else weights)
    return bundle


def staggered(sources: int, targets: int, boldness: float = 1.0) -> EdgeBundle:
    """Between two layers that stand in two lanes."""
    layout = arrange([2, sources, targets, 1], width=550, height=240, left=40, right=40)
    source, target = layout.columns[1:3]
    bundle = EdgeBundle(source, target, np.arange(len(source.rows)), source.rows, boldness=boldness)
    bundle.set_weights(np.random.default_rng(0).normal(size=(targets, sources)))
    return bundle


def test_rise_starts_at_nothing_ends_at_all_and_never_falls() -> None:
    climbed = rise(np.linspace(0, 1, 101))
    assert (climbed[0], climbed[50], climbed[-1]) == pytest.approx((0, 0.5, 1))
    assert (np.diff(climbed) >= 0).all()


@given(weight=st.floats(-1e6, 1e6), other=st.floats(-1e6, 1e6))
def test_levels_follow_the_weights(weight: float, other: float) -> None:
    first, second, mirrored = strength_levels(np.array([weight, other, -weight])).tolist()
    assert mirrored == -first
    assert -LEVELS <= first <= LEVELS
    if weight <= other:
        assert first <= second


def test_levels_of_known_weights() -> None:
    weights = np.array([0.0, 0.1, 0.5, 1.0, 2.0, 99.0, np.inf, np.nan])
    assert strength_levels(weights).tolist() == [0, 1, 4, 8, 13, 15, 15, 0]


@pytest.mark.parametrize(("sources", "targets"), [(1, 1), (2, 4), (7, 8), (4, 1)])
def test_every_edge_can_be_picked_somewhere(sources: int, targets: int) -> None:
    bundle = bundle_of(sources, targets)
    found = set()
    for edge in range(sources * targets):
        for share in (0.85, 0.95, 0.7, 0.5):
            x = bundle.x[0] + (bundle.x[1] - bundle.x[0]) * share
            y = bundle.y[0][edge] + (bundle.y[1][edge] - bundle.y[0][edge]) * float(rise(np.array([share]))[0])
            found.add(bundle.nearest(x, y))
    assert found == set(range(sources * targets))


def test_nothing_is_picked_beside_the_edges() -> None:
    bundle = bundle_of(2, 2)
    assert bundle.nearest(bundle.x[0] - 1, bundle.y[0][0]) is None
    assert bundle.nearest(bundle.x[1] + 1, bundle.y[1][0]) is None
    assert bundle.nearest(sum(bundle.x) / 2, bundle.y[0].min() - 40) is None


def test_path_runs_where_the_edge_is_picked() -> None:
    bundle = bundle_of(3, 3)
    for edge in range(9):
        point = bundle.path(edge).pointAtPercent(0.93)
        assert bundle.nearest(point.x(), point.y()) == edge


def test_edges_end_apart() -> None:
    bundle = bundle_of(4, 4)
    for target in range(4):
        ends = np.sort(bundle.y[1][bundle.target_units == target])
        assert np.diff(ends).min() >= 3


def test_image_goes_stale_only_with_a_level() -> None:
    weights = np.array([[0.5, -1.0]])
    bundle = bundle_of(2, 1, weights)
    bundle.stale = False
    bundle.set_weights(weights + 1e-4)
    assert not bundle.stale
    bundle.set_weights(weights + 0.3)
    assert bundle.stale


def test_emphasis_dims_all_other_edges() -> None:
    bundle = bundle_of(3, 2)
    plain = bundle.opacities()
    bundle.stale = False
    bundle.emphasize((1, 1))  # layer 1 is the target
    assert bundle.stale
    kept = bundle.opacities() == plain
    assert kept.tolist() == (bundle.target_units == 1).tolist()
    bundle.emphasize((7, 0))
    assert (bundle.opacities() < plain).all()
    bundle.emphasize(None)
    assert (bundle.opacities() == plain).all()


def test_pooled_edge_holds_the_root_mean_square() -> None:
    weights = np.random.default_rng(1).normal(size=(5, 64))
    bundle = bundle_of(64, 5, weights, pooled=True)
    np.testing.assert_allclose(bundle.weights, np.sqrt((weights**2).mean(axis=1)))


def test_points_stand_on_the_edges() -> None:
    bundle = bundle_of(2, 2)
    for edge in range(4):
        x, y = bundle.points(np.array([0.93]), np.array([edge]))[0]
        assert bundle.nearest(float(x), float(y)) == edge


@pytest.mark.parametrize(("sources", "targets"), [(16, 16), (2, 40)])
def test_leads_pass_between_the_tiles_of_the_near_lane(sources: int, targets: int) -> None:
    bundle = staggered(sources, targets)
    for column, y, far in (
        (bundle.source, bundle.y[0], bundle.reach[0] < bundle.x[0]),
        (bundle.target, bundle.y[1], bundle.reach[1] > bundle.x[1]),
    ):
        near = [row for row in range(len(column.rows)) if row % 2 == (column is bundle.source)]
        if column.lanes == 2:
            assert far.sum() == len(y) // 2
            for top, side in (column.place(row)[1:] for row in near):
                assert not ((y[far] > top) & (y[far] < top + side)).any()


def test_path_of_an_edge_between_far_lanes_goes_from_tile_to_tile() -> None:
    bundle = staggered(16, 16)
    edge = bundle.edge_of(3, 2)
    assert edge is not None
    path = bundle.path(edge)
    assert path.pointAtPercent(0.0).x() == bundle.source.place(2)[0] + bundle.source.tile
    assert path.pointAtPercent(1.0).x() == bundle.target.place(3)[0]


def test_boldness_widens_all_edges() -> None:
    plain, bold = staggered(16, 16), staggered(16, 16, boldness=1.5)
    np.testing.assert_allclose(bold.widths(), 1.5 * plain.widths())
