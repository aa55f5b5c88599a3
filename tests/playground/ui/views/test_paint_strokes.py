"""A stroke is as large as it looks: dabs at their distance, an eraser of its radius, one point taken along."""

import math

import pytest

from engine.experiment import Data, Experiment
from engine.points import MOST_POINTS, Point
from playground.ui.views.paint_strokes import BRUSHES, GRASP, Stroke, nearest

EMPTY = Experiment(data=Data(kind="painted"))


def own(*points: Point) -> Experiment:
    return Experiment(data=Data(kind="painted", points=points))


def after(experiment: Experiment, stroke: Stroke, *places: tuple[float, float]) -> Experiment:
    for place in places:
        edit = stroke.edit(experiment, place)
        experiment = experiment if edit is None else edit.change(experiment)
    return experiment


@pytest.mark.parametrize("pixel", [1.0, 0.05])
def test_a_small_brush_sets_points_at_its_distance(pixel: float) -> None:
    places = [(step * pixel, 0.0) for step in range(41)]
    points = after(EMPTY, Stroke("2", BRUSHES[0], pixel), *places).data.points
    assert [point[0] for point in points] == pytest.approx([0.0, 10 * pixel, 20 * pixel, 30 * pixel, 40 * pixel])
    assert {point[2] for point in points} == {2}


@pytest.mark.parametrize("brush", BRUSHES[1:])
def test_a_large_brush_scatters_within_its_radius_and_the_same_every_time(brush: object) -> None:
    chosen = BRUSHES[1] if brush == BRUSHES[1] else BRUSHES[2]
    first, again = (after(EMPTY, Stroke("0", chosen, 0.1), (1.0, 2.0)).data.points for _ in range(2))
    assert first == again
    assert len(set(first)) == chosen.points
    assert all(math.dist(point[:2], (1.0, 2.0)) <= chosen.radius * 0.1 + 1e-3 for point in first)


def test_a_large_brush_scatters_evenly_over_its_disc() -> None:
    brush, pixel = BRUSHES[2], 0.01
    places = [(float(x), float(y)) for x in range(-5, 6) for y in range(-5, 6)]
    points = after(EMPTY, Stroke("0", brush, pixel), *places).data.points
    distances = [math.dist(point[:2], [round(at) for at in point[:2]]) / (brush.radius * pixel) for point in points]
    half = sum(distance**2 < 0.5 for distance in distances) / len(distances)
    assert len(points) == len(places) * brush.points
    assert abs(half - 0.5) < 0.05, "half of them on the inner half of the area"


def test_no_more_than_may_be() -> None:
    full = own(*(((0.0, 0.0, 0),) * (MOST_POINTS - 2)))
    painted = after(full, Stroke("1", BRUSHES[2], 0.1), (1.0, 1.0), (9.0, 9.0))
    assert len(painted.data.points) == MOST_POINTS


def test_the_eraser_is_as_large_as_its_ring() -> None:
    points = own((0.0, 0.0, 0), (1.5, 0.0, 1), (1.7, 0.0, 1))
    assert after(points, Stroke("erase", BRUSHES[1], 0.1), (0.0, 0.0)).data.points == ((1.7, 0.0, 1),)


def test_moving_takes_the_nearest_point_along() -> None:
    points = own((0.0, 0.0, 0), (1.0, 0.0, 1))
    moved = after(points, Stroke("move", BRUSHES[0], 0.1), (0.8, 0.0), (2.0, 1.0), (3.0, 3.0))
    assert moved.data.points == ((0.0, 0.0, 0), (3.0, 3.0, 1))
    assert after(points, Stroke("move", BRUSHES[0], 0.1), (5.0, 5.0), (0.0, 0.0)) == points


def test_nearest() -> None:
    points = ((0.0, 0.0, 0), (1.0, 0.0, 1), (1.0, 0.0, 2))
    assert nearest(points, (0.9, 0.0), 1.0) == (1.0, 0.0, 2)
    assert nearest(points, (0.0, 0.0), 0.0) == (0.0, 0.0, 0)
    assert nearest(points, (9.0, 9.0), GRASP) == (1.0, 0.0, 2)
    assert nearest((), (0.0, 0.0), 1.0) is None
