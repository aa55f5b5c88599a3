"""``playground claims``: what is measured, in both forms, and a status that tells whether all of it holds."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from engine.claims import table
from engine.claims.claim import Figure
from engine.claims.table import CLAIMS
from tests.playground.cli.commands import run


def test_a_claim_is_run_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "claims", "2.3.3", "mean-gradient")
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == "1.1.3  mean-gradient  [holds]"
    assert lines[1].strip() == CLAIMS["mean-gradient"].says
    assert "times as long by a loop" in lines[4]
    assert "2.3.3  softmax  [holds]" in lines
    assert lines[-1] == "Every claim holds."
    assert len(lines) == 2 + 3 + 2 + 5 + 1


def test_json_holds_the_figures(capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "claims", "softmax", "--json")
    (tree,) = json.loads(ran.out)
    assert (tree["section"], tree["name"], tree["holds"]) == ("2.3.3", "softmax", True)
    assert [one["name"] for one in tree["figures"]] == [one.name for one in CLAIMS["softmax"].measure()]
    assert tree["figures"][0] == {"name": tree["figures"][0]["name"], "value": 1.0, "least": 1.0, "most": None}


def test_the_list_runs_nothing(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def never() -> tuple[Figure, ...]:
        raise AssertionError("the list runs nothing")

    monkeypatch.setattr(
        table, "CLAIMS", {name: replace(row, measure=never, timed=None) for name, row in CLAIMS.items()}
    )
    ran = run(capsys, "claims", "--list")
    assert (ran.status, ran.err) == (0, "")
    assert [line.split()[-1] for line in ran.out.splitlines()[::2]] == list(CLAIMS)
    tree = json.loads(run(capsys, "claims", "--list", "--json").out)
    assert [sorted(one) for one in tree] == [["name", "says", "section", "title"]] * len(CLAIMS)


def test_what_does_not_hold_is_said(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    figures = (
        Figure(name="too low", value=0.25, least=0.5),
        Figure(name="between", value=1.0, least=0.5, most=2.0),
        Figure(name="not a number", value=float("nan"), most=1.0),
    )
    broken = replace(CLAIMS["softmax"], measure=lambda: figures)
    monkeypatch.setattr(table, "CLAIMS", {"softmax": broken})
    ran = run(capsys, "claims")
    assert ran.status == 1
    assert "[DOES NOT HOLD]" in ran.out
    assert [line.split()[:3] for line in ran.out.splitlines()[2:4]] == [["0.25", "≥", "0.5"], ["1", "0.5", "…"]]
    assert ran.out.endswith("Not every claim holds.\n")
    (tree,) = json.loads(run(capsys, "claims", "--json").out)
    assert (tree["holds"], tree["figures"][2]["value"]) == (False, None)
