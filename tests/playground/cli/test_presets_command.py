"""``playground presets``: every preset in both forms."""

from __future__ import annotations

import json

import pytest

from engine.experiment_file import experiment_from_dict
from engine.presets import presets
from tests.playground.cli.commands import run


def test_a_line_for_each(capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "presets")
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert [line.split()[0] for line in lines] == [row.name for row in presets()]
    assert all(row.title in line and row.about in line for row, line in zip(presets(), lines, strict=True))


def test_json_holds_the_experiments_themselves(capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "presets", "--json")
    tree = json.loads(ran.out)
    assert [(one["name"], one["kind"], one["title"], one["about"]) for one in tree] == [
        (row.name, row.kind, row.title, row.about) for row in presets()
    ]
    assert [experiment_from_dict(one["experiment"]) for one in tree] == [row.experiment for row in presets()]
