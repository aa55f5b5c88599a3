"""The figures at the end, as JSON and as lines."""

from __future__ import annotations

import json

import pytest

from playground.cli.result import Result

NAN = float("nan")
RESULT = Result(
    task="two-class",
    epochs=3,
    steps=30,
    seconds=0.12345678,
    diverged=False,
    cost={"train": 0.5, "dev": NAN, "test": float("inf")},
    accuracy={"train": 0.75, "dev": NAN, "test": 1.0},
)


def test_json_has_null_where_there_is_no_number() -> None:
    tree = json.loads(RESULT.to_json())
    assert tree["cost"] == {"train": 0.5, "dev": None, "test": None}
    assert tree["seconds"] == pytest.approx(0.12345678, abs=1e-6)


@pytest.mark.parametrize(("task", "figure"), [("two-class", "75.0%"), ("classes", "75.0%"), ("regression", "0.75")])
def test_lines_show_the_sets_that_have_samples(task: str, figure: str) -> None:
    fields = {name: getattr(RESULT, name) for name in Result.__slots__} | {"task": task}
    result = Result(**fields)
    _, head, train, test = result.to_text().splitlines()
    assert head.split()[1] == ("mse" if task == "regression" else "accuracy")
    assert train.split() == ["train", "0.5", figure]
    assert test.split()[:2] == ["test", "inf"]
