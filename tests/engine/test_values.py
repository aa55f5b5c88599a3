"""Values made by `engine.values` behave as those of the standard library, in each respect that somebody relies on."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any

import pytest

from engine import values
from engine.experiment import Experiment


def described() -> type:
    """One class as the standard library and as the engine make it: described anew for each."""

    class Point:
        """A point."""

        x: float
        y: float = 2.0
        names: list[str] = dataclasses.field(default_factory=list)
        secret: int = dataclasses.field(default=0, repr=False, compare=False)
        sum: float = dataclasses.field(init=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "sum", self.x + self.y)

    return Point


OURS: Any = {
    in_order: values.dataclass(frozen=True, slots=True, kw_only=not in_order)(described()) for in_order in (False, True)
}
THEIRS: Any = {
    in_order: dataclasses.dataclass(frozen=True, slots=True, kw_only=not in_order)(described())
    for in_order in (False, True)
}
GIVEN: tuple[tuple[tuple[Any, ...], dict[str, Any]], ...] = (
    ((), {"x": 1.0}),
    ((), {"x": 1.0, "y": 5.0, "names": ["a"], "secret": 3}),
    ((1.0,), {}),
    ((1.0, 5.0), {"secret": 3}),
    ((1.0,), {"x": 1.0}),
    ((1.0, 2.0, [], 0, 7.0), {}),
    ((), {}),
    ((), {"y": 1.0}),
    ((), {"x": 1.0, "z": 2.0}),
    ((), {"x": 1.0, "sum": 2.0}),
)


@pytest.mark.parametrize("in_order", [False, True])
@pytest.mark.parametrize(("given", "named"), GIVEN)
def test_arguments_are_taken_and_refused_alike(in_order: bool, given: tuple[Any, ...], named: dict[str, Any]) -> None:
    try:
        expected = dataclasses.asdict(THEIRS[in_order](*given, **named))
    except TypeError:
        with pytest.raises(TypeError, match=r"Point\(\)"):
            OURS[in_order](*given, **named)
    else:
        assert dataclasses.asdict(OURS[in_order](*given, **named)) == expected


def test_each_value_has_a_default_of_its_own() -> None:
    first, second = OURS[False](x=1.0), OURS[False](x=1.0)
    assert first.names == []
    assert first.names is not second.names


def test_it_says_the_same_of_itself() -> None:
    ours, theirs = OURS[False], THEIRS[False]
    assert repr(ours(x=1.0)) == repr(theirs(x=1.0))
    assert [f.name for f in dataclasses.fields(ours)] == [f.name for f in dataclasses.fields(theirs)]
    assert ours.__slots__ == theirs.__slots__
    assert not hasattr(ours(x=1.0), "__dict__")


def test_it_is_compared_by_what_it_holds() -> None:
    point = OURS[False](x=1.0)
    assert point == OURS[False](x=1.0, secret=9)
    assert point != OURS[False](x=2.0)
    assert point != OURS[True](x=1.0)
    assert point != "a point"
    assert hash(Experiment()) == hash(Experiment(seed=0))
    assert len({Experiment(), Experiment(seed=0), Experiment(seed=1)}) == 2


def test_one_without_equality_is_itself_alone() -> None:
    made: Any = values.dataclass(frozen=True, slots=True, kw_only=True, eq=False)(described())
    point = made(x=1.0)
    assert point == point
    assert point != made(x=1.0)
    assert {point: 1}[point] == 1


def test_it_is_frozen() -> None:
    point = OURS[False](x=1.0)
    for name in ("x", "unknown"):
        with pytest.raises(dataclasses.FrozenInstanceError, match=name):
            setattr(point, name, 3.0)
    with pytest.raises(dataclasses.FrozenInstanceError, match="x"):
        del point.x
    assert point.x == 1.0


def test_it_is_replaced_copied_and_pickled() -> None:
    experiment = Experiment(seed=3)
    assert dataclasses.replace(experiment, seed=4) == Experiment(seed=4)
    for same in (copy.copy(experiment), copy.deepcopy(experiment), pickle.loads(pickle.dumps(experiment))):
        assert same == experiment
        assert type(same) is Experiment
