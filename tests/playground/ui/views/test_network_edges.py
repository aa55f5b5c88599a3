"""Edges say size and sign in levels, are picked where they run, and are drawn anew only when a level changes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter

from playground.ui.theme import DARK, LIGHT, Theme
from playground.ui.views.edge_raster import Raster, two_color_table
from playground.ui.views.network_edges import LEVELS, EdgeBundle, rise, strength_levels
from playground.ui.views.network_layout import arrange


def bundle_of(sources: int, targets: int, weights: np.ndarray | None = None, *, pooled: bool = False) -> EdgeBundle:
    layout = arrange([sources, targets], width=400, height=420, left=40, right=40, picture=pooled)
    source, target = layout.columns
    bundle = EdgeBundle(source, target, np.arange(len(source.rows)), source.rows, pooled=pooled)
    random = np.random.default_rng(0)
    bundle.set_weights(random.normal(size=(targets, sources)) if weights is None else weights)
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


def test_marching_points_walk_along_the_edges_to_the_right() -> None:
    bundle = bundle_of(2, 2)
    before, after = bundle.marching_points(0.1), bundle.marching_points(0.2)
    assert before.shape == after.shape
    assert (before[:, 0] >= bundle.x[0]).all()
    assert (before[:, 0] <= bundle.x[1]).all()
    assert (np.sign(after[:, 0] - before[:, 0]) > 0).mean() > 0.8  # the others have begun anew at the left


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_drawn_edges_have_the_colour_of_their_sign(theme: Theme, ratio: float) -> None:
    for sign, color in ((5.0, theme.positive), (-5.0, theme.negative)):
        bundle = bundle_of(1, 1, np.array([[sign]]))
        bundle.render(ratio, two_color_table(theme.negative, theme.positive), Raster())
        image = QImage(round(400 * ratio), round(420 * ratio), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(theme.card)
        painter = QPainter(image)
        bundle.draw(painter)
        painter.end()
        middle = image.pixelColor(round(sum(bundle.x) / 2 * ratio), round(bundle.y[0][0] * ratio))
        for channel in ("red", "green", "blue"):
            assert abs(getattr(middle, channel)() - getattr(color, channel)()) < 25
        assert image.pixelColor(round(bundle.x[0] * ratio) - 2, round(bundle.y[0][0] * ratio)) == theme.card
