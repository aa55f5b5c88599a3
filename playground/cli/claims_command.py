"""``playground claims``: what the notes claim, section by section, run on this machine."""

from __future__ import annotations

import json
import time
from math import inf, isfinite
from typing import Any

import click

from engine.claims.claim import Claim, Figure, all_hold


@click.command("claims", short_help="Run what the course notes claim and print what was measured.")
@click.argument("which", nargs=-1)
@click.option("--list", "only_list", is_flag=True, help="Print the claims without running them.")
@click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON list: section, name, title, says, holds, figures."
)
def claims_command(which: tuple[str, ...], only_list: bool, as_json: bool) -> int:
    """Run the claims of the course notes and print each figure with the bound that it must keep.

    WHICH are sections (2.1 is all of 2.1.1 to 2.1.10) or names; all of them without any. All take about a minute.
    The exit status is 0 when every claim holds, 1 when one does not.
    """
    from engine.claims.table import claims_of  # NumPy, which help need not wait for

    trees, held = [], True
    for claim in claims_of(which):
        figures = () if only_list else _measured(claim)
        holds = None if only_list else all_hold(figures)
        held = held and holds is not False
        if as_json:
            trees.append(_tree(claim, figures, holds))
        else:
            click.echo(_text(claim, figures, holds))
    if as_json:
        click.echo(json.dumps(trees, indent=2, ensure_ascii=False, allow_nan=False))
    elif not only_list:
        click.echo("Every claim holds." if held else "Not every claim holds.")
    return 0 if held else 1


def _measured(claim: Claim) -> tuple[Figure, ...]:
    timed = claim.timed(time.perf_counter) if claim.timed is not None else ()
    return (*claim.measure(), *timed)


def _tree(claim: Claim, figures: tuple[Figure, ...], holds: bool | None) -> dict[str, Any]:
    tree: dict[str, Any] = {name: getattr(claim, name) for name in ("section", "name", "title", "says")}
    if holds is not None:
        tree["holds"] = holds
        tree["figures"] = [
            {"name": one.name} | {key: _finite(getattr(one, key)) for key in ("value", "least", "most")}
            for one in figures
        ]
    return tree


def _finite(value: float) -> float | None:
    return float(value) if isfinite(value) else None


def _text(claim: Claim, figures: tuple[Figure, ...], holds: bool | None) -> str:
    verdict = "" if holds is None else "  [holds]" if holds else "  [DOES NOT HOLD]"
    head = f"{claim.section}  {claim.name}{verdict}\n  {claim.says}"
    return "\n".join([head, *(f"    {_number(one.value):>11}  {_bound(one):<14} {one.name}" for one in figures)])


def _number(value: float) -> str:
    return f"{value:.5g}"


def _bound(figure: Figure) -> str:
    """The bounds in words of mathematics: ≥ 0.97, ≤ 0.7, 0.5 … 2; nothing where there is none."""
    if figure.least > -inf and figure.most < inf:
        return f"{figure.least:.4g} … {figure.most:.4g}"
    return f"≥ {figure.least:.4g}" if figure.least > -inf else f"≤ {figure.most:.4g}" if figure.most < inf else ""
