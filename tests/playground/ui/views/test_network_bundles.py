"""Bundles join neighbouring columns only, and rendering them is spread over frames while a network trains."""

import pytest

from playground.ui.theme import LIGHT
from playground.ui.views.network_bundles import SLOWEST_ROUND, Bundles
from playground.ui.views.network_content import NetworkContent
from playground.ui.views.network_layout import arrange
from tests.playground.ui.snapshots import make_experiment, make_snapshot


def bundles_of(kind: str = "circle", layers: tuple[int, ...] = (4, 2), *, width: float = 740) -> Bundles:
    content = NetworkContent()
    content.take_snapshot(make_snapshot(make_experiment(kind, layers), surface_size=8, unit_size=8))
    layout = arrange(content.sizes, width=width, height=500, left=50, right=40, picture=content.picture is not None)
    bundles = Bundles()
    bundles.set_theme(LIGHT)
    bundles.arrange(layout, content)
    bundles.set_weights(content.weights)
    return bundles


def test_edges_of_a_plane_set_come_from_the_features_that_are_in() -> None:
    bundles = bundles_of()
    assert bundles.count == 2 * 4 + 4 * 2 + 2
    assert set(bundles.items[0].source_units.tolist()) == {0, 1}


def test_images_have_one_edge_a_unit() -> None:
    assert [len(bundle.weights) for bundle in bundles_of("digits", (16,)).items] == [16, 160]


def test_columns_around_folded_layers_are_not_joined() -> None:
    bundles = bundles_of(layers=(2,) * 20, width=480)
    assert all(bundle.target.layer == bundle.source.layer + 1 for bundle in bundles.items)
    assert len(bundles.items) < 21


def test_first_frame_renders_all() -> None:
    bundles = bundles_of(layers=(16,) * 6)
    assert bundles.render(1.0, spare=True)
    assert not any(bundle.stale for bundle in bundles.items)
    assert not bundles.render(1.0, spare=True)


def test_stale_bundles_are_rendered_one_a_frame_and_all_in_time() -> None:
    bundles = bundles_of(layers=(16,) * 6)
    bundles.render(1.0, spare=True)
    for bundle in bundles.items:
        bundle.stale = True
    for frame in range(2 * SLOWEST_ROUND):
        before = sum(bundle.stale for bundle in bundles.items)
        bundles.render(1.0, spare=True)
        left = sum(bundle.stale for bundle in bundles.items)
        assert before - left <= 1, frame
    assert left == 0


def test_paused_everything_is_rendered_at_once() -> None:
    bundles = bundles_of()
    bundles.render(1.0, spare=True)
    for bundle in bundles.items:
        bundle.stale = True
    assert bundles.render(1.0, spare=False)
    assert not any(bundle.stale for bundle in bundles.items)


@pytest.mark.parametrize("change", ["emphasize", "forget"])
def test_looking_at_a_unit_or_another_theme_waits_for_nothing(change: str) -> None:
    bundles = bundles_of()
    bundles.render(1.0, spare=True)
    if change == "emphasize":
        bundles.emphasize((1, 0))
    else:
        bundles.forget()
    bundles.render(1.0, spare=True)
    assert not any(bundle.stale for bundle in bundles.items)
