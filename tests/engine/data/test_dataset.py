"""A data set is a checked, read-only value."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.data.dataset import DataSet

GOOD: dict[str, Any] = {
    "x": [[0.0, 1.0], [2.0, np.nan], [4.0, 5.0]],
    "y": [0, 1, 1],
    "feature_names": ("a", "b"),
    "class_names": ("no", "yes"),
    "task": "two-class",
}


def test_arrays_are_read_only_copies_in_the_stated_types() -> None:
    x = np.array([[1, 2], [3, 4]])
    data = DataSet(**GOOD | {"x": x, "y": np.array([0, 1], np.uint8)})
    x[0, 0] = 9
    assert data.x.dtype == np.float64
    assert data.y.dtype == np.int64
    assert data.x[0, 0] == 1.0
    assert data.classes == 2
    with pytest.raises(ValueError, match="read-only"):
        data.x[0, 0] = 5.0


def test_a_view_of_somebody_elses_array_is_copied() -> None:
    x = np.zeros((3, 2))
    view = x[:]
    view.flags.writeable = False
    data = DataSet(**GOOD | {"x": view})
    x[0, 0] = 7.0
    assert data.x[0, 0] == 0.0


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"x": [1.0, 2.0, 3.0]}, "x must be"),
        ({"y": [0, 1]}, "x must be"),
        ({"x": np.zeros((0, 2)), "y": []}, "not empty"),
        ({"feature_names": ("a",)}, "feature names"),
        ({"feature_names": ("a", "a")}, "different feature names"),
        ({"x": [[np.inf, 0.0]] * 3}, "finite"),
        ({"image_shape": (2, 2)}, "pixels"),
        ({"class_names": ("only",)}, "does not fit"),
        ({"class_names": ("a", "b", "c")}, "does not fit"),
        ({"task": "classes"}, "does not fit"),
        ({"y": [0, 1, 2]}, "class indices must lie"),
        ({"y": [0, 1, -1]}, "class indices must lie"),
        ({"y": [0, 1, 0.5]}, "whole numbers"),
        ({"task": "regression"}, "no class names"),
        ({"task": "regression", "class_names": (), "y": [0.0, 1.0, np.nan]}, "finite targets"),
    ],
)
def test_what_does_not_fit_together_is_refused(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        DataSet(**GOOD | change)


def test_take_keeps_the_rows_asked_for_in_their_order() -> None:
    part = DataSet(**GOOD | {"notes": ("a note",)}).take(np.array([2, 0]))
    assert part.x.tolist() == [[4.0, 5.0], [0.0, 1.0]]
    assert part.y.tolist() == [1, 0]
    assert part.notes == ("a note",)
