"""The undo list survives its file, within its bounds; nonsense is an empty one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from engine.edits import new_seed
from engine.experiment import Data, Experiment
from playground.program import kept_past
from playground.program.kept_past import past_from_dict, past_to_dict
from playground.restrictions import Restrictions
from playground.state.document import Document
from playground.state.past import Past


def worked(entries: int) -> Document:
    document = Document(Experiment(data=Data(kind="csv", path=str(Path("a", "数据.csv").absolute()))))
    document.restrict(Restrictions(locked=("loss",)))
    for number in range(entries - 2):
        document.apply(new_seed(number + 1))
    document.turn_to(Experiment(), Path("b.json").absolute())
    document.undo()
    return document


def test_it_comes_back() -> None:
    past = worked(6).past()
    assert past_from_dict(json.loads(json.dumps(past_to_dict(past)))) == past
    assert past_from_dict(past_to_dict(Past())) == Past()


def test_so_many_steps_are_kept_and_no_more_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    past = worked(150).past()
    kept = past_from_dict(past_to_dict(past))
    assert kept.steps == past.steps[-kept_past.MOST_STEPS :]
    monkeypatch.setattr(kept_past, "MOST_LETTERS", 10_000)
    few = past_from_dict(past_to_dict(past))
    assert 1 < len(few.steps) < 12
    assert few.steps == past.steps[-len(few.steps) :]
    assert few.done == len(few.steps) - 1
    monkeypatch.setattr(kept_past, "MOST_LETTERS", 10)
    assert past_to_dict(past) == {}


@pytest.mark.parametrize("name", ["first", "steps", "done"])
@pytest.mark.parametrize("value", [None, 3, -1, "x", [], [3], {}, [{"label": "x"}]])
def test_nonsense_is_an_empty_one(name: str, value: Any) -> None:
    tree = past_to_dict(worked(4).past())
    read = past_from_dict(tree | {name: value})
    assert read == Past() or (name == "done" and read.done == value) or (name == "steps" and value == [])


def test_a_field_that_is_not_allowed_is_an_empty_one() -> None:
    tree = json.loads(json.dumps(past_to_dict(worked(4).past())))
    tree["steps"][1]["page"]["experiment"]["seed"] = -1
    assert past_from_dict(tree) == Past()
