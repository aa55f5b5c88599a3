"""What a class does not see or change: names are checked, parts lock their fields, and it survives its file."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import ExperimentError
from engine.fields import FIELDS
from playground.restrictions import (
    ACCESS,
    NOTHING,
    PLACES,
    SETTINGS,
    Restrictions,
    restrictions_aside,
    restrictions_from,
)


def test_one_control_is_shown_locked_or_hidden() -> None:
    restrictions = NOTHING
    for access in ("locked", "hidden", "locked", "shown"):
        restrictions = restrictions.with_access("seed", access)  # type: ignore[arg-type]  # one of them
        assert restrictions.access("seed") == access
        assert bool(restrictions) == (access != "shown")
    assert restrictions == NOTHING


@pytest.mark.parametrize(
    ("locked", "rows"),
    [
        ("seed", {"seed"}),
        ("split", {"split.train", "split.dev", "split.test"}),
        ("layers", {path for path in FIELDS if path.startswith("layers")}),
        ("layers[].units", {"layers[].units"}),
        ("optimizer.kind", {"optimizer.kind"}),
    ],
)
def test_a_part_locks_its_fields_and_no_others(locked: str, rows: set[str]) -> None:
    restrictions = Restrictions(locked=(locked,))
    assert {path for path in FIELDS if restrictions.lock(path)} == rows


@given(
    st.lists(st.sampled_from((*SETTINGS, *PLACES)), unique=True, max_size=5),
    st.lists(st.sampled_from(SETTINGS), unique=True, max_size=5),
)
def test_it_survives_its_file(hidden: list[str], locked: list[str]) -> None:
    restrictions = Restrictions(hidden=tuple(hidden), locked=tuple(locked))
    assert restrictions_from(restrictions_aside(restrictions)) == restrictions


@pytest.mark.parametrize(
    ("tree", "path"),
    [
        (3, "class"),
        ({"seen": []}, "class"),
        ({"hidden": "seed"}, "class.hidden"),
        ({"hidden": [3]}, r"class\.hidden\[0\]"),
        ({"hidden": ["seed", "sead"]}, r"class\.hidden\[1\]"),
        ({"locked": ["seed", "seed"]}, r"class\.locked\[1\]"),
        ({"locked": ["card.curves"]}, r"class\.locked\[0\]"),
    ],
)
def test_what_is_wrong_is_named(tree: Any, path: str) -> None:
    with pytest.raises(ExperimentError, match=path):
        restrictions_from({"class": tree})


def test_there_are_three_ways_to_stand() -> None:
    assert ACCESS == ("shown", "locked", "hidden")


def test_a_field_stands_as_the_part_around_it_does_and_hidden_is_more_than_locked() -> None:
    restrictions = Restrictions(hidden=("layers[].units",), locked=("layers", "features"))
    assert restrictions.access_of("layers[].units") == "hidden"
    assert restrictions.access_of("layers[].activation") == "locked"
    assert restrictions.access_of("features") == "locked"
    assert restrictions.access_of("seed") == "shown"
