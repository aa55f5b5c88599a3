"""The line is where the decision changes."""

import numpy as np
import pytest
from PySide6.QtGui import QPolygonF

from playground.ui.views.surface_contour import decision_lines

X, Y = np.meshgrid(np.linspace(0, 1, 100), np.linspace(0, 1, 100))


def points(lines: list[QPolygonF]) -> np.ndarray:
    return np.array([(point.x(), point.y()) for line in lines for point in line]).reshape(-1, 2)


def test_two_classes_part_at_one_half() -> None:
    surface = (1 / (1 + np.exp(-20 * (np.hypot(X - 0.5, Y - 0.5) - 0.3)))).astype(np.float32)
    found = points(decision_lines(surface, "two-class", (0, 1)))
    np.testing.assert_allclose(np.hypot(found[:, 0] - 0.5, found[:, 1] - 0.5), 0.3, atol=2e-3)


@pytest.mark.parametrize("value", [0.0, 0.2, 0.9, 1.0])
def test_one_decision_everywhere_has_no_line(value: float) -> None:
    assert decision_lines(np.full((100, 100), value, np.float32), "two-class", (0, 1)) == []


@pytest.mark.parametrize("classes", [2, 3, 10])
def test_classes_part_where_the_most_probable_changes(classes: int) -> None:
    centres = np.linspace(0, 1, classes)
    logits = -20 * (X[None] - centres[:, None, None]) ** 2
    surface = np.exp(logits) / np.exp(logits).sum(axis=0)
    found = points(decision_lines(surface.astype(np.float32), "classes", (0, 1)))
    borders = (centres[:-1] + centres[1:]) / 2
    distance = np.abs(found[:, :1] - borders)
    assert distance.min(axis=1).max() < 0.004
    assert (distance.min(axis=0) < 0.004).all()


def test_one_class_everywhere_has_no_line() -> None:
    surface = np.zeros((3, 40, 40), np.float32)
    surface[1] = 1
    assert decision_lines(surface, "classes", (0, 1)) == []


def test_numbers_have_lines_at_round_values() -> None:
    surface = (10 * X).astype(np.float32)
    found = points(decision_lines(surface, "regression", (0.0, 10.0)))
    distance = np.abs(10 * found[:, 0] - 2 * np.round(5 * found[:, 0]))
    assert distance.max() < 1e-4
    assert len(np.unique(np.round(found[:, 0], 3))) >= 3


def test_not_a_number_is_no_error() -> None:
    surface = np.full((30, 30), np.nan, np.float32)
    assert decision_lines(surface, "two-class", (0, 1)) == []


def test_a_border_comes_once_where_it_is_asked_for() -> None:
    centres = np.array([[0.5, 0.1], [0.1, 0.9], [0.9, 0.9]])
    surface = np.stack([np.exp(-8 * ((X - x) ** 2 + (Y - y) ** 2)) for x, y in centres]).astype(np.float32)
    twice = decision_lines(surface, "classes", (0, 1), coarse=1)
    once = decision_lines(surface, "classes", (0, 1), coarse=1, once=True)
    found = points(once)
    assert len(found) < len(points(twice)) - 50
    assert len({(round(x, 3), round(y, 3)) for x, y in found.tolist()}) == len(found)
    for x, y in points(twice).tolist():  # and none is missing, but where three meet
        assert np.hypot(found[:, 0] - x, found[:, 1] - y).min() < 0.02
