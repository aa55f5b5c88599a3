"""Points of one's own are checked one by one, and an error says which one and what may stand there."""

from typing import Any

import pytest

from engine.errors import ExperimentError
from engine.experiment import Data, Experiment
from engine.points import FARTHEST, MOST_CLASSES, MOST_POINTS, check_points, count_classes

GOOD = ((0.0, 1.5, 0), (-100, 100.0, MOST_CLASSES - 1))
BAD: list[Any] = [
    (0.0, 1.0),
    [0.0, 1.0, 0],
    (0.0, 1.0, 0.0),
    (0.0, 1.0, True),
    (0.0, 1.0, -1),
    (0.0, 1.0, MOST_CLASSES),
    (float("nan"), 1.0, 0),
    (float("inf"), 1.0, 0),
    (0.0, FARTHEST * 1.01, 0),
    ("1", 1.0, 0),
    None,
]


def test_good_points_pass() -> None:
    check_points(())
    check_points(GOOD)
    assert Data(kind="painted", points=GOOD).points == GOOD


@pytest.mark.parametrize("point", BAD, ids=str)
def test_a_bad_point_is_named_with_what_is_allowed(point: Any) -> None:
    with pytest.raises(ExperimentError, match=r"data\.points\[2\]: .* allowed: x1 and x2 from -100 to 100"):
        Data(kind="painted", points=(*GOOD, point))


def test_no_list_and_too_many_are_refused() -> None:
    with pytest.raises(ExperimentError, match="a list of points"):
        check_points([(0.0, 0.0, 0)])
    with pytest.raises(ExperimentError, match=f"{MOST_POINTS + 1} points.*at most {MOST_POINTS}"):
        check_points(((0.0, 0.0, 0),) * (MOST_POINTS + 1))


def test_points_are_for_the_painted_set_alone() -> None:
    with pytest.raises(ExperimentError, match=r"data\.points: .*none, unless data\.kind is painted"):
        Data(kind="circle", points=GOOD)


@pytest.mark.parametrize(("labels", "classes"), [((), 2), ((0,), 2), ((1, 1), 2), ((0, 2), 3), ((8,), 9)])
def test_classes_reach_to_the_highest_and_are_never_less_than_two(labels: tuple[int, ...], classes: int) -> None:
    assert count_classes([(0.0, 0.0, label) for label in labels]) == classes


def test_features_of_painted_points_are_those_of_the_plane() -> None:
    experiment = Experiment(data=Data(kind="painted", points=GOOD), features=("x1", "sin(x2)"))
    assert experiment.features == ("x1", "sin(x2)")
    with pytest.raises(ExperimentError, match=r"features\[0\]"):
        Experiment(data=Data(kind="painted", points=GOOD), features=("rooms",))
