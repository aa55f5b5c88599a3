"""Dashes march to the right on the edges, all around again after all phases, and only on the strongest of many."""

import numpy as np
import pytest

from playground.ui.views.network_edges import EdgeBundle
from playground.ui.views.network_layout import arrange
from playground.ui.views.network_march import MOST_DASHES, PHASES, ROUNDS, March


def bundles_of(*sizes: int) -> list[EdgeBundle]:
    layout = arrange(sizes, width=740, height=420, left=40, right=40)
    random = np.random.default_rng(0)
    bundles = []
    for source, target in zip(layout.columns[:-1], layout.columns[1:], strict=True):
        bundle = EdgeBundle(source, target, np.arange(len(source.rows)), source.rows)
        bundle.set_weights(random.normal(size=(target.size, source.size)))
        bundles.append(bundle)
    return bundles


def dots(march: March, phase: int) -> np.ndarray:
    return np.array([(point.x(), point.y()) for point in march.dots(phase)])


def test_dots_repeat_after_all_phases() -> None:
    bundles = bundles_of(2, 4, 2, 1)
    march = March(bundles)
    walks = [dots(march, phase) for phase in range(PHASES)]
    assert len({walk.tobytes() for walk in walks}) == PHASES
    assert (dots(march, 0) == walks[0]).all()
    assert len(walks[0]) > sum(len(bundle.weights) for bundle in bundles)


def test_dots_walk_along_the_edges_to_the_right() -> None:
    (bundle,) = bundles_of(2, 2)
    march = March([bundle])
    before, after = dots(march, 1), dots(march, 2)
    assert (before[:, 0] >= bundle.x[0]).all()
    assert (before[:, 0] <= bundle.x[1]).all()
    assert (np.sign(after[:, 0] - before[:, 0]) > 0).mean() > 0.8  # the others have begun anew at the left
    assert all(bundle.nearest(float(x), float(y)) is not None for x, y in before)


@pytest.mark.parametrize("layers", [3, 6])
def test_of_many_edges_the_strongest_are_marched_on(layers: int) -> None:
    bundles = bundles_of(7, *([16] * layers), 1)
    for bundle in bundles:
        bundle.levels[:] = 1
    bundles[2].levels[5] = 15
    bundles[1].levels[7] = -14
    march = March(bundles)
    found = {
        (place, bundles[place].nearest(float(x), float(y)))
        for x, y in dots(march, 0)
        for place in (1, 2)
        if bundles[place].x[0] <= x <= bundles[place].x[1]
    }
    assert {(2, 5), (1, 7)} <= found
    before = dots(march, 0)
    assert len(before) <= MOST_DASHES * 3
    bundles[2].levels[5], bundles[2].levels[9] = 1, 15
    for _ in range(ROUNDS - 2):
        assert np.array_equal(dots(march, 0), before)
    assert not np.array_equal(dots(march, 0), before)


def test_nothing_marches_where_there_are_no_edges() -> None:
    assert len(dots(March([]), 0)) == 0


def test_a_dash_is_as_long_on_a_steep_edge_as_on_a_level_one() -> None:
    bundle = bundles_of(2, 8)[0]
    found = dots(March([bundle]), 3).reshape(-1, 3, 2)  # three dots a dash
    length = np.hypot(*(found[:, 1] - found[:, 0]).T)
    inside = length < 20  # the others have one dot at the end of the edge and one at its start
    assert inside.mean() > 0.8
    np.testing.assert_allclose(length[inside], 2.0, atol=0.6)
