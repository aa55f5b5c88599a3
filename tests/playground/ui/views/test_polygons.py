"""Arrays arrive in polygons unchanged."""

import numpy as np
import pytest

from playground.ui.views.polygons import polygon


@pytest.mark.parametrize("count", [0, 1, 2, 500])
@pytest.mark.parametrize("kind", [np.float32, np.float64])
def test_points_are_the_array_s(count: int, kind: type) -> None:
    points = np.random.default_rng(0).normal(size=(count, 2)).astype(kind)
    shape = polygon(points)
    assert [(point.x(), point.y()) for point in shape] == [(x, y) for x, y in points.astype(float).tolist()]


def test_polygon_outlives_its_array() -> None:
    shape = polygon(np.array([[1.0, 2.0], [3.0, 4.0]]))
    assert (shape[1].x(), shape[1].y()) == (3.0, 4.0)
